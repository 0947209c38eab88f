// The search over 9,110 and 100,000 made-up guides (tests/made/guides.rs): in wasm in the browser, and in the page as `make dist` built it with
// its index replaced. `node src/run.mjs --only search`; dist/index comes from src/gen.mjs.
import fs from 'node:fs';
import zlib from 'node:zlib';
import { serve } from './server.mjs';
import { open } from './browser.mjs';

const SIZES = [9110, 100000];
const PAGE = '../dist';
const brotli = (file) => {
  const bytes = fs.readFileSync(file);
  return zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
};
const stat = (xs) => { const s = [...xs].sort((a, b) => a - b); const q = (p) => s[Math.min(s.length - 1, Math.floor(p * s.length))]; return { median: q(0.5), p95: q(0.95), max: s[s.length - 1] }; };

/// A key each: every query of the bench, the best of some rounds, since what the machine does beside is not ours.
async function inWasm(browser, url, n, rounds) {
  const { context, page } = await open(browser);
  try {
    await page.goto(`${url}/blank.html`);
    return await page.evaluate(async ([n, rounds]) => {
      const m = await import('/engine/search.js');
      await m.default();
      const bytes = async (name) => new Uint8Array(await (await fetch(`/index/${n}/${name}`)).arrayBuffer());
      const head = await bytes('head.bin');
      const t0 = performance.now();
      const search = new m.Search(head);
      const t1 = performance.now();
      let rows = 0;
      for (const name of search.missing()) { const file = await bytes(name); const t = performance.now(); if (!search.add(file)) throw new Error(name); rows += performance.now() - t; }
      const keys = m.keystrokes().map((query) => [Infinity, query]);
      for (let round = 0; round < rounds; round++) for (const key of keys) { const t = performance.now(); search.find(key[1]); key[0] = Math.min(key[0], performance.now() - t); }
      return { keys, open: { head: t1 - t0, rows } };
    }, [n, rounds]);
  } finally { await context.close(); }
}

/// The page with another index: `dist/page-N`.
function pageWith(n) {
  const out = `dist/page-${n}`;
  fs.rmSync(out, { recursive: true, force: true });
  fs.cpSync(PAGE, out, { recursive: true });
  const data = `${out}/data`;
  const put = (name, bytes) => { fs.writeFileSync(`${data}/${name}`, bytes); fs.writeFileSync(`${data}/${name}.br`, brotli(`${data}/${name}`)); fs.rmSync(`${data}/${name}.gz`, { force: true }); };
  if (n > 0) {
    fs.rmSync(`${data}/index`, { recursive: true });
    fs.mkdirSync(`${data}/index`);
    for (const name of fs.readdirSync(`dist/index/${n}`).filter((name) => name.endsWith('.bin'))) put(name.startsWith('head') ? 'index/head.bin' : name, fs.readFileSync(`dist/index/${n}/${name}`));
    put('manifest.json', JSON.stringify({ ...JSON.parse(fs.readFileSync(`${data}/manifest.json`)), index: 'index/head.bin' }));
  }
  return out;
}

/// Bytes that were sent so far.
function listen(page) {
  const sent = [];
  page.on('response', (response) => { if (response.url().startsWith('http')) sent.push(Number(response.headers()['content-length'] ?? 0)); });
  return () => sent.reduce((sum, size) => sum + size, 0);
}

async function inPage(browser, n, queries) {
  const { server, url } = await serve(pageWith(n));
  const result = {};
  try {
    for (const what of ['question', 'form', 'guide', 'keys']) {
      if (n === 0 && ['guide', 'keys'].includes(what)) continue;
      const { context, page } = await open(browser);
      const sent = listen(page);
      try {
        if (what === 'question') {
          await page.goto(`${url}/index.html#/i/SQ031`);
          for (const name of ['开始填写', '知道了，开始填写']) await page.getByText(name, { exact: true }).first().click();
          await page.getByLabel(/^姓名/).first().waitFor({ timeout: 10_000 });
          await page.waitForLoadState('networkidle');
          result.firstLoad = sent();
          continue;
        }
        await page.goto(`${url}/index.html#/`);
        const box = page.getByRole('combobox', { name: '搜索事项' });
        await box.waitFor();
        await page.waitForLoadState('networkidle');
        const before = sent();
        await box.focus();
        // The last file of a district's rows; a city's first ones hold this as well.
        await box.pressSequentially(what === 'guide' ? '建设工程规划核实' : 'gaoling');
        await page.getByRole('option').first().waitFor();
        await page.waitForLoadState('networkidle');
        (result.before ??= {})[what === 'keys' ? 'all' : what] = sent() - before;
        if (what === 'keys') {
          result.keys = await page.evaluate(async (queries) => {
            const box = document.getElementById('search');
            // What the event causes is done before the next task begins: search, drawing into the DOM, layout.
            const task = () => new Promise((ok) => { const c = new MessageChannel(); c.port1.onmessage = ok; c.port2.postMessage(0); });
            const write = async (text) => { box.value = text; const t = performance.now(); box.dispatchEvent(new InputEvent('input', { bubbles: true })); await task(); document.getElementById('hits').getBoundingClientRect(); return performance.now() - t; };
            // Everything has come before it is measured.
            await write('zzzzzzzz');
            let same = 0; let seen = -1;
            while (same < 10) { await new Promise((ok) => setTimeout(ok, 100)); const now = performance.getEntriesByType('resource').length; same = now === seen ? same + 1 : 0; seen = now; }
            const times = [];
            for (const query of queries) { times.push(await write(query)); await new Promise((ok) => setTimeout(ok, 20)); }
            return times;
          }, queries);
        }
      } finally { await context.close(); }
    }
  } finally { server.close(); }
  return result;
}

export async function measureSearch(browser, url, rounds) {
  const search = {};
  const hasPage = fs.existsSync(`${PAGE}/data/manifest.json`);
  if (hasPage) { const { firstLoad, before } = await inPage(browser, 0, []); search[0] = { firstLoad, before }; }
  for (const n of SIZES) {
    const files = fs.readdirSync(`dist/index/${n}`).filter((name) => name.endsWith('.bin'));
    const sizes = files.map((name) => [name, brotli(`dist/index/${n}/${name}`).length / 1e3]);
    const { keys, open } = await inWasm(browser, url, n, Math.max(3, rounds));
    const worst = keys.reduce((a, b) => (a[0] > b[0] ? a : b));
    search[n] = {
      native: JSON.parse(fs.readFileSync(`dist/index/${n}/native.json`)), open,
      kb: { head: sizes.find(([name]) => name.startsWith('head'))[1], all: sizes.reduce((sum, [, kb]) => sum + kb, 0) },
      wasm: { ...stat(keys.map(([ms]) => ms)), worst: worst[1] },
    };
    if (!hasPage) continue;
    const { keys: drawn, firstLoad, before } = await inPage(browser, n, keys.map(([, query]) => query));
    Object.assign(search[n], { firstLoad, before, page: stat(drawn) });
  }
  return search;
}
