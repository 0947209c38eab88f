// The page's side of the copy on this device (sw.js): makes it, and says what the page can not know by itself. `boot.js`
// fetches this once the first page stands.
//
// What there is to say stands as words in `data-edition` of the `html` element, and `yuntian-edition` tells that it
// changed: `newer` (an update is here and waits), `taken` (one did not start, so the older one is here), `offline`,
// `saving:9` (nothing is fetched ahead in the browser's data saver; it would be 9 MB). The page asks by events:
// `yuntian-take` (the update), `yuntian-fresh` (the update, where nobody has touched this page yet), `yuntian-keep` (make the copy all the same).
//
// Invariant: a page is loaded anew only because its own person, or a kiosk's fresh page, asked for it.

/// A page that stays open looks for an update when it is looked at again, at most once an hour.
const SELDOM = 3_600_000;

const worker = navigator.serviceWorker;
const words = new Set();

function say(word, is = true) {
  if (is) words.add(word);
  else words.delete(word);
  document.documentElement.dataset.edition = [...words].join(' ');
  dispatchEvent(new Event('yuntian-edition'));
}

/// Says so once an update is wholly here.
function follow(registration) {
  const look = () => say('newer', Boolean(registration.waiting && registration.active));
  const wait = () => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', wait);
  wait();
  look();
}

/// Looks for an update; that nothing answers is how a missing network shows.
async function check(registration) {
  const isDown = !navigator.onLine || await registration.update().then(() => false, () => true);
  // What is not wholly here yet does not work without a network.
  say('offline', isDown && Boolean(registration.active));
}

export async function begin(build, isTouched) {
  // Without a secure context the browser has no such copy.
  if (!worker) return;
  const before = await worker.getRegistration('./');
  if (!before && navigator.connection?.saveData) {
    say(`saving:${document.querySelector('meta[name="build"]').dataset.mb}`);
    await new Promise((resolve) => addEventListener('yuntian-keep', resolve, { once: true }));
    words.clear();
    say('saving', false);
  }
  const registration = await worker.register('./sw.js', { scope: './', updateViaCache: 'none' });
  // A browser that only seems to have it.
  if (!registration) return;

  const take = () => {
    if (!registration.waiting) return;
    worker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage({ take: true });
  };
  addEventListener('yuntian-take', take);
  addEventListener('yuntian-fresh', () => isTouched() || take());
  worker.addEventListener('message', ({ data }) => 'fell' in data && say('taken', data.fell));
  worker.startMessages();
  worker.ready.then(({ active }) => active.postMessage({ up: build }));
  follow(registration);

  let last = Date.now();
  const again = () => {
    last = Date.now();
    return check(registration);
  };
  addEventListener('online', again);
  addEventListener('offline', again);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Math.abs(Date.now() - last) > SELDOM) again();
  });
  // The first time it was asked for just now.
  if (before) await again();
}
