// What every browser test stands on: a fixed day, and a guard that fails a test on a request to elsewhere, an error in
// the console, or a page that throws.

import { expect, test as base } from '@playwright/test';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export { expect };

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const SCREENS = path.join(ROOT, 'test-results/screens');
export const TODAY = '2026-11-23';
/// A phone, an office screen, an upright kiosk.
export const SIZES = [{ width: 360, height: 740 }, { width: 1280, height: 800 }, { width: 1080, height: 1920 }];

export const test = base.extend({
  /// Errors a test causes on purpose: patterns of console texts.
  allowed: [{ patterns: [] }, { option: true }],

  guard: [async ({ page, context, baseURL, allowed }, use) => {
    const faults = [];
    const isAllowed = (text) => allowed.patterns.some((pattern) => pattern.test(text));
    const origin = new URL(baseURL).origin;
    context.on('request', (request) => {
      const { protocol, origin: to } = new URL(request.url());
      if (!['blob:', 'data:'].includes(protocol) && to !== origin) faults.push(`request to ${request.url()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400 && !isAllowed(response.url())) faults.push(`${response.status()} ${response.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAllowed(message.text())) faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      if (!isAllowed(error.message)) faults.push(`thrown: ${error.message}`);
    });
    await page.clock.setFixedTime(`${TODAY}T08:30:00+08:00`);
    await use(faults);
    expect(faults, 'requests stay at home, the console stays silent').toEqual([]);
  }, { auto: true }],
});

export const button = (page, name) => page.getByRole('button', { name, exact: true });

/// A button, or a link that does the work of one.
export const control = (page, name) => button(page, name).or(page.getByRole('link', { name, exact: true }));

/// The page is there when its one `h1` is.
export const heading = (page, name) => page.getByRole('heading', { level: 1, name });

export async function open(page, address) {
  await page.goto(`./${address}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[data-boot]')).toHaveCount(0);
}

/// Does what begins a form and waits for what that brings: the engine, its tables, and the drawings that they cause.
export async function withEngine(page, begin) {
  const files = [/split_later\.wasm/, /\/tables\/streets/, /\/tables\/regions/];
  const sent = files.map((file) => page.waitForResponse((response) => file.test(response.url())));
  await begin();
  for (const response of await Promise.all(sent)) await response.finished();
  await settled(page);
}

/// Waits until what was typed is saved and nothing was drawn for a second.
export async function settled(page) {
  await expect(page.getByText('已保存在本机')).toBeVisible();
  await page.waitForFunction(() => {
    const drawn = [...document.querySelectorAll('[data-renders]')].map((node) => node.dataset.renders).join();
    const same = window.drawnBefore?.drawn === drawn ? window.drawnBefore.same + 1 : 0;
    window.drawnBefore = { drawn, same };
    return same >= 4;
  }, null, { polling: 250 });
}

/// Presses Tab until the target has the focus.
export async function tabTo(page, target, limit = 150) {
  await expect(target).toBeVisible();
  for (let n = 0; n < limit; n += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${target}`);
}
