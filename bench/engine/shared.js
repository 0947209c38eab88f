// What the press and its workers share: how a record is handed over, and where the font's shards come from.
import { qrMatrix, qrRuns } from '../src/pdf/layout.js';

export const FONTS = '/engine-fonts/';
export const texts = (d) => [d.no, d.title, d.subtitle, d.footer, ...d.rows.flat()];
export const bytes = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
// All begun at once, as the page's worker fetches them.
export const keep = (press, names) => Promise.all(names.map(async (name) => press.keep(name, await bytes(FONTS + name))));
export function make(press, d) {
  const m = qrMatrix(d.qr);
  return press.make(texts(d), Uint32Array.from(qrRuns(m).flat()), m.length);
}
