// What the browser keeps for us, seen from outside the page, and ways to break it.

import { expect } from './fixture.mjs';
import { begin, textbox } from './sq031.mjs';

export const DAY = 24 * 60 * 60 * 1000;
export const SAVED = '已保存在本机';

/// Types a name into the first question and waits until it is saved.
export async function typeName(page, name) {
  await textbox(page, '姓名').fill(name);
  await textbox(page, '公民身份号码').focus();
  await expect(page.getByText(SAVED)).toBeVisible();
}

/// From the guide to a saved name.
export async function beginNamed(page, name) {
  await begin(page);
  await typeName(page, name);
}

/// Where a test can write the old store before the page of the program opens it.
export async function beside(page) {
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto('./icon.svg');
}

/// How many rows each table has.
export const rows = (page) => page.evaluate(async () => {
  const found = {};
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const table of db.objectStoreNames) {
      found[table] = await new Promise((resolve) => {
        const request = db.transaction(table).objectStore(table).count();
        request.onsuccess = () => resolve(request.result);
      });
    }
    db.close();
  }
  return found;
});

/// Lets a test close the databases that the page has open, and count how often it opened one.
export const watchDatabases = (page) => page.addInitScript(() => {
  window.opened = [];
  window.asked = 0;
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function watched(...args) {
    window.asked += 1;
    const request = open.apply(this, args);
    request.addEventListener('success', () => window.opened.push(request.result));
    return request;
  };
});

/// The database as version 2 of the page left it: one draft a form, sealed under the device's key.
export const writeOldStore = (page, form, draft, savedAt) => page.evaluate(async ([form, draft, savedAt]) => {
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('yuntian', 2);
    request.onupgradeneeded = () => {
      for (const table of ['keys', 'drafts', 'files']) request.result.createObjectStore(table);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(savedAt));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new Uint8Array([...new TextEncoder().encode(form), 0, ...time]);
  const plain = new TextEncoder().encode(JSON.stringify(draft));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, plain);
  const row = new Uint8Array([1, ...time, ...nonce, ...new Uint8Array(sealed)]);
  await new Promise((resolve, reject) => {
    const transaction = db.transaction(['keys', 'drafts'], 'readwrite');
    transaction.objectStore('keys').put(key, 'device');
    transaction.objectStore('drafts').put(row, form);
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  db.close();
  localStorage.setItem('yuntian-drafts', '1');
}, [form, draft, savedAt]);
