// Gives what a program imports short names. wasm-bindgen names each import with a hash, which does not compress and stands in the
// program and in its JavaScript: some 400 names of the page's program, 6 kB of the first load; some dozens of each worker.

import fs from 'node:fs';
import path from 'node:path';

const IMPORTS = 2;

/// Reads a wasm file by pieces.
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  take(length) {
    return this.bytes.subarray(this.at, this.at += length);
  }

  /// What is imported, as it stands: a function's type, the limits of a table or memory, a global's type, a tag's type.
  kind() {
    const start = this.at;
    const kind = this.take(1)[0];
    if (kind === 1 || kind === 4) this.take(1);
    if (kind === 3) this.take(2);
    else if (kind === 1 || kind === 2) {
      const hasMost = this.number() & 1;
      this.number();
      if (hasMost) this.number();
    } else this.number();
    return this.bytes.subarray(start, this.at);
  }
}

function number(value) {
  const bytes = [];
  do {
    bytes.push((value % 128) | (value >= 128 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}

const sized = (bytes) => Buffer.concat([number(bytes.length), bytes]);

/// Rewrites app_bg.wasm and app.js in `folder`, or those of another program.
export function shorten(folder, stem = 'app') {
  const [program, script] = [`${stem}_bg.wasm`, `${stem}.js`].map((name) => path.join(folder, name));
  // Under which wasm-bindgen's JavaScript hands its functions over.
  const module = `./${stem}_bg.js`;
  const reader = new Reader(fs.readFileSync(program));
  const parts = [reader.take(8)];
  const names = new Map();
  while (reader.at < reader.bytes.length) {
    const id = reader.take(1);
    const content = reader.take(reader.number());
    parts.push(id, sized(id[0] === IMPORTS ? renamed(content, names, module) : content));
  }
  let text = fs.readFileSync(script, 'utf8');
  for (const [long, short] of names) {
    if (text.split(long).length !== 2) throw new Error(`shorten: ${stem}.js does not hold ${long} once; look at it again`);
    text = text.replace(long, short);
  }
  fs.writeFileSync(program, Buffer.concat(parts));
  fs.writeFileSync(script, text.replace(/^ +/gm, ''));
  new WebAssembly.Module(fs.readFileSync(program));
}

function renamed(content, names, from) {
  const reader = new Reader(content);
  const n = reader.number();
  const parts = [number(n)];
  for (let idx = 0; idx < n; idx += 1) {
    const module = Buffer.from(reader.take(reader.number()));
    let field = Buffer.from(reader.take(reader.number()));
    if (module.toString() === from) {
      const long = field.toString();
      if (!names.has(long)) names.set(long, `_${names.size.toString(36)}`);
      field = Buffer.from(names.get(long));
    }
    parts.push(sized(module), sized(field), reader.kind());
  }
  return Buffer.concat(parts);
}
