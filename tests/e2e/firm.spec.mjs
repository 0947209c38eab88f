// What a firm or a person keeps of its own: its page, what it offers to the forms that ask for it, and that shared devices keep nothing.

import AxeBuilder from '@axe-core/playwright';
import path from 'node:path';

import { SCREENS, SIZES, button, control, expect, heading, open, test } from './fixture.mjs';
import { rows } from './store.mjs';

const FIRM = { 名称: '武汉示例汽车销售有限公司', 统一社会信用代码: '91420105MA4K12345U' };

const starts = (name) => new RegExp(`^${name}`);
const textbox = (scope, name) => scope.getByRole('textbox', { name: starts(name) });
const question = (page, at) => page.locator(`[data-field="${at}"]`);
const licence = (page, n) => page.getByRole('group', { name: `证照 ${n}`, exact: true });
const offer = (page, name = '来自企业资料') => page.getByRole('region', { name });
const marks = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('yuntian-')));

async function faultsOf(page) {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return found.violations.map((violation) => `${violation.id} ${violation.nodes[0].html}`);
}

async function day(scope, parts) {
  for (const [name, value] of [['年', parts[0]], ['月', parts[1]], ['日', parts[2]]]) {
    await scope.getByLabel(name, { exact: true }).fill(value);
  }
}

async function addLicence(page, n, name, number, until) {
  await button(page, '添加证照').click();
  await textbox(licence(page, n), '证照名称').fill(name);
  await textbox(licence(page, n), '证照编号').fill(number);
  if (until) await day(licence(page, n), until);
}

/// From an empty page to a firm that is kept.
async function keepFirm(page, address = '?mode=enterprise#/firm') {
  await open(page, address);
  await button(page, '开始填写').click();
  for (const [name, answer] of Object.entries(FIRM)) await textbox(page, name).fill(answer);
  await question(page, 'firm.type').getByRole('radio', { name: '企业' }).check();
  await day(question(page, 'firm.established'), ['2019', '6', '12']);
  await textbox(page, '开户银行').fill('示例银行武汉汉阳支行');
  await textbox(page, '单位账号').fill('17020112345678');
  await addLicence(page, 1, '营业执照', '示例001', null);
  await addLicence(page, 2, '食品经营许可证', '示例002', ['2026', '12', '1']);
  await addLicence(page, 3, '烟草专卖零售许可证', '示例003', ['2026', '11', '22']);
  await button(page, '填好了').click();
  await expect(button(page, '修改')).toBeVisible();
}

async function openForm(page, id, address = '?mode=enterprise') {
  await open(page, `${address}#/i/${id}/fill`);
  await control(page, '知道了，开始填写').click();
}

test('a firm is kept, and its licences that end are named', async ({ page }) => {
  await open(page, '?mode=enterprise#/firm');
  await expect(heading(page, '企业资料')).toBeVisible();
  await expect(button(page, '删除')).toHaveCount(0);
  expect.soft(await faultsOf(page), 'empty').toEqual([]);
  await keepFirm(page);
  await expect(page.getByText('11月23日 08:30')).toBeVisible();
  await page.reload();
  await expect(page.getByText(FIRM.名称)).toBeVisible();
  await expect(page.getByText('91 420105 MA4K12345 U')).toBeVisible();
  await expect(page.getByText('17020112345678')).toHaveCount(0);

  const licences = page.getByRole('region', { name: '证照' }).getByRole('listitem');
  await expect(licences).toHaveCount(3);
  await expect(licences.nth(0)).toContainText('烟草专卖零售许可证');
  await expect(licences.nth(0)).toContainText('已过期');
  await expect(licences.nth(1)).toContainText('还有 8 天到期');
  await expect(licences.nth(2)).not.toContainText('到期');
  expect.soft(await faultsOf(page), 'facts').toEqual([]);

  // The home page of a firm begins with it, and with the items for firms.
  await open(page, '?mode=enterprise#/');
  const sections = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(sections.filter({ hasText: /企业和个体户|个人和家庭/ }).first()).toHaveText('企业和个体户');
  const tile = page.getByRole('link', { name: /^企业资料/ });
  await expect(tile).toContainText(`${FIRM.名称}，3 张证照，1 张已过期，1 张快到期`);
  expect.soft(await faultsOf(page), 'home').toEqual([]);
  await tile.click();
  await expect(heading(page, '企业资料')).toBeVisible();

  // The list of drafts names it, and leads to its page alone.
  await open(page, '?mode=enterprise#/drafts');
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: '企业资料' }) });
  await expect(card).toContainText('一直保留，直到您删除');
  await expect(card.getByRole('link', { name: '另填一份新的' })).toHaveCount(0);
  await card.getByRole('link', { name: '查看' }).click();
  await expect(page.getByText(FIRM.名称)).toBeVisible();
});

test('nothing is filled in before the press, and then what was shown', async ({ page }) => {
  await keepFirm(page);
  await openForm(page, 'SQ069');
  await expect(offer(page)).toBeVisible();
  await expect(offer(page)).toContainText(FIRM.名称);
  await expect(offer(page)).toContainText('2019年6月12日');
  await expect(textbox(page, '名称')).toHaveValue('');
  await expect(textbox(page, '统一社会信用代码')).toHaveValue('');
  await expect(page.getByText('还没有填写')).toBeVisible();
  expect.soft(await faultsOf(page), 'offer').toEqual([]);

  // What is answered is offered no more.
  await textbox(page, '名称').fill('另一家公司');
  await expect(offer(page)).not.toContainText(FIRM.名称);
  await button(offer(page), '填入').click();
  await expect(page.getByRole('status').filter({ hasText: '已填入 3 项，请核对。' })).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await expect(textbox(page, '名称')).toHaveValue('另一家公司');
  await expect(textbox(page, '统一社会信用代码')).toHaveValue(/^91 ?420105 ?MA4K12345 ?U$/);
  await expect(question(page, 'firm.type').getByRole('radio', { name: '企业' })).toBeChecked();
  await expect(question(page, 'firm.established').getByLabel('年', { exact: true })).toHaveValue('2019');
  await expect(page.getByText('已保存在本机')).toBeVisible();
  await page.reload();
  await expect(textbox(page, '统一社会信用代码')).toHaveValue(/^91 ?420105 ?MA4K12345 ?U$/);
});

test('one answer can be taken alone, and the rest declined for the page', async ({ page }) => {
  await keepFirm(page);
  await openForm(page, 'SQ069');
  await offer(page).getByRole('button', { name: /^填入 ?名称$/ }).click();
  await expect(textbox(page, '名称')).toHaveValue(FIRM.名称);
  await expect(textbox(page, '统一社会信用代码')).toHaveValue('');
  await button(offer(page), '不用').click();
  await expect(offer(page)).toHaveCount(0);
  await expect(textbox(page, '统一社会信用代码')).toHaveValue('');
});

test('an account is covered where it is offered, and its consent is still asked', async ({ page }) => {
  await keepFirm(page);
  await openForm(page, 'QY02');
  await page.evaluate(() => { location.hash = '#/i/QY02/fill/account'; });
  await expect(heading(page, '确认账户')).toBeVisible();
  await expect(offer(page)).toContainText('单位账号');
  await expect(offer(page)).not.toContainText('17020112345678');
  await button(offer(page), '填入').click();
  await expect(textbox(page, '单位账号')).toHaveValue('17020112345678');
  await expect(page.getByRole('checkbox', { name: /同意/ })).not.toBeChecked();
});

test('a person s own goes to the applicant and not to the agent', async ({ page }) => {
  await open(page, '#/');
  await page.getByRole('link', { name: '我的资料' }).click();
  await button(page, '开始填写').click();
  await textbox(page, '姓名').fill('王秀英');
  await textbox(page, '公民身份号码').fill('420105194405060225');
  await textbox(page, '联系电话').fill('13871234567');
  await button(page, '填好了').click();
  await expect(page.getByText('王秀英')).toBeVisible();
  await openForm(page, 'SQ031', '');
  await button(offer(page, '来自我的资料'), '填入').click();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  await page.evaluate(() => { location.hash = '#/i/SQ031/fill/agent'; });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(offer(page, '来自我的资料')).toHaveCount(0);
});

test('deleting asks once and leaves nothing', async ({ page }) => {
  await keepFirm(page);
  await button(page, '删除').click();
  const dialog = page.getByRole('dialog');
  await button(dialog, '不删除').click();
  await expect(page.getByText(FIRM.名称)).toBeVisible();
  await button(page, '删除').click();
  await button(dialog, '删除').click();
  await expect(page.getByRole('status').filter({ hasText: '已删除。' })).toBeVisible();
  await expect(button(page, '开始填写')).toBeVisible();
  expect(await marks(page)).toEqual([]);
  expect(await rows(page)).toMatchObject({ heads: 0, bodies: 0 });
  await openForm(page, 'SQ069');
  await expect(textbox(page, '名称')).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
});

test('clear and leave takes it along', async ({ page }) => {
  await keepFirm(page);
  await openForm(page, 'SQ069');
  await button(page, '清除并退出').first().click();
  await page.getByRole('dialog').getByRole('button', { name: '清除并退出' }).click();
  await expect(heading(page, '想办什么事？')).toBeVisible();
  expect(await marks(page)).toEqual([]);
  await open(page, '?mode=enterprise#/firm');
  await expect(button(page, '开始填写')).toBeVisible();
  await expect(page.getByText(FIRM.名称)).toHaveCount(0);
});

test('whoever keeps nothing fetches nothing of it', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await openForm(page, 'SQ069');
  await textbox(page, '名称').fill('武汉示例');
  await expect(page.getByText('已保存在本机')).toBeVisible();
  expect(asked.filter((url) => /split_own|packs\/firm/.test(url))).toEqual([]);
});

for (const mode of ['station', 'kiosk']) {
  test(`at a ${mode} nothing is kept or shown`, async ({ page }) => {
    // Kept at home before, on the same device.
    await keepFirm(page, '#/firm');
    await page.goto('about:blank');
    await open(page, `?mode=${mode}#/`);
    await expect(page.getByRole('link', { name: /企业资料|我的资料/ })).toHaveCount(0);
    await open(page, `?mode=${mode}#/firm`);
    await expect(page.getByText('这台设备大家共用，不保存资料。')).toBeVisible();
    await expect(button(page, '开始填写')).toHaveCount(0);
    await expect(page.getByText(FIRM.名称)).toHaveCount(0);
    await open(page, `?mode=${mode}#/i/SQ069/fill`);
    await control(page, '知道了，开始填写').click();
    await expect(textbox(page, '名称')).toBeVisible();
    await expect(offer(page)).toHaveCount(0);
  });
}

test('where the browser keeps nothing, the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); };
  });
  await open(page, '#/firm');
  await expect(page.getByText(/没有保存/).first()).toBeVisible();
});

test('a narrow screen shows all of it', async ({ page }) => {
  for (const size of SIZES.slice(0, 2)) {
    await page.setViewportSize(size);
    if (size === SIZES[0]) await keepFirm(page);
    else await open(page, '?mode=enterprise#/firm');
    await expect(button(page, '修改')).toBeVisible();
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(await fits(), 'facts').toBe(true);
    await page.screenshot({ path: path.join(SCREENS, `firm-${size.width}.png`), fullPage: true });
    await button(page, '修改').click();
    await expect(button(page, '填好了')).toBeVisible();
    expect(await fits(), 'edit').toBe(true);
    await page.screenshot({ path: path.join(SCREENS, `firm-edit-${size.width}.png`), fullPage: true });
    await open(page, '?mode=enterprise#/');
    await expect(page.getByRole('link', { name: /^企业资料/ })).toContainText('张证照');
    await page.screenshot({ path: path.join(SCREENS, `firm-home-${size.width}.png`) });
    await page.goto('about:blank');
    await open(page, '?mode=enterprise#/i/SQ069/fill');
    const notice = control(page, '知道了，开始填写');
    await notice.click();
    await expect(offer(page)).toBeVisible();
    expect(await fits(), 'offer').toBe(true);
    await page.screenshot({ path: path.join(SCREENS, `firm-offer-${size.width}.png`), fullPage: true });
    await page.goto('about:blank');
  }
});
