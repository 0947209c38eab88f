// What goes wrong, and how it is said.

import { button, control, expect, open, test } from './fixture.mjs';
import { PAGES, begin, fillPage, group, textbox } from './sq031.mjs';

test('the error summary takes the focus and leads to the question', async ({ page }) => {
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  await textbox(page, '公民身份号码').fill('420105194405060226');
  await control(page, '下一步').click();

  const summary = page.locator('.yt-summary, [data-summary]').first();
  await expect(summary).toContainText('有地方需要改一下');
  await expect.poll(() => summary.evaluate((node) => node.contains(document.activeElement))).toBe(true);
  await expect(page.getByRole('heading', { name: PAGES[0].title })).toBeVisible();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const number = textbox(page, '公民身份号码');
  await expect(number).toBeFocused();
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await expect(number).toHaveAccessibleDescription(/错误/);
});

test.describe('a group of controls', () => {
  const fault = (page, name) => group(page, name).locator('.yt-field__error');

  test.beforeEach(async ({ page }) => {
    await open(page, '#/i/SQ004/fill/what');
    await control(page, '知道了，开始填写').click();
    await expect(page.getByRole('heading', { level: 1, name: '为什么注销' })).toBeVisible();
  });

  test('a day that is none is said once it is left by Tab, and not on the way from box to box', async ({ page }) => {
    await group(page, '为什么注销').getByRole('radio', { name: /出国/ }).check();
    const day = group(page, '从哪天起');
    await day.getByRole('textbox', { name: '年' }).focus();
    for (const part of ['2026', '2', '30']) {
      await expect(fault(page, '从哪天起')).toHaveCount(0);
      await page.keyboard.type(part);
      await page.keyboard.press('Tab');
    }
    await expect(fault(page, '从哪天起')).toBeVisible();
    await expect(day.getByRole('textbox', { name: '日' })).toHaveAttribute('aria-invalid', 'true');
    // It goes with what was wrong.
    await day.getByRole('textbox', { name: '月' }).fill('3');
    await expect(fault(page, '从哪天起')).toHaveCount(0);
  });

  test('a press on the word beside a box leaves nothing', async ({ page }) => {
    await group(page, '为什么注销').getByRole('radio', { name: /出国/ }).check();
    const day = group(page, '从哪天起');
    await day.getByRole('textbox', { name: '年' }).fill('2026');
    await day.getByText('月', { exact: true }).click();
    await expect(day.getByRole('textbox', { name: '月' })).toBeFocused();
    await expect(fault(page, '从哪天起')).toHaveCount(0);
    await page.getByRole('heading', { level: 1 }).click();
    await expect(fault(page, '从哪天起')).toBeVisible();
  });

  test('choices that were passed by are said to be open, and an address once it is left', async ({ page }) => {
    await group(page, '为什么注销').getByRole('radio').first().focus();
    await page.keyboard.press('Tab');
    await expect(fault(page, '为什么注销')).toBeVisible();
    await group(page, '为什么注销').getByRole('radio', { name: /出国/ }).check();
    await expect(fault(page, '为什么注销')).toHaveCount(0);

    await begin(page);
    await control(page, '稍后填写').click();
    const place = group(page, '户籍地址');
    await place.getByRole('combobox', { name: '街道' }).selectOption({ index: 1 });
    await place.getByRole('combobox', { name: '社区' }).focus();
    await expect(fault(page, '户籍地址')).toHaveCount(0);
    await textbox(page, '联系电话').focus();
    await expect(fault(page, '户籍地址')).toBeVisible();
  });
});

test('what is missing may be skipped', async ({ page }) => {
  await begin(page);
  await control(page, '稍后填写').click();
  await expect(page.getByRole('heading', { name: PAGES[1].title })).toBeVisible();
});

test.describe('with a broken pack', () => {
  test.use({ allowed: { patterns: [/SQ031/] } });

  test('the form is named as broken and the others work', async ({ page }) => {
    await page.route('**/data/packs/SQ031*', (route) => route.fulfill({ body: '{"format": "yuntian/1", ' }));
    await open(page, '#/i/SQ031');
    await expect(page.getByRole('heading', { name: '这个事项暂时打不开' })).toBeVisible();
    await open(page, '#/b/MS01');
    await expect(page.getByRole('heading', { name: '这个事项暂时打不开' })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('测一测');
  });
});

test.describe('without the program', () => {
  test.use({ allowed: { patterns: [/wasm/i, /ERR_FAILED/, /fetch/i] } });

  test('the page says what to do instead', async ({ page }) => {
    await page.route(({ pathname }) => pathname.endsWith('.wasm'), (route) => route.abort());
    await page.goto('./');
    await expect(page.getByText('这个浏览器打不开填表页面')).toBeVisible();
  });
});

test('without scripts the page says so', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('./');
  // `getByText` passes `noscript` by.
  await expect(page.locator('noscript p').first()).toContainText('填表需要打开浏览器的脚本');
  await context.close();
});

test('an unknown address says so', async ({ page }) => {
  await open(page, '#/i/NOPE');
  await expect(page.getByRole('main')).not.toBeEmpty();
  await open(page, '#/nothing/here');
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible();
});

test('a draft can be printed with almost nothing answered', async ({ page }) => {
  await begin(page);
  await fillPage(page, PAGES[0]);
  await open(page, '#/i/SQ031/papers');
  await expect(page.getByRole('heading', { name: '这是还没填完的表' })).toBeVisible({ timeout: 30_000 });
  const [file] = await Promise.all([page.waitForEvent('download'), control(page, '下载 PDF').click()]);
  expect(await file.failure()).toBeNull();
});

test('a character that no font has is told when its page is left', async ({ page }) => {
  await begin(page);
  await textbox(page, '姓名').fill('王\u{30000}');
  await button(page, '稍后填写').click();
  await expect(page.getByRole('status').filter({ hasText: '请用笔写' })).toContainText('姓名 \u{30000}');
});

test('half an address is named, and the line leads to the part that is missing', async ({ page }) => {
  await begin(page);
  await fillPage(page, PAGES[0]);
  await expect(page.getByRole('heading', { name: PAGES[1].title })).toBeVisible();
  const address = page.getByRole('group', { name: /^户籍地址/ });
  await address.getByRole('combobox', { name: '街道' }).selectOption({ index: 1 });
  await button(page, '下一步').click();
  const line = page.getByRole('alert').getByRole('link', { name: /请填写“户籍地址”/ });
  await line.click();
  await expect(address.getByRole('textbox', { name: /^详细地址/ })).toBeFocused();
});

test('a press on a button counts although the question it leaves shows an error', async ({ page }) => {
  await begin(page);
  const number = textbox(page, '公民身份号码');
  await number.fill('420105194405060226');
  // The error line moves what stands below it; it waits until the press is over.
  const next = button(page, '下一步');
  await next.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await next.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await expect(number).not.toBeFocused();
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  await page.mouse.up();
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible();

  // A press that goes nowhere ends the wait as well.
  await number.fill('420105194405060227');
  await page.mouse.click(2, 2);
  await expect(number).not.toBeFocused();
  await expect(number).toHaveAttribute('aria-invalid', 'true');
});
