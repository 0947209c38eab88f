// Seals a page as built: lists every file with its SHA-256, so that a browser can keep the whole of it and an update is taken
// whole or not at all (web/sw.js, docs/adr/0022). Writes files-….json, sw.js, and the build's name into index.html.
//
// Invariant: the same files give the same build, whenever and wherever it is made; sealing twice changes nothing.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const WORKER = new URL('../web/sw.js', import.meta.url);
/// What no resident needs without a network: the book for authors, the page for browsers without the program, and what belongs to
/// the seal itself.
const LEFT_OUT = /^(book\/|plain\/|sw\.js$|files-[0-9a-f]+\.json$)|\.(br|gz)$/;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function names(root, folder = '') {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? names(root, name) : [name];
  });
}

/// What a broken line should have brought first: the page, forms, the rest of the program, the press, then the fonts.
const order = (name) => [/^data\/fonts\//, /^(press|helper)-/, /^data\/packs\//, /^data\//].reduce((sum, pattern, idx) => (pattern.test(name) && sum === 0 ? 4 - idx : sum), 0);

/// Seals the page in `root`: the build's name, and that of its list. What is compressed already counts as it is sent.
export function seal(root) {
  const put = (name, text) => fs.writeFileSync(path.join(root, name), text);
  const get = (name) => fs.readFileSync(path.join(root, name));
  for (const name of fs.readdirSync(root)) if (/^files-[0-9a-f]+\.json(\.br|\.gz)?$/.test(name)) fs.rmSync(path.join(root, name));

  const files = names(root).filter((name) => !LEFT_OUT.test(name)).sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  const mark = /(<meta name="build" content=")[^"]*(" data-mb=")[^"]*(")/;
  const html = get('index.html').toString();
  if (!mark.test(html)) throw new Error('seal: index.html has no <meta name="build" content="" data-mb="">');
  const plain = html.replace(mark, '$1$2$3');
  const rest = files.filter((name) => name !== 'index.html').map((name) => [name, sha256(get(name))]);
  const worker = fs.readFileSync(WORKER, 'utf8');
  const build = sha256(JSON.stringify([rest, plain, worker])).slice(0, 16);
  const sent = (name) => fs.statSync(path.join(root, fs.existsSync(path.join(root, `${name}.br`)) ? `${name}.br` : name)).size;
  const bytes = files.reduce((sum, name) => sum + sent(name), 0);
  put('index.html', html.replace(mark, `$1${build}$2${Math.max(1, Math.round(bytes / 1e6))}$3`));

  const list = `${JSON.stringify({ build, files: [['index.html', sha256(get('index.html'))], ...rest] })}\n`;
  const listed = `files-${sha256(list).slice(0, 16)}.json`;
  put(listed, list);
  put('sw.js', worker.replace("'@build'", `'${build}'`).replace("'@list'", `'${listed}'`).replace("'@digest'", `'${sha256(list)}'`));
  return { build, list: listed };
}
