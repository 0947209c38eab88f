// A small static host for dist: 127.0.0.1:8080 (PORT, DIST), pre-compressed files, the headers of web/headers.json on every
// response. A deployment may use any static host; docs/deploy.md says how it sends the same.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HEADERS = JSON.parse(fs.readFileSync(new URL('../web/headers.json', import.meta.url), 'utf8'));
const TYPES = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8', wasm: 'application/wasm', svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json', png: 'image/png', ttf: 'font/ttf', txt: 'text/plain; charset=utf-8', pdf: 'application/pdf',
};
const LASTING = new RegExp(HEADERS.lasting.names);

/// What every response carries: the policy of the page, with what only a header can say, and the rest.
function common(root) {
  const html = fs.readFileSync(path.join(root, 'index.html'), 'utf8');
  const policy = html.match(/http-equiv="?Content-Security-Policy"? content="([^"]+)"/)?.[1];
  if (!policy) throw new Error('serve: index.html has no Content-Security-Policy');
  return { 'Content-Security-Policy': `${policy}; ${HEADERS.policy}`, ...HEADERS.always, Vary: 'Accept-Encoding' };
}

/// Answers requests with the files of a folder.
export function host(folder) {
  const root = path.resolve(folder);
  const headers = common(root);
  return (request, response) => answer(root, headers, request, response);
}

function refuse(headers, response, status) {
  response.writeHead(status, { ...headers, 'Content-Type': TYPES.txt });
  response.end(`${status}\n`);
}

function answer(root, common, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(common, response, 405);
  let name;
  try {
    name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return refuse(common, response, 400);
  }
  if (name.endsWith('/')) name += 'index.html';
  const file = path.join(root, name);
  if (!file.startsWith(root + path.sep) || !fs.existsSync(file) || !fs.statSync(file).isFile()) return refuse(common, response, 404);

  const wanted = request.headers['accept-encoding'] ?? '';
  const [encoding, ending] = [['br', '.br'], ['gzip', '.gz']].find(
    ([word, end]) => new RegExp(`\\b${word}\\b`).test(wanted) && fs.existsSync(file + end),
  ) ?? [null, ''];
  const headers = {
    ...common,
    'Content-Type': TYPES[path.extname(name).slice(1)] ?? 'application/octet-stream',
    'Content-Length': fs.statSync(file + ending).size,
    ...(LASTING.test(name) ? { 'Cache-Control': HEADERS.lasting['Cache-Control'] } : HEADERS.changing),
  };
  if (encoding) headers['Content-Encoding'] = encoding;
  response.writeHead(200, headers);
  if (request.method === 'HEAD') return response.end();
  return fs.createReadStream(file + ending).pipe(response);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT ?? 8080);
  http.createServer(host(process.env.DIST ?? 'dist')).listen(port, '127.0.0.1', () => {
    console.log(`云填: http://127.0.0.1:${port}/   (Ctrl+C ends it)`);
  });
}
