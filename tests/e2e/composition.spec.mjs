// Pinyin input through the browser's own protocol: nothing is taken, rewritten or refused before the word is chosen.

import { expect, test } from './fixture.mjs';
import { begin, textbox } from './sq031.mjs';

test('a pinyin composition is left alone until the word is chosen', async ({ page }) => {
  await begin(page);
  const name = textbox(page, '姓名');
  await name.focus();
  const cdp = await page.context().newCDPSession(page);
  for (const text of ['w', 'wang', "wang'xiu", "wang'xiu'ying"]) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(name).toHaveValue(text);
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0);
  }
  await cdp.send('Input.insertText', { text: '王秀英' });
  await expect(name).toHaveValue('王秀英');

  // A second word goes to the end, not to the place where a rewrite would have put the caret.
  await cdp.send('Input.imeSetComposition', { text: 'da', selectionStart: 2, selectionEnd: 2 });
  await expect(name).toHaveValue('王秀英da');
  await cdp.send('Input.insertText', { text: '达' });
  await expect(name).toHaveValue('王秀英达');
});

test('a composition given up leaves nothing behind', async ({ page }) => {
  await begin(page);
  const name = textbox(page, '姓名');
  await name.fill('王');
  await name.focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'xiu', selectionStart: 3, selectionEnd: 3 });
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await expect(name).toHaveValue('王');
});

test('an identity number typed full-width with an input method is understood', async ({ page }) => {
  await begin(page);
  const number = textbox(page, '公民身份号码');
  await number.focus();
  await page.keyboard.insertText('４２０１０５ １９４４０５０６ ０２２５');
  await textbox(page, '姓名').focus();
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0);
  await expect(page.getByText('1944年5月6日', { exact: true })).toBeVisible();
});
