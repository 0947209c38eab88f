// Where this engine's time goes: CPU profiles by function, of the form (mount, keystrokes, validation of W2) and of the next PDFs.
//   node src/engine.mjs --names && node src/build.mjs yuntian,yuntian-pdf && node src/profile.mjs [--children] [--top 25]
// With names the wasm is larger and a little slower: its figures are shares, not times to publish. Build without --names after it.
import fs from 'node:fs';
import { serve } from './server.mjs';
import { launch, open } from './browser.mjs';

const flag = (name) => process.argv.includes(`--${name}`);
const top = Number(process.argv[process.argv.indexOf('--top') + 1]) || 25;
const { server, url } = await serve('dist');
const browser = await launch();

const short = (name) => name.replace(/::h[0-9a-f]{16}$/, '').replace(/^_?ZN/, '').slice(0, 110) || '(nameless)';
async function profiled(cdp, title, run) {
  await cdp.send('Profiler.start');
  const result = await run();
  const { profile } = await cdp.send('Profiler.stop');
  const byId = new Map(profile.nodes.map((n) => [n.id, n]));
  const self = new Map();
  profile.samples.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + profile.timeDeltas[i] / 1000));
  const totals = new Map(); const selfs = new Map();
  const add = (map, name, ms) => map.set(name, (map.get(name) ?? 0) + ms);
  const walk = (node, above) => { // a function counts once on each branch
    const name = short(node.callFrame.functionName);
    const own = self.get(node.id) ?? 0;
    add(selfs, name, own);
    const isNew = !above.has(name);
    const inner = isNew ? new Set(above).add(name) : above;
    let sum = own;
    for (const child of node.children ?? []) sum += walk(byId.get(child), inner);
    if (isNew) add(totals, name, sum);
    return sum;
  };
  walk(profile.nodes[0], new Set());
  const busy = [...selfs].filter(([n]) => n !== '(idle)').reduce((a, [, ms]) => a + ms, 0);
  console.log(`\n## ${title}: ${JSON.stringify(result)}; ${busy.toFixed(0)} ms busy`);
  const list = (map) => [...map].filter(([n]) => !['(idle)', '(root)'].includes(n)).sort((a, b) => b[1] - a[1]).slice(0, top)
    .forEach(([n, ms]) => console.log(`${ms.toFixed(1).padStart(8)} ms ${((100 * ms) / busy).toFixed(1).padStart(5)} %  ${n}`));
  list(selfs);
  if (flag('children')) { console.log('   with what is called:'); list(totals); }
  fs.mkdirSync('dist/profiles', { recursive: true });
  fs.writeFileSync(`dist/profiles/${title.replaceAll(/\W+/g, '-')}.cpuprofile`, JSON.stringify(profile)); // opens in DevTools
}
async function on(pageName, ready, run) {
  const { context, page, cdp } = await open(browser);
  await page.goto(`${url}/${pageName}.html`);
  await page.waitForFunction(ready);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await run(page, cdp);
  await context.close();
}
await on('form-yuntian', () => window.harness && window.bench, async (page, cdp) => {
  await page.evaluate(() => harness.load('/workloads/w2.yuntian.json'));
  await page.evaluate(async () => { await harness.mount('w2'); await harness.unmount(); });
  await profiled(cdp, 'mount W2, again', () => page.evaluate(() => harness.mount('w2')));
  await page.evaluate(() => harness.keystrokes('w2', 5, 30));
  await profiled(cdp, '50 keystrokes in W2', () => page.evaluate(() => harness.keystrokes('w2', 50, 40).then((k) => k.applied)));
  await page.evaluate(() => harness.unmount());
  await page.evaluate(() => harness.mount('w2', { bad: true, live: false }));
  await profiled(cdp, 'validation of W2', () => page.evaluate(() => harness.validate('w2')));
});
await on('pdf-yuntian-pdf', () => window.harness && window.pdf, async (page, cdp) => {
  await page.evaluate(() => harness.load());
  await page.evaluate(() => harness.first());
  await page.evaluate(() => harness.next(1, 5));
  await profiled(cdp, '20 next PDFs', () => page.evaluate(() => harness.next(6, 20).then((ms) => ms.map((x) => +x.toFixed(1)))));
});
await browser.close(); server.close();
