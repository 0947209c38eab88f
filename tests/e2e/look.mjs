// What every page is looked at for: what axe finds, whether it runs out at the side, and a picture to be seen by eye.

import AxeBuilder from '@axe-core/playwright';
import fs from 'node:fs';
import path from 'node:path';

import { SCREENS, expect } from './fixture.mjs';

/// Off at first, and wanted.
const MORE = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } };

/// axe finds nothing: by all its rules, or by some that are off at first.
export async function clean(page, name = new URL(page.url()).hash, only) {
  const axe = new AxeBuilder({ page });
  const { violations } = await (only ? axe.withRules(only) : axe.options({ rules: MORE })).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`).join(', ')}`);
  expect.soft(found, `axe on ${name}`).toEqual([]);
}

/// Nothing runs out at the side.
export async function flows(page, name = new URL(page.url()).hash) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(over, `${name} runs out at the side`).toBeLessThanOrEqual(0);
}

/// A picture, called by the page and the size of the screen.
export async function picture(page, name, { fullPage = true } = {}) {
  const { width, height } = page.viewportSize();
  fs.mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENS, `${name}-${width}x${height}.png`), fullPage, animations: 'disabled' });
}

/// All of it, with one `h1` and a title.
export async function look(page, name, options) {
  await picture(page, name, options);
  await clean(page, name);
  await flows(page, name);
  expect.soft(await page.locator('h1').count(), `one h1 on ${name}`).toBe(1);
  expect.soft(await page.title(), `a title on ${name}`).not.toBe('');
}
