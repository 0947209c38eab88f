// A worker of the batch: one record in, one file out. It fetches the shards that it has not got, as the page's worker does.
import init, { Press } from '../dist/engine/press.js';
import { FONTS, bytes, keep, make, texts } from './shared.js';

const ready = Promise.all([bytes(`${FONTS}table.bin`), init({ module_or_path: '/peers/press_bg.wasm' })]).then(([table]) => new Press(table));
onmessage = async ({ data: record }) => {
  try {
    const press = await ready;
    await keep(press, press.missing(texts(record)));
    const file = make(press, record);
    postMessage({ file }, [file.buffer]);
  } catch (e) { postMessage({ error: String(e.stack ?? e) }); }
};
