// How the page is delivered: its headers, what its policy refuses, and settings that are wrong.


import { expect, heading, open, test } from './fixture.mjs';
import { clean } from './look.mjs';

test('every answer carries the headers', async ({ page, request }) => {
  await open(page, '#/');
  const addresses = await page.evaluate(() => [location.pathname, './sw.js', './manifest.webmanifest', './nothing-here', document.querySelector('meta[name="edition"]').content]);
  for (const address of addresses) {
    const headers = (await request.get(new URL(address, page.url()).href)).headers();
    expect(headers['content-security-policy'], address).toMatch(/^default-src 'none'; .*require-trusted-types-for 'script'; trusted-types default; frame-ancestors 'none'$/);
    expect(headers, address).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
    expect(headers['permissions-policy'], address).toContain('camera=(), ');
    const isLasting = /-[0-9a-f]{16}\.js$/.test(address);
    expect(headers['cache-control'], address).toBe(isLasting ? 'public, max-age=31536000, immutable' : /nothing/.test(address) ? undefined : 'no-cache');
  }
});

test.describe('the policy', () => {
  // Each refusal is told in the console as well.
  test.use({ allowed: { patterns: [/Trusted|Content Security Policy/] } });

  test('scripts come from the page itself, whatever a fault would write into it', async ({ page }) => {
    await open(page, '#/');
    const refused = await page.evaluate(() => {
      const attempts = {
        html: () => { document.createElement('p').innerHTML = '<b>x</b>'; },
        elsewhere: () => new Worker('https://elsewhere.example/worker.js'),
        blob: () => new Worker(URL.createObjectURL(new Blob(['1']))),
        policy: () => trustedTypes.createPolicy('another', {}),
        script: () => { document.createElement('script').text = '1'; },
      };
      return Object.entries(attempts).filter(([, attempt]) => {
        try {
          attempt();
          return false;
        } catch (error) {
          return error instanceof TypeError;
        }
      }).map(([name]) => name);
    });
    expect(refused).toEqual(['html', 'elsewhere', 'blob', 'policy', 'script']);
  });
});

test.describe('settings that are wrong', () => {
  const SETTINGS = /\/data\/settings\.[0-9a-f]+\.json$/;
  const good = { format: 'yuntian-settings/1', district: { zh: '汉阳区', en: 'Hanyang' }, division: '420105' };

  for (const [name, text, told] of [
    ['a mode that is none', JSON.stringify({ ...good, mode: 'kisok' }), ['mode', '应当是：home | station | enterprise | kiosk']],
    ['a key that is none', JSON.stringify({ ...good, moed: 'kiosk' }), ['moed', '是不是想写 mode？']],
    ['a limit', JSON.stringify({ ...good, draftDays: 4000 }), ['draftDays', '1 到 365 之间的整数']],
    ['no JSON', '{"format": ', ['整个文件', '不是正确的 JSON']],
  ]) {
    test(`${name} stops the page and says where`, async ({ page }) => {
      await page.route(SETTINGS, (route) => route.fulfill({ body: text, contentType: 'application/json' }));
      for (const address of ['#/', '#/i/SQ031', '#/i/SQ031/fill', '#/author']) {
        await page.goto(`./${address}`);
        await page.reload();
        await expect(heading(page, '这个网站的设置有错误')).toBeVisible();
        for (const part of told) await expect(page.getByRole('alert')).toContainText(part);
        await expect(page.getByRole('textbox')).toHaveCount(0);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      }
      await clean(page, name);
    });
  }
});
