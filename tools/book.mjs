// Makes the book for the page's readers: each Markdown file of a folder as an HTML page of the same name, in the page's own style.
// What the book uses of Markdown is read, and no more: headings, paragraphs, lists, tables, code, links, emphasis.

import fs from 'node:fs';
import path from 'node:path';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/// Links within the book lead to the pages made here; what lies outside of it (files of the project) stays text.
const href = (to) => (/^https?:/.test(to) ? to : to.replace(/\.md(?=$|#)/, '.html').replace('README.html', 'index.html'));
const link = (all, text, to) => (/^https?:|^#|\.md(#|$)/.test(to) ? `<a href="${href(to)}">${text}</a>` : text);

function inline(text) {
  const codes = [];
  const kept = text.replace(/`([^`]+)`/g, (all, code) => `\u0000${codes.push(`<code>${escape(code)}</code>`) - 1}\u0000`);
  return escape(kept)
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, link)
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*]+)\*/g, '<em>$1</em>')
    .replace(/\u0000(\d+)\u0000/g, (all, idx) => codes[idx]);
}

const cells = (line, tag) => line.replace(/^\||\|$/g, '').split('|').map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`).join('');

/// The parts of a text, each as HTML.
function parts(text) {
  const made = [];
  const lines = text.split('\n');
  while (lines.length > 0) {
    const line = lines.shift();
    const start = /^(?:#{1,4} |```|\||[-*] |\d+\. |$)/;
    if (line.trim() === '') continue;
    const title = line.match(/^(#{1,4}) (.*)$/);
    if (title) {
      made.push(`<h${title[1].length}>${inline(title[2])}</h${title[1].length}>`);
    } else if (line.startsWith('```')) {
      const end = lines.findIndex((next) => next.startsWith('```'));
      made.push(`<pre tabindex="0"><code>${escape(lines.splice(0, end).join('\n'))}</code></pre>`);
      lines.shift();
    } else if (line.startsWith('|')) {
      const rows = [line];
      while (lines[0]?.startsWith('|')) rows.push(lines.shift());
      const body = rows.slice(2).map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
      made.push(`<table><thead><tr>${cells(rows[0], 'th')}</tr></thead><tbody>${body}</tbody></table>`);
    } else if (/^(?:[-*]|\d+\.) /.test(line)) {
      const tag = /^\d/.test(line) ? 'ol' : 'ul';
      const items = [line.replace(/^\S+ /, '')];
      while (lines[0] !== undefined && lines[0].trim() !== '' && !/^(?:#|```|\|)/.test(lines[0])) {
        const next = lines.shift();
        if (/^(?:[-*]|\d+\.) /.test(next)) items.push(next.replace(/^\S+ /, ''));
        else items[items.length - 1] += ` ${next.trim()}`;
      }
      made.push(`<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`);
    } else {
      const words = [line];
      while (lines[0] !== undefined && !start.test(lines[0])) words.push(lines.shift());
      made.push(`<p>${inline(words.join(' '))}</p>`);
    }
  }
  return made;
}

/// Writes the book of `from` into `to`; `styles` are named from the folder above it.
export function writeBook(from, to, styles) {
  const write = (folder) => {
    const up = '../'.repeat(folder.split('/').filter(Boolean).length + 1);
    for (const entry of fs.readdirSync(path.join(from, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name);
      // The folder `small` is the example catalogue that the book's tests use.
      if (entry.isDirectory() && entry.name !== 'small') write(name);
      if (!entry.name.endsWith('.md')) continue;
      const text = fs.readFileSync(path.join(from, name), 'utf8');
      const title = escape(text.match(/^# (.*)$/m)?.[1] ?? entry.name).replaceAll('`', '');
      const links = styles.map((style) => `<link rel="stylesheet" href="${up}${style}">`).join('\n');
      const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${links}
</head>
<body class="yt-book">
<main class="yt-wrap yt-main yt-stack">
${parts(text).join('\n')}
</main>
</body>
</html>
`;
      const target = path.join(to, href(name));
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, page);
    }
  };
  write('');
}
