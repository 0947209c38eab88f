// Starts the program. Its files are named in this script's own address (Trunk.toml), so the page needs no inline
// script. Where it cannot start, the static text of index.html says what to do instead.

const query = new URL(import.meta.url).searchParams;
const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const build = meta('build');
const worker = navigator.serviceWorker;

function show(part) {
  for (const node of document.querySelectorAll('[data-boot]')) node.hidden = node.dataset.boot !== part;
}

/// The only HTML that the program makes: line drawings of SVG. Nothing in it runs, loads or leads anywhere.
const PICTURE = /^<svg( (class|viewBox|fill|stroke(-[a-z]+)?|aria-hidden)="[\w .-]*")*>(<(path|circle|rect)( ([dxyr]|c[xy]|rx|width|height)="[\w .-]*")*\/>)+<\/svg>$/;

/// What the policy lets through: such pictures, and scripts (workers) of the page's own folder.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (text) => (PICTURE.test(text) ? text : null),
  createScriptURL(text) {
    const { href } = new URL(text, document.baseURI);
    return href.startsWith(new URL('.', document.baseURI).href) ? href : null;
  },
});

/// What came with an update and does not start gives way to what was here before; else the static text says what to do.
function giveUp(error) {
  console.error(error);
  if (!worker?.controller) return show('failed');
  worker.addEventListener('message', ({ data }) => (data.again ? location.reload() : show('failed')));
  worker.startMessages();
  worker.controller.postMessage({ broken: build });
}

/// Whether anybody has touched this page. The browser's own word for that outlives a kiosk's wipe (Chromium 156).
let isTouched = false;
for (const event of ['pointerdown', 'keydown']) addEventListener(event, () => { isTouched = true; }, { capture: true, once: true });

/// What can wait until the first page stands: the copy on this device, and news about it.
function later() {
  const begin = async () => (await import(meta('edition'))).begin(build, () => isTouched);
  (globalThis.requestIdleCallback ?? setTimeout)(() => begin().catch(console.warn));
}

/// The page is up once it has shown what the catalogue says, which the program marks.
const isUp = () => document.querySelector('[data-up]') && (later(), true);
const watch = new MutationObserver(() => isUp() && watch.disconnect());

try {
  if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
  const { default: init } = await import('./' + query.get('js'));
  watch.observe(document.getElementById('app'), { childList: true, subtree: true, attributeFilter: ['data-up'] });
  await init({ module_or_path: new URL(query.get('wasm'), import.meta.url) });
} catch (error) {
  giveUp(error);
}
