// This engine's form page as an adapter: see ../README.md, 'Add an engine', and src/forms.rs.
import init, { mount } from '../dist/engine/forms.js';

let mounted;
// A row of a table has an id in a session; rows that came with the data are numbered from 1.
const own = (path) => path.replace(/\[(\d+)\]/g, (_, idx) => `#${Number(idx) + 1}`);
const pack = (def) => Uint8Array.from(atob(def.pack), (c) => c.charCodeAt(0));

window.benchReady = init({ module_or_path: '/peers/forms_bg.wasm' });
window.bench = {
  name: 'yuntian',
  prepare(def) { def.pack = pack(def); },
  mount(def, data, { live, root }) { mounted = mount(root, def.pack, JSON.stringify(data), live); },
  unmount() { mounted.remove(); mounted = null; },
  selector: (path) => `[id="f-${own(path)}"]`,
  value: (path) => mounted.raw(own(path)),
  validate() { mounted.check(); },
  errors: () => document.querySelectorAll('#root .yt-field__error').length,
};
