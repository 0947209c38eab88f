// Splits the page's program: what the first question needs, and a file for each door of `src/ui/door.rs` (docs/adr/0011).
// What two of the latter share is a chunk that comes with either.
// wasm-split-cli reads the relocations of what was linked, wasm-bindgen makes the first file's JavaScript, binaryen all small.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import binaryen from 'binaryen';

import { DOORS } from './doors.mjs';
import { shorten } from './shorten.mjs';

const WORK = 'target/split';
/// The first file as split off, with its names: what the fences read.
export const FIRST = path.join(WORK, 'app.wasm');
const LOADER = '__wasm_split.js';

const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

/// Makes a wasm file small, byte for byte as `wasm-opt -Oz` does. That command is this library in a program that takes longer to
/// start than most of these files take; there are some ninety of them.
function optimize(from, to) {
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setGenerateStackIR(true);
  binaryen.setOptimizeStackIR(true);
  const module = binaryen.readBinary(fs.readFileSync(from));
  module.optimize();
  fs.writeFileSync(to, module.emitBinary());
  module.dispose();
}

/// Writes app.js, app_bg.wasm and the later files with their loader into `folder`; `linked` is what cargo made.
export function split(linked, folder) {
  fs.rmSync(WORK, { recursive: true, force: true });
  fs.mkdirSync(WORK, { recursive: true });
  fs.mkdirSync(folder, { recursive: true });
  run('wasm-split-cli', '--out-name', 'app', linked, WORK);
  run('wasm-bindgen', FIRST, '--out-dir', folder, '--out-name', 'app', '--target', 'web', '--no-typescript', '--no-demangle', '--keep-lld-exports');
  optimize(path.join(folder, 'app_bg.wasm'), path.join(folder, 'app_bg.wasm'));
  shorten(folder);
  const later = fs.readdirSync(WORK).filter((name) => /^(split|chunk)_.*\.wasm$/.test(name));
  for (const name of DOORS.map((file) => `split_${file}.wasm`)) {
    if (!later.includes(name)) throw new Error(`split: there is no ${name}`);
  }
  for (const name of later) optimize(path.join(WORK, name), path.join(folder, name));
  // The loader trusts the host to name the type of a wasm file; some static hosts do not.
  const loader = fs.readFileSync(path.join(WORK, LOADER), 'utf8');
  const streaming = 'WebAssembly.instantiateStreaming(src, imports)';
  if (loader.split(streaming).length !== later.length + 1) throw new Error(`split: ${LOADER} is not as expected; look at it again`);
  fs.writeFileSync(path.join(folder, LOADER), loader.replaceAll(streaming, 'WebAssembly.instantiate(await (await src).arrayBuffer(), imports)'));
}
