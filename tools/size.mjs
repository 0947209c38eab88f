// The size budget, over dist, in brotli -11: what is fetched before the first question takes a key, what comes with the first
// key, what the author's page adds, and the workers.
// tests/e2e/budget.spec.mjs measures the same from what the browser really fetched. tools/budget.json
// has the limits.

import fs from 'node:fs';
import path from 'node:path';

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
const isAuthor = (name) => /^split_author/.test(name);
const isHand = (name) => /^split_hand/.test(name);
// What the later files share comes with the first of them.
const isLater = (name) => /^(split_later|chunk_)/.test(name);

const first = [
  ...list(folder('p'), (name) => !isLater(name) && !isAuthor(name) && !isHand(name)),
  ...list('.', (name) => /\.(html|js|css|wasm|svg|webmanifest)$/.test(name)),
  ...list('data', (name) => !/^author\./.test(name)),
  ...list('data/packs', (name) => FORM.test(name)),
];
if (!first.some((name) => /packs/.test(name))) throw new Error('size: no pack of SQ031 in dist/data/packs');
report('first load', first, BUDGET.firstLoad);

report('second file', list(folder('p'), isLater), BUDGET.later);
report('signatures and files', list(folder('p'), isHand), BUDGET.hand);
report('author page', [...list(folder('p'), isAuthor), ...list('data', (name) => /^author\./.test(name))], BUDGET.author);
report('worker', list(folder('press'), () => true), BUDGET.worker);
report('helper', list(folder('helper'), () => true), BUDGET.helper);
