// Ways about the page: search, language, text size, blank and sample papers, and the benefit check.

import { button, control, expect, heading, open, test } from './fixture.mjs';
import { POINTER, answer, group, textbox } from './sq031.mjs';

for (const words of ['高龄津贴', 'gaoling', 'gljt', '老人钱']) {
  test(`search finds the allowance by ${words}`, async ({ page }) => {
    await open(page, '#/');
    await page.getByRole('combobox', { name: '搜索事项' }).fill(words);
    await page.getByRole('option', { name: /高龄津贴申领/ }).click();
    await expect(heading(page, '高龄津贴申领')).toBeVisible();
    await expect(page).toHaveURL(/#\/i\/SQ031$/);
  });
}

test('the language changes, and a reload keeps it', async ({ page }) => {
  await open(page, '#/i/SQ031');
  await button(page, 'English').click();
  await expect(heading(page, 'Old-age allowance (80 and over)')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(heading(page, 'Old-age allowance (80 and over)')).toBeVisible();
  await button(page, '中文').click();
  await expect(heading(page, '高龄津贴申领')).toBeVisible();
});

test('the text grows', async ({ page }) => {
  await open(page, '#/i/SQ031');
  const size = () => page.getByRole('main').locator('p').first().evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
  const standard = await size();
  expect(standard).toBeGreaterThanOrEqual(18);
  await open(page, '?text=4#/i/SQ031');
  expect(await size()).toBeGreaterThan(standard * 1.3);
});

for (const [address, said] of [['#/i/SQ031/blank', '空白表'], ['#/i/SQ031/sample', '填好的样表']]) {
  test(`${said} can be seen and downloaded at once`, async ({ page }) => {
    await open(page, address);
    await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 30_000 });
    const [file] = await Promise.all([page.waitForEvent('download'), control(page, '下载 PDF').click()]);
    expect(await file.failure()).toBeNull();
  });
}

/// Answers the question of the benefit check that is open now.
async function birth(page, year, month, day) {
  const born = group(page, '出生日期');
  await born.getByLabel('年', { exact: true }).fill(year);
  await born.getByLabel('月', { exact: true }).fill(month);
  await born.getByLabel('日', { exact: true }).fill(day);
  await control(page, '下一步').click();
}

test('the benefit check: may qualify', async ({ page }) => {
  await open(page, '#/b/MS01');
  await birth(page, '1944', '5', '6');
  await answer(page, { address: '户籍地址', street: 1, community: 1, detail: '鹦鹉大道1号' }, POINTER);
  await control(page, '下一步').click();
  await expect(page.getByText('可能符合，待部门核验')).toBeVisible();
  await expect(page.getByText(/\d+\s*元/)).toHaveCount(0);
  await control(page, '填写一页确认书').click();
  await expect(page).toHaveURL(/#\/i\/MS01\/fill/);
});

test('the benefit check: does not, and why', async ({ page }) => {
  await open(page, '#/b/MS01');
  await birth(page, '1960', '1', '1');
  await expect(page.getByText('按您填写的情况，不符合')).toBeVisible();
  await expect(page.getByText('还没有年满80周岁。')).toBeVisible();
});

test('the benefit check: cannot tell yet', async ({ page }) => {
  await open(page, '#/b/MS01');
  await control(page, '这个先不答').click();
  await control(page, '这个先不答').click();
  await expect(page.getByText('还不能判断')).toBeVisible();
  await expect(page.getByText('出生日期').first()).toBeVisible();
});

test('a number is grouped only when it is left', async ({ page }) => {
  await open(page, '#/i/SQ031/fill');
  await control(page, '知道了，开始填写').click();
  const number = textbox(page, '公民身份号码');
  await number.pressSequentially('420105194405060225');
  await expect(number).toHaveValue('420105194405060225');
  await textbox(page, '姓名').focus();
  await expect(number).toHaveValue(/^420105 ?1944 ?0506 ?0225$/);
});
