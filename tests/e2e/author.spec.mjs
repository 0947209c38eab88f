// The author's page: form files in, faults, fields, paper and examples out; a scan beneath the paper. Everything stays here.

import fs from 'node:fs';
import path from 'node:path';

import { ROOT, button, control, expect, heading, open, tabTo, test } from './fixture.mjs';
import { clean, flows, picture } from './look.mjs';
import { textbox } from './sq031.mjs';

const SQ031 = path.join(ROOT, 'forms/items/SQ031');
/// A small picture: a grey sheet with a black frame.
const SCAN = `<svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123"><rect width="794" height="1123" fill="#dde"/><rect x="60" y="60" width="674" height="1003" fill="none" stroke="#c00" stroke-width="6"/></svg>`;

/// A folder with what a test changes, made anew.
function folder(files) {
  const root = test.info().outputPath('dropped');
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return root;
}

const read = (name) => fs.readFileSync(path.join(SQ031, name), 'utf8');
const region = (page, name) => page.getByRole('region', { name });
const chooseFolder = (page, root) => page.getByLabel('选择文件夹').setInputFiles(root);
const isRead = (page, what) => expect(page.getByRole('status').filter({ hasText: what })).toBeVisible({ timeout: 60_000 });

async function look(page, name) {
  for (const size of [{ width: 360, height: 740 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(size);
    await picture(page, name);
    await clean(page, name);
    await flows(page, name);
  }
}

test('a good form is shown with its questions, its paper and its examples', async ({ page }) => {
  await open(page, '#/author');
  await expect(heading(page, '表单作者工作台')).toBeVisible();
  await look(page, 'author-empty');
  await chooseFolder(page, SQ031);
  await isRead(page, '个文件');
  await expect(region(page, '错误和警告')).toContainText('没有发现问题');
  await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible();

  const questions = region(page, '题目');
  await textbox(questions, '姓名').fill('王秀英');
  await button(questions, '下一页').click();
  await expect(questions.getByRole('alert')).toContainText('有地方需要改一下');
  await button(questions, '稍后填写').click();
  await expect(questions.getByRole('navigation', { name: '页' }).getByRole('button').first()).not.toHaveAttribute('aria-current', 'page');
  await button(questions, '核对').click();
  await expect(questions).toContainText('王秀英');

  const paper = region(page, '纸面');
  await expect(paper.getByRole('img').first()).toBeVisible({ timeout: 60_000 });
  await button(paper, '填好的样表').click();
  await expect(button(paper, '填好的样表')).toHaveAttribute('aria-pressed', 'true');
  await expect(paper.getByRole('img').first()).toBeVisible({ timeout: 60_000 });

  const examples = region(page, '示例');
  await expect(examples.getByRole('listitem').filter({ hasText: 'minimal.json' })).toContainText('通过');
  await expect(examples.getByRole('listitem').filter({ hasText: 'refused-too-young.json' })).toContainText('完全一样');
  await look(page, 'author-good');
});

test('a broken form among good ones names its faults with line and code', async ({ page }) => {
  const form = read('form.json');
  const root = folder({
    'items/SQ031/form.json': form,
    'items/SQ031/answers/full.json': read('answers/full.json'),
    'items/SQ031/answers/minimal.json': read('answers/minimal.json').replace('"tier"', '"tear"'),
    'items/SQ900/form.json': '{\n  "format": "yuntian/1",\n  "id": }',
    'items/SQ901/form.json': form.replace('"id": "SQ031"', '"id": "SQ901",\n  "nonsense": true'),
    'readme/notes.json': '{}',
  });
  await open(page, '#/author');
  await chooseFolder(page, root);
  await isRead(page, '个文件');
  const faults = region(page, '错误和警告');
  const of = (file) => faults.locator('section').filter({ has: page.getByRole('heading', { name: new RegExp(`${file}/form.json`) }) });
  await expect(of('SQ900')).toContainText('F002');
  await expect(of('SQ900')).toContainText('第 3 行');
  await expect(of('SQ901').getByRole('link', { name: 'F004' })).toHaveAttribute('href', 'book/lints/F004.html');
  await expect(of('SQ901')).toContainText('/nonsense');
  // The good one among them is shown whole; the broken ones say why they are not.
  await page.getByLabel('选择要看的表单').selectOption({ index: 0 });
  await expect(region(page, '纸面').getByRole('img').first()).toBeVisible({ timeout: 60_000 });
  await expect(region(page, '示例').getByRole('listitem').filter({ hasText: 'minimal.json' })).toContainText(/读不了|和文件名所说的不同/);
  await look(page, 'author-faults');
  await page.getByLabel('选择要看的表单').selectOption({ index: 1 });
  await expect(page.getByText('这张表单还有错误')).toBeVisible();

  // The book's page of the code lies beside the page.
  const [book] = await Promise.all([page.context().waitForEvent('page'), of('SQ901').getByRole('link', { name: 'F004' }).click()]);
  await expect(book.getByRole('heading', { level: 1, name: /F004/ })).toBeVisible();
  await book.close();

  // What was mended and chosen again is good.
  fs.writeFileSync(path.join(root, 'items/SQ900/form.json'), form.replace('"id": "SQ031"', '"id": "SQ900"'));
  await chooseFolder(page, root);
  await expect(of('SQ900').getByText('F002')).toHaveCount(0);
});

test('a dropped folder is read again after a change', async ({ page }) => {
  const root = folder({ 'SQ031/form.json': read('form.json').replace('"id": "SQ031"', '"id": "SQ031",\n "nonsense": 1') });
  await open(page, '#/author');
  const { x, y } = await page.getByText('放入文件').boundingBox();
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [path.join(root, 'SQ031')], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await cdp.send('Input.dispatchDragEvent', { type, x: x + 5, y: y + 5, data });
  await expect(region(page, '错误和警告')).toContainText('/nonsense', { timeout: 60_000 });
  fs.writeFileSync(path.join(root, 'SQ031/form.json'), read('form.json'));
  await button(page, '重新读取').click();
  await expect(page.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible({ timeout: 60_000 });
  await expect(region(page, '错误和警告')).not.toContainText('/nonsense');
});

test('a scan lies beneath the paper, as strong as the slider says', async ({ page }) => {
  await open(page, '#/author');
  await chooseFolder(page, SQ031);
  const paper = region(page, '纸面');
  await expect(paper.getByRole('img').first()).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('选择扫描图').setInputFiles({ name: 'scan.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(SCAN) });
  const scan = paper.getByRole('img', { name: '官方原表的扫描图' });
  await expect(scan).toBeVisible();
  await expect(scan).toHaveCSS('opacity', '0.5');
  // In one place with the paper, and beneath it.
  const [under, sheet] = await Promise.all([scan.boundingBox(), paper.locator('.yt-overlay__paper').first().boundingBox()]);
  expect(Math.abs(under.x - sheet.x) + Math.abs(under.y - sheet.y) + Math.abs(under.width - sheet.width) + Math.abs(under.height - sheet.height)).toBeLessThan(4);
  const slider = page.getByRole('slider', { name: '扫描图的浓淡' });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(scan).toHaveCSS('opacity', '1');
  await look(page, 'author-scan');
  // A file that is no picture is told.
  await page.getByLabel('选择扫描图').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await expect(page.getByRole('alert').filter({ hasText: '打不开' })).toBeVisible();
  await button(page, '拿掉扫描图').click();
  await expect(scan).toHaveCount(0);
});

test('the keyboard reaches the choosers; what is past a limit is told', async ({ page }) => {
  await open(page, '?lang=en#/author');
  await tabTo(page, page.getByLabel('Choose files'));
  await page.getByLabel('Choose files').setInputFiles({ name: 'big.json', mimeType: 'application/json', buffer: Buffer.alloc(2 * 1024 * 1024 + 10, ' ') });
  await expect(region(page, 'Faults')).toContainText('F003', { timeout: 60_000 });
  await page.getByLabel('Choose files').setInputFiles({ name: 'deep.json', mimeType: 'application/json', buffer: Buffer.from('['.repeat(200_000)) });
  await expect(region(page, 'Faults')).toContainText('nesting', { timeout: 60_000 });
  await page.getByLabel('Choose files').setInputFiles(path.join(SQ031, 'form.json'));
  await expect(page.getByRole('heading', { name: 'Old-age allowance' })).toBeVisible({ timeout: 60_000 });
  await expect(control(page, 'The book: how to write forms')).toBeVisible();
});

test('a form at the limit of 2,000 questions is looked at, and the page stays awake', async ({ page }) => {
  const names = Array.from({ length: 2000 }, (_, idx) => `q${idx}`);
  const words = (idx) => ({ zh: `问题${idx}`, en: `Question ${idx}` });
  const form = {
    ...JSON.parse(read('form.json')), id: 'BIG', consents: [], commitments: [], rules: [], documents: [],
    answers: { type: 'object', properties: Object.fromEntries(names.map((name, idx) => [name, { type: 'string', 'x-label': words(idx) }])) },
    pages: Array.from({ length: 100 }, (_, at) => ({
      id: `p${at}`, title: words(at), sections: [{ fields: names.slice(at * 20, at * 20 + 20) }],
    })),
  };
  await open(page, '#/author');
  const begun = Date.now();
  await page.getByLabel('选择文件', { exact: true }).setInputFiles({ name: 'BIG.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(form, null, 1)) });
  // The page answers while the helper works.
  await button(page, 'English').click();
  await expect(heading(page, 'For form authors')).toBeVisible();
  await expect(region(page, 'Questions').getByLabel('Question 0', { exact: false }).first()).toBeVisible({ timeout: 60_000 });
  test.info().annotations.push({ type: '2,000 questions', description: `${Date.now() - begun} ms` });
  await expect(region(page, 'Faults')).toContainText('not listed');
});

test('a table of 500 rows and a rule at the limit of its length are run, and the page stays awake', async ({ page }) => {
  const words = (text) => ({ zh: text, en: text });
  const rule = 'size(family) >= 0'.padEnd(10_000, ' && size(family) >= 0').slice(0, 9_980);
  const form = {
    ...JSON.parse(read('form.json')), id: 'LONG', consents: [], commitments: [], documents: [],
    answers: { type: 'object', properties: { family: { type: 'array', 'x-label': words('家庭成员'), items: { type: 'object', required: ['name'],
      properties: { name: { type: 'string', 'x-kind': 'name', 'x-label': words('姓名') } } } } } },
    rules: [
      { on: 'family', check: rule.slice(0, rule.lastIndexOf(' &&')), message: words('不对') },
      { on: 'family.name', check: 'family.exists_one(f, f.name == family.name)', message: words('重复') },
    ],
    pages: [{ id: 'p', title: words('家'), sections: [{ fields: ['family'] }] }],
  };
  const digits = '甲乙丙丁戊己庚辛壬癸';
  const family = Array.from({ length: 500 }, (_, n) => ({ name: [100, 10, 1].map((scale) => digits[Math.floor(n / scale) % 10]).join('') }));
  const root = folder({
    'LONG/form.json': JSON.stringify(form, null, 1),
    'LONG/answers/full.json': JSON.stringify({ form: 'LONG', version: 1, answers: { family }, consents: [] }),
  });
  await open(page, '#/author');
  const begun = Date.now();
  await chooseFolder(page, path.join(root, 'LONG'));
  await button(page, 'English').click();
  await expect(heading(page, 'For form authors')).toBeVisible();
  await expect(region(page, 'Examples').getByRole('listitem').filter({ hasText: 'full.json' })).toContainText('passes', { timeout: 60_000 });
  await expect(region(page, 'Paper').getByRole('img').first()).toBeVisible({ timeout: 60_000 });
  test.info().annotations.push({ type: '500 rows', description: `${Date.now() - begun} ms` });
  await button(region(page, 'Paper'), 'Filled sample').click();
  await expect(region(page, 'Paper').getByRole('img').nth(5)).toBeVisible({ timeout: 60_000 });
});
