// What the browser does for a keystroke in W2, by the events of its trace: milliseconds a key and how many in 50 keys. Frames
// (ProxyMain::BeginMainFrame), style, layout and paint are all '(program)' in a CPU profile.
//   node src/trace.mjs [yuntian plain-cv …]
import { serve } from './server.mjs';
import { launch, open } from './browser.mjs';

const KEYS = 50; const TOP = 26;
const ids = process.argv.slice(2);
const { server, url } = await serve('dist');
const browser = await launch();
for (const id of ids.length ? ids : ['yuntian', 'plain-cv']) {
  const { context, page, cdp } = await open(browser);
  await page.goto(`${url}/form-${id}.html`);
  await page.waitForFunction(() => window.harness && window.bench);
  await page.evaluate((file) => harness.load(file), `/workloads/w2.${id}.json`);
  await page.evaluate(() => harness.mount('w2'));
  await page.evaluate(() => harness.keystrokes('w2', 5, 30));
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const traceConfig = { includedCategories: ['devtools.timeline', 'blink', 'cc', 'toplevel'] };
  await cdp.send('Tracing.start', { traceConfig, transferMode: 'ReportEvents' });
  await page.evaluate((n) => harness.keystrokes('w2', n, 40).then((keys) => keys.applied), KEYS);
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  const main = events.find((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain')?.tid;
  const sums = new Map();
  for (const { name, dur = 0 } of events.filter((event) => event.ph === 'X' && event.tid === main)) {
    const [ms, n] = sums.get(name) ?? [0, 0];
    sums.set(name, [ms + dur / 1000 / KEYS, n + 1]);
  }
  console.log(`\n## ${id}: ms a key, events in ${KEYS} keys`);
  [...sums].sort((a, b) => b[1][0] - a[1][0]).slice(0, TOP).forEach(([name, [ms, n]]) => console.log(ms.toFixed(2).padStart(8), String(n).padStart(6), name));
  await context.close();
}
await browser.close(); server.close();
