// Makes the packs that the page reads (forms, index, tables, font shards) into target/packs.
// Trunk calls this before it builds. Nothing is done where nothing that goes into them changed.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const OUT = 'target/packs';
const FONT = 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const LICENCE = 'node_modules/@expo-google-fonts/noto-serif-sc/LICENSE_FONT';
const STAMP = 'target/packs.stamp';

function files(root) {
  if (!fs.existsSync(root)) return [];
  if (fs.statSync(root).isFile()) return [root];
  return fs.readdirSync(root).sort().flatMap((name) => files(path.join(root, name)));
}

function cargo(args) {
  const run = spawnSync('cargo', args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (run.status !== 0) {
    console.error(`pack: cargo ${args.join(' ')} failed`);
    process.exit(run.status ?? 1);
  }
}

cargo(['build', '--quiet', '--locked', '--bin', 'yuntian']);

const target = process.env.CARGO_TARGET_DIR ?? 'target';
const program = path.join(target, 'debug', 'yuntian');
const hash = createHash('sha256');
for (const file of [program, FONT, ...files('forms')]) hash.update(file).update(fs.readFileSync(file));
const stamp = hash.digest('hex');

if (fs.existsSync(OUT) && fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === stamp) {
  console.log('pack: nothing changed');
} else {
  fs.rmSync(OUT, { recursive: true, force: true });
  const run = spawnSync(program, ['pack', '--out', OUT, '--font', FONT], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (run.status !== 0) {
    console.error('pack: yuntian pack failed');
    process.exit(run.status ?? 1);
  }
  fs.copyFileSync(LICENCE, path.join(OUT, 'fonts', 'LICENSE.txt'));
  fs.writeFileSync(STAMP, stamp);
  const made = files(OUT);
  console.log(`pack: ${made.length} files, ${made.reduce((sum, file) => sum + fs.statSync(file).size, 0)} bytes`);
}
