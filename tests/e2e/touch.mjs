// A person at a kiosk: nothing but touches. What is typed is typed by the keys on the screen, Chinese by its reading.

import fs from 'node:fs';
import path from 'node:path';

import { expect, ROOT } from './fixture.mjs';

/// The first reading of each character, and its place among those that are read so, from the file that the page reads.
const SOUNDS = new Map();
const TABLES = path.join(ROOT, 'dist/data/tables');
for (const name of fs.readdirSync(TABLES).filter((file) => /^hanzi\.[0-9a-f]+\.txt$/.test(file))) {
  for (const line of fs.readFileSync(path.join(TABLES, name), 'utf8').trim().split('\n')) {
    const [sound, characters] = line.split(' ');
    for (const [idx, c] of [...characters].entries()) {
      if (!SOUNDS.has(c) || SOUNDS.get(c).idx > idx) SOUNDS.set(c, { sound, idx });
    }
  }
}

export const keys = (page) => page.getByRole('region', { name: '屏幕键盘' });
const key = (page, name) => keys(page).getByRole('button', { name, exact: true });
const NAMES = { '·': '间隔号', '-': '短横', '.': '点', '@': 'at 符号', _: '下划线', ' ': '空格' };

/// Types a text by touch.
export async function touchText(page, target, text) {
  await target.tap();
  await expect(keys(page)).toBeVisible();
  const speak = async (language) => {
    if (await key(page, language).count() > 0) await key(page, language).tap();
  };
  for (const c of text) {
    if (/[a-z]/.test(c)) await speak('英文');
    if (/[^\x00-\x7f·]/.test(c)) await speak('中文');
    if (/[A-Z]/.test(c) && (await key(page, '大写').count()) > 0) await key(page, '大写').tap();
    if (/[\x20-\x7e·]/.test(c)) await key(page, NAMES[c] ?? c).tap();
    else await touchCharacter(page, c);
  }
}

async function touchCharacter(page, c) {
  const { sound } = SOUNDS.get(c);
  for (const letter of sound) await key(page, letter).tap();
  const row = page.getByRole('group', { name: '候选字' });
  const wanted = row.getByRole('button', { name: c, exact: true });
  for (let n = 0; n < 24; n += 1) {
    if (await wanted.count() > 0) return wanted.tap();
    await row.getByRole('button', { name: '后面的字' }).tap();
  }
  throw new Error(`not found by ${sound}: ${c}`);
}

/// Answers by touch alone.
export const TOUCH = {
  async text(page, target, answer) {
    await touchText(page, target, answer);
  },
  async select(page, target, answer) {
    await target.tap();
    const list = page.getByRole('dialog', { name: '请选择' });
    await expect(list).toBeVisible();
    const options = list.getByRole('listitem').getByRole('button');
    await (typeof answer === 'number' ? options.nth(answer) : options.filter({ hasText: new RegExp(`^${answer}$`) })).tap();
    await expect(list).toBeHidden();
  },
  async radio(page, radios, answer) {
    await radios.locator('label').filter({ hasText: answer }).first().tap();
  },
  async tick(page, target) {
    await target.tap();
  },
  async press(page, target) {
    await target.tap();
  },
};

/// Counts keys of a keyboard, from the first document on.
export async function countKeys(page) {
  await page.addInitScript(() => {
    window.keysSeen = 0;
    for (const name of ['keydown', 'keyup', 'beforeinput', 'compositionstart']) window.addEventListener(name, () => { window.keysSeen += 1; }, true);
  });
  return () => page.evaluate(() => window.keysSeen);
}

/// Scans as a hand scanner does: keys in a burst, then Enter. With an input method on, each key says `Process`.
export async function scan(page, text, { gap = 8, method = false } = {}) {
  const cdp = await page.context().newCDPSession(page);
  const send = (type, options) => cdp.send('Input.dispatchKeyEvent', { type, ...options });
  // A moment for the last key to be past.
  let at = Date.now() / 1000;
  const sent = [];
  const SIGNS = { '/': ['Slash', 0], '?': ['Slash', 8], ':': ['Semicolon', 8], '.': ['Period', 0], '#': ['Digit3', 8], '-': ['Minus', 0], '=': ['Equal', 0], '&': ['Digit7', 8] };
  for (const c of [...text, '\n']) {
    at += gap / 1000;
    const [code, modifiers] = c === '\n' ? ['Enter', 0]
      : /[a-z]/.test(c) ? [`Key${c.toUpperCase()}`, 0]
        : /[A-Z]/.test(c) ? [`Key${c}`, 8]
          : /\d/.test(c) ? [`Digit${c}`, 0] : SIGNS[c];
    const name = method ? 'Process' : c === '\n' ? 'Enter' : c;
    const typed = method ? {} : { text: c === '\n' ? '\r' : c };
    // None waits for the one before; at a person's pace each does.
    sent.push(send('keyDown', { code, key: name, modifiers, timestamp: at, windowsVirtualKeyCode: method ? 229 : 0, ...typed }));
    sent.push(send('keyUp', { code, key: name, modifiers, timestamp: at }));
    if (gap > 100) {
      await Promise.all(sent);
      await new Promise((done) => { setTimeout(done, gap); });
    }
  }
  await Promise.all(sent);
  await cdp.detach();
}
