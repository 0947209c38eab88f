// Served over plain http under a name: the browser lends no encryption, so nothing is kept, and that is said.

import { expect, open, test } from './fixture.mjs';
import { begin, textbox } from './sq031.mjs';

const PORT = Number(process.env.PORT ?? 8123);

test.use({
  // A header that means nothing here.
  allowed: { patterns: [/Cross-Origin-Opener-Policy/] },
  baseURL: `http://yuntian.test:${PORT}/`,
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-proxy-server', '--host-resolver-rules=MAP yuntian.test 127.0.0.1'],
  },
});

test('without a secure context the form works, keeps nothing, and says so with a way out', async ({ page }) => {
  await begin(page);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await textbox(page, '姓名').fill('王秀英');
  await textbox(page, '公民身份号码').focus();
  await expect(page.getByText(/没有保存：这个网址不是 https 开头/)).toBeVisible();
  await expect(page.getByText('已保存在本机')).toHaveCount(0);
  await page.getByRole('link', { name: '先打印未填完的表' }).click();
  await expect(page.getByRole('heading', { name: '这是还没填完的表' })).toBeVisible({ timeout: 30_000 });
  await open(page, '#/drafts');
  await expect(page.getByText(/没有保存：这个网址不是 https/)).toBeVisible();
});
