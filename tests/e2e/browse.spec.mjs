// Ways to an item without its name: by life event, department, place and list; and what was opened lately.

import { button, expect, heading, open, test } from './fixture.mjs';

const link = (page, name) => page.getByRole('link', { name });

test('a life event leads to its items, and one of them to its guide', async ({ page }) => {
  await open(page, '#/');
  await link(page, /^残疾人服务/).click();
  await expect(heading(page, '残疾人服务')).toBeVisible();
  const items = page.getByRole('main').getByRole('list').first().getByRole('link');
  await expect(items.filter({ hasText: '残疾人证新办' })).toBeVisible();
  await expect(page.getByText(`共 ${await items.count()} 项`)).toBeVisible();
  await items.filter({ hasText: '残疾人证新办' }).click();
  await expect(heading(page, '残疾人证新办')).toBeVisible();
});

for (const [name, address, item] of [
  ['人社', '#/department/labour', '失业登记'], ['园区', '#/place/park', '小微企业、个体工商户担保贷款（融担贷）需求登记'],
  ['创新事项', '#/list/innovation', '小微企业、个体工商户担保贷款（融担贷）需求登记'], ['全部事项', '#/all', '养犬登记、年检'],
]) {
  test(`${name} lists ${item}`, async ({ page }) => {
    await open(page, '#/');
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(heading(page, name)).toBeVisible();
    await expect(link(page, new RegExp(`^${item}`))).toBeVisible();
  });
}

test('everything is there: 69 items and 21 benefits', async ({ page }) => {
  await open(page, '#/all');
  await expect(page.getByText('共 90 项')).toBeVisible();
});

test.describe('without the index', () => {
  test.use({ allowed: { patterns: [/Failed to load resource/] } });

  test('a list that does not come says so', async ({ page }) => {
    await page.route(/\/data\/index\//, (route) => route.abort());
    await page.goto('./#/all');
    await expect(page.getByText('清单没有下载下来')).toBeVisible();
  });
});

test.describe('what was opened lately', () => {
  test('stands on the home page until it is forgotten', async ({ page }) => {
    await open(page, '#/');
    await expect(page.getByRole('heading', { name: '最近打开过' })).toHaveCount(0);
    for (const id of ['SQ009', 'SQ048', 'SQ009']) {
      await open(page, `#/i/${id}`);
      await expect(button(page, '打印本页')).toBeVisible();
    }
    await open(page, '#/');
    const section = page.getByRole('region', { name: '最近打开过' });
    await expect(section.getByRole('link')).toHaveText(['失业登记', '残疾人证新办']);
    await page.reload();
    await expect(section.getByRole('link')).toHaveText(['失业登记', '残疾人证新办']);
    await button(section, '清除这些记录').click();
    await expect(section).toHaveCount(0);
    await page.reload();
    await expect(heading(page, '想办什么事？')).toBeVisible();
    await expect(section).toHaveCount(0);
  });

  for (const mode of ['kiosk', 'station']) {
    test(`is kept by no ${mode}`, async ({ page }) => {
      await page.route(/\/data\/settings\./, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...await response.json(), mode } });
      });
      await open(page, '#/i/SQ009');
      await expect(button(page, '打印本页')).toBeVisible();
      await open(page, '#/');
      await expect(page.getByRole('heading', { name: '最近打开过' })).toHaveCount(0);
      expect(await page.evaluate(() => window.localStorage.length)).toBe(0);
    });
  }
});
