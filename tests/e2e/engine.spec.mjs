// The first questions are there before the engine. It comes with the first key; until it does, nothing is lost.

import { button, control, expect, heading, test } from './fixture.mjs';
import { PAGES, begin, textbox } from './sq031.mjs';

const ENGINE = '**/split_later.wasm';

test('the engine comes with the first key, not before', async ({ page }) => {
  const sent = [];
  page.on('request', (request) => sent.push(request.url()));
  const has = () => sent.some((url) => url.endsWith('split_later.wasm'));
  await begin(page);
  await page.waitForLoadState('networkidle');
  expect(has()).toBe(false);
  await textbox(page, '姓名').press('a');
  await expect.poll(has).toBe(true);
});

test('what is done while the engine is on its way is done when it is here', async ({ page }) => {
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  await page.route(ENGINE, async (route) => {
    await gate;
    await route.continue();
  });
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  await textbox(page, '公民身份号码').fill('420105194405060225');
  await control(page, 'English').click();
  await expect(page.getByRole('textbox').first()).toHaveValue('王秀英');
  await control(page, '中文').click();
  await page.getByRole('combobox', { name: /^民族/ }).selectOption({ label: '汉族' });
  await button(page, '下一步').click();
  await expect(heading(page, PAGES[0].title)).toBeVisible();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');

  go();
  await expect(heading(page, PAGES[1].title)).toBeVisible();
  await button(page, '返回').click();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  await expect(textbox(page, '公民身份号码')).toHaveValue('420105 19440506 0225');
});

test.describe('without the engine', () => {
  test.use({ allowed: { patterns: [/Failed to fetch/, /ERR_FAILED/, /ERR_INTERNET/] } });

  test('the page says so, keeps what was typed, and goes on later', async ({ page }) => {
    let isDown = true;
    await page.route(ENGINE, (route) => (isDown ? route.abort() : route.continue()));
    await begin(page);
    await textbox(page, '姓名').fill('王秀英');
    await expect(page.getByText('网络不通')).toBeVisible();
    // To the guide and back: what was typed is still there.
    await page.getByRole('link', { name: '返回' }).click();
    await control(page, '开始填写').or(control(page, '继续填写')).first().click();
    await expect(textbox(page, '姓名')).toHaveValue('王秀英');

    isDown = false;
    await textbox(page, '公民身份号码').fill('420105194405060225');
    await expect(page.getByText('网络不通')).toHaveCount(0);
    await expect(page.getByText('已保存在本机')).toBeVisible();
    await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  });
});
