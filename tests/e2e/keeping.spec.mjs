// Drafts kept at home: the list, several of one form, an older one in a newer form; and nothing at all where people share a device.


import { button, expect, open, test } from './fixture.mjs';
import { clean } from './look.mjs';
import { PAGES, begin, fillPage, textbox } from './sq031.mjs';
import { DAY, SAVED, beginNamed, beside, rows, typeName, watchDatabases, writeOldStore } from './store.mjs';

const list = (page) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
const openList = async (page) => {
  await open(page, '#/drafts');
  await expect(page.getByRole('heading', { level: 1, name: '我的草稿' })).toBeVisible();
};

test('the list names each draft, and leads on to it', async ({ page }) => {
  await open(page, '#/');
  await expect(page.getByRole('link', { name: '我的草稿' })).toHaveCount(0);
  await begin(page);
  await fillPage(page, PAGES[0]);
  await textbox(page, '联系电话').fill('13871234567');
  await textbox(page, '联系电话').blur();
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.getByRole('link', { name: '我的草稿' }).click();

  await expect(list(page)).toHaveCount(1);
  const card = list(page).first();
  await expect(card.getByRole('heading', { name: '高龄津贴申领' })).toBeVisible();
  await expect(card).toContainText('11月23日 08:30');
  await expect(card).toContainText(/\d 题，共 \d+ 题/);
  await expect(card).toContainText('2026年12月23日，到时自动删除');
  await clean(page);

  await open(page, '#/');
  await page.getByRole('link', { name: '我的草稿' }).click();
  await page.getByRole('link', { name: '接着填' }).click();
  await expect(page.getByRole('heading', { name: PAGES[1].title })).toBeVisible();
  await expect(textbox(page, '联系电话')).toHaveValue(/^138/);
});

test('a draft is resumed on the first page that needs something', async ({ page }) => {
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  // Skipped with questions open; then the third page is answered.
  await button(page, '稍后填写').or(page.getByRole('button', { name: /稍后/ })).first().click();
  await expect(page.getByRole('heading', { name: PAGES[1].title })).toBeVisible();
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  await open(page, '#/i/SQ031/fill');
  await expect(page.getByRole('heading', { name: PAGES[0].title })).toBeVisible();
  await expect(page.getByText(/这是您11月23日 08:30保存的草稿/)).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByText(/这是您11月23日/)).toHaveCount(0);
});

test('several drafts of one form stand side by side', async ({ page }) => {
  await beginNamed(page, '王秀英');
  await openList(page);
  await page.getByRole('link', { name: '另填一份新的' }).click();
  await button(page, '知道了，开始填写').click();
  await expect(textbox(page, '姓名')).toHaveValue('');
  // Nothing was typed into the new one: a reload still has it open.
  await page.reload();
  await button(page, '知道了，开始填写').click();
  await expect(textbox(page, '姓名')).toHaveValue('');
  await typeName(page, '李小明');
  expect(await rows(page)).toMatchObject({ heads: 2, bodies: 2 });
  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('李小明');
  // A tab that comes anew opens the one saved last, and says so.
  const other = await page.context().newPage();
  await open(other, '#/i/SQ031/fill');
  await expect(textbox(other, '姓名')).toHaveValue('李小明');
  await expect(other.getByText('这张表还有 1 份草稿')).toBeVisible();
  await expect(other.getByRole('link', { name: '看全部草稿，或另填一份' })).toBeVisible();
  await other.close();

  await openList(page);
  await expect(list(page)).toHaveCount(2);
  await list(page).last().getByRole('link', { name: '接着填' }).click();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  // This tab goes on with what it has open, though the other was saved last.
  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
});

test('one draft is deleted after a question, or all', async ({ page }) => {
  await beginNamed(page, '王秀英');
  await openList(page);
  await page.getByRole('link', { name: '另填一份新的' }).click();
  await button(page, '知道了，开始填写').click();
  await typeName(page, '李小明');
  await openList(page);
  const dialog = page.getByRole('dialog');
  await list(page).first().getByRole('button', { name: '删除', exact: true }).click();
  await dialog.getByRole('button', { name: '不删除' }).click();
  await expect(list(page)).toHaveCount(2);
  await list(page).first().getByRole('button', { name: '删除', exact: true }).click();
  await expect(dialog).toContainText('删除后找不回来');
  await dialog.getByRole('button', { name: '删除', exact: true }).click();
  await expect(list(page)).toHaveCount(1);
  await expect(page.getByText('已删除。')).toBeVisible();
  await page.getByRole('link', { name: '接着填' }).click();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');

  await openList(page);
  await button(page, '删除全部草稿').click();
  await dialog.getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByText('这里没有草稿')).toBeVisible();
  expect(await rows(page)).toMatchObject({ heads: 0, bodies: 0, files: 0 });
  await open(page, '#/');
  await expect(page.getByRole('link', { name: '我的草稿' })).toHaveCount(0);
  await open(page, '#/i/SQ031/fill');
  await expect(page.getByText('王秀英')).toHaveCount(0);
});

test('a draft goes after its days, unless it is to stay', async ({ page }) => {
  await beginNamed(page, '王秀英');
  await openList(page);
  await page.getByRole('link', { name: '另填一份新的' }).click();
  await button(page, '知道了，开始填写').click();
  await typeName(page, '李小明');
  await openList(page);
  await list(page).last().getByRole('button', { name: '一直保留' }).click();
  await expect(list(page).last()).toContainText('一直保留，直到您删除');
  await page.clock.setFixedTime(Date.parse('2026-11-23T08:30:00+08:00') + 31 * DAY);
  await page.reload();
  await expect(list(page)).toHaveCount(1);
  await page.getByRole('link', { name: '接着填' }).click();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
});

test('a draft of the store as it was before is found again', async ({ page }) => {
  await beside(page);
  await writeOldStore(page, 'SQ031', {
    draft: 1, form: 'SQ031', version: 1, entries: { 'applicant.name': '王秀英' }, consents: [],
    page: 'who', touched: [], left: [], declined: [], confirmed: [],
  }, Date.parse('2026-11-20T08:30:00+08:00'));
  await openList(page);
  await expect(list(page).getByRole('heading', { name: '高龄津贴申领' })).toBeVisible();
  await page.getByRole('link', { name: '接着填' }).click();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  expect(await rows(page)).toMatchObject({ heads: 1, bodies: 1, drafts: 0 });
});

test('an older draft opens in the newer form, and what became of it is said', async ({ page }) => {
  await beside(page);
  await writeOldStore(page, 'SQ031', {
    draft: 1, form: 'SQ031', version: 0,
    entries: { 'applicant.name': '王秀英', 'applicant.idNumber': '420105194405060226', 'applicant.nickname': '英子' },
    consents: [], page: 'account', touched: [], left: ['who', 'where'], declined: [], confirmed: [],
  }, Date.parse('2026-11-20T08:30:00+08:00'));
  await open(page, '#/i/SQ031/fill/account');
  // The first page that is wrong now, whatever the address says.
  await expect(page.getByRole('heading', { name: PAGES[0].title })).toBeVisible();
  const report = page.getByRole('status').filter({ hasText: '这张表更新过' });
  await expect(report).toContainText('2 项都带过来了');
  await expect(report).toContainText('英子');
  await expect(report.getByRole('link', { name: /公民身份号码/ })).toBeVisible();
  await clean(page);
});

for (const mode of ['kiosk', 'station']) {
  test(`at a ${mode} nothing is stored, and no database is opened`, async ({ page }) => {
    await watchDatabases(page);
    await open(page, `?mode=${mode}#/i/SQ031/fill`);
    await button(page, '知道了，开始填写').click();
    await textbox(page, '姓名').fill('王秀英');
    await textbox(page, '公民身份号码').fill('420105194405060225');
    await textbox(page, '姓名').focus();
    await expect(page.getByText(mode === 'kiosk' ? '公用设备，什么都不保存' : '这台设备不保存')).toBeVisible();
    await expect(page.getByText(SAVED)).toHaveCount(0);
    await open(page, `?mode=${mode}#/drafts`);
    await expect(page.getByText('这台设备大家共用，不保存草稿')).toBeVisible();
    expect(await page.evaluate(() => window.asked)).toBe(0);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    const kept = await page.evaluate(() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)].join());
    expect(kept).not.toMatch(/王秀英|420105|draft|open/);
  });
}
