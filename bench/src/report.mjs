// RESULTS.json -> markdown:  node src/report.mjs RESULTS.json
import fs from 'node:fs';
const num = (x) => (x === undefined ? '' : x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2));
const cell = (m) => (m ? `**${num(m.median)}** (${num(m.min)}–${num(m.max)})` : '–');
const keyCell = (m) => (m ? `**${num(m.median)}** / ${num(m.p95)} / ${num(m.max)}` : '–');
const kb = (b) => (b ? `${num(b.raw / 1e3)} / ${num(b.gzip / 1e3)} / **${num(b.brotli / 1e3)}**` : '–');
export function markdown(r) {
  const out = [`Chromium ${r.browser}, Node ${r.node}, ${r.cores} cores (${r.cpu}); ${r.rounds} rounds after a warm-up, engines in turn; ${r.started} to ${r.finished}.`,
    `Cells: **median** (min–max) in ms unless said otherwise; keystrokes: **median** / 95th percentile / max over all rounds. Fixed CPU loop at the start and end of each round (ms): ${r.calibration.map((c) => c.join(', ')).join(' | ')}.`, ''];
  const table = (kind, rows) => {
    const ids = Object.keys(r.peers).filter((id) => r.peers[id].kind === kind);
    if (!ids.length) return;
    out.push(`| ${{ form: 'Forms', pdf: 'PDF', docx: 'DOCX' }[kind]} | ${ids.map((id) => r.peers[id].title).join(' | ')} |`, `|---|${ids.map(() => '---|').join('')}`);
    for (const [label, f] of rows) out.push(`| ${label} | ${ids.map((id) => f(r.peers[id], r.peers[id].metrics)).join(' | ')} |`);
    out.push('');
  };
  const versions = ['versions', (p) => Object.entries(p.versions).map(([k, v]) => `${k} ${v}`).join(', ') || '–'];
  const failure = ['failed rounds', (p) => (p.failure ? p.failure.join('; ').replaceAll('|', '/').replaceAll('\n', ' ') : '0')];
  table('form', [
    versions,
    ['shipped code (JS + wasm), kB: raw / gzip -9 / brotli -11', (p) => kb(p.bytes?.total)],
    ['CSS it needs, kB', (p) => kb(p.bytes?.css)],
    ['cold load to W1 drawn, localhost', (p, m) => cell(m['cold W1'])],
    ['the same at 10 Mbit/s, 40 ms', (p, m) => cell(m['cold W1 at 10 Mbit/s, 40 ms'])],
    ['mount W1, first in the page', (p, m) => cell(m['mount W1 first'])],
    ['mount W1, again', (p, m) => cell(m['mount W1'])],
    ['mount W2 (1000 fields), first in the page', (p, m) => cell(m['mount W2 first'])],
    ['mount W2, again', (p, m) => cell(m['mount W2'])],
    ['keystroke to next paint, W1', (p, m) => keyCell(m['key W1 to paint'])],
    ['keystroke to next paint, W2', (p, m) => keyCell(m['key W2 to paint'])],
    ['the very first keystroke, W2', (p, m) => cell(m['key W2 first'])],
    ['keystroke to 2nd rAF, W1', (p, m) => keyCell(m['key W1 double rAF'])],
    ['keystroke to 2nd rAF, W2', (p, m) => keyCell(m['key W2 double rAF'])],
    ['event handlers (dispatch returns), W1', (p, m) => keyCell(m['key W1 dispatch'])],
    ['event handlers (dispatch returns), W2', (p, m) => keyCell(m['key W2 dispatch'])],
    ['main thread per keystroke, all work incl. deferred, W1', (p, m) => cell(m['key W1 main thread'])],
    ['main thread per keystroke, W2', (p, m) => cell(m['key W2 main thread'])],
    ['of which script, W2', (p, m) => cell(m['key W2 script'])],
    ['full validation of W2, 100 errors drawn', (p, m) => cell(m['validate W2'])],
    ['JS heap with W2 mounted, MB', (p, m) => cell(m['heap W2 JS'])],
    ['DOM heap (Blink), MB', (p, m) => cell(m['heap W2 DOM'])],
    ['ArrayBuffers, MB', (p, m) => cell(m['heap W2 buffers'])],
    ['wasm memory, MB', (p, m) => cell(m['heap W2 wasm'])],
    ['W2: elements / inputs in the DOM', (p) => (p.facts ? `${p.facts['W2 elements']} / ${p.facts['W2 inputs']}` : '–')],
    ['errors found in W2 (100 wrong values)', (p) => p.facts?.['W2 errors'] ?? '–'],
    ['typed text reached the model (W1; W2)', (p) => (p.facts ? ['W1', 'W2'].map((w) => [...new Set(p.facts[`${w} applied`])].join(' ')).join('; ') : '–')],
    failure,
  ]);
  table('pdf', [
    versions,
    ['shipped code (JS + wasm), kB: raw / gzip -9 / brotli -11', (p) => kb(p.bytes?.total)],
    ['navigation to first PDF, localhost (code, wasm, font: 10.5 MB, or shards)', (p, m) => cell(m['navigation to first PDF'])],
    ['the same at 10 Mbit/s, 40 ms', (p, m) => cell(m['navigation to first PDF at 10 Mbit/s, 40 ms'])],
    ['first PDF, font bytes in memory', (p, m) => cell(m['first PDF'])],
    ['of which init (wasm compile, font hand-over)', (p, m) => cell(m['of which init'])],
    ['next PDFs (other data)', (p, m) => cell(m['next PDF'])],
    ['P2: batch, PDFs/s', (p, m) => cell(m['batch PDFs/s'])],
    ['P2: batch on 2 workers, PDFs/s', (p, m) => cell(m['batch on workers PDFs/s'])],
    ['batch: made', (p) => p.facts?.batch ?? '–'],
    ['size, kB', (p, m) => cell(m.size)],
    ['JS heap + buffers + wasm memory after the batch and GC, MB', (p, m) => cell(m['heap after batch'])],
    ['pages; page numbers', (p) => (p.facts?.check ? `${p.facts.check.pages}; ${p.facts.check.pageNumbers ? 'yes' : 'NO'}` : '–')],
    ['characters back with pdftotext; whole cells', (p) => (p.facts?.check ? `${p.facts.check.charsFound}; ${p.facts.check.piecesWhole}` : '–')],
    ['font embedded / subset / tagged as subset', (p) => (p.facts?.check ? ['embedded', 'subset', 'subsetTag'].map((k) => (p.facts.check[k] ? 'yes' : 'no')).join(' / ') : '–')],
    ['tagged', (p) => (p.facts?.check ? (p.facts.check.tagged ? 'yes' : 'no') : '–')],
    ['PDF version', (p) => p.facts?.check?.version ?? '–'],
    failure,
  ]);
  table('docx', [
    versions,
    ['shipped code, kB: raw / gzip -9 / brotli -11', (p) => kb(p.bytes?.total)],
    ['navigation to first document, localhost', (p, m) => cell(m['navigation to first PDF'])],
    ['first document', (p, m) => cell(m['first PDF'])],
    ['next documents', (p, m) => cell(m['next PDF'])],
    ['batch of 100, documents/s', (p, m) => cell(m['batch PDFs/s'])],
    ['size, kB', (p, m) => cell(m.size)],
    ['texts found whole; table rows', (p) => (p.facts?.check ? `${p.facts.check.piecesWhole}; ${p.facts.check.rows}` : '–')],
    failure,
  ]);
  if (r.search) {
    out.push('| Search, this engine | 9 items, no guides | 9,110 guides | 100,000 guides |', '|---|---|---|---|');
    const of = (label, f) => out.push(`| ${label} | ${['0', '9110', '100000'].map((n) => { const s = r.search[n]; const x = s && f(s); return x === undefined ? '–' : x; }).join(' | ')} |`);
    of('distinct titles; files of the index', (s) => s.native && `${s.native.titles}; ${s.native.files}`);
    of('the index, kB of brotli -11: head / all files', (s) => s.kb && `${num(s.kb.head)} / **${num(s.kb.all)}**`);
    of('keystroke, natively', (s) => s.native && keyCell(s.native));
    of('keystroke, in wasm in the browser', (s) => s.wasm && keyCell(s.wasm));
    of('the slowest of these', (s) => s.wasm && s.wasm.worst);
    of('reading the index in wasm: head / rows', (s) => s.open && `${num(s.open.head)} / ${num(s.open.rows)}`);
    of('keystroke in the page, search and drawing', (s) => s.page && keyCell(s.page));
    of('first load to the first question, kB', (s) => s.firstLoad && `**${num(s.firstLoad / 1e3)}**`);
    of('fetched for the first result, kB: of what can be filled in / of a guide', (s) => s.before && `**${num(s.before.form / 1e3)}** / ${s.before.guide === undefined ? '–' : `**${num(s.before.guide / 1e3)}**`}`);
    out.push('');
  }
  return `${out.join('\n')}\n`;
}
if (process.argv[1] === new URL(import.meta.url).pathname) console.log(markdown(JSON.parse(fs.readFileSync(process.argv[2] ?? 'RESULTS.json'))));
