// Keeps the whole page on the device, so that it works without a network after one visit (docs/adr/0022).
//
// A *build* is the page as it was made once: a list of files, each with the SHA-256 of its content. What files hold is
// kept under that digest, so an update fetches only what changed, and goes on where a broken line stopped it.
//
// Invariant: a build is served only once every file of its list was here and had the digest that the list names; the
// list itself has the digest that is written below. A page gets files of one build: besides index.html whatever the program
// loads is named by its content, and is found by its name in whichever build has it. No answer ever reaches this worker: it sees the
// addresses of files and nothing else.

// tools/seal.mjs writes these three.
const BUILD = '@build';
const LIST = '@list';
const DIGEST = '@digest';

const SCOPE = self.registration.scope;
// Other deployments may lie beside this one on the same host: names hold the folder.
const own = (name) => `yuntian ${new URL(SCOPE).pathname} ${name}`;
const CONTENT = own('content');
const BUILDS = own('builds');
/// How long a new build may take to show its first page, in milliseconds; an old office PC takes four seconds.
const PATIENCE = 15_000;
/// A new build that was opened so often without showing a page has failed, however early each was closed.
const TRIES = 3;
/// Fetched at a time, so that the page's own requests are not held up.
const LANES = 3;

// What is known besides the files: which build is served, which one before it was good, which have shown a page, which
// did not start, which build each open page is of.
const NOTHING = { current: null, previous: null, proved: [], failed: [], tries: 0, pages: {} };
let state = null;
let reading = null;
/// Ends the wait for a build on trial. An event that still waits would hold up the next update (Chromium 156).
const watches = new Set();
/// The lists that were read, by build: a name's content, as it is kept.
const lists = new Map();

const at = (name) => new URL(`.kept/${name}`, SCOPE).href;
const listOf = (build) => at(`build-${build}.json`);

/// Reads it, once: whoever asks meanwhile gets the same.
function read() {
  reading ??= (async () => {
    const kept = await (await caches.open(BUILDS)).match(at('state.json'));
    state = { ...NOTHING, ...(kept ? await kept.json() : {}) };
    return state;
  })();
  return reading;
}

async function write() {
  const text = JSON.stringify(state);
  await (await caches.open(BUILDS)).put(at('state.json'), new Response(text, { headers: { 'Content-Type': 'application/json' } }));
}

async function hexOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/// Where a file's content is kept. The ending stands in it, because two files of the same bytes may be of two types.
const keptAs = (name, digest) => at(digest + (name.match(/\.[a-z0-9]+$/)?.[0] ?? ''));

/// A file of the network with the digest it must have. Where a proxy or the browser gave an old one, it is asked for anew.
async function fetched(name, digest) {
  for (const cache of ['default', 'reload']) {
    const response = await fetch(new URL(name, SCOPE), { cache, credentials: 'same-origin', priority: 'low' });
    if (!response.ok) throw new Error(`${response.status} for ${name}`);
    const bytes = await response.arrayBuffer();
    if (await hexOf(bytes) === digest) return made(bytes, response.headers);
  }
  throw new Error(`${name} is not what the list says`);
}

/// An answer of our own: the host's headers but those about how the bytes were sent.
function made(bytes, headers) {
  const kept = new Headers(headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Transfer-Encoding', 'Vary']) kept.delete(name);
  return new Response(bytes, { headers: kept });
}

/// Fetches what this build has and no other had. All of it, or an error; what came stays for the next attempt.
async function install() {
  const list = await fetched(LIST, DIGEST);
  const text = await list.text();
  const content = await caches.open(CONTENT);
  const have = new Set((await content.keys()).map((request) => request.url));
  const queue = JSON.parse(text).files.map(([name, digest]) => [name, digest, keptAs(name, digest)]).filter(([, , kept]) => !have.has(kept));
  // From the end, which is where the list has what comes first.
  queue.reverse();
  await Promise.all(Array.from({ length: LANES }, async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [name, digest, kept] = next;
      try {
        await content.put(kept, await fetched(name, digest));
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  }));
  await (await caches.open(BUILDS)).put(listOf(BUILD), new Response(text, { headers: list.headers }));
}

/// This build is served from now on. Pages of other builds that are open go on with their files.
async function activate() {
  // The worker before this one may have written since.
  reading = null;
  const { current } = await read();
  if (current !== BUILD) {
    if (state.proved.includes(current)) state.previous = current;
    state.current = BUILD;
    state.tries = 0;
  }
  const open = new Set((await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).map(({ id }) => id));
  state.pages = Object.fromEntries(Object.entries(state.pages).filter(([id]) => open.has(id)));
  await sweep();
  await write();
  await self.clients.claim();
}

/// Forgets the builds that nobody needs, and every content that no other build names.
async function sweep() {
  const builds = await caches.open(BUILDS);
  const wanted = new Set([state.current, state.previous, ...Object.values(state.pages)].filter(Boolean));
  for (const { url } of await builds.keys()) {
    const [, build] = url.match(/build-([0-9a-f]+)\.json$/) ?? [];
    if (build && !wanted.has(build)) await builds.delete(url);
  }
  const needed = new Set();
  for (const build of wanted) for (const kept of ((await names(build)) ?? new Map()).values()) needed.add(kept);
  const content = await caches.open(CONTENT);
  for (const request of await content.keys()) if (!needed.has(request.url)) await content.delete(request);
  state.proved = state.proved.filter((build) => wanted.has(build));
}

/// The files of a build, by name; null where the build is not here.
async function names(build) {
  if (!lists.has(build)) {
    const kept = await (await caches.open(BUILDS)).match(listOf(build));
    if (!kept) return null;
    const { files } = await kept.json();
    lists.set(build, new Map(files.map(([name, digest]) => [name, keptAs(name, digest)])));
  }
  return lists.get(build);
}

/// A file that is here, of the build that is served or, since names hold a digest, of any other.
async function found(name) {
  const { current, previous, pages } = await read();
  for (const build of new Set([current, previous, ...Object.values(pages)])) {
    const kept = build && (await names(build))?.get(name);
    const response = kept && await (await caches.open(CONTENT)).match(kept);
    if (response) return response;
  }
  return null;
}

/// The build that is served has not shown a page yet.
const isNew = () => Boolean(state.current) && !state.proved.includes(state.current);

/// The page of the build that is served. One that has not shown a page yet is watched.
async function page(event) {
  await read();
  // With nothing before it, the host may have what is better.
  const isHopeless = isNew() && state.tries >= TRIES && !(await takeBack());
  const build = state.current;
  const kept = build && (await names(build))?.get('index.html');
  const response = kept && await (await caches.open(CONTENT)).match(kept);
  if (!response) return fetch(event.request);
  if (isHopeless) return fetch(event.request).catch(() => response);
  state.pages[event.resultingClientId] = build;
  if (isNew()) {
    state.tries += 1;
    event.waitUntil(watch(build, event.resultingClientId));
  }
  event.waitUntil(write());
  return response;
}

/// Waits until a new build has shown a page; where it does not, the last good one is put back, in the same window.
async function watch(build, id) {
  await new Promise((resolve) => {
    watches.add(resolve);
    setTimeout(resolve, PATIENCE);
  });
  const client = await self.clients.get(id);
  if (!client || state.current !== build || state.proved.includes(build)) return;
  if (!(await takeBack())) return;
  // An address that differs in nothing would not be loaded anew; the page drops what it does not know.
  const url = new URL(client.url);
  url.searchParams.set('again', '1');
  await client.navigate(url.href).catch(() => null);
}

/// Serves the last good build again; false where there is none.
async function takeBack() {
  if (!state.previous) return false;
  state.failed = [...state.failed, state.current].slice(-8);
  [state.current, state.previous, state.tries] = [state.previous, null, 0];
  await write();
  return true;
}

async function file(request, name) {
  return (await found(name)) ?? fetch(request);
}

/// What a page says: that it is up, or that it could not start. It hears whether an update was taken back.
async function heard({ data, source }) {
  if (data.take) return self.skipWaiting();
  await read();
  if (data.up && source) {
    state.pages[source.id] = data.up;
    if (!state.proved.includes(data.up)) state.proved = [...state.proved, data.up].slice(-8);
    await write();
    source.postMessage({ fell: state.failed.includes(BUILD) && state.current !== BUILD });
  }
  if (data.broken && source) {
    // Another page of it may have told already.
    const isOver = state.current !== data.broken || (!state.proved.includes(data.broken) && await takeBack());
    source.postMessage({ again: isOver });
  }
  if (!isNew()) for (const end of watches) end();
  return null;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.waitUntil(heard(event)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { href, pathname } = new URL(request.url);
  if (request.method !== 'GET' || !href.startsWith(SCOPE)) return;
  const name = pathname.slice(new URL(SCOPE).pathname.length);
  // The book for authors, and the page for browsers without the program, stay on the network.
  if (/^(book|plain)\//.test(name)) return;
  const isPage = request.mode === 'navigate' && (name === '' || name === 'index.html');
  event.respondWith(isPage ? page(event) : file(request, name));
});
