// Where others can see the screen: a sensitive answer of any sort is covered once it is left, and shown to whoever asks.

import { button, control, expect, heading, open, test } from './fixture.mjs';
import { PAGES, fillPage, group, textbox } from './sq031.mjs';

const BANK = PAGES[3];

async function toBank(page, mode) {
  await open(page, `?mode=${mode}#/i/SQ031`);
  await control(page, '开始填写').click();
  await control(page, '知道了，开始填写').click();
  for (const part of PAGES.slice(0, 3)) await fillPage(page, part);
  await expect(page.getByRole('heading', { name: BANK.title })).toBeVisible();
}

for (const mode of ['station', 'kiosk']) {
  test(`sensitive answers are covered at a ${mode}`, async ({ page }) => {
    await toBank(page, mode);
    await textbox(page, '开户银行').fill('示例银行武汉汉阳钟家村支行');
    await group(page, '卡还是存折').getByRole('radio', { name: '存折' }).check();
    // As long as the focus is there, what is chosen is seen.
    await expect(group(page, '卡还是存折').getByRole('radio', { name: '存折' })).toBeChecked();
    await textbox(page, '存折账号').fill('17020112345678');
    await expect(textbox(page, '开户银行')).toHaveValue('***');
    await expect(group(page, '卡还是存折').getByRole('radio')).toHaveCount(0);
    await expect(group(page, '卡还是存折')).toContainText('已填写，已遮住');
    await page.getByRole('checkbox', { name: /同意/ }).check();
    await expect(textbox(page, '存折账号')).toHaveValue('***');
    await expect(page.getByRole('main')).not.toContainText('17020112345678');

    // By keyboard too: the button may have the focus and lifts nothing until it is pressed; then the question has it.
    const show = group(page, '卡还是存折').getByRole('button', { name: '查看或修改' });
    await show.focus();
    await expect(show).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(group(page, '卡还是存折').getByRole('radio').first()).toBeFocused();
    await expect(group(page, '卡还是存折').getByRole('radio', { name: '存折' })).toBeChecked();
    await textbox(page, '开户银行').focus();
    await expect(group(page, '卡还是存折').getByRole('radio')).toHaveCount(0);
    await expect(textbox(page, '开户银行')).toHaveValue('示例银行武汉汉阳钟家村支行');

    await control(page, '下一步').click();
    await fillPage(page, PAGES[4]);
    await expect(heading(page, '核对填写的内容')).toBeVisible();
    const answers = page.getByRole('main');
    for (const text of ['示例银行', '17020112345678']) await expect(answers).not.toContainText(text);
    // What is not sensitive is shown as it is.
    await expect(answers).toContainText('王秀英');
    // Covered on the screen, whole on the paper.
    await control(page, '生成材料').click();
    await expect(page.getByRole('heading', { name: '材料做好了' })).toBeVisible({ timeout: 30_000 });
  });
}

test('at home nothing is covered', async ({ page }) => {
  await toBank(page, 'home');
  await textbox(page, '开户银行').fill('示例银行');
  await group(page, '卡还是存折').getByRole('radio', { name: '存折' }).check();
  await button(page, '下一步').focus();
  await expect(textbox(page, '开户银行')).toHaveValue('示例银行');
  await expect(group(page, '卡还是存折').getByRole('radio', { name: '存折' })).toBeChecked();
});
