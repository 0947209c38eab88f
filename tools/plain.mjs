// Makes plain/: one static page for browsers that cannot run the program, with every guide in short and every blank form as
// PDF. Read from forms/ as the packs are; the PDFs are the command line's.

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const KINDS = ['items', 'benefits'];
const escape = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const zh = (words) => escape(words?.zh ?? '');
const json = (...names) => JSON.parse(fs.readFileSync(path.join(...names), 'utf8'));

/// The forms of the catalogue, in its order.
function forms(from) {
  const { order } = json(from, 'catalog.json');
  const found = KINDS.flatMap((kind) => fs.readdirSync(path.join(from, kind)).map((id) => json(from, kind, id, 'form.json')));
  const place = (form) => (order.includes(form.id) ? order.indexOf(form.id) : order.length);
  return found.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

const list = (tag, lines) => (lines.length > 0 ? `<${tag}>${lines.map((line) => `<li>${line}</li>`).join('')}</${tag}>` : '');
const part = (title, body) => (body ? `<h4>${title}</h4>${body}` : '');

function material({ title, form, copies, note, required }) {
  const facts = [zh(form), copies ? `${copies}份` : '', zh(note), required ? '' : '没有可不带'].filter(Boolean);
  return `${zh(title)}${facts.length > 0 ? `（${facts.join('，')}）` : ''}`;
}

function entry({ id, title, guide = {} }) {
  return `<details class="yt-plain" id="${escape(id)}">
<summary>${zh(title)}</summary>
<p>${zh(guide.summary)}</p>
${part('谁可以办', list('ul', (guide.conditions ?? []).map(zh)) || (guide.audience ? `<p>${zh(guide.audience)}</p>` : ''))}
${part('要带什么', list('ul', (guide.materials ?? []).map(material)))}
${part('怎么办', list('ol', (guide.steps ?? []).map(zh)))}
${part('收费', guide.fees ? `<p>${zh(guide.fees)}</p>` : '')}
<p><a href="${escape(id)}.pdf">${zh(title)}：空白表（PDF）</a></p>
</details>`;
}

/// Writes the page and the blank forms into `to`; `styles` are named from the folder above it, `program` is the command line.
export async function writePlain({ from, to, styles, program, fonts }) {
  fs.mkdirSync(to, { recursive: true });
  const all = forms(from);
  // A build has no clock: the papers bear the day on which the guides were last looked at.
  const today = all.map(({ guide }) => guide?.checkedOn ?? '').sort().at(-1);
  const { departments, note } = json(from, 'catalog.json');
  const sections = Object.entries(departments).map(([key, name]) => {
    const entries = all.filter((form) => form.department === key).map(entry);
    return entries.length > 0 ? `<section class="yt-stack"><h2>${zh(name)}</h2>\n${entries.join('\n')}</section>` : '';
  });
  const links = styles.map((style) => `<link rel="stylesheet" href="../${style}">`).join('\n');
  fs.writeFileSync(path.join(to, 'index.html'), `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="../icon.svg" type="image/svg+xml">
<title>办事指南和空白表 - 云填</title>
${links}
</head>
<body class="yt-plain-page">
<main class="yt-wrap yt-main yt-stack">
<h1>办事指南和空白表</h1>
<p>这一页不用填表程序也能看。点开事项，看要带什么；下载空白表，打印后用笔填写。</p>
<p lang="en">Guides and blank forms for browsers that cannot run the program. Open an item, print its form and fill it in by hand.</p>
<p>${zh(note)}</p>
<p><a href="../">回到填表页面</a></p>
${sections.filter(Boolean).join('\n')}
</main>
</body>
</html>
`);
  const run = promisify(execFile);
  const queue = all.map(({ id }) => id);
  await Promise.all(os.cpus().map(async () => {
    for (let id = queue.pop(); id; id = queue.pop()) {
      await run(program, ['fill', id, '--blank', '--today', today, '--fonts', fonts, '--out', path.join(to, `${id}.pdf`)]);
    }
  }));
}
