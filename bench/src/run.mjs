// The benchmark. Engines take turns in every round, the order turning by one, so that noise hits all alike.
//   node src/run.mjs [--rounds 8] [--only forms|pdf|docx|search] [--forms a,b] [--pdfs a,b] [--docx a,b] [--out RESULTS]
// Round 0 is the warm-up and is thrown away.
import fs from 'node:fs';
import os from 'node:os';
import { serve } from './server.mjs';
import { launch, open } from './browser.mjs';
import { FORM_PEERS, PDF_PEERS, DOCX_PEERS } from './peers.mjs';
import { check, checkDocx } from './verify-pdfs.mjs';
import { markdown } from './report.mjs';
import { measureSearch } from './search.mjs';

const arg = (name, def) => { const i = process.argv.indexOf(`--${name}`); return i < 0 ? def : process.argv[i + 1]; };
const rounds = Number(arg('rounds', 8));
const only = arg('only', '');
const list = (name, all) => (arg(name) ? arg(name).split(',') : Object.keys(all));
const forms = only && only !== 'forms' ? [] : list('forms', FORM_PEERS);
const pdfs = only && only !== 'pdf' ? [] : list('pdfs', PDF_PEERS);
const docxs = only && only !== 'docx' ? [] : list('docx', DOCX_PEERS);
// What is published comes from one full run; a part is kept apart and says so.
const isPart = rounds < 8 || forms.length + pdfs.length + docxs.length < [FORM_PEERS, PDF_PEERS, DOCX_PEERS].reduce((n, peers) => n + Object.keys(peers).length, 0);
const outFile = arg('out', isPart ? 'dist/part' : 'RESULTS');
const KEYS = 50; const GAP = 40; const BATCH = 100; const WORKERS = 2; const BATCH_LIMIT = 30000;

const samples = {}; // peer -> metric -> numbers
const facts = {}; // peer -> things that are not timings
const failures = {};
const put = (id, metric, v) => { ((samples[id] ??= {})[metric] ??= []).push(...[v].flat()); };

const metrics = async (cdp) => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
async function heap(cdp) {
  await cdp.send('HeapProfiler.collectGarbage'); await cdp.send('HeapProfiler.collectGarbage');
  return cdp.send('Runtime.getHeapUsage');
}
async function slowDown(cdp) {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 5e6 / 8 });
}
async function coldForm(browser, url, id, slow) {
  const { context, page, cdp } = await open(browser);
  try {
    await page.goto(`${url}/blank.html`);
    if (slow) await slowDown(cdp);
    await page.goto(`${url}/form-${id}.html?auto=w1`);
    await page.evaluate(() => window.coldDone);
    const error = await page.evaluate(() => window.coldError);
    if (error) throw new Error(error);
    return await page.evaluate(() => window.coldMs);
  } finally { await context.close(); }
}
async function formRound(browser, url, id, keep) {
  put2('cold W1', await coldForm(browser, url, id, false));
  put2('cold W1 at 10 Mbit/s, 40 ms', await coldForm(browser, url, id, true));
  function put2(m, v) { if (keep) put(id, m, v); }
  const { context, page, cdp, errors } = await open(browser);
  try {
    await cdp.send('Performance.enable');
    await page.goto(`${url}/form-${id}.html`);
    await page.waitForFunction(() => window.harness && window.bench);
    for (const w of ['w1', 'w2']) await page.evaluate((u) => harness.load(u), `/workloads/${w}.${id}.json`);
    const keystrokes = async (w, W) => {
      const a = await metrics(cdp);
      const k = await page.evaluate(([w, n, g]) => harness.keystrokes(w, n, g), [w, KEYS, GAP]);
      const b = await metrics(cdp);
      put2(`key ${W} to paint`, k.paint); put2(`key ${W} first`, k.paint[0]); put2(`key ${W} double rAF`, k.raf2); put2(`key ${W} dispatch`, k.sync);
      put2(`key ${W} main thread`, ((b.TaskDuration - a.TaskDuration) * 1000) / KEYS);
      put2(`key ${W} script`, ((b.ScriptDuration - a.ScriptDuration) * 1000) / KEYS);
      ((facts[id] ??= {})[`${W} applied`] ??= []).push(`${k.applied}/${k.checked}`);
    };
    put2('mount W1 first', await page.evaluate(() => harness.mount('w1')));
    await page.evaluate(() => harness.unmount());
    put2('mount W1', await page.evaluate(() => harness.mount('w1')));
    await keystrokes('w1', 'W1');
    await page.evaluate(() => harness.unmount());
    put2('mount W2 first', await page.evaluate(() => harness.mount('w2')));
    const h = await heap(cdp);
    put2('heap W2 JS', h.usedSize / 1e6); put2('heap W2 DOM', (h.embedderHeapUsedSize ?? 0) / 1e6); put2('heap W2 buffers', (h.backingStorageSize ?? 0) / 1e6); put2('heap W2 wasm', (await page.evaluate(() => harness.wasmBytes())) / 1e6);
    Object.assign((facts[id] ??= {}), { 'W2 elements': await page.evaluate(() => harness.nodes()), 'W2 inputs': await page.evaluate(() => harness.fieldCount()) });
    await keystrokes('w2', 'W2');
    await page.evaluate(() => harness.unmount());
    put2('mount W2', await page.evaluate(() => harness.mount('w2')));
    await page.evaluate(() => harness.unmount());
    await page.evaluate(() => harness.mount('w2', { bad: true, live: false }));
    const v = await page.evaluate(() => harness.validate('w2'));
    put2('validate W2', v.ms); facts[id]['W2 errors'] = v.errors;
    if (errors.length) facts[id].pageErrors = [...new Set(errors)].slice(0, 5);
  } finally { await context.close(); }
}
async function pdfRound(browser, url, kind, id, keep, records) {
  const put2 = (m, v) => { if (keep) put(id, m, v); };
  const ready = () => window.harness && window.pdf;
  // from the navigation to the first PDF, everything downloaded: from localhost, and over the slow line
  for (const slow of kind === 'pdf' ? [false, true] : [false]) {
    const { context, page, cdp } = await open(browser);
    try {
      await page.goto(`${url}/blank.html`);
      if (slow) await slowDown(cdp);
      await page.goto(`${url}/${kind}-${id}.html?auto=1${slow ? '&font=/font-slow.ttf' : ''}`);
      await page.waitForFunction(ready);
      await page.evaluate(() => window.coldDone);
      const error = await page.evaluate(() => window.coldError);
      if (error) throw new Error(error);
      put2(slow ? 'navigation to first PDF at 10 Mbit/s, 40 ms' : 'navigation to first PDF', await page.evaluate(() => window.coldMs));
    } finally { await context.close(); }
  }
  const { context, page, cdp, errors } = await open(browser);
  try {
    await page.goto(`${url}/${kind}-${id}.html`);
    await page.waitForFunction(ready);
    await page.evaluate(() => harness.load());
    const f = await page.evaluate(() => harness.first());
    put2('first PDF', f.first); put2('of which init', f.init); put2('size', f.size / 1e3);
    if (!facts[id]?.check) {
      const file = `dist/pdf/${id}-run.${kind}`;
      fs.mkdirSync('dist/pdf', { recursive: true });
      fs.writeFileSync(file, Buffer.from(await page.evaluate(() => harness.base64()), 'base64'));
      (facts[id] ??= {}).check = (kind === 'pdf' ? check : checkDocx)(file, records[0]);
    }
    put2('next PDF', await page.evaluate(() => harness.next(1, 5)));
    const b = await page.evaluate(([n, l]) => harness.batch(n, l), [BATCH, BATCH_LIMIT]);
    put2('batch PDFs/s', b.perSecond);
    const w = kind === 'pdf' ? await page.evaluate(([n, k]) => harness.batchOnWorkers(n, k), [BATCH, WORKERS]) : null;
    if (w) put2('batch on workers PDFs/s', w.perSecond);
    facts[id].batch = `${b.done} PDFs, ${b.distinctSizes} distinct sizes`;
    const h = await heap(cdp);
    put2('heap after batch', (h.usedSize + (h.backingStorageSize ?? 0) + await page.evaluate(() => harness.wasmBytes())) / 1e6);
    if (errors.length) facts[id].pageErrors = [...new Set(errors)].slice(0, 5);
  } finally { await context.close(); }
}
// how fast the machine is at this moment: a fixed loop in a blank page
async function calibrate(browser, url) {
  const { context, page } = await open(browser);
  await page.goto(`${url}/blank.html`);
  const ms = await page.evaluate(() => { const t = performance.now(); let h = 1; for (let i = 0; i < 60e6; i++) h = (Math.imul(h, 31) + i) | 0; globalThis.h = h; return performance.now() - t; });
  await context.close();
  return ms;
}

const { server, url } = await serve('dist');
const records = JSON.parse(fs.readFileSync('dist/workloads/p1.json'));
const jobs = [...forms.map((id) => ['form', id]), ...pdfs.map((id) => ['pdf', id]), ...docxs.map((id) => ['docx', id])];
const versionOf = (p) => JSON.parse(fs.readFileSync(`node_modules/${p}/package.json`)).version;
let search; const calibration = []; let browserVersion; const started = new Date().toISOString();
const save = () => {
  const stat = (xs) => { const s = [...xs].sort((a, b) => a - b); const q = (p) => s[Math.min(s.length - 1, Math.floor(p * s.length))]; return { median: (s[(s.length - 1) >> 1] + s[s.length >> 1]) / 2, p95: q(0.95), min: s[0], max: s[s.length - 1], n: s.length }; };
  const sizes = JSON.parse(fs.readFileSync('dist/sizes.json'));
  const r = { started, finished: new Date().toISOString(), browser: browserVersion, node: process.version, cpu: os.cpus()[0].model, cores: os.cpus().length, rounds: rounds - 1, keystrokesPerRound: KEYS, calibration, peers: {}, failures };
  for (const [kind, id] of jobs) {
    const p = { form: FORM_PEERS, pdf: PDF_PEERS, docx: DOCX_PEERS }[kind][id];
    const { [id]: m = {} } = samples;
    r.peers[id] = { kind, title: p.title, versions: Object.fromEntries(p.packages.map((x) => [x, versionOf(x)])), bytes: sizes[id], metrics: Object.fromEntries(Object.entries(m).map(([k, xs]) => [k, stat(xs)])), facts: facts[id], failure: failures[id] };
  }
  r.search = search;
  fs.writeFileSync(`${outFile}.json`, JSON.stringify(r, null, 1));
  fs.writeFileSync(`${outFile}.md`, `${isPart ? '**A part of the bench, not to be published.**\n\n' : ''}${markdown(r)}`);
  return r;
};
for (let round = 0; round < rounds && jobs.length > 0; round++) {
  let browser = await launch();
  browserVersion = browser.version();
  const turn = jobs.map((_, i) => jobs[(i + round) % jobs.length]);
  const c = await calibrate(browser, url);
  for (const [kind, id] of turn) {
    if ((failures[id]?.length ?? 0) > 2) continue; // fails for good
    if (!browser.isConnected()) browser = await launch(); // it was ended from outside, or broke down
    try {
      await (kind === 'form' ? formRound(browser, url, id, round > 0) : pdfRound(browser, url, kind, id, round > 0, records));
    } catch (e) { (failures[id] ??= []).push(`round ${round}: ${String(e.message).slice(0, 300)}`); console.error(id, failures[id].at(-1)); }
  }
  if (!browser.isConnected()) browser = await launch();
  const c2 = await calibrate(browser, url);
  calibration.push([c, c2].map((x) => Math.round(x)));
  console.error(`round ${round}: ${new Date().toISOString()} calibration ${c.toFixed(0)}, ${c2.toFixed(0)} ms, load ${os.loadavg()[0].toFixed(2)}`);
  await browser.close();
  if (round > 0) save();
}
if (!only || only === 'search') {
  const browser = await launch();
  browserVersion = browser.version();
  search = await measureSearch(browser, url, rounds);
  await browser.close();
}
server.close();
console.log(markdown(save()));
