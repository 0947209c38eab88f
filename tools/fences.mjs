// Fences that the compiler can not keep.
// `crates`: which crates each program is built from (cargo tree). `programs`: which functions got into the page and the
// workers, by the name section of what rustc linked, before wasm-bindgen and wasm-opt strip it.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { FIRST } from './split.mjs';

const faults = [];
let checks = 0;

function crates() {
  const WEB = ['--no-default-features', '--features', 'web', '--target', 'wasm32-unknown-unknown'];
  const FORBIDDEN = [
    ['page and worker', WEB, ['clap', 'pinyin', 'calamine', 'csv', 'encoding_rs', 'jsonschema', 'chrono', 'jiff', 'rustybuzz', 'image', 'reqwest', 'hyper']],
    ['command line', [], ['yew', 'gloo', 'idb', 'reqwest', 'ureq', 'hyper', 'jsonschema', 'rustybuzz', 'image']],
  ];
  for (const [program, options, names] of FORBIDDEN) {
    const tree = execFileSync('cargo', ['tree', '--locked', '--edges', 'normal', '--prefix', 'none', '--format', '{p}', ...options], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const found = new Set(tree.split('\n').map((line) => line.split(' ')[0]));
    for (const name of names) {
      checks += 1;
      if (found.has(name)) faults.push(`the ${program} is built from ${name}; see: cargo tree -i ${name} ${options.join(' ')}`);
    }
  }
}

/// The names of the functions of a wasm file, as one text.
function functions(file) {
  const module = new WebAssembly.Module(fs.readFileSync(file));
  const [section] = WebAssembly.Module.customSections(module, 'name');
  if (!section) throw new Error(`fences: ${file} has no name section`);
  return Buffer.from(section).toString('latin1');
}

function programs() {
  const folder = path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown', 'page');
  // A crate or room stands in a mangled name as its length and name, or, in an impl, before `..`; in a plain one before `::`.
  const of = (name) => new RegExp(`(?:^|[^a-z0-9_])${name}(?:::|\\.\\.)|[^0-9]${name.length}${name}(?=[0-9A-Z_])`);
  const room = (name) => new RegExp(`yuntian(?:::|\\.\\.)${name}(?:::|\\.\\.)|7yuntian${name.length}${name}(?=[0-9A-Z_])`);
  // `validator` names these among its dependencies; nothing of them may be linked.
  const HEAVY = ['clap', 'regex_automata', 'idna', 'icu_normalizer'].map((name) => [name, of(name)]);
  const FORBIDDEN = [
    // Of `produce` the page may have the words of an order, not the work.
    ['app', [...HEAVY, ['krilla', of('krilla')], ['scrypt', of('scrypt')], ['skrifa', of('skrifa')], ['produce::run', /7yuntian7produce3run(?=[0-9A-Z_])/],
      // What serves authors stays with them.
      ...['4lint', '4diff', '5lower'].map((name) => [`catalog::${name.slice(1)}`, new RegExp(`7yuntian7catalog${name}(?=[0-9A-Z_])`)]),
      ['text::diagnose', /7yuntian4text10diagnostic(?:8diagnose|2zh|2en)(?=[0-9A-Z_])/],
      ...['fonts', 'layout', 'render', 'cli', 'batch', 'intake', 'media'].map((name) => [`the room ${name}`, room(name)])]],
    // The helper reads form files and makes no paper.
    ['helper', [...HEAVY, ...['yew', 'krilla', 'skrifa', 'idb'].map((name) => [name, of(name)]),
      ...['ui', 'store', 'session', 'benefits', 'search', 'packet', 'fonts', 'layout', 'render', 'cli', 'batch', 'intake', 'media']
        .map((name) => [`the room ${name}`, room(name)])]],
    // The courier knows drafts and nothing of forms.
    ['courier', [...HEAVY, ...['yew', 'krilla', 'skrifa', 'idb'].map((name) => [name, of(name)]),
      ...['ui', 'store', 'session', 'benefits', 'catalog', 'search', 'packet', 'fonts', 'layout', 'render', 'produce', 'cli', 'batch', 'intake', 'media']
        .map((name) => [`the room ${name}`, room(name)])]],
    ['press', [...HEAVY, ['yew', of('yew')],
      ...['ui', 'store', 'session', 'search', 'cli', 'batch', 'intake', 'media'].map((name) => [`the room ${name}`, room(name)])]],
  ];
  // The engine, the store and the worker's handle come with the second file; a stray call brings them back into the first.
  const ENGINE = ['validate::state', 'validate::kinds::citizen_id', 'validate::kinds::document', 'rules::eval', 'rules::pattern', 'session::apply', 'store::keeper', 'drafts::track', 'carry::hand', 'carry::resume', 'record::compare', 'drafts::list', 'text::drafts',
    'worker::handle', 'worker::author', 'fields::signature', 'fields::attachment', 'leaflet::sheet', 'leaflet::rest', 'hooks::photo', 'upkeep::strip', 'upkeep::unsettled', 'text::upkeep', 'author::desk', 'author::files', 'benefits::check', 'entitled::ask', 'entitled::found', 'kiosk::keys', 'kiosk::scan', 'kiosk::idle', 'kiosk::plain', 'text::issue', 'text::author', 'text::diagnostic', 'search::find', 'search::pattern', 'finder::hits'];
  const module = (name) => new RegExp(name.split('::').map((part) => `${part.length}${part}`).join('') + '(?=[0-9A-Z_])|' + `yuntian::${name}`);
  const LATER = [...ENGINE.map((name) => [name, module(name)]), ...['krilla', 'idb', 'regex_lite', 'fast_qr'].map((name) => [name, of(name)])];
  const linked = FORBIDDEN.map(([program, names]) => [program, path.join(folder, `${program}.wasm`), names]);
  for (const [program, file, names] of [...linked, ['the first file', FIRST, LATER]]) {
    const text = functions(file);
    if (!/yuntian/.test(text)) faults.push(`${program} names no function of ours: the fence sees nothing`);
    for (const [name, pattern] of names) {
      checks += 1;
      const found = text.match(pattern);
      if (found) faults.push(`${program} links ${name}: …${text.slice(found.index, found.index + 120).replace(/[^\x20-\x7e]/g, ' ')}…`);
    }
  }
}

const WORK = { crates, programs };
WORK[process.argv[2]]();
for (const fault of faults) console.error(`fence: ${fault}`);
console.log(`fences: ${checks} checked, ${faults.length} broken`);
process.exitCode = faults.length > 0 ? 1 : 0;
