// Every page at three sizes: axe finds nothing, nothing runs out at the side, and a picture is kept.

import { SIZES, button, control, expect, heading, open, test } from './fixture.mjs';
import { flows, look } from './look.mjs';
import { PAGES, begin, fillPage, textbox } from './sq031.mjs';

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
      await flows(page, address);
    }
  });
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const [mode, said, names] of [
    ['home', '已保存在本机', ['存成文件、求助', '我的草稿', '清除并退出']],
    ['station', '这台设备不保存，请不要关闭本页', ['存成文件、求助', '清除并退出']],
  ]) {
    test(`the bar takes one row, ${mode}`, async ({ page }) => {
      await open(page, `?mode=${mode}#/i/SQ031/fill`);
      const bar = page.getByRole('complementary', { name: /保存和清除|Saving and clearing/ });
      // English words may take a third line.
      const isOneRow = async (most = 72) => {
        expect((await bar.boundingBox()).height).toBeLessThanOrEqual(most);
        const tops = [];
        for (const way of await bar.getByRole('link').or(bar.getByRole('button')).all()) {
          const { x, y, width, height } = await way.boundingBox();
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
          expect(x + width).toBeLessThanOrEqual(360);
          tops.push(y);
        }
        expect(new Set(tops).size).toBe(1);
      };
      await isOneRow();
      await control(page, '知道了，开始填写').click();
      await isOneRow();
      await textbox(page, '姓名').fill('王秀英');
      await textbox(page, '公民身份号码').focus();
      await expect(bar.getByText(said)).toBeVisible();
      for (const name of names) await expect(control(page, name).first()).toBeVisible();
      await isOneRow();
      await look(page, `bar-${mode}`, { fullPage: false });
      await button(page, 'English').click();
      await expect(page.getByRole('link', { name: 'Save or get help' })).toBeVisible();
      await isOneRow(84);
      await look(page, `bar-${mode}-en`, { fullPage: false });
    });
  }
});
