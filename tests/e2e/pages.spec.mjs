// Every page at three sizes: axe finds nothing, nothing runs out at the side, and a picture is kept.

import AxeBuilder from '@axe-core/playwright';
import fs from 'node:fs';
import path from 'node:path';

import { SCREENS, SIZES, control, expect, heading, open, test } from './fixture.mjs';
import { PAGES, begin, fillPage } from './sq031.mjs';

/// axe, reflow, one h1, a title; and a picture.
async function look(page, name) {
  const { width, height } = page.viewportSize();
  fs.mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENS, `${name}-${width}x${height}.png`), fullPage: true, animations: 'disabled' });

  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect.soft(found, `axe on ${name}`).toEqual([]);

  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(over, `${name} runs out at the side`).toBeLessThanOrEqual(0);
  expect.soft(await page.getByRole('heading', { level: 1 }).count(), `one h1 on ${name}`).toBe(1);
  expect.soft(await page.title(), `a title on ${name}`).not.toBe('');
}

for (const size of SIZES) {
  test.describe(`${size.width}×${size.height}`, () => {
    test.use({ viewport: size });

    test('pages that only tell', async ({ page }) => {
      for (const [name, address] of [
        ['home', '#/'], ['browse', '#/life/relief'], ['browse-all', '#/all'], ['browse-list', '#/list/innovation'], ['guide', '#/i/SQ031'], ['guide-benefit', '#/i/MS01'], ['privacy', '#/privacy'],
        ['gallery', '#/gallery'], ['benefit', '#/b/MS01'], ['not-found', '#/nothing'],
      ]) {
        await open(page, address);
        await look(page, name);
      }
      await open(page, '?lang=en#/i/SQ031');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await look(page, 'guide-en');
    });

    test('filling, checking and the papers', async ({ page }) => {
      await begin(page);
      await look(page, 'fill-1-empty');
      await control(page, '下一步').click();
      await expect(page.getByText('有地方需要改一下')).toBeVisible();
      await look(page, 'fill-1-errors');
      for (const [idx, part] of PAGES.entries()) {
        await fillPage(page, part);
        if (idx + 1 < PAGES.length) {
          await expect(page.getByRole('heading', { name: PAGES[idx + 1].title })).toBeVisible();
          await look(page, `fill-${idx + 2}-empty`);
        }
      }
      await expect(heading(page, '核对填写的内容')).toBeVisible();
      await look(page, 'check');
      await control(page, '生成材料').click();
      await expect(page.getByRole('heading', { name: '材料做好了' })).toBeVisible({ timeout: 30_000 });
      await look(page, 'papers');
    });
  });
}

test.describe('320 px wide, as a page at 400 % is', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing runs out at the side', async ({ page }) => {
    for (const address of ['#/', '#/life/relief', '#/i/SQ031', '#/i/SQ031/fill', '#/b/MS01', '#/gallery', '?text=4#/i/SQ031']) {
      await open(page, address);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(over, address).toBeLessThanOrEqual(0);
    }
  });
});
