// The size budget, over dist, in brotli -11: what is fetched before the first question takes a key, what comes with the first
// key, what the author's page, "What am I entitled to?" and handing over add, and the workers.
// tests/e2e/budget.spec.mjs measures the same from what the browser really fetched. tools/budget.json
// has the limits.

import fs from 'node:fs';
import path from 'node:path';

import { DOORS } from './doors.mjs';

const DIST = 'dist';
const BUDGET = JSON.parse(fs.readFileSync('tools/budget.json', 'utf8'));
const FORM = /^SQ031\b/;

const sent = (file) => fs.statSync(fs.existsSync(`${file}.br`) ? `${file}.br` : file).size;
const isPlain = (name) => !/\.(br|gz)$/.test(name);
const list = (folder, test) => fs.readdirSync(path.join(DIST, folder))
  .filter((name) => isPlain(name) && test(name)).map((name) => path.join(folder, name))
  .filter((name) => fs.statSync(path.join(DIST, name)).isFile());

function report(title, files, limit) {
  const sizes = files.map((name) => [sent(path.join(DIST, name)), name]).sort((a, b) => b[0] - a[0]);
  const total = sizes.reduce((sum, [size]) => sum + size, 0);
  for (const [size, name] of sizes) console.log(`${String(size).padStart(9)}  ${name}`);
  console.log(`${title}: ${total} of ${limit} bytes (brotli)`);
  if (total > limit) {
    console.error(`${title} is over its limit by ${total - limit} bytes`);
    process.exitCode = 1;
  }
}

const folder = (start) => fs.readdirSync(DIST).find((name) => name.startsWith(`${start}-`));
// What the later files share is in chunks, each of which comes with the first file that wants it; the loader names them.
const loader = fs.readFileSync(path.join(DIST, folder('p'), '__wasm_split.js'), 'utf8');
const wanted = (file) => new Set([...loader.matchAll(/\/\* (.*?) \*\/\s*const __chunk_(\d+)/g)]
  .filter(([, files]) => files.split(', ').includes(file)).map(([, , n]) => `chunk_${n}.wasm`));
const ofLater = wanted('later');
// A chunk of the others alone counts with each.
const is = Object.fromEntries(DOORS.map((file) => {
  const own = wanted(file);
  return [file, (name) => name.startsWith(`split_${file}`) || (own.has(name) && (file === 'later' || !ofLater.has(name)))];
}));
const isChunk = (name) => /^chunk_/.test(name);

// What makes the copy on the device is fetched once the first page stands.
const isAfter = (name) => /^(edition-|sw\.js$)/.test(name);

// The file of the directory that names the form.
const directory = list('data/directory', () => true);
const first = [
  ...list(folder('p'), (name) => ![...Object.values(is), isChunk].some((isOf) => isOf(name))),
  ...list('.', (name) => /\.(html|js|css|wasm|svg|webmanifest)$/.test(name) && !isAfter(name)),
  ...list('data', (name) => !/^(author|benefits)\./.test(name)),
  ...list('data/packs', (name) => FORM.test(name)),
  ...directory.filter((name) => JSON.parse(fs.readFileSync(path.join(DIST, name), 'utf8')).SQ031),
];
if (!first.some((name) => /packs/.test(name))) throw new Error('size: no pack of SQ031 in dist/data/packs');
report('first load', first, BUDGET.firstLoad);

// What grows with the catalogue comes with the search box alone.
report('search', [...list(folder('p'), is.finder), ...list('data/index', () => true)], BUDGET.search);
report('second file', list(folder('p'), is.later), BUDGET.later);
report('drafts', list(folder('p'), is.drafts), BUDGET.drafts);
report('guides', list(folder('p'), is.leaflet), BUDGET.leaflet);
report('signatures and files', list(folder('p'), is.hand), BUDGET.hand);
report('what am I entitled to', [...list(folder('p'), is.entitled), ...list('data', (name) => /^benefits\./.test(name)), ...list('data/packs', (name) => /^profile\./.test(name))], BUDGET.entitled);
report('kiosk', [...list(folder('p'), is.kiosk), ...list('data/tables', (name) => /^hanzi/.test(name))], BUDGET.kiosk);
report('handing over', list(folder('p'), is.carry), BUDGET.carry);
report('counter', list(folder('p'), is.counter), BUDGET.counter);
report('firm and my details', list(folder('p'), is.own), BUDGET.own);
report('author page', [...list(folder('p'), is.author), ...list('data', (name) => /^author\./.test(name))], BUDGET.author);
report('the page about itself', list(folder('p'), is.upkeep), BUDGET.upkeep);
report('worker', list(folder('press'), () => true), BUDGET.worker);
report('helper', list(folder('helper'), () => true), BUDGET.helper);
report('courier', list(folder('courier'), () => true), BUDGET.courier);

// What a device keeps: everything but the book, once, and from then on what changed.
const [listed] = list('.', (name) => /^files-[0-9a-f]+\.json$/.test(name));
const kept = JSON.parse(fs.readFileSync(path.join(DIST, listed), 'utf8')).files.map(([name]) => name);
const total = kept.reduce((sum, name) => sum + sent(path.join(DIST, name)), 0);
console.log(`kept for use without a network: ${total} of ${BUDGET.kept} bytes (brotli) in ${kept.length} files, list and worker ${sent(path.join(DIST, listed)) + sent(path.join(DIST, 'sw.js'))}`);
if (total > BUDGET.kept) process.exitCode = 1;
