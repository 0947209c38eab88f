// The old-age allowance as a person fills it in: what is asked on each page, and two ways to answer, by pointer and by
// keyboard. Both find a question by its label, as a screen reader does.

import { expect, control, open, tabTo } from './fixture.mjs';

/// Each page: its title, its questions in order, whether a consent is asked.
export const PAGES = [
  { title: '申请人是谁', questions: [
    { text: '姓名', answer: '王秀英' },
    { text: '公民身份号码', answer: '420105194405060225' },
    { select: '民族', answer: '汉族' },
  ] },
  { title: '住在哪里、怎么联系', questions: [
    { address: '户籍地址', street: 1, community: 1, detail: '鹦鹉大道1号2栋301室' },
    { address: '现居住地址', place: '湖北省武汉市蔡甸区', detail: '知音湖大道示例小区3栋1单元1201室' },
    { text: '联系电话', answer: '13871234567' },
    { radio: '居住状况', answer: '与子女' },
  ] },
  { title: '申请哪一档', questions: [{ radio: '申请档次', answer: '80-89周岁' }] },
  { title: '津贴打到哪个账户', consent: true, questions: [
    { text: '开户银行', answer: '示例银行武汉汉阳钟家村支行' },
    { radio: '卡还是存折', answer: '存折' },
    { text: '存折账号', answer: '17020112345678' },
  ] },
  { title: '谁来交材料', consent: true, questions: [
    { radio: '是否由别人代办', answer: '是' },
    { text: '代办人姓名', answer: '阿卜杜拉·买买提' },
    { choice: '与申请人关系', answer: '其他' },
    { text: '代办人身份号码', answer: '420105197003150176' },
    { text: '代办人电话', answer: '13912345678' },
    { text: '代办原因', answer: '申请人行动不便' },
  ] },
];

const starts = (name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
const textbox = (scope, name) => scope.getByRole('textbox', { name: starts(name) });
const combobox = (scope, name) => scope.getByRole('combobox', { name: starts(name) });
const group = (scope, name) => scope.getByRole('group', { name: starts(name) });

/// Answers by pointer: quick.
export const POINTER = {
  async text(page, target, answer) {
    await target.fill(answer);
  },
  async select(page, target, answer) {
    if (typeof answer === 'number') await target.selectOption({ index: answer });
    else await target.selectOption({ label: answer });
  },
  async radio(page, radios, answer) {
    await radios.getByRole('radio', { name: starts(answer) }).check();
  },
  async tick(page, target) {
    await target.check();
  },
  async press(page, target) {
    await target.click();
  },
};

/// Answers by keyboard alone: Tab, arrows, Space, Enter and text.
export const KEYBOARD = {
  async text(page, target, answer) {
    await tabTo(page, target);
    // Characters that a key can make are typed; others come as an input method would commit them.
    if (/^[\x20-\x7e]+$/.test(answer)) await page.keyboard.type(answer);
    else await page.keyboard.insertText(answer);
  },
  async select(page, target, answer) {
    await tabTo(page, target);
    const chosen = () => target.evaluate((node) => [node.selectedIndex, node.selectedOptions[0]?.text.trim()]);
    for (let n = 0; n < 200; n += 1) {
      if ((await chosen()).includes(answer)) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`no such option: ${answer}`);
  },
  async radio(page, radios, answer) {
    await tabTo(page, radios.getByRole('radio').first());
    await page.keyboard.press('Space');
    const wanted = radios.getByRole('radio', { name: starts(answer) });
    for (let n = 0; n < 30; n += 1) {
      if (await wanted.isChecked()) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`no such choice: ${answer}`);
  },
  async tick(page, target) {
    await tabTo(page, target);
    await page.keyboard.press('Space');
  },
  async press(page, target) {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
};

export async function answer(page, question, way) {
  if (question.text) return way.text(page, textbox(page, question.text), question.answer);
  if (question.select) return way.select(page, combobox(page, question.select), question.answer);
  if (question.radio) return way.radio(page, group(page, question.radio), question.answer);
  if (question.choice) {
    // Few choices are buttons, many are a list.
    const list = combobox(page, question.choice);
    const buttons = group(page, question.choice);
    await expect(list.or(buttons).first()).toBeVisible();
    return (await list.count()) > 0 ? way.select(page, list, question.answer) : way.radio(page, buttons, question.answer);
  }
  const place = group(page, question.address);
  if (question.place) {
    await way.select(page, combobox(place, '街道'), '不在汉阳区');
    await way.text(page, textbox(place, '省、市'), question.place);
  } else {
    await way.select(page, combobox(place, '街道'), question.street);
    await way.select(page, combobox(place, '社区'), question.community);
  }
  return way.text(page, textbox(place, '详细地址'), question.detail);
}

/// From the guide to the first question.
export async function begin(page, way = POINTER) {
  await open(page, '#/i/SQ031');
  await way.press(page, control(page, '开始填写'));
  await way.press(page, control(page, '知道了，开始填写'));
  await expect(page.getByRole('heading', { name: PAGES[0].title })).toBeVisible();
}

/// Answers the page that is open, and goes on.
export async function fillPage(page, { title, questions, consent }, way = POINTER) {
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  for (const question of questions) await answer(page, question, way);
  if (consent) await way.tick(page, page.getByRole('checkbox', { name: /同意/ }));
  await way.press(page, control(page, '下一步'));
}

/// Every page, as far as "check answers".
export async function fillAll(page, way = POINTER) {
  await begin(page, way);
  for (const part of PAGES) await fillPage(page, part, way);
  await expect(page.getByRole('heading', { level: 1, name: '核对填写的内容' })).toBeVisible();
}

export { textbox, combobox, group };
