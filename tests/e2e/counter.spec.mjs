// A helper's counter at a station: several residents side by side, none mixed with another; locked, wrong and forgotten passphrases; the day's end.

import { execFileSync } from 'node:child_process';

import { SIZES, button, control, expect, heading, open, tabTo, test } from './fixture.mjs';
import { clean, flows, picture } from './look.mjs';
import { SAVED } from './store.mjs';
import { PAGES, fillPage, textbox } from './sq031.mjs';

const HELPER = '李娟';
const PASSPHRASE = '春风又绿江南岸边';

const bar = (page) => page.getByRole('complementary', { name: '保存和清除' });

async function toCounter(page) {
  await open(page, '?mode=station#/');
  await page.getByRole('link', { name: '帮办人员柜台' }).click();
}

/// Sets a counter up.
async function begin(page, { name = HELPER, passphrase = PASSPHRASE, again = passphrase } = {}) {
  await expect(heading(page, '打开帮办柜台')).toBeVisible();
  await page.getByLabel('您的姓名').fill(name);
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByLabel('再输一遍口令').fill(again);
  await button(page, '打开柜台').click();
}

async function unlock(page, { name = HELPER, passphrase = PASSPHRASE } = {}) {
  await expect(heading(page, '柜台已锁定')).toBeVisible();
  await page.getByLabel('您的姓名').fill(name);
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await button(page, '解锁').click();
}

const opened = (page) => expect(heading(page, '帮办柜台')).toBeVisible();

/// From anywhere to a resident's first question, with the notice before it.
async function serve(page, name) {
  await button(page, '下一位居民').click();
  await expect(heading(page, '想办什么事？')).toBeVisible();
  await page.evaluate(() => { location.hash = '#/i/SQ031'; });
  await control(page, '开始填写').click();
  await expect(page.getByText('帮办人员用口令加密，暂存在这台设备上，当天清除')).toBeVisible();
  await control(page, '知道了，开始填写').click();
  await expect(textbox(page, '姓名')).toHaveValue('');
  await textbox(page, '姓名').fill(name);
  await textbox(page, '公民身份号码').focus();
  await expect(page.getByText(SAVED)).toBeVisible();
}

/// The databases.
const names = (page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/// Everything that the browser keeps for us, as text, and the names of the databases.
const kept = (page) => page.evaluate(async () => {
  const found = [];
  const text = (value) => (value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? new TextDecoder('latin1').decode(value) + new TextDecoder().decode(value) : String(value));
  const names = (await indexedDB.databases()).map(({ name }) => name).sort();
  for (const name of names) {
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of db.objectStoreNames) {
      for (const rows of ['getAll', 'getAllKeys']) {
        const all = await new Promise((resolve) => {
          const request = db.transaction(store).objectStore(store)[rows]();
          request.onsuccess = () => resolve(request.result);
        });
        found.push(...all.map((row) => `${store} ${text(row)}`));
      }
    }
    db.close();
  }
  for (const storage of [localStorage, sessionStorage]) for (const [key, value] of Object.entries(storage)) found.push(`${key}=${value}`);
  return { names, text: found.join('\n') };
});

async function look(page, name) {
  await clean(page, name);
  for (const viewport of SIZES.slice(0, 2)) {
    await page.setViewportSize(viewport);
    await picture(page, `counter-${name}`);
    await flows(page, name);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('two residents side by side, each with a notice and a draft of their own, behind the passphrase', async ({ page }) => {
  await toCounter(page);
  await look(page, 'begin');
  await begin(page);
  await opened(page);
  await expect(page.getByText('今天还没有草稿')).toBeVisible();
  await serve(page, '王秀英');
  await expect(bar(page)).toContainText('王**');
  await serve(page, '欧阳建国');
  await expect(bar(page)).toContainText('欧***');
  await expect(page.getByRole('main')).not.toContainText('王秀英');

  // The other one is gone on with by choosing it, and by nothing else.
  await page.getByRole('link', { name: '柜台', exact: true }).click();
  await opened(page);
  const cards = page.getByRole('main').getByRole('listitem');
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText('欧***');
  await expect(cards.last()).toContainText('王**');
  await expect(cards.last()).toContainText(/1 题，共 \d+ 题/);
  await look(page, 'open');
  await cards.last().getByRole('link', { name: '接着填' }).click();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  await expect(bar(page)).toContainText('王**');
  await textbox(page, '公民身份号码').fill('420105194405060225');
  await textbox(page, '姓名').focus();
  await expect(page.getByText(SAVED)).toBeVisible();

  // What lies on the device tells nobody anything.
  const before = await kept(page);
  expect(before.names.filter((name) => /^yuntian-counter-[0-9a-f]{16}$/.test(name))).toHaveLength(1);
  expect(before.names).not.toContain('yuntian');
  expect(before.text).not.toMatch(/王秀英|欧阳|李娟|春风|420105194405060225|1944/);

  await bar(page).getByRole('button', { name: '锁定' }).click();
  await expect(heading(page, '柜台已锁定')).toBeVisible();
  expect(page.url()).toMatch(/\?mode=station#\/counter$/);
  await look(page, 'locked');
  // A locked counter shows nothing by any address.
  await open(page, '?mode=station#/i/SQ031/fill/who');
  await expect(textbox(page, '姓名')).toHaveCount(0);
  await open(page, '?mode=station#/drafts');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(0);

  await open(page, '?mode=station#/counter');
  await unlock(page, { passphrase: '春风又绿江南岸' });
  await expect(page.getByRole('alert')).toContainText('姓名或口令不对');
  await expect(page.getByLabel('您的姓名')).toBeFocused();
  await look(page, 'wrong');
  await unlock(page, { name: '王强' });
  await expect(page.getByRole('alert')).toContainText('姓名或口令不对');
  await unlock(page);
  await opened(page);
  await expect(cards).toHaveCount(2);
  await cards.first().getByRole('link', { name: '接着填' }).click();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  await expect(textbox(page, '公民身份号码')).not.toHaveValue('');
});

test('the same form opened anew is the same resident’s until the next one’s turn', async ({ page }) => {
  await toCounter(page);
  await begin(page);
  await opened(page);
  await serve(page, '王秀英');
  await page.evaluate(() => { location.hash = '#/'; });
  await page.evaluate(() => { location.hash = '#/i/SQ031/fill'; });
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  // A reload locks, and what was typed is there again behind the passphrase.
  await page.reload();
  await page.evaluate(() => { location.hash = '#/counter'; });
  await unlock(page);
  await opened(page);
  await page.evaluate(() => { location.hash = '#/i/SQ031/fill'; });
  await control(page, '知道了，开始填写').click();
  await expect(textbox(page, '姓名')).toHaveValue('');
});

test('name and passphrase are asked for with reasons', async ({ page }) => {
  await toCounter(page);
  const alert = page.getByRole('alert');
  for (const [said, text, at] of [
    [{ name: ' ' }, '请填写您的姓名', '您的姓名'],
    [{ passphrase: '1234567' }, '口令太短', '口令'],
    [{ passphrase: '11111111' }, '口令太简单', '口令'],
    [{ again: '春风又绿江南岸' }, '两遍口令不一样', '再输一遍口令'],
  ]) {
    await begin(page, said);
    await expect(alert).toContainText(text);
    await expect(page.getByLabel(at, { exact: true })).toBeFocused();
  }
  await begin(page);
  await opened(page);
});

test('a second helper has a counter of their own and does not see the first one’s', async ({ page }) => {
  await toCounter(page);
  await begin(page);
  await opened(page);
  await serve(page, '王秀英');
  await bar(page).getByRole('button', { name: '锁定' }).click();
  await expect(heading(page, '柜台已锁定')).toBeVisible();
  await button(page, '另一位帮办人员，另开一个柜台').click();
  // With the same passphrase, even.
  await begin(page, { name: '王强' });
  await opened(page);
  await expect(page.getByText('今天还没有草稿')).toBeVisible();
  await serve(page, '赵六');
  await bar(page).getByRole('button', { name: '锁定' }).click();
  await unlock(page);
  await opened(page);
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('王**');
});

test('a forgotten passphrase: all is cleared after a question, and a new counter begins', async ({ page }) => {
  await toCounter(page);
  await begin(page);
  await opened(page);
  await serve(page, '王秀英');
  await bar(page).getByRole('button', { name: '锁定' }).click();
  await expect(heading(page, '柜台已锁定')).toBeVisible();
  await page.getByText('忘了口令').click();
  await button(page, '清除全部草稿，重新开始').click();
  const dialog = page.getByRole('dialog', { name: '清除今天全部柜台的草稿？' });
  await dialog.getByRole('button', { name: '不清除' }).click();
  await expect(heading(page, '柜台已锁定')).toBeVisible();
  await button(page, '清除全部草稿，重新开始').click();
  await dialog.getByRole('button', { name: '清除全部草稿，重新开始' }).click();
  await expect(heading(page, '打开帮办柜台')).toBeVisible();
  expect(await names(page)).toEqual([]);
});

for (const [said, day] of [['the next day', '2026-11-24T07:00:00+08:00'], ['a clock set back', '2026-11-20T09:00:00+08:00']]) {
  test(`${said} finds nothing of today`, async ({ page }) => {
    await toCounter(page);
    await begin(page);
    await opened(page);
    await serve(page, '王秀英');
    await page.clock.setFixedTime(day);
    // Whatever page is opened first.
    await page.goto('./?mode=station#/i/SQ031');
    await page.reload();
    await expect.poll(() => names(page)).toEqual([]);
    await page.getByRole('link', { name: '帮办人员柜台' }).click();
    await expect(heading(page, '打开帮办柜台')).toBeVisible();
  });
}

test('nobody there for five minutes: a warning, then the lock, with all saved', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T08:30:00+08:00') });
  await toCounter(page);
  await begin(page);
  await opened(page);
  await serve(page, '王秀英');
  await textbox(page, '公民身份号码').fill('420105194405060225');
  await page.clock.runFor(272_000);
  const dialog = page.getByRole('dialog', { name: '还在办理吗？' });
  await expect(dialog).toBeVisible();
  await look(page, 'idle');
  await dialog.getByRole('button', { name: '继续办理' }).click();
  await expect(dialog).toBeHidden();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  await page.clock.runFor(302_000);
  await expect(heading(page, '柜台已锁定')).toBeVisible();
  await unlock(page);
  await opened(page);
  await page.getByRole('link', { name: '接着填' }).click();
  await expect(textbox(page, '公民身份号码')).not.toHaveValue('');
});

test('what can not be saved is covered and not thrown away', async ({ page }) => {
  await toCounter(page);
  await begin(page);
  await opened(page);
  await serve(page, '王秀英');
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function full(...args) {
      if (args[1] === 'readwrite') throw new DOMException('', 'QuotaExceededError');
      return transaction.apply(this, args);
    };
  });
  await textbox(page, '公民身份号码').fill('420105194405060225');
  await textbox(page, '姓名').focus();
  await expect(page.getByText('没有保存：这台设备的空间满了')).toBeVisible();
  // Another resident's turn does not begin over it.
  await button(page, '下一位居民').click();
  await expect(bar(page)).toContainText('还有内容没有保存');
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  await bar(page).getByRole('button', { name: '锁定' }).click();
  const cover = page.getByRole('dialog', { name: '柜台已锁定' });
  await expect(cover).toBeVisible();
  await look(page, 'cover');
  // Nothing of the page is to be seen beside it.
  const { width, height } = page.viewportSize();
  expect(await cover.boundingBox()).toEqual({ x: 0, y: 0, width, height });
  expect(await cover.evaluate((node) => getComputedStyle(node, '::backdrop').backgroundColor)).toMatch(/^rgb\(/);
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Escape');
  await expect(cover).toBeVisible();
  await cover.getByLabel('口令').fill('12345678');
  await cover.getByRole('button', { name: '解锁' }).click();
  await expect(cover.getByRole('alert')).toContainText('姓名或口令不对');
  await cover.getByLabel('口令').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(cover).toBeHidden();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
});

test('locked by nobody’s being there while nothing can be saved: the passphrase uncovers it for good, and “back” does not', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T08:30:00+08:00') });
  await toCounter(page);
  await begin(page);
  await opened(page);
  await serve(page, '王秀英');
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => { throw new DOMException('', 'QuotaExceededError'); };
  });
  await textbox(page, '公民身份号码').fill('420105194405060225');
  await page.clock.runFor(1_000);
  await expect(page.getByText('没有保存：这台设备的空间满了')).toBeVisible();
  await page.clock.runFor(275_000);
  await expect(page.getByRole('dialog', { name: '还在办理吗？' })).toBeVisible();
  await page.clock.runFor(30_000);
  const cover = page.getByRole('dialog', { name: '柜台已锁定' });
  await expect(cover).toBeVisible();
  await page.goBack();
  await expect(cover).toBeVisible();
  await page.goForward();
  await expect(cover).toBeVisible();
  await cover.getByLabel('口令').pressSequentially(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(cover).toBeHidden();
  await page.clock.runFor(5_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
});

test('someone acts for a resident: letter of authority and the helper’s name stand on the packet', async ({ page }) => {
  await toCounter(page);
  await begin(page);
  await opened(page);
  await serve(page, '王秀英');
  for (const part of PAGES) await fillPage(page, part);
  await expect(heading(page, '核对填写的内容')).toBeVisible();
  await control(page, '生成材料').click();
  await expect(heading(page, '材料做好了')).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /PDF/ }).first().click()]);
  const file = test.info().outputPath('packet.pdf');
  await download.saveAs(file);
  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
  expect(text).toMatch(/协助填写\s+李娟/);
  expect(text).toContain('授权委托书');
  expect(text).toContain('阿卜杜拉·买买提');
});

test('elsewhere there is no counter', async ({ page }) => {
  for (const mode of ['home', 'enterprise', 'kiosk']) {
    await open(page, `?mode=${mode}#/counter`);
    await expect(page.getByText('帮办柜台只在社区站点的设备上用')).toBeVisible();
    await expect(page.getByLabel('口令')).toHaveCount(0);
  }
});

test('by keyboard alone: opened, a resident begun, locked', async ({ page }) => {
  await open(page, '?mode=station#/counter');
  await expect(heading(page, '打开帮办柜台')).toBeVisible();
  await tabTo(page, page.getByLabel('您的姓名'));
  await page.keyboard.insertText(HELPER);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(PASSPHRASE);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(PASSPHRASE);
  await page.keyboard.press('Enter');
  await opened(page);
  await tabTo(page, button(page, '为下一位居民开始'));
  await page.keyboard.press('Enter');
  await expect(heading(page, '想办什么事？')).toBeVisible();
  await tabTo(page, bar(page).getByRole('button', { name: '锁定' }));
  await page.keyboard.press('Enter');
  await expect(heading(page, '柜台已锁定')).toBeVisible();
});
