// The guide: what is asked first, the rest folded, one sheet of paper with its code, old addresses, and guides without a form.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { ROOT, control, expect, heading, open, test } from './fixture.mjs';

/// The guides with the most to say.
const LONGEST = ['SQ027', 'SQ001', 'SQ031', 'SQ068'];

/// Presses "print" and keeps what came out of the printer.
async function sheet(page, name) {
  await control(page, '打印本页').click();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
  await expect(page.locator('.yt-sheet')).toHaveCount(1);
  const file = test.info().outputPath(`${name}.pdf`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await page.pdf({ path: file, preferCSSPageSize: true });
  const told = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' });
  return { file, text: told('pdftotext', '-layout', file, '-'), pages: Number(told('pdfinfo', file).match(/Pages:\s+(\d+)/)[1]) };
}

const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target');

/// What stands in the code of a PDF's first page.
function decoded(file) {
  const at = file.replace(/\.pdf$/, '');
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-singlefile', file, at]);
  return execFileSync(path.join(TARGET, 'debug/examples/read_codes'), [`${at}.pgm`], { encoding: 'utf8' }).trim().split('\n');
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => { window.printed = 0; window.print = () => { window.printed += 1; }; });
});

test('what is asked first stands in front, the rest is folded', async ({ page }) => {
  await open(page, '#/i/SQ031');
  await expect(page.getByRole('heading', { name: '要准备的材料' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '在哪里办' })).toBeVisible();
  // Of what everybody asks, what is not known says so.
  for (const asked of ['在哪里办', '承诺时限', '法定时限', '咨询电话']) {
    await expect(page.locator('dt', { hasText: asked }).locator('xpath=../dd')).toContainText('待确认');
  }
  await expect(page.getByText('年满80周岁（从80岁生日当天算起）。')).toBeVisible();
  const faq = page.locator('details', { hasText: '常见问题' });
  await expect(faq.getByText('可以提前申请吗？')).toBeHidden();
  await faq.locator('summary').click();
  await expect(faq.getByText('可以提前申请吗？')).toBeVisible();
  await page.locator('details', { hasText: '关于这个事项' }).locator('summary').click();
  await expect(page.getByText('《中华人民共和国老年人权益保障法》')).toContainText('待核');
  await expect(page.getByText('000511011000')).toBeVisible();
});

for (const id of LONGEST) {
  test(`${id} prints on one sheet, and its code leads back`, async ({ page, baseURL }) => {
    await open(page, `#/i/${id}`);
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    const { file, text, pages } = await sheet(page, id);
    expect(pages).toBe(1);
    expect(text).toContain(title.slice(0, 6));
    expect(text).toContain('要准备的材料');
    // Nothing is cut off at the end: the last line of the sheet is there.
    expect(text.replace(/\s/g, '')).toContain('核对日期');
    expect(decoded(file)).toEqual([`${baseURL}#/i/${id}`]);
  });
}

test('a tick stands on the sheet', async ({ page }) => {
  await open(page, '#/i/SQ031');
  // A chord that may print brings the sheet, too.
  await page.keyboard.press('Control');
  await expect(page.locator('.yt-sheet')).toHaveCount(1);
  const first = page.getByRole('checkbox', { name: /居民身份证/ }).first();
  await first.check();
  await expect(first).toBeChecked();
  await expect(page.locator('.yt-sheet__materials li').first()).toContainText('☑');
  await expect(page.locator('.yt-sheet__materials li').nth(1)).toContainText('☐');
});

/// Adds to the directory what the tests' own catalogue would have.
async function withMore(page, more) {
  await page.route(/\/data\/directory\//, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), ...more } });
  });
}

test('a guide fits on its sheet in English and with large letters', async ({ page }) => {
  await open(page, '#/i/SQ027');
  await page.getByRole('button', { name: '最大' }).click();
  expect((await sheet(page, 'large')).pages).toBe(1);
  await open(page, '?lang=en#/i/SQ068');
  await page.keyboard.press('Control');
  await expect(page.locator('.yt-sheet')).toHaveCount(1);
  const file = test.info().outputPath('en.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true });
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/);
});

test('an old id leads to the new one, and the address is replaced', async ({ page }) => {
  await withMore(page, { OLD: { now: 'OLDER' }, OLDER: { now: 'SQ031' } });
  await open(page, '#/');
  for (const [old, now] of [['#/i/OLD', '#/i/SQ031'], ['#/i/OLD/fill', '#/i/SQ031/fill'], ['#/b/OLD', '#/b/SQ031']]) {
    await page.evaluate((hash) => { window.location.hash = hash; }, old);
    // A form opens at its first page.
    await expect.poll(() => new URL(page.url()).hash.replace('/fill/who', '/fill')).toBe(now);
    await page.goBack();
    await expect.poll(() => new URL(page.url()).hash).toBe('#/');
  }
});

test('a guide without a form is a list to tick and to print', async ({ page, baseURL }) => {
  const folder = test.info().outputPath('more');
  const forms = path.join(folder, 'forms');
  fs.cpSync(path.join(ROOT, 'docs/book/small'), forms, { recursive: true });
  fs.mkdirSync(path.join(forms, 'guides'), { recursive: true });
  fs.copyFileSync(path.join(ROOT, 'tests/guides/lone.json'), path.join(forms, 'guides/lone.json'));
  execFileSync(path.join(TARGET, 'debug/yuntian'), ['pack', '--forms', forms, '--out', path.join(folder, 'packs')], { cwd: ROOT });
  const [guides] = fs.readdirSync(path.join(folder, 'packs/guides'));
  const body = fs.readFileSync(path.join(folder, 'packs/guides', guides));
  await withMore(page, { G00001: { guides: `guides/${guides}` } });
  await page.route(`**/data/guides/${guides}`, (route) => route.fulfill({ body, contentType: 'application/octet-stream' }));

  await open(page, '#/i/G00001');
  await expect(heading(page, '示例事项：老年人免费乘车卡')).toBeVisible();
  await expect(page.getByText('这个事项不能在这里填写')).toBeVisible();
  await expect(control(page, '开始填写')).toHaveCount(0);
  await page.getByRole('checkbox', { name: /户口簿/ }).check();
  const { file, text, pages } = await sheet(page, 'G00001');
  expect(pages).toBe(1);
  expect(text).toContain('☑');
  expect(decoded(file)).toEqual([`${baseURL}#/i/G00001`]);
  // Its other addresses lead to the same.
  await open(page, '#/i/G00001/fill');
  await expect(heading(page, '示例事项：老年人免费乘车卡')).toBeVisible();
});
