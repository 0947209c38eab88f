// Splits the page's program in two: what the first question needs, and what comes after it (docs/adr/0011).
// wasm-split-cli reads the relocations of what was linked, wasm-bindgen makes the first file's JavaScript, wasm-opt both small.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const WORK = 'target/split';
/// The first file as split off, with its names: what the fences read.
export const FIRST = path.join(WORK, 'app.wasm');
const LATER = 'split_later.wasm';
const LOADER = '__wasm_split.js';

const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

/// Writes app.js, app_bg.wasm and the second file with its loader into `folder`; `linked` is what cargo made.
export function split(linked, folder) {
  fs.rmSync(WORK, { recursive: true, force: true });
  fs.mkdirSync(WORK, { recursive: true });
  fs.mkdirSync(folder, { recursive: true });
  run('wasm-split-cli', '--out-name', 'app', linked, WORK);
  run('wasm-bindgen', FIRST, '--out-dir', folder, '--out-name', 'app', '--target', 'web', '--no-typescript', '--no-demangle', '--keep-lld-exports');
  run('wasm-opt', '-Oz', path.join(folder, 'app_bg.wasm'), '-o', path.join(folder, 'app_bg.wasm'));
  run('wasm-opt', '-Oz', path.join(WORK, LATER), '-o', path.join(folder, LATER));
  // The loader trusts the host to name the type of a wasm file; some static hosts do not.
  const loader = fs.readFileSync(path.join(WORK, LOADER), 'utf8');
  const streaming = 'WebAssembly.instantiateStreaming(src, imports)';
  if (loader.split(streaming).length !== 2) throw new Error(`split: ${LOADER} is not as expected; look at it again`);
  fs.writeFileSync(path.join(folder, LOADER), loader.replace(streaming, 'WebAssembly.instantiate(await (await src).arrayBuffer(), imports)'));
}
