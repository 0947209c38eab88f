// Starts the program. Its files are named in this script's own address (Trunk.toml), so the page needs no inline
// script. Where it cannot start, the static text of index.html says what to do instead.

const query = new URL(import.meta.url).searchParams;
const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const build = meta('build');
const worker = navigator.serviceWorker;

function show(part) {
  for (const node of document.querySelectorAll('[data-boot]')) node.hidden = node.dataset.boot !== part;
}

/// The one rule about scripts that the program itself loads (workers): from the page's own folder, or not at all.
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL(text) {
    const url = new URL(text, document.baseURI);
    if (!url.href.startsWith(new URL('.', document.baseURI).href)) throw new TypeError('a script of elsewhere');
    return url.href;
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

/// What can wait until the first page stands: the copy on this device, and news about it.
function later() {
  const begin = async () => (await import(meta('edition'))).begin(build);
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
