// What a draft survives: a killed tab, a full disk, a database closed under the page, a clock set back, two tabs at once.

import { expect, open, test } from './fixture.mjs';
import { begin, textbox } from './sq031.mjs';
import { SAVED, beginNamed, rows, typeName, watchDatabases } from './store.mjs';

const FULL = /没有保存：这台设备的空间满了/;

const fillForm = (page) => open(page, '#/i/SQ031/fill');

test('a tab that is killed while one types loses the last second at most', async ({ page, context }) => {
  await beginNamed(page, '王');
  const detail = textbox(page, '公民身份号码');
  await detail.focus();
  const digits = '420105194405060225';
  const typed = [];
  for (let round = 0; round < 2; round += 1) {
    await detail.fill('');
    for (const digit of digits) {
      await page.keyboard.type(digit);
      typed.push({ at: Date.now(), value: await detail.inputValue() });
      await new Promise((resolve) => { setTimeout(resolve, 90); });
    }
  }
  const cdp = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  const at = Date.now();
  cdp.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();

  const next = await context.newPage();
  await fillForm(next);
  const value = (await textbox(next, '公民身份号码').inputValue()).replaceAll(' ', '');
  const first = typed.findLast((key) => key.at <= at - 1000);
  const allowed = typed.slice(typed.lastIndexOf(first)).map((key) => key.value.replaceAll(' ', ''));
  expect(allowed).toContain(value);
  await expect(textbox(next, '姓名')).toHaveValue('王');
});

test('a full disk is said at once, nothing is lost or torn, and saving goes on when there is room', async ({ page, context, baseURL }) => {
  test.setTimeout(150_000);
  await beginNamed(page, '王秀英');
  const cdp = await context.newCDPSession(page);
  const origin = new URL(baseURL).origin;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // Chromium asks for the room only now and then.
  await expect(async () => {
    await textbox(page, '公民身份号码').fill('');
    await textbox(page, '公民身份号码').fill('420105194405060225');
    await expect(page.getByText(FULL)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText(SAVED)).toHaveCount(0);
  await expect(page.getByText('您填的内容还在本页上，没有丢')).toBeVisible();

  // The store has a good draft, whole; what is typed now is not in it.
  await textbox(page, '姓名').fill('王秀兰');
  await textbox(page, '公民身份号码').focus();
  const other = await context.newPage();
  await fillForm(other);
  await expect(textbox(other, '姓名')).toHaveValue('王秀英');
  await other.close();

  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(page.getByText(SAVED)).toBeVisible({ timeout: 35_000 });
  await expect(page.getByText(FULL)).toHaveCount(0);
  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('王秀兰');
  await expect(textbox(page, '公民身份号码')).toHaveValue(/^420105/);
});

test('a save that breaks off in the middle is not called saved, and is tried again', async ({ page }) => {
  await beginNamed(page, '王秀英');
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    window.torn = 0;
    IDBObjectStore.prototype.put = function torn(value, key) {
      const request = put.call(this, value, key);
      // The body is written, its head is not: as if the disk were full in between.
      if (this.name === 'bodies' && window.torn < 2) {
        window.torn += 1;
        request.addEventListener('success', () => this.transaction.abort());
      }
      return request;
    };
  });
  await textbox(page, '公民身份号码').fill('420105194405060225');
  await expect(page.getByText(/还没有保存，正在再试/)).toBeVisible();
  await expect(page.getByText(SAVED)).toBeVisible();
  expect(await page.evaluate(() => window.torn)).toBe(2);
  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  await expect(textbox(page, '公民身份号码')).toHaveValue(/^420105/);
});

test('a database that is closed under the page is opened again', async ({ page }) => {
  await watchDatabases(page);
  await beginNamed(page, '王秀英');
  await page.evaluate(() => window.opened.forEach((db) => db.close()));
  await typeName(page, '王秀兰');
  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('王秀兰');
  expect(await rows(page)).toMatchObject({ heads: 1, bodies: 1 });
});

test('a database that the browser throws away under the page is made anew', async ({ page, context, baseURL }) => {
  await beginNamed(page, '王秀英');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin: new URL(baseURL).origin, storageTypes: 'indexeddb' });
  await textbox(page, '姓名').fill('王秀兰');
  await expect.poll(() => rows(page)).toMatchObject({ heads: 1, bodies: 1 });
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('王秀兰');
});

test('a clock that is set back, and put right again, loses and mixes nothing', async ({ page }) => {
  await beginNamed(page, '王秀英');
  await page.clock.setFixedTime('2026-09-01T08:30:00+08:00');
  await typeName(page, '王秀兰');
  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('王秀兰');
  await page.clock.setFixedTime('2026-11-23T09:30:00+08:00');
  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('王秀兰');
});

test('a draft saved by a clock that stood years ago is not taken for old', async ({ page }) => {
  await page.clock.setFixedTime('2020-01-01T00:05:00+08:00');
  await beginNamed(page, '王秀英');
  await page.clock.setFixedTime('2026-11-23T08:30:00+08:00');
  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
});

/// The timer that saves never ends.
const stopTimer = (page) => page.addInitScript(() => {
  const later = window.setTimeout;
  window.setTimeout = (work, delay, ...args) => (delay === 500 ? 0 : later(work, delay, ...args));
});

for (const event of ['pagehide', 'visibilitychange']) {
  test(`what was just typed is saved at once on ${event}`, async ({ page }) => {
    await stopTimer(page);
    await begin(page);
    await textbox(page, '姓名').fill('王秀英');
    await textbox(page, '公民身份号码').focus();
    await expect(page.getByText('正在保存')).toBeVisible();
    // The hook that hands it over runs after the drawing.
    await expect.poll(async () => {
      await page.evaluate((event) => {
        const target = event === 'pagehide' ? window : document;
        target.dispatchEvent(new Event(event));
      }, event);
      return page.getByText(SAVED).count();
    }).toBe(1);
    await page.reload();
    await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  });
}

for (const [error, said] of [
  ['SecurityError', /没有保存：浏览器设置了不许网页保存内容/],
  ['InvalidStateError', /没有保存：无痕（隐私）窗口不能保存/],
  ['UnknownError', /没有保存：这个浏览器现在不能保存/],
]) {
  test(`a browser that lends no database (${error}) is said at once, and work goes on`, async ({ page }) => {
    await page.addInitScript((error) => {
      IDBFactory.prototype.open = () => { throw new DOMException('', error); };
    }, error);
    await begin(page);
    await textbox(page, '姓名').fill('王秀英');
    await textbox(page, '公民身份号码').focus();
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByText(SAVED)).toHaveCount(0);
    await expect(page.getByRole('link', { name: '先打印未填完的表' })).toBeVisible();
    // It is there for as long as the page is.
    await page.getByRole('link', { name: '返回' }).first().click();
    await open(page, '#/i/SQ031/fill');
    await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  });
}

test.describe('two tabs', () => {
  test('a tab that has nothing of its own takes over what the other saved', async ({ page, context }) => {
    await beginNamed(page, '王秀英');
    const other = await context.newPage();
    await fillForm(other);
    await expect(textbox(other, '姓名')).toHaveValue('王秀英');
    await typeName(page, '王秀兰');
    await expect(textbox(other, '姓名')).toHaveValue('王秀兰');
    await expect(other.getByText('已换成另一个窗口刚保存的内容')).toBeVisible();
    // And back.
    await typeName(other, '王秀芳');
    await expect(textbox(page, '姓名')).toHaveValue('王秀芳');
    expect(await rows(page)).toMatchObject({ heads: 1, bodies: 1 });
  });

  test('two tabs that both change a draft have one each, and nothing is mixed', async ({ page, context }) => {
    await beginNamed(page, '王秀英');
    const other = await context.newPage();
    await fillForm(other);
    await expect(textbox(other, '姓名')).toHaveValue('王秀英');
    // Both type before either saves: the second to save finds the first's answers there.
    await Promise.all([
      textbox(page, '公民身份号码').fill('420105194405060225'),
      textbox(other, '姓名').fill('李小明'),
    ]);
    await expect.poll(() => rows(page)).toMatchObject({ heads: 2, bodies: 2 });
    await expect(page.getByText(SAVED)).toBeVisible();
    await expect(other.getByText(SAVED)).toBeVisible();
    const told = (tab) => tab.getByText(/另一个窗口(也在填|也改了)这份草稿/);
    await expect(told(page)).toBeVisible();
    await expect(told(other)).toBeVisible();
    for (const tab of [page, other]) await tab.reload();
    await expect(textbox(page, '姓名')).toHaveValue('王秀英');
    await expect(textbox(page, '公民身份号码')).toHaveValue(/^420105/);
    await expect(textbox(other, '姓名')).toHaveValue('李小明');
    await expect(textbox(other, '公民身份号码')).toHaveValue('');
  });

  test('a tab that only turned pages keeps its place', async ({ page, context }) => {
    await beginNamed(page, '王秀英');
    const other = await context.newPage();
    await open(other, '#/i/SQ031/fill/where');
    await other.goto('./#/i/SQ031/fill/who');
    await expect(textbox(other, '姓名')).toHaveValue('王秀英');
    await typeName(page, '王秀兰');
    await expect(textbox(other, '姓名')).toHaveValue('王秀兰');
    expect(await rows(page)).toMatchObject({ heads: 1 });
  });

  test('"clear and leave" in one tab leaves nothing in the other', async ({ page, context }) => {
    await beginNamed(page, '王秀英');
    const other = await context.newPage();
    await fillForm(other);
    await expect(textbox(other, '姓名')).toHaveValue('王秀英');
    await page.getByRole('button', { name: '清除并退出' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '清除并退出' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '想办什么事？' })).toBeVisible();
    await expect(other.getByRole('heading', { level: 1, name: '想办什么事？' })).toBeVisible();
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    expect(await other.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  });
});
