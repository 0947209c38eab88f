// Runs inside the page. Drives window.bench (one engine's adapter, see README.md) and takes the times there.
const now = () => performance.now();
const raf = () => new Promise((r) => requestAnimationFrame(r));
const post = () => new Promise((r) => { const c = new MessageChannel(); c.port1.onmessage = () => r(); c.port2.postMessage(0); });
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const el = (path) => document.querySelector(window.bench.selector(path));
const holder = () => document.getElementById('root');

// the sentinels are in the DOM and the data have been applied
const isReady = (d) => d.sentinels.every((s) => el(s)) && el(d.shown[0])?.value === d.shown[1];

async function until(test, what, ms = 120000) {
  const end = now() + ms;
  for (;;) {
    await raf();
    if (test()) break;
    if (now() > end) throw new Error(`timeout: ${what}`);
  }
  await post(); // after the frame that shows it has been drawn
}

const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
const setAreaValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
function type(path, text) {
  const e = el(path);
  if (!e) throw new Error(`no element for ${path}`);
  if (document.activeElement !== e) e.focus();
  const ch = text.slice(-1);
  const t0 = now();
  e.dispatchEvent(new KeyboardEvent('keydown', { key: ch, bubbles: true }));
  (e instanceof HTMLTextAreaElement ? setAreaValue : setValue).call(e, text);
  e.dispatchEvent(new InputEvent('input', { data: ch, inputType: 'insertText', bubbles: true }));
  e.dispatchEvent(new KeyboardEvent('keyup', { key: ch, bubbles: true }));
  return t0;
}

window.harness = {
  defs: {},
  async load(url) { // the definition, parsed and in memory
    if (window.benchReady) await window.benchReady;
    const d = await (await fetch(url)).json();
    if (window.bench.lazy) Object.assign(d, d.lazy);
    window.bench.prepare?.(d);
    this.defs[d.id] = d;
    return d.id;
  },
  // Returns {dom, painted} in ms from the call.
  async mount(id, { bad = false, live = true } = {}) {
    const d = this.defs[id];
    const data = structuredClone(bad ? d.badData : d.data);
    await sleep(50);
    const t0 = now();
    const p = window.bench.mount(d, data, { live, root: holder() });
    await until(() => isReady(d), `mount ${id}`);
    const t = now() - t0;
    await p;
    return t;
  },
  async unmount() { await window.bench.unmount(); holder().replaceChildren(); await raf(); await post(); },
  fieldCount() { return holder().querySelectorAll('input, select, textarea').length; },
  // n keystrokes over the workload's text fields; dispatch -> after the next frame was drawn.
  async keystrokes(id, n, gap) {
    const d = this.defs[id];
    const per = Math.ceil(n / d.textKeys.length);
    const sync = []; const paint = []; const raf2 = []; let applied = 0; let checked = 0;
    for (let i = 0; i < n; i++) {
      const key = d.textKeys[Math.floor(i / per)];
      const text = '输入测试内容逐字变化看看'.slice(0, 2 + ((i % per) % 10)); // another text each time
      await sleep(gap + (i * 7) % 16); // another phase of the frame each time
      const t0 = type(key, text);
      sync.push(now() - t0);
      await raf(); await post();
      paint.push(now() - t0);
      await raf();
      raf2.push(now() - t0);
      if (i % per === per - 1) { await sleep(300); checked++; if (window.bench.value(key) === text) applied++; }
    }
    return { sync, paint, raf2, applied, checked };
  },
  // One wrong value typed into a field: does its error come up by itself (validation on change)?
  async liveError(path, text) {
    type(path, text);
    await sleep(500);
    return window.bench.errors();
  },
  async validate(id) {
    const d = this.defs[id];
    await sleep(100);
    const t0 = now();
    const p = window.bench.validate(d);
    await until(() => window.bench.errors() >= d.badCount, `validate ${id}: ${window.bench.errors()} of ${d.badCount}`, 60000);
    const t = now() - t0;
    await p;
    return { ms: t, errors: window.bench.errors() };
  },
  wasmBytes: () => [...(window.wasmMemories ?? [])].reduce((n, m) => n + m.buffer.byteLength, 0),
  nodes: () => holder().querySelectorAll('*').length,
};

async function cold() {
  if (window.benchReady) await window.benchReady;
  const q = new URLSearchParams(location.search);
  if (!q.has('auto')) return;
  const d = await window.workload; // begun in the page's head
  if (window.bench.lazy) Object.assign(d, d.lazy);
  window.bench.prepare?.(d);
  window.harness.defs[d.id] = d;
  const p = window.bench.mount(d, structuredClone(d.data), { live: true, root: holder() });
  await until(() => isReady(d), 'cold mount');
  window.coldMs = now(); // from the start of the navigation
  await p;
}
window.coldDone = cold().then(() => true, (e) => { window.coldError = String(e.stack ?? e); });
