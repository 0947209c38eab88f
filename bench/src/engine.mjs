// Builds this engine's adapters (bench/engine) as the page and its worker are built, into dist/engine:
// cargo with the profile `page`, wasm-bindgen, wasm-opt -Oz. The main package's tools are used (tools/setup.sh).
// --names keeps the functions' names, for src/profile.mjs.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve('..');
const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target');
const OUT = 'dist/engine';
const sh = (cmd, args, env = {}) => execFileSync(cmd, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', env: { ...process.env, ...env } });

// The places of the sources on this machine would stand in every panic message (as in tools/dist.sh).
const registry = path.join(process.env.CARGO_HOME ?? path.join(os.homedir(), '.cargo'), 'registry/src');
const sysroot = sh('rustc', ['--print', 'sysroot']).trim();
const flags = fs.readdirSync(registry).map((dir) => `--remap-path-prefix=${registry}/${dir}/=`);
flags.push(`--remap-path-prefix=${sysroot}/lib/rustlib/src/rust/=`);

sh('cargo', ['build', '--quiet', '--locked', '--manifest-path', 'engine/Cargo.toml', '--target', 'wasm32-unknown-unknown', '--profile', 'page'], {
  CARGO_TARGET_DIR: TARGET, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags.join(' '),
});
fs.mkdirSync(OUT, { recursive: true });
for (const bin of ['forms', 'press', 'search']) {
  const wasm = path.join(TARGET, 'wasm32-unknown-unknown/page', `bench_${bin}.wasm`);
  sh('wasm-bindgen', [wasm, '--target', 'web', '--no-typescript', '--out-dir', OUT, '--out-name', bin]);
  const file = `${OUT}/${bin}_bg.wasm`;
  sh('wasm-opt', ['-Oz', ...(process.argv.includes('--names') ? ['-g'] : []), file, '-o', file]);
  console.log(file, fs.statSync(file).size, 'bytes');
}
