// What is sent, and how much is drawn. Sizes are of the bytes that the host really sent: brotli, as dist holds them.

import fs from 'node:fs';

import { button, control, expect, open, test, withEngine } from './fixture.mjs';
import { begin, fillAll, textbox } from './sq031.mjs';

// The limits that tools/size.mjs keeps.
const BUDGET = JSON.parse(fs.readFileSync(new URL('../../tools/budget.json', import.meta.url), 'utf8'));
const FIRST_LOAD = BUDGET.firstLoad;
const FONTS = BUDGET.fonts;

/// Every response from now on, as address and size.
function listen(page) {
  const sent = [];
  page.on('response', (response) => {
    const size = Number(response.headers()['content-length'] ?? 0);
    if (response.url().startsWith('http')) sent.push([new URL(response.url()).pathname, size]);
  });
  return sent;
}

/// What is fetched once the first page stands, and is waited for by nobody.
const isAfter = ([name]) => /\/edition-/.test(name);

const total = (rows) => rows.reduce((sum, [, size]) => sum + size, 0);

test('the first question is there within the first-load budget', async ({ page }) => {
  const sent = listen(page);
  await begin(page);
  // All that comes without a key; the first key starts the worker and the table of county codes.
  await expect(textbox(page, '姓名')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const before = sent.filter((row) => !isAfter(row));
  await textbox(page, '姓名').press('a');
  await expect(textbox(page, '姓名')).toHaveValue('a');
  test.info().annotations.push({ type: 'first load', description: `${total(before)} bytes in ${before.length} requests` });
  expect(total(before), before.map(([name, size]) => `${size} ${name}`).join('\n')).toBeLessThanOrEqual(FIRST_LOAD);
});

test('the worker and the fonts wait until they are needed', async ({ page }) => {
  const sent = listen(page);
  await open(page, '#/');
  await expect(page.getByRole('combobox', { name: '搜索事项' })).toBeVisible();
  expect(sent.filter(([name]) => /\/(press|helper)-|\/split_(?:author|entitled|drafts|kiosk|hand|leaflet|carry|counter|own)|\/data\/benefits|\/data\/author\.|\/fonts\/|\/tables\//.test(name))).toEqual([]);
});

test('the list comes with the search box, within its budget', async ({ page }) => {
  const sent = listen(page);
  await begin(page);
  await page.waitForLoadState('networkidle');
  expect(sent.filter(([name]) => /\/index\/|split_finder/.test(name))).toEqual([]);
  await open(page, '#/');
  await page.waitForLoadState('networkidle');
  sent.length = 0;
  await page.getByRole('combobox', { name: '搜索事项' }).pressSequentially('gaoling');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(total(sent), sent.map(([name, size]) => `${size} ${name}`).join('\n')).toBeLessThanOrEqual(BUDGET.search);
});

test('the fonts of a filled form are a few shards', async ({ page }) => {
  const sent = listen(page);
  await fillAll(page);
  await control(page, '生成材料').click();
  await expect(page.getByRole('heading', { name: '材料做好了' })).toBeVisible({ timeout: 30_000 });
  const fonts = sent.filter(([name]) => name.includes('/fonts/'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(total(fonts), fonts.map(([name, size]) => `${size} ${name}`).join('\n')).toBeLessThanOrEqual(FONTS);
});

test('one key draws one question', async ({ page }) => {
  await begin(page);
  const counts = () => page.locator('[data-renders]').evaluateAll(
    (nodes) => Object.fromEntries(nodes.map((node) => [node.dataset.field, Number(node.dataset.renders)])),
  );
  await withEngine(page, () => textbox(page, '姓名').fill('王'));
  await expect(textbox(page, '姓名')).toBeFocused();
  const before = await counts();
  await page.keyboard.insertText('秀');
  await expect.poll(async () => (await counts())['applicant.name']).toBe(before['applicant.name'] + 1);
  expect(await counts()).toEqual({ ...before, 'applicant.name': before['applicant.name'] + 1 });
  await expect(button(page, '下一步')).toBeVisible();
});
