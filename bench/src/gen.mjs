// Writes the workloads: dist/workloads/<w>.<peer>.json, <w>.schema.json, p1.json and p1-first.json; and what this engine reads:
// the packs of both forms and the font in shards, made by its command line from a catalogue with these forms beside its own.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import * as W from './workloads.mjs';
import * as C from './convert.mjs';
import { FORM_PEERS } from './peers.mjs';
import { FONT } from './peers.mjs';
fs.mkdirSync('dist/workloads', { recursive: true });
const put = (name, x) => { const s = JSON.stringify(x); fs.writeFileSync(`dist/workloads/${name}.json`, s); return s.length; };
const forms = [W.w1(), W.w2()];
const pdfs = Array.from({ length: 101 }, (_, i) => W.p1(i));

// YUNTIAN=path picks a command line that is built already.
const cli = process.env.YUNTIAN ?? `${process.env.CARGO_TARGET_DIR ?? '../target'}/debug/yuntian`;
if (!process.env.YUNTIAN) execFileSync('cargo', ['build', '--quiet', '--locked', '--bin', 'yuntian', '--manifest-path', '../Cargo.toml'], { stdio: 'inherit' });
function pack(name, files) { // the catalogue of the project and these forms
  const [forms, out] = [`dist/${name}-catalogue`, `dist/${name}`];
  fs.rmSync(forms, { recursive: true, force: true }); fs.rmSync(out, { recursive: true, force: true });
  fs.cpSync('../forms', forms, { recursive: true });
  for (const form of files) {
    fs.mkdirSync(`${forms}/items/${form.id}`, { recursive: true });
    fs.writeFileSync(`${forms}/items/${form.id}/form.json`, JSON.stringify(form, null, 1));
  }
  execFileSync(cli, ['pack', '--forms', forms, '--out', out, '--font', FONT], { stdio: ['ignore', 'inherit', 'inherit'] });
  return [out, JSON.parse(fs.readFileSync(`${out}/manifest.json`))];
}
// W2's labels hold most of P1's characters, so the font is cut without it: its base shard has P1's labels, not its answers.
const [at, manifest] = pack('packs', forms.map(C.yuntianForm));
const directory = Object.assign({}, ...manifest.directory.map((name) => JSON.parse(fs.readFileSync(`${at}/${name}`, 'utf8'))));
const packs = Object.fromEntries(forms.map((w) => [w.id, fs.readFileSync(`${at}/${directory[w.id.toUpperCase()].pack}`).toString('base64')]));
const [paper, { shardTable, shards }] = pack('paper', [C.yuntianPaper(pdfs[0])]);
fs.rmSync('dist/engine-fonts', { recursive: true, force: true });
fs.cpSync(`${paper}/${shards}`, 'dist/engine-fonts', { recursive: true });
fs.rmSync(`dist/engine-fonts/${shardTable.slice(shards.length)}`);
const names = fs.readdirSync('dist/engine-fonts');
fs.copyFileSync(`${paper}/${shardTable}`, 'dist/engine-fonts/table.bin');
fs.writeFileSync('dist/engine-fonts/names.json', JSON.stringify(names));
console.log(`font: ${names.length} shards`);

for (const w of forms) {
  put(`${w.id}.schema`, C.toSchema(w));
  for (const [k, p] of Object.entries(FORM_PEERS)) console.log(w.id, k, put(`${w.id}.${k}`, C[p.convert](w, packs)), 'bytes');
}
put('p1', pdfs);
put('p1-first', pdfs.slice(0, 1));
console.log('p1: 101 records; distinct CJK characters in the first:', W.cjkCount(W.pdfText(pdfs[0])));

// Made-up catalogues for the search: the index as the page fetches it, and how long a key takes natively (bench/engine/src/index.rs).
const target = process.env.CARGO_TARGET_DIR ?? '../target';
execFileSync('cargo', ['build', '--quiet', '--locked', '--release', '--manifest-path', 'engine/Cargo.toml', '--no-default-features', '--features', 'pack', '--bin', 'bench_index'],
  { stdio: 'inherit', env: { ...process.env, CARGO_TARGET_DIR: target } });
for (const n of [9110, 100000]) {
  fs.rmSync(`dist/index/${n}`, { recursive: true, force: true });
  const told = execFileSync(`${target}/release/bench_index`, [String(n), `dist/index/${n}`], { encoding: 'utf8' });
  fs.writeFileSync(`dist/index/${n}/native.json`, told);
  console.log('index', told.trim());
}
