// The search box: what matched is marked, keys choose, a slip is said to be one, and where nothing is found there is something to try.

import { button, expect, heading, open, test } from './fixture.mjs';

const box = (page) => page.getByRole('combobox', { name: '搜索事项' });
const options = (page) => page.getByRole('option');
const status = (page) => page.getByRole('search').getByRole('status');

test('what matched is marked while one types', async ({ page }) => {
  await open(page, '#/');
  await box(page).pressSequentially('gaol');
  await expect(options(page).first().locator('mark')).toHaveText('高龄');
  await box(page).pressSequentially('ingjt');
  await expect(options(page).first().locator('mark')).toHaveText('高龄津贴');
  await expect(status(page)).toHaveText(/找到 \d+ 项/);
});

test('the keyboard chooses, opens and clears', async ({ page }) => {
  await open(page, '#/');
  await box(page).fill('津贴');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  const second = options(page).nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(box(page)).toHaveAttribute('aria-activedescendant', await second.getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await expect(options(page)).toHaveCount(0);
  await box(page).fill('gljt');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading(page, /高龄津贴/)).toBeVisible();
});

for (const slip of ['gaolimg', 'galoingjintie', '高龄金贴']) {
  test(`one wrong letter is forgiven, and said: ${slip}`, async ({ page }) => {
    await open(page, '#/');
    await box(page).fill(slip);
    await expect(page.getByRole('option', { name: /高龄津贴/ }).first()).toBeVisible();
    await expect(status(page)).toHaveText(/没有完全相同的/);
  });
}

test('where nothing is found there is something to try', async ({ page }) => {
  await open(page, '#/');
  await box(page).fill('zzzzzzzz');
  await expect(status(page)).toHaveText(/没有找到/);
  await expect(options(page)).toHaveCount(0);
  const tries = page.getByRole('search').getByRole('button');
  const name = await tries.first().textContent();
  await button(page, name).click();
  await expect(box(page)).toHaveValue(name);
  await expect(box(page)).toBeFocused();
  await expect(options(page).first()).toBeVisible();
});

test.describe('the list does not come', () => {
  test.use({ allowed: { patterns: [/index\/head/, /Failed to load resource/] } });
  test('this is said, and a further key asks again', async ({ page }) => {
    await page.route('**/data/index/**', (route) => route.fulfill({ status: 503 }));
    await open(page, '#/');
    await box(page).fill('gaolin');
    await expect(status(page)).toHaveText(/网络/);
    await page.unroute('**/data/index/**');
    await box(page).press('g');
    await expect(options(page).first()).toBeVisible();
  });
});
