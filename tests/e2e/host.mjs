// A host whose line can be cut, whose files can be broken, and which can change from one build of the page to another: what
// stands between a page and its updates. Other builds are made of `dist`: copied, altered, sealed again.

import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

import { seal } from '../../tools/seal.mjs';
import { host } from '../../tools/serve.mjs';
import { ROOT } from './fixture.mjs';

const DIST = path.join(ROOT, 'dist');
const read = (...names) => fs.readFileSync(path.join(...names), 'utf8');

export class Host {
  #server = null;
  #port = 0;
  #places = new Map();
  #breaks = [];
  #folders = fs.mkdtempSync(path.join(os.tmpdir(), 'yuntian-host-'));
  /// Paths that were asked for.
  asked = [];

  /// Serves a build from now on, in a folder of the host; what was put later goes before.
  serve(folder = DIST, place = '/') {
    this.#places.set(place, host(folder));
  }

  /// Answers these paths with an error (a number), or with other bytes, until `mend`.
  break(pattern, how) {
    this.#breaks.push([pattern, how]);
  }

  mend() {
    this.#breaks = [];
  }

  async plugIn() {
    const server = http.createServer((request, response) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      this.asked.push(pathname);
      const [, how] = this.#breaks.find(([pattern]) => pattern.test(pathname)) ?? [];
      if (typeof how === 'number') return response.writeHead(how, { 'Cache-Control': 'no-store' }).end();
      if (how !== undefined) return response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' }).end(how);
      const [place, answer] = [...this.#places].reverse().find(([begin]) => pathname.startsWith(begin)) ?? [];
      if (!place) return response.writeHead(404).end();
      request.url = request.url.slice(place.length - 1);
      return answer(request, response);
    });
    await new Promise((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = server.address().port;
    this.#server = server;
  }

  /// Cuts the line: nothing answers any more, not even refusals.
  async unplug() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    this.#server = null;
  }

  get url() {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /// Another build of the page: `alter` changes its files through three helpers.
  build(name, alter) {
    const folder = path.join(this.#folders, name);
    fs.cpSync(DIST, folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
    alter({
      /// Changes a file named by its content, which gets another name, in index.html as well.
      renamed(pattern, change) {
        const [old] = fs.readdirSync(folder).filter((file) => pattern.test(file));
        const made = old.replace(/[0-9a-f]{4}(?=\.|$)/, 'beef');
        const at = path.join(folder, made);
        fs.renameSync(path.join(folder, old), at);
        change(at);
        fs.writeFileSync(path.join(folder, 'index.html'), read(folder, 'index.html').replaceAll(old, made));
      },
    });
    const { build } = seal(folder);
    return { folder, build };
  }

  async close() {
    if (this.#server) await this.unplug();
    fs.rmSync(this.#folders, { recursive: true, force: true });
  }
}
