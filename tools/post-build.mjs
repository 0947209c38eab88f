// Trunk's post_build hook. In the staging folder:
// 1. splits the page's program (split.mjs), and names by their content what Trunk does not: boot.js, a folder for the
//    program, a folder for each worker;
// 2. copies the packs to data/ and the book to book/, makes plain/ (plain.mjs), and checks that index.html is ready;
// 3. writes .br and .gz beside each file that gains by it (compressed bytes are kept under target/compressed);
// 4. seals the whole (seal.mjs): the list of files with their digests, and the service worker that keeps them.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

import { writeBook } from './book.mjs';
import { day } from './day.mjs';
import { writePlain } from './plain.mjs';
import { seal } from './seal.mjs';
import { shorten } from './shorten.mjs';
import { split } from './split.mjs';

const STAGE = process.env.TRUNK_STAGING_DIR;
const PROFILE = process.env.TRUNK_PROFILE;
const KEEP = 'target/compressed';
const PACKED = /\.(br|gz|png|jpg|woff2|pdf|zip)$/;

const short = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};
const inStage = (...names) => path.join(STAGE, ...names);

function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`post-build: index.html must hold exactly one ${from}`);
  return text.replace(from, to);
}

function files(root) {
  return fs.readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(root, entry.name);
    return entry.isDirectory() ? files(full) : [full];
  });
}

// 1. Names by content.
let html = fs.readFileSync(inStage('index.html'), 'utf8');

const workers = ['press', 'helper', 'courier'].map((name) => {
  shorten(STAGE, name);
  const made = [`${name}.js`, `${name}_bg.wasm`, `${name}_loader.js`];
  const folder = `${name}-${short(...made.map((file) => fs.readFileSync(inStage(file))))}`;
  fs.mkdirSync(inStage(folder));
  for (const file of made) fs.renameSync(inStage(file), inStage(folder, file));
  html = replaceOnce(html, `name="${name}" content="./"`, `name="${name}" content="./${folder}/"`);
  return folder;
});

// What Trunk made of the program gives way to the split files.
const [made] = fs.readdirSync(STAGE).map((name) => name.match(/^(app-[0-9a-f]+)\.js$/)?.[1]).filter(Boolean);
if (!made) throw new Error('post-build: Trunk left no app-….js');
const linked = path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown', 'page', 'app.wasm');
split(linked, inStage('p'));
const program = fs.readdirSync(inStage('p')).sort();
const page = `p-${short(...program.map((name) => fs.readFileSync(inStage('p', name))))}`;
fs.renameSync(inStage('p'), inStage(page));
for (const [from, to] of [[`${made}.js`, 'app.js'], [`${made}_bg.wasm`, 'app_bg.wasm']]) {
  if (!html.includes(from)) throw new Error(`post-build: index.html does not name ${from}`);
  html = html.replaceAll(from, `${page}/${to}`);
  fs.rmSync(inStage(from));
}

// Whole lines of comment stay in the sources.
const bare = (name) => fs.readFileSync(name, 'utf8').replace(/^\s*\/\/.*\n/gm, '').replace(/^\n+/gm, '');
function byContent(stem, ending) {
  fs.writeFileSync(inStage(stem + ending), bare(inStage(stem + ending)));
  const name = `${stem}-${short(fs.readFileSync(inStage(stem + ending)))}${ending}`;
  fs.renameSync(inStage(stem + ending), inStage(name));
  return name;
}
const boot = byContent('boot', '.js');
html = replaceOnce(html, 'boot.js?', `${boot}?`);
html = replaceOnce(html, './edition.js', `./${byContent('edition', '.js')}`);

const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)/g)];
if (inline.length > 0) throw new Error('post-build: an inline script would be refused by the CSP');

// 2. The packs, the book, and the page for browsers that cannot run the program. The manifest gets the day of the catalogue, and a
// name by its content.
fs.cpSync('target/packs', inStage('data'), { recursive: true });
const manifest = JSON.parse(fs.readFileSync(inStage('data/manifest.json'), 'utf8'));
const bytes = JSON.stringify({ day: day('forms'), ...manifest });
fs.rmSync(inStage('data/manifest.json'));
fs.writeFileSync(inStage('data', `manifest.${short(bytes).slice(0, 8)}.json`), bytes);
html = replaceOnce(html, './data/manifest.json', `./data/manifest.${short(bytes).slice(0, 8)}.json`);
fs.writeFileSync(inStage('index.html'), html);
const styles = [...html.matchAll(/href="(?:\.\/)?([^"]+\.css)"/g)].map(([, name]) => name);
writeBook('docs/book', inStage('book'), styles);
const yuntian = path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'debug', 'yuntian');
await writePlain({ from: 'forms', to: inStage('plain'), styles, program: yuntian, fonts: 'target/packs/fonts' });

// 3. Compressed copies. Brotli 11 of the fonts takes half a minute, so its results are kept.
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const release = PROFILE === 'release';

async function compressed(bytes, ending, work) {
  const kept = path.join(KEEP, `${createHash('sha256').update(bytes).digest('hex')}.${ending}`);
  if (fs.existsSync(kept)) return fs.readFileSync(kept);
  const made = await work(bytes);
  fs.writeFileSync(`${kept}.part`, made);
  fs.renameSync(`${kept}.part`, kept);
  return made;
}

async function compress(file) {
  const bytes = fs.readFileSync(file);
  const br = await compressed(bytes, 'br', (data) => brotli(data, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
      [zlib.constants.BROTLI_PARAM_LGWIN]: 22,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  }));
  const gz = await compressed(bytes, 'gz', (data) => gzip(data, { level: 9 }));
  if (br.length < bytes.length) fs.writeFileSync(`${file}.br`, br);
  if (gz.length < bytes.length) fs.writeFileSync(`${file}.gz`, gz);
}

async function compressAll(queue) {
  if (!release) return;
  fs.mkdirSync(KEEP, { recursive: true });
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let file = queue.pop(); file; file = queue.pop()) await compress(file);
  }));
}

const plain = files(STAGE).filter((file) => !PACKED.test(file));
await compressAll(plain.filter((file) => file !== inStage('index.html')));

// 4. The seal, which changes index.html and knows by then how much there is to fetch.
const { build, list } = seal(STAGE);
await compressAll(['index.html', 'sw.js', list].map((name) => inStage(name)));
console.log(`post-build: build ${build}: ${page}, ${workers.join(', ')}, ${boot}, ${plain.length} files`);
