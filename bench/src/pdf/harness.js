// Runs inside the page. Drives window.pdf (one engine's adapter, see README.md) and takes the times there.
const now = () => performance.now();
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
window.harness = {
  // Everything in memory before the clock starts; cold: what the first record needs, on its way.
  async load({ cold = false, font: url = '/font.ttf' } = {}) {
    if (window.benchReady) await window.benchReady;
    const [font, records] = await Promise.all([
      window.pdf.noFont ? null : fetch(url).then((r) => r.arrayBuffer()),
      fetch(`/workloads/${cold ? 'p1-first' : 'p1'}.json`).then((r) => r.json()),
      window.pdf.preload?.({ cold }),
    ]);
    Object.assign(this, { font, records });
  },
  async first() {
    const t0 = now();
    await window.pdf.init(this.font);
    const t1 = now();
    this.out = await window.pdf.make(this.records[0]);
    const t2 = now();
    return { init: t1 - t0, make: t2 - t1, first: t2 - t0, size: this.out.length };
  },
  async next(from, n) { // other records, one at a time
    const ms = [];
    for (let i = from; i < from + n; i++) {
      await sleep(20);
      const t0 = now();
      await window.pdf.make(this.records[i]);
      ms.push(now() - t0);
    }
    return ms;
  },
  async batch(n, limitMs) { // records 1..n back to back; stops after limitMs
    const t0 = now(); let bytes = 0; let done = 0;
    const seen = new Set();
    for (let i = 1; i <= n; i++) {
      const b = await window.pdf.make(this.records[i]);
      bytes += b.length; done++;
      seen.add(b.length);
      if (now() - t0 > limitMs) break;
    }
    const ms = now() - t0;
    return { done, ms, perSecond: (done * 1000) / ms, bytes, distinctSizes: seen.size };
  },
  // The same records on n workers at once, where the engine has some.
  async batchOnWorkers(n, workers) {
    if (!window.pdf.startWorkers) return null;
    const records = this.records.slice(1, n + 1);
    await window.pdf.startWorkers(workers, records);
    const t0 = now();
    const sizes = await window.pdf.makeAll(records);
    const ms = now() - t0;
    window.pdf.stopWorkers();
    return { done: sizes.length, perSecond: (sizes.length * 1000) / ms };
  },
  wasmBytes: () => [...(window.wasmMemories ?? [])].reduce((n, m) => n + m.buffer.byteLength, 0),
  base64(b = this.out) {
    let s = '';
    for (let i = 0; i < b.length; i += 0x8000) s += String.fromCharCode(...b.subarray(i, i + 0x8000));
    return btoa(s);
  },
  async make64(i) { return this.base64(await window.pdf.make(this.records[i])); },
};
async function cold() {
  const q = new URLSearchParams(location.search);
  if (!q.has('auto')) return;
  if (window.benchReady) await window.benchReady;
  await window.harness.load({ cold: true, font: q.get('font') ?? '/font.ttf' });
  await window.harness.first();
  window.coldMs = now(); // from the start of the navigation: code, wasm and font downloaded, first PDF made
}
window.coldDone = cold().then(() => true, (e) => { window.coldError = String(e.stack ?? e); });
