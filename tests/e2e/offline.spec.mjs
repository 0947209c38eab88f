// The page without a network, and what becomes of it when a newer build is there: whole, half, broken, in the middle of a form.

import fs from 'node:fs';
import path from 'node:path';

import { button, control, expect, heading, open, settled, test as base } from './fixture.mjs';
import { Host } from './host.mjs';
import { PAGES, answer, begin, fillAll, fillPage, textbox, POINTER } from './sq031.mjs';

const test = base.extend({
  host: async ({}, use) => {
    const host = new Host();
    host.serve();
    await host.plugIn();
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.url),
});
// A line that is cut, and a program that is broken, are said in the console as well.
const CUT = /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to (fetch|load|update)|An unknown error occurred when fetching the script/;
test.use({ serviceWorkers: 'allow', allowed: { patterns: [CUT] } });

const buildOf = (page) => page.locator('meta[name="build"]').getAttribute('content');

/// What the worker knows; nothing while the page is being loaded anew.
const state = (page) => page.evaluate(async () => {
  const name = (await caches.keys()).find((key) => key === `yuntian ${new URL('.', document.baseURI).pathname} builds`);
  const kept = name && await (await caches.open(name)).match(new URL('.kept/state.json', document.baseURI).href);
  return kept ? kept.json() : null;
}).catch(() => null);

/// A first visit, until all of the page is kept on the device and has shown that it starts.
async function visit(page, address = '#/') {
  await open(page, address);
  await expect.poll(async () => (await state(page))?.proved ?? [], { timeout: 60_000 }).toContain(await buildOf(page));
  await page.waitForFunction(() => navigator.serviceWorker.controller);
}

/// Has the page look for an update, as it does when it is opened.
const look = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration('./');
  await registration.update().catch(() => null);
});

/// Whether an update is wholly here and waits.
const waits = (page) => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration('./')).waiting));

const comment = (file) => fs.appendFileSync(file, '\n// Another build.\n');
const newer = (host) => host.build('newer', ({ renamed }) => renamed(/^boot-/, comment));
const offer = (page) => button(page, '换上新版本');

test('after one visit everything works without a network', async ({ page, host }) => {
  test.slow();
  await visit(page);
  await host.unplug();
  await page.context().setOffline(true);
  const answered = await page.reload();
  expect(answered.fromServiceWorker()).toBe(true);
  expect(answered.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(heading(page, '想办什么事？')).toBeVisible();
  // How old what is seen is: plainly, and at the foot of every page.
  await expect(page.getByRole('status').filter({ hasText: /现在没有网络.*目录是 \d{4}年\d+月\d+日的/ })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/目录更新于 \d{4}年\d+月\d+日/);

  await page.getByRole('combobox', { name: '搜索事项' }).pressSequentially('gaoling');
  await expect(page.getByRole('option').first()).toContainText('高龄津贴');
  await open(page, '#/life/relief');
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await open(page, '#/entitled');
  await expect(page.getByRole('main').getByRole('button').first()).toBeVisible();
  await fillAll(page);
  await control(page, '生成材料').click();
  await expect(page.getByRole('heading', { name: '材料做好了' })).toBeVisible({ timeout: 30_000 });
  await open(page, '#/author');
  await expect(page.getByRole('main')).toBeVisible();
  await open(page, '#/i/MS01/blank');
  await expect(page.getByRole('img').first()).toBeVisible({ timeout: 30_000 });
});

test('an update is offered where nothing is filled in, and never loads a page anew by itself', async ({ page, host }) => {
  await visit(page, '#/i/SQ031');
  const old = await buildOf(page);
  const next = newer(host);
  host.serve(next.folder);
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  await look(page);
  await expect.poll(() => waits(page), { timeout: 60_000 }).toBe(true);
  await settled(page);
  await expect(offer(page)).toHaveCount(0);
  expect(await buildOf(page)).toBe(old);
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');

  // Not on the home page of the same visit either: what was typed there may be nowhere else.
  await page.evaluate(() => { location.hash = '#/'; });
  await expect(heading(page, '想办什么事？')).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  // A page that begins anew may take it.
  await page.reload();
  expect(await buildOf(page)).toBe(old);
  await offer(page).click();
  await expect.poll(() => buildOf(page)).toBe(next.build);
  await expect(heading(page, '想办什么事？')).toBeVisible();
  await expect.poll(async () => (await state(page))?.proved ?? []).toContain(next.build);
  // The draft is there as it was.
  await page.goto('./#/i/SQ031/fill');
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  await expect(offer(page)).toHaveCount(0);
});

test('an update that is put off stays away, and only what changed is fetched', async ({ page, host }) => {
  await visit(page);
  const next = newer(host);
  host.serve(next.folder);
  host.asked.length = 0;
  await look(page);
  await expect(offer(page)).toBeVisible({ timeout: 60_000 });
  const fetched = new Set(host.asked.map((name) => name.replace(/[0-9a-f]{8,}/, '…')));
  expect([...fetched].sort()).toEqual(['/boot-…beef.js', '/files-….json', '/index.html', '/sw.js'].map((name) => expect.stringMatching(new RegExp(`^${name.replaceAll('.', '\\.').replace('…beef', '.*')}$`))));
  await button(page, '以后再说').click();
  await expect(offer(page)).toHaveCount(0);
});

test.describe('a half-loaded update', () => {
  test.use({ allowed: { patterns: [CUT, /\/boot-|503/] } });

  test('leaves the one before it, and goes on later', async ({ page, host }) => {
    await visit(page);
    const old = await buildOf(page);
    const next = newer(host);
    host.serve(next.folder);
    for (const how of [503, 'half a fi']) {
      host.break(/^\/boot-/, how);
      await look(page);
      await expect.poll(() => page.evaluate(async () => {
        const { installing, waiting } = await navigator.serviceWorker.getRegistration('./');
        return Boolean(installing ?? waiting);
      })).toBe(false);
      await page.reload();
      await expect(heading(page, '想办什么事？')).toBeVisible();
      expect(await buildOf(page)).toBe(old);
      await expect(offer(page)).toHaveCount(0);
      host.mend();
    }
    await host.unplug();
    await page.reload();
    await expect(heading(page, '想办什么事？')).toBeVisible();
    expect(await buildOf(page)).toBe(old);
    await host.plugIn();
    await look(page);
    await expect(offer(page)).toBeVisible({ timeout: 60_000 });
    await offer(page).click();
    await expect.poll(() => buildOf(page)).toBe(next.build);
  });
});

test.describe('a build that does not start', () => {
  test.use({ allowed: { patterns: [CUT, /WebAssembly|CompileError|magic word|SyntaxError|Unexpected|Invalid/] } });

  for (const [name, alter] of [
    // The program is no program: boot.js says so.
    ['says so', ({ renamed }) => renamed(/^p-[0-9a-f]+$/, (folder) => fs.writeFileSync(path.join(folder, 'app_bg.wasm'), 'no program'))],
    // Not even boot.js runs: the worker waits and sees nothing.
    ['says nothing', ({ renamed }) => renamed(/^boot-/, (file) => fs.writeFileSync(file, 'nothing that runs ('))],
  ]) {
    test(`and ${name} gives way to the last good one`, async ({ page, host }) => {
      await visit(page);
      const old = await buildOf(page);
      const broken = host.build('broken', alter);
      host.serve(broken.folder);
      await look(page);
      await offer(page).click({ timeout: 60_000 });
      await expect.poll(async () => (await state(page))?.failed ?? [], { timeout: 40_000 }).toEqual([broken.build]);
      await expect(page.getByRole('status').filter({ hasText: '新版本在这台设备上打不开，已换回原来的版本' })).toBeVisible();
      expect(await buildOf(page)).toBe(old);
      await expect(heading(page, '想办什么事？')).toBeVisible();
      // It stays so, also without a network; and a build that is mended is offered again.
      await host.unplug();
      await page.reload();
      await expect(heading(page, '想办什么事？')).toBeVisible();
      expect(await buildOf(page)).toBe(old);
      await host.plugIn();
      const mended = newer(host);
      host.serve(mended.folder);
      await look(page);
      await offer(page).click({ timeout: 60_000 });
      await expect.poll(() => buildOf(page)).toBe(mended.build);
      await expect.poll(async () => (await state(page))?.proved ?? []).toContain(mended.build);
      await expect(page.getByRole('status').filter({ hasText: '打不开' })).toHaveCount(0);
    });
  }
});

test('two tabs may be of two builds, and each has the files of its own', async ({ page, host }) => {
  test.slow();
  await visit(page, '#/i/SQ031');
  const old = await buildOf(page);
  await begin(page);
  await fillPage(page, PAGES[0]);
  const next = host.build('apart', ({ renamed }) => {
    renamed(/^boot-/, comment);
    renamed(/^p-[0-9a-f]+$/, (folder) => fs.appendFileSync(path.join(folder, 'app.js'), '\n// Another build.\n'));
    renamed(/^press-[0-9a-f]+$/, (folder) => fs.appendFileSync(path.join(folder, 'press.js'), '\n// Another build.\n'));
  });
  host.serve(next.folder);
  const other = await page.context().newPage();
  await other.goto(host.url);
  await offer(other).click({ timeout: 60_000 });
  await expect.poll(() => buildOf(other)).toBe(next.build);
  // The first tab was not loaded anew; the host has its files no more, and they are asked for by nobody.
  await host.unplug();
  expect(await buildOf(page)).toBe(old);
  for (const part of PAGES.slice(1)) await fillPage(page, part);
  await control(page, '生成材料').click();
  await expect(page.getByRole('heading', { name: '材料做好了' })).toBeVisible({ timeout: 30_000 });
  await expect(heading(other, '想办什么事？')).toBeVisible();
  await other.close();
  await page.reload();
  expect(await buildOf(page)).toBe(next.build);
});

test('two districts may lie in two folders of one host', async ({ page, host }) => {
  const next = newer(host);
  host.serve(next.folder, '/two/');
  host.serve(undefined, '/one/yuntian/');
  const builds = [];
  for (const place of ['one/yuntian/', 'two/']) {
    await page.goto(new URL(place, host.url).href);
    await expect.poll(async () => (await state(page))?.proved ?? [], { timeout: 60_000 }).toContain(await buildOf(page));
    builds.push(await buildOf(page));
  }
  expect(builds[1]).toBe(next.build);
  expect(builds[0]).not.toBe(next.build);
  await host.unplug();
  for (const [idx, place] of ['one/yuntian/', 'two/'].entries()) {
    await page.goto(new URL(place, host.url).href);
    await expect(heading(page, '想办什么事？')).toBeVisible();
    expect(await buildOf(page)).toBe(builds[idx]);
  }
});

test('a kiosk takes an update when a person has left, and not before', async ({ page, host }) => {
  await visit(page, '?mode=kiosk');
  const old = await buildOf(page);
  const next = newer(host);
  host.serve(next.folder);
  // Somebody is there.
  await page.getByRole('combobox', { name: '搜索事项' }).click();
  await look(page);
  await expect.poll(() => waits(page), { timeout: 60_000 }).toBe(true);
  await expect(offer(page)).toHaveCount(0);
  expect(await buildOf(page)).toBe(old);
  // A fresh document, as after the wipe.
  let n_loads = 0;
  page.on('framenavigated', () => { n_loads += 1; });
  await page.goto('./?mode=kiosk');
  await expect.poll(() => n_loads, { timeout: 20_000 }).toBe(2);
  await page.waitForLoadState();
  await expect.poll(() => buildOf(page)).toBe(next.build);
  await expect(heading(page, '想办什么事？')).toBeVisible();
});

test('with the data saver on, nothing is fetched ahead until it is asked for', async ({ page, host }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await open(page, '#/');
  await expect(page.getByRole('status').filter({ hasText: /省流量.*约 \d+ MB/ })).toBeVisible();
  expect(host.asked.filter((name) => /sw\.js|fonts/.test(name))).toEqual([]);
  await button(page, '存到这台设备').click();
  await expect.poll(async () => (await state(page))?.proved ?? [], { timeout: 60_000 }).toContain(await buildOf(page));
});

test('a browser may install it', async ({ page }) => {
  await visit(page);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A private window never installs; nothing else stands in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  const { manifest } = await session.send('Page.getAppManifest');
  expect(manifest.display).toBe('kStandalone');
});

test('without a network the first question is there at once', async ({ browser, host }) => {
  // A page whose clock runs.
  const context = await browser.newContext({ baseURL: host.url, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await visit(page, '#/i/SQ031');
  await host.unplug();
  const times = [];
  for (let n = 0; n < 7; n += 1) {
    await page.goto('about:blank');
    await page.goto('./#/i/SQ031/fill', { waitUntil: 'commit' });
    times.push(await page.evaluate(() => new Promise((resolve) => {
      const watch = () => {
        if (document.querySelector('main input')) return resolve(performance.now());
        // The notice is read in no time here.
        document.querySelector('main .yt-button--large')?.click();
        return requestAnimationFrame(watch);
      };
      watch();
    })));
  }
  times.sort((a, b) => a - b);
  test.info().annotations.push({ type: 'offline start', description: `${times.map(Math.round)} ms` });
  console.log(`offline start to the first question: ${times.map(Math.round).join(', ')} ms`);
  // The goal is 300 ms on a quiet machine; this holds on a busy one.
  expect(times[3]).toBeLessThan(1500);
  await context.close();
});
