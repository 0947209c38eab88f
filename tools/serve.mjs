// A small static host for dist: 127.0.0.1:8080 (PORT, DIST), pre-compressed files, the CSP as a header on every response.
// A deployment may use any static host; this one shows which headers it should send.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const ROOT = path.resolve(process.env.DIST ?? 'dist');
const PORT = Number(process.env.PORT ?? 8080);
const TYPES = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8', wasm: 'application/wasm', svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json', ttf: 'font/ttf', txt: 'text/plain; charset=utf-8', pdf: 'application/pdf',
};
const LASTING = /(^|\/)[^/]*[-.][0-9a-f]{8,64}([._][^/]*)?$|^\/[pw]-[0-9a-f]{16}\//;

const html = fs.readFileSync(path.join(ROOT, 'index.html'), 'utf8');
const policy = html.match(/http-equiv="?Content-Security-Policy"? content="([^"]+)"/)?.[1];
if (!policy) throw new Error('serve: index.html has no Content-Security-Policy');

const COMMON = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), microphone=()',
  Vary: 'Accept-Encoding',
};

function refuse(response, status) {
  response.writeHead(status, { ...COMMON, 'Content-Type': TYPES.txt });
  response.end(`${status}\n`);
}

function answer(request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  let name;
  try {
    name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return refuse(response, 400);
  }
  if (name.endsWith('/')) name += 'index.html';
  const file = path.join(ROOT, name);
  if (!file.startsWith(ROOT + path.sep) || !fs.existsSync(file) || !fs.statSync(file).isFile()) return refuse(response, 404);

  const wanted = request.headers['accept-encoding'] ?? '';
  const [encoding, ending] = [['br', '.br'], ['gzip', '.gz']].find(
    ([word, end]) => new RegExp(`\\b${word}\\b`).test(wanted) && fs.existsSync(file + end),
  ) ?? [null, ''];
  const headers = {
    ...COMMON,
    'Content-Type': TYPES[path.extname(name).slice(1)] ?? 'application/octet-stream',
    'Content-Length': fs.statSync(file + ending).size,
    'Cache-Control': LASTING.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (encoding) headers['Content-Encoding'] = encoding;
  response.writeHead(200, headers);
  if (request.method === 'HEAD') return response.end();
  return fs.createReadStream(file + ending).pipe(response);
}

http.createServer(answer).listen(PORT, '127.0.0.1', () => {
  console.log(`云填: http://127.0.0.1:${PORT}/   (Ctrl+C ends it)`);
});
