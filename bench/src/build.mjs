// Production bundles of every engine into dist/, with sizes in dist/sizes.json
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import * as esbuild from 'esbuild';
import { FONT, FORM_PEERS, PDF_PEERS, DOCX_PEERS } from './peers.mjs';

const only = process.argv[2]?.split(',');
fs.mkdirSync('dist/peers', { recursive: true });
const gz = (b) => zlib.gzipSync(b, { level: 9 }).length;
const brotli = (b) => zlib.brotliCompressSync(b, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: b.length } });
const measure = (file) => {
  const b = fs.readFileSync(file);
  // brotli -11 takes minutes for typst's 28 MB: keep what was made of the same bytes before
  const sumFile = `${file}.sha256`; const sha = crypto.createHash('sha256').update(b).digest('hex');
  const known = fs.existsSync(`${file}.br`) && fs.existsSync(sumFile) && fs.readFileSync(sumFile, 'utf8') === sha;
  const br = known ? fs.readFileSync(`${file}.br`) : brotli(b);
  fs.writeFileSync(`${file}.br`, br); // what the server sends
  fs.writeFileSync(sumFile, sha);
  return { raw: b.length, gzip: gz(b), brotli: br.length };
};
const sum = (xs) => xs.reduce((a, x) => ({ raw: a.raw + x.raw, gzip: a.gzip + x.gzip, brotli: a.brotli + x.brotli }), { raw: 0, gzip: 0, brotli: 0 });
const sizesFile = 'dist/sizes.json';
const sizes = fs.existsSync(sizesFile) ? JSON.parse(fs.readFileSync(sizesFile)) : {};

const bundle = (entry, outfile, extra = {}) => esbuild.build({
  entryPoints: [entry], outfile, bundle: true, minify: true, format: 'esm', target: 'es2022', platform: 'browser', jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' }, legalComments: 'none', logLevel: 'error', metafile: true,
  loader: { '.wasm': 'empty' }, ...extra,
});
await bundle('src/forms/harness.js', 'dist/harness.js');
await bundle('src/pdf/harness.js', 'dist/pdf-harness.js');

// keeps the wasm memories in view, for they are in none of the heap numbers
const WATCH = `<script>{const ms=window.wasmMemories=new Set(),see=(x)=>{const i=x.instance??x;for(const v of Object.values(i.exports))if(v instanceof WebAssembly.Memory)ms.add(v);return x};for(const k of ['instantiate','instantiateStreaming']){const f=WebAssembly[k];WebAssembly[k]=(...a)=>f.apply(WebAssembly,a).then(see)}}</script>`;
const head = (id) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${id}</title><link rel="icon" href="data:,">${WATCH}`;
for (const [kind, peers] of [['form', FORM_PEERS], ['pdf', PDF_PEERS], ['docx', DOCX_PEERS]]) {
  for (const [id, p] of Object.entries(peers)) {
    if (only && !only.includes(id)) continue;
    const s = { kind };
    let script = `/peers/${id}.js`;
    if (p.dir) { // built elsewhere (say by wasm-pack or trunk): copied as it is, every .js, .wasm and .css in it counted
      const to = `dist/peers/${id}`;
      fs.rmSync(to, { recursive: true, force: true });
      fs.cpSync(p.dir, to, { recursive: true });
      const files = fs.readdirSync(to, { recursive: true }).map((f) => `${to}/${f}`);
      const all = (ext) => { const fs2 = files.filter((f) => f.endsWith(ext)); return fs2.length ? sum(fs2.map(measure)) : undefined; };
      Object.assign(s, { js: all('js'), wasm: all('.wasm'), css: all('.css') });
      script = `/peers/${id}/${p.main}`;
    } else {
      await bundle(p.entry, `dist/peers/${id}.js`, p.esbuild);
      s.js = measure(`dist/peers/${id}.js`);
      if (p.worker) {
        const to = `dist/peers/${path.basename(p.worker)}`;
        await bundle(p.worker, to, p.esbuild);
        s.js = sum([s.js, measure(to)]);
      }
    }
    if (p.css) {
      fs.writeFileSync(`dist/peers/${id}.css`, p.css.map((f) => fs.readFileSync(f, 'utf8')).join('\n').replace(/@import[^;]+;/g, ''));
      s.css = measure(`dist/peers/${id}.css`);
    }
    if (p.wasm) s.wasm = sum(p.wasm.map((f) => { const to = `dist/peers/${path.basename(f)}`; fs.copyFileSync(f, to); return measure(to); }));
    s.total = sum([s.js, s.wasm].filter(Boolean));
    sizes[id] = s;
    const preload = (p.wasm ?? []).map((f) => `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="/peers/${path.basename(f)}">`).join('');
    const css = p.css ? `<link rel="stylesheet" href="/peers/${id}.css">` : '';
    fs.writeFileSync(`dist/${kind}-${id}.html`, kind === 'form' ? `${head(id)}${css}${preload}
<script>{const q=new URLSearchParams(location.search);if(q.has('auto'))window.workload=fetch('/workloads/'+q.get('auto')+'.${id}.json').then(r=>r.json())}</script>
<script type="module" src="${script}"></script><script type="module" src="/harness.js"></script><div id="root"></div>`
      : `${head(id)}${preload}<script type="module" src="${script}"></script><script type="module" src="/pdf-harness.js"></script><div id="root"></div>`);
    console.log(id, JSON.stringify(s));
    fs.writeFileSync(sizesFile, JSON.stringify(sizes, null, 1));
  }
}
fs.writeFileSync('dist/blank.html', '<!doctype html><title>blank</title>');
// From localhost the font comes as it is, over the slow line as brotli: what is faster for the peers.
fs.copyFileSync(FONT, 'dist/font.ttf');
fs.copyFileSync(FONT, 'dist/font-slow.ttf');
const font = measure('dist/font-slow.ttf');
const shards = fs.existsSync('dist/engine-fonts') ? fs.readdirSync('dist/engine-fonts').filter((f) => !/\.(br|sha256|json|txt)$/.test(f)) : [];
console.log('font', JSON.stringify(font), 'in shards', JSON.stringify(sum(shards.map((f) => measure(`dist/engine-fonts/${f}`)))));
