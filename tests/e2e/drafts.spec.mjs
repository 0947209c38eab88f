// A reload keeps what was typed; "clear and leave" keeps nothing.

import { button, expect, open, test } from './fixture.mjs';
import { attach } from './kinds.mjs';
import { PAGES, begin, fillPage, textbox } from './sq031.mjs';
import { rows } from './store.mjs';

/// What the browser keeps for us, as text: every store of every database, and both storages.
const kept = (page) => page.evaluate(async () => {
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const row of rows) {
        const plain = (value) => (value instanceof ArrayBuffer || ArrayBuffer.isView(value)
          ? new TextDecoder('latin1').decode(value) + new TextDecoder().decode(value)
          : value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
            ? Object.entries(value).map(([key, inner]) => `${key}: ${plain(inner)}`).join('\n') : String(value));
        found.push(`${name}/${store}: ${plain(row)}`);
      }
    }
    db.close();
  }
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage })) {
    for (let idx = 0; idx < storage.length; idx += 1) found.push(`${name}: ${storage.key(idx)}`);
  }
  return found;
});

test('a reload keeps the answers, and nothing readable is stored', async ({ page }) => {
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  await textbox(page, '公民身份号码').fill('420105194405060225');
  await textbox(page, '姓名').focus();
  await expect(page.getByText('已保存在本机')).toBeVisible();

  const rows = await kept(page);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.join('\n')).not.toMatch(/王秀英|420105194405060225|1944/);

  await page.reload();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  await expect(textbox(page, '公民身份号码')).toHaveValue(/^420105\s?1944\s?0506\s?0225$|^420105194405060225$|^420105 19440506 0225$/);
});

test('a later page is where a reload returns', async ({ page }) => {
  await begin(page);
  await fillPage(page, PAGES[0]);
  await expect(page.getByRole('heading', { name: PAGES[1].title })).toBeVisible();
  await textbox(page, '联系电话').fill('13871234567');
  await textbox(page, '联系电话').blur();
  await expect(page.getByText('已保存在本机')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: PAGES[1].title })).toBeVisible();
  await expect(textbox(page, '联系电话')).toHaveValue(/^138[ -]?7123[ -]?4567$/);
});

test('clear and leave keeps nothing', async ({ page }) => {
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  await textbox(page, '姓名').blur();
  await expect(page.getByText('已保存在本机')).toBeVisible();

  await button(page, '清除并退出').first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: '继续填写' }).click();
  await expect(dialog).toBeHidden();
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');

  await button(page, '清除并退出').first().click();
  await dialog.getByRole('button', { name: '清除并退出' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '想办什么事？' })).toBeVisible();
  expect(await kept(page)).toEqual([]);

  await open(page, '#/i/SQ031/fill/who');
  await expect(page.getByText('王秀英')).toHaveCount(0);
  for (const value of await page.getByRole('textbox').evaluateAll((nodes) => nodes.map((node) => node.value))) {
    expect(value).toBe('');
  }
});

test('a deleted draft takes its files along', async ({ page }) => {
  await attach(page);
  await expect(page.getByText('已保存在本机')).toBeVisible();
  await expect.poll(async () => (await rows(page)).files).toBe(1);
  // Not as long as the draft is there.
  await open(page, '#/drafts');
  expect((await rows(page)).files).toBe(1);

  await page.getByRole('button', { name: '删除', exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByText('已删除。')).toBeVisible();
  await expect.poll(async () => (await rows(page)).files).toBe(0);
  expect(await rows(page)).toMatchObject({ heads: 0, bodies: 0 });
});
