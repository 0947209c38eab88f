// What a rule of CSS would do to this engine's form: W2 without and with it, in turns.
//   node src/try-css.mjs '.yt-field { content-visibility: auto; contain-intrinsic-size: auto 6rem }' [rounds]
import { serve } from './server.mjs';
import { launch, open } from './browser.mjs';

const [css, rounds = '3'] = process.argv.slice(2);
const { server, url } = await serve('dist');
const browser = await launch();
const median = (xs) => [...xs].sort((a, b) => a - b)[xs.length >> 1];
const seen = { without: {}, with: {} };
for (let round = 0; round < Number(rounds); round++) {
  for (const which of ['without', 'with']) {
    const { context, page, cdp } = await open(browser);
    await cdp.send('Performance.enable');
    await page.goto(`${url}/form-yuntian.html`);
    if (which === 'with') await page.addStyleTag({ content: css });
    await page.waitForFunction(() => window.harness && window.bench);
    await page.evaluate(() => harness.load('/workloads/w2.yuntian.json'));
    const put = (name, ms) => (seen[which][name] ??= []).push(ms);
    const time = async () => { const { metrics } = await cdp.send('Performance.getMetrics'); return Object.fromEntries(metrics.map((m) => [m.name, m.value * 1000])); };
    put('mount, first', await page.evaluate(() => harness.mount('w2')));
    const a = await time();
    await page.evaluate(() => harness.keystrokes('w2', 50, 40));
    const b = await time();
    for (const [name, metric] of [['main thread a key', 'TaskDuration'], ['  script', 'ScriptDuration'], ['  layout', 'LayoutDuration'], ['  style', 'RecalcStyleDuration']]) put(name, (b[metric] - a[metric]) / 50);
    await page.evaluate(() => harness.unmount());
    put('mount, again', await page.evaluate(() => harness.mount('w2')));
    await page.evaluate(() => harness.unmount());
    await page.evaluate(() => harness.mount('w2', { bad: true, live: false }));
    put('validation', await page.evaluate(() => harness.validate('w2').then((v) => v.ms)));
    await context.close();
  }
}
for (const name of Object.keys(seen.with)) console.log(name.padEnd(20), median(seen.without[name]).toFixed(1).padStart(8), '->', median(seen.with[name]).toFixed(1).padStart(8), 'ms');
await browser.close(); server.close();
