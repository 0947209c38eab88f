// What keeping a draft costs the main thread, in W2: 1,000 questions, all answered. The page of ../dist is served with W2 beside the
// catalogue; keys are typed into one question with the timer that saves and without it, and the browser's own counts of the main
// thread's work are compared. Run in bench/ with ../dist built: node src/autosave.mjs
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from '@playwright/test';
import { writeOldStore } from '../../tests/e2e/store.mjs';
import * as C from './convert.mjs';
import * as W from './workloads.mjs';

const KEYS = 200;
const GAP_MS = 60;
const PORT = 8139;
const SITE = 'dist/autosave';
const w = W.w2();

fs.rmSync(SITE, { recursive: true, force: true });
fs.rmSync(`${SITE}-forms`, { recursive: true, force: true });
fs.cpSync('../dist', SITE, { recursive: true });
fs.cpSync('../forms', `${SITE}-forms`, { recursive: true });
fs.mkdirSync(`${SITE}-forms/items/W2`, { recursive: true });
fs.writeFileSync(`${SITE}-forms/items/W2/form.json`, JSON.stringify(C.yuntianForm(w)));
fs.rmSync(`${SITE}/data`, { recursive: true });
execFileSync('../target/debug/yuntian', ['pack', '--forms', `${SITE}-forms`, '--out', `${SITE}/data`, '--font', '../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'], { stdio: ['ignore', 'ignore', 'inherit'] });

const entries = {};
for (const [section, answers] of Object.entries(w.data)) {
  for (const [key, value] of Object.entries(answers)) {
    const isChoice = typeof value === 'string' && w.schema.properties[section].properties[key]?.enum;
    entries[`${section}.${key}`] = typeof value === 'boolean' ? value : isChoice ? { choice: value } : String(value);
  }
}
const draft = { draft: 1, form: 'W2', version: 1, entries, consents: [], page: 'all', touched: [], left: [], declined: [], confirmed: [] };

const server = spawn('node', ['../tools/serve.mjs'], { env: { ...process.env, PORT: String(PORT), DIST: SITE }, stdio: 'ignore' });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const base = `http://127.0.0.1:${PORT}/`;

/// Milliseconds of the main thread for one key.
async function measure(isSaved) {
  const page = await (await browser.newContext()).newPage();
  for (let n = 0; ; n += 1) {
    try { await page.goto(`${base}icon.svg`); break; } catch (error) { if (n > 50) throw error; }
  }
  await writeOldStore(page, 'W2', draft, Date.now() - 60_000);
  await page.addInitScript((isSaved) => {
    window.saves = 0;
    const later = window.setTimeout;
    // The timer that saves is the only one of half a second.
    window.setTimeout = (work, delay, ...args) => (!isSaved && delay === 500 ? 0 : later(work, delay, ...args));
    const encrypt = SubtleCrypto.prototype.encrypt;
    SubtleCrypto.prototype.encrypt = function counted(...args) { window.saves += 1; return encrypt.apply(this, args); };
  }, isSaved);
  await page.goto(`${base}#/i/W2/fill/all`);
  const start = page.getByRole('button', { name: '知道了，开始填写' });
  const field = page.locator('[id="f-s00.f0002"]');
  await start.or(field).first().waitFor({ timeout: 60_000 });
  if (await start.count()) await start.click();
  await field.waitFor({ timeout: 60_000 });
  await field.focus();
  await page.keyboard.type('ab');
  await page.waitForTimeout(3000);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const count = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  const saves = await page.evaluate(() => window.saves);
  const before = await count();
  for (let n = 0; n < KEYS; n += 1) {
    await page.keyboard.press(n % 2 ? 'Backspace' : 'c');
    await new Promise((resolve) => { setTimeout(resolve, GAP_MS); });
  }
  await page.waitForTimeout(1500);
  const after = await count();
  const n = (await page.evaluate(() => window.saves)) - saves;
  await page.context().close();
  return { isSaved, saves: n / 2, script: (after.ScriptDuration - before.ScriptDuration) * 1000 / KEYS, task: (after.TaskDuration - before.TaskDuration) * 1000 / KEYS };
}

try {
  const rows = [];
  for (let round = 0; round < 3; round += 1) for (const isSaved of [false, true]) rows.push(await measure(isSaved));
  console.table(rows);
} finally {
  await browser.close();
  server.kill();
}
