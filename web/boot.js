// Starts the program. Its files are named in this script's own address (Trunk.toml), so the page needs no inline
// script. Where it cannot start, the static text of index.html says what to do instead.

const query = new URL(import.meta.url).searchParams;

function show(part) {
  for (const node of document.querySelectorAll('[data-boot]')) node.hidden = node.dataset.boot !== part;
}

try {
  if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
  const { default: init } = await import('./' + query.get('js'));
  await init({ module_or_path: new URL(query.get('wasm'), import.meta.url) });
} catch (error) {
  console.error(error);
  show('failed');
}
