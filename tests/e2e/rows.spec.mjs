// A table of rows, the family of SQ027: rows are added, moved and taken away, the focus follows, what was typed stays, and
// one key draws one question.

import { SIZES, button, control, expect, open, settled, test } from './fixture.mjs';
import { clean, look } from './look.mjs';

const MEMBER = '共同生活家庭成员';

async function family(page) {
  await open(page, '#/i/SQ027/fill/family');
  await control(page, '知道了，开始填写').click();
  await expect(page.getByRole('heading', { level: 1, name: '家里有谁、每人收入多少' })).toBeVisible();
}

const card = (page, n) => page.getByRole('group', { name: `${MEMBER} ${n}`, exact: true });
const add = (page) => button(page, `添加${MEMBER}`);
const name = (page, n) => card(page, n).getByRole('textbox', { name: /^姓名/ });
const said = (page, text) => page.getByRole('status').filter({ hasText: text });

async function three(page) {
  for (const [idx, who] of ['李秀兰', '张建国', '张小雨'].entries()) {
    await add(page).click();
    await expect(name(page, idx + 1)).toBeFocused();
    await page.keyboard.type(who);
  }
}

test('rows are added, moved and taken away, and the focus follows', async ({ page }) => {
  await family(page);
  await three(page);
  await expect(said(page, `已添加${MEMBER} 3`)).toHaveCount(1);
  await expect(page.getByRole('group', { name: /^共同生活家庭成员 \d/ })).toHaveCount(3);

  await button(card(page, 3), `上移 ${MEMBER} 3`).click();
  await expect(card(page, 2)).toBeFocused();
  await expect(name(page, 2)).toHaveValue('张小雨');
  await expect(name(page, 3)).toHaveValue('张建国');
  await expect(button(card(page, 1), `上移 ${MEMBER} 1`)).toHaveCount(0);
  await expect(button(card(page, 3), `下移 ${MEMBER} 3`)).toHaveCount(0);

  await button(card(page, 1), `删除 ${MEMBER} 1`).click();
  await expect(card(page, 1)).toBeFocused();
  await expect(name(page, 1)).toHaveValue('张小雨');
  await expect(said(page, `已删除${MEMBER} 1`)).toHaveCount(1);
  for (const n of [1, 1]) await button(card(page, n), `删除 ${MEMBER} ${n}`).click();
  await expect(add(page)).toBeFocused();
});

test('a row that was taken away comes back with its answers, by keyboard', async ({ page }) => {
  await family(page);
  await three(page);
  await button(card(page, 2), `删除 ${MEMBER} 2`).click();
  await expect(card(page, 2)).toBeFocused();
  await expect(name(page, 2)).toHaveValue('张小雨');
  // The button stands where the row stood, one step before what has the focus now.
  const undo = button(page, `撤销删除 ${MEMBER} 2`);
  await expect(undo).toBeVisible();
  await clean(page);
  await page.keyboard.press('Shift+Tab');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page, 2)).toBeFocused();
  await expect(name(page, 2)).toHaveValue('张建国');
  await expect(name(page, 3)).toHaveValue('张小雨');
  await expect(said(page, `已恢复${MEMBER} 2`)).toHaveCount(1);
  await expect(undo).toHaveCount(0);

  // The last of all, and then nothing typed is nothing to bring back.
  for (const n of [3, 2, 1]) await button(card(page, n), `删除 ${MEMBER} ${n}`).click();
  await button(page, `撤销删除 ${MEMBER} 1`).click();
  await expect(name(page, 1)).toHaveValue('李秀兰');
  await add(page).click();
  await button(card(page, 2), `删除 ${MEMBER} 2`).click();
  await expect(said(page, `已删除${MEMBER} 2`)).toHaveCount(1);
  await expect(card(page, 1)).toBeFocused();
});

test('the sum follows, and one key draws one question', async ({ page }) => {
  await family(page);
  await three(page);
  const wage = (n) => card(page, n).getByRole('textbox', { name: /^每月工资性收入/ });
  await wage(2).fill('120');
  await settled(page);
  const draws = () => page.evaluate(() =>
    Object.fromEntries([...document.querySelectorAll('[data-renders]')].map((e) => [e.dataset.field, Number(e.dataset.renders)])));
  const occupation = card(page, 1).getByRole('textbox', { name: /^职业或就学/ });
  await occupation.focus();
  const before = await draws();
  await page.keyboard.type('工');
  await expect(occupation).toHaveValue('工');
  const after = await draws();
  const changed = Object.keys(after).filter((field) => after[field] !== before[field]);
  expect(changed).toEqual(['family#1.occupation']);
  expect(after['family#1.occupation'] - before['family#1.occupation']).toBe(1);
});

test('the error summary names the row and leads to it', async ({ page }) => {
  await family(page);
  await three(page);
  await control(page, '下一步').click();
  const summary = page.getByRole('alert');
  const link = summary.getByRole('link', { name: new RegExp(`${MEMBER} 2：公民身份号码`) });
  await link.click();
  await expect(card(page, 2).getByRole('textbox', { name: /^公民身份号码/ })).toBeFocused();
});

for (const size of SIZES) {
  test(`rows are cards that fit ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size);
    await family(page);
    await three(page);
    await look(page, 'rows');
  });
}
