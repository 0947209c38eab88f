// This engine's press as an adapter, on the main thread as the peers are; see src/press.rs. Fonts come as shards: for the
// numbers with 'font bytes in memory' all of them beforehand, for those from a navigation on the ones that the record needs.
import init, { Press } from '../dist/engine/press.js';
import { FONTS, bytes, keep, make, texts } from './shared.js';

const WASM = '/peers/press_bg.wasm';
let program; let table; let shards; let press; let workers;

window.pdf = {
  name: 'yuntian',
  noFont: true,
  async preload({ cold }) {
    table = bytes(`${FONTS}table.bin`);
    if (cold) { program = init({ module_or_path: WASM }); return; }
    [program, table] = await Promise.all([bytes(WASM), table]);
    const names = await fetch(`${FONTS}names.json`).then((r) => r.json());
    shards = await Promise.all(names.map(async (name) => [name, await bytes(FONTS + name)]));
  },
  async init() {
    await (program instanceof Promise ? program : init({ module_or_path: program }));
    press = new Press(await table);
    for (const [name, shard] of shards ?? []) press.keep(name, shard);
  },
  async make(record) {
    await keep(press, press.missing(texts(record)));
    return make(press, record);
  },
  // The batch on as many workers: started and warm before the clock.
  async startWorkers(n, records) {
    workers = Array.from({ length: n }, () => new Worker('/peers/press.worker.js', { type: 'module' }));
    await Promise.all(workers.map((worker, idx) => ask(worker, records[idx])));
  },
  async makeAll(records) {
    const queue = [...records]; const sizes = [];
    const run = async (worker) => { for (let r = queue.shift(); r; r = queue.shift()) sizes.push((await ask(worker, r)).length); };
    await Promise.all(workers.map(run));
    return sizes;
  },
  stopWorkers() { for (const worker of workers) worker.terminate(); },
};

const ask = (worker, record) => new Promise((done, failed) => {
  worker.onmessage = ({ data }) => (data.error ? failed(new Error(data.error)) : done(data.file));
  worker.onerror = (e) => failed(new Error(e.message));
  worker.postMessage(record);
});
