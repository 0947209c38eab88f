// Trunk's post_build hook. In the staging folder:
// 1. splits the page's program (split.mjs), and names by their content what Trunk does not: boot.js, a folder for the
//    program, a folder for each worker;
// 2. copies the packs to data/ and the book to book/, and checks that index.html is ready;
// 3. writes .br and .gz beside each file that gains by it (compressed bytes are kept under target/compressed).

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

import { writeBook } from './book.mjs';
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

const boot = `boot-${short(fs.readFileSync(inStage('boot.js')))}.js`;
fs.renameSync(inStage('boot.js'), inStage(boot));
html = replaceOnce(html, 'boot.js?', `${boot}?`);

const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)/g)];
if (inline.length > 0) throw new Error('post-build: an inline script would be refused by the CSP');
fs.writeFileSync(inStage('index.html'), html);

// 2. The packs and the book.
fs.cpSync('target/packs', inStage('data'), { recursive: true });
const styles = [...html.matchAll(/href="(?:\.\/)?([^"]+\.css)"/g)].map(([, name]) => name);
writeBook('docs/book', inStage('book'), styles);

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

if (release) {
  fs.mkdirSync(KEEP, { recursive: true });
  const queue = files(STAGE).filter((file) => !PACKED.test(file));
  const total = queue.length;
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let file = queue.pop(); file; file = queue.pop()) await compress(file);
  }));
  console.log(`post-build: ${page}, ${workers.join(', ')}, ${boot}, ${total} files compressed`);
}
