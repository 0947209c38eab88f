// Makes each engine's first P1 and the 7th record's, and checks them: pages, text (pdftotext), fonts (pdffonts), a PNG of each page.
import fs from 'node:fs';
import { execFileSync } from 'node:child_process';
import { serve } from './server.mjs';
import { launch, open } from './browser.mjs';
import { PDF_PEERS } from './peers.mjs';
const sh = (cmd, ...args) => { try { return execFileSync(cmd, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }); } catch (e) { return `FAILED ${String(e.stderr).slice(0, 200)}`; } };
const squeeze = (s) => s.replace(/\s+/g, '');
// how much of what was put in comes out again as text, in pieces that must be whole
export function check(file, record) {
  const out = {};
  const info = sh('pdfinfo', file);
  out.pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
  out.version = /PDF version:\s+(\S+)/.exec(info)?.[1];
  const fonts = sh('pdffonts', file).trim().split('\n').slice(2);
  out.fonts = fonts.map((l) => l.trim().replace(/\s+/g, ' '));
  // columns from the right: emb sub uni object id
  out.embedded = fonts.length > 0 && fonts.every((l) => /\b(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(l));
  out.subsetTag = fonts.length > 0 && fonts.every((l) => /\s(yes|no)\s+yes\s+(yes|no)\s+\d+\s+\d+$/.test(l) || /^[A-Z]{6}\+/.test(l));
  // what counts: the 10.5 MB font did not go in whole, whether or not its name has the ABCDEF+ tag
  out.subset = out.embedded && fs.statSync(file).size < 1e6;
  const raw = sh('pdftotext', '-raw', file, '-');
  const text = squeeze(raw);
  const pieces = [record.title, record.subtitle, record.footer, ...record.rows.flat()].map(squeeze);
  const bag = new Map(); for (const c of text) bag.set(c, (bag.get(c) ?? 0) + 1);
  let want = 0; let got = 0;
  for (const c of pieces.join('')) { want++; const n = bag.get(c) ?? 0; if (n > 0) { got++; bag.set(c, n - 1); } }
  out.charsFound = `${got}/${want}`;
  out.piecesWhole = `${pieces.filter((p) => text.includes(p)).length}/${pieces.length}`;
  out.pageNumbers = /第1页\/?共2页/.test(text) && /第2页\/?共2页/.test(text);
  out.tagged = /Tagged:\s+yes/.test(info);
  return out;
}
// the texts of a .docx, cell by cell
export function checkDocx(file, record) {
  const xml = sh('unzip', '-p', file, 'word/document.xml');
  const text = squeeze(xml.replace(/<[^>]+>/g, ''));
  const pieces = [record.title, record.subtitle, record.footer, ...record.rows.flat()].map(squeeze);
  return { piecesWhole: `${pieces.filter((p) => text.includes(p)).length}/${pieces.length}`, rows: (xml.match(/<w:tr[ >]/g) ?? []).length };
}
if (process.argv[1] === new URL(import.meta.url).pathname) {
  const only = process.argv[2]?.split(',');
  fs.mkdirSync('dist/pdf', { recursive: true });
  const records = JSON.parse(fs.readFileSync('dist/workloads/p1.json'));
  const { server, url } = await serve('dist');
  const browser = await launch();
  for (const id of Object.keys(PDF_PEERS)) {
    if (only && !only.includes(id)) continue;
    const { context, page, errors } = await open(browser);
    const out = { id };
    try {
      await page.goto(`${url}/pdf-${id}.html`);
      await page.waitForFunction(() => window.harness && window.pdf);
      await page.evaluate(() => harness.load());
      out.first = await page.evaluate(() => harness.first());
      for (const n of [0, 7]) {
        const file = `dist/pdf/${id}-${n}.pdf`;
        fs.writeFileSync(file, Buffer.from(await page.evaluate((i) => (i ? harness.make64(i) : harness.base64()), n), 'base64'));
        out[`pdf${n}`] = { size: fs.statSync(file).size, ...check(file, records[n]) };
      }
      sh('pdftoppm', '-r', '60', '-png', `dist/pdf/${id}-0.pdf`, `dist/pdf/${id}-0`);
      out.next = await page.evaluate(() => harness.next(1, 5));
    } catch (e) { out.failed = String(e.message).slice(0, 600); }
    out.pageErrors = [...new Set(errors)].slice(0, 3);
    console.log(JSON.stringify(out));
    await context.close();
  }
  await browser.close(); server.close();
}
