// The form with signatures and attachments (tests/kinds): its pack stands in the place of SQ031's, so that guide, draft, check and papers are
// those that a resident has.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { ROOT, control, expect, heading, open, test } from './fixture.mjs';
import { group, textbox } from './sq031.mjs';

const YUNTIAN = path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target'), 'debug/yuntian');
const FILES = path.join(ROOT, 'tests/kinds/attachments');

/// A file to attach.
export const file = (name) => path.join(FILES, name);

/// The pack of the form under the id of one that the page knows.
function pack() {
  const catalogue = test.info().outputPath('catalogue');
  fs.rmSync(catalogue, { recursive: true, force: true });
  fs.cpSync(path.join(ROOT, 'tests/kinds'), catalogue, { recursive: true });
  fs.renameSync(path.join(catalogue, 'items/KINDS'), path.join(catalogue, 'items/SQ031'));
  for (const name of ['catalog.json', 'items/SQ031/form.json']) {
    const file = path.join(catalogue, name);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('"KINDS"', '"SQ031"'));
  }
  const out = test.info().outputPath('packs');
  execFileSync(YUNTIAN, ['pack', '--forms', catalogue, '--out', out], { cwd: ROOT, stdio: 'pipe' });
  const folder = path.join(out, 'packs');
  return fs.readFileSync(path.join(folder, fs.readdirSync(folder)[0]));
}

/// Has a page, of any device, know the form.
export async function serve(page) {
  const body = pack();
  await page.route(/\/packs\/SQ031\..*\.pack$/, (route) => route.fulfill({ body, contentType: 'application/octet-stream' }));
}

/// From the notice to the first question.
export async function begin(page) {
  await serve(page);
  await open(page, '#/i/SQ031/fill');
  await control(page, '知道了，开始填写').click();
  await expect(heading(page, '签名')).toBeVisible();
}

/// Signs on paper and attaches a photo, as far as the second page.
export async function attach(page) {
  await begin(page);
  await textbox(page, '申请人姓名').fill('王秀英');
  await group(page, '申请人签名').getByRole('checkbox').check();
  await control(page, '下一步').click();
  await expect(heading(page, '附件')).toBeVisible();
  const photo = group(page, '一寸照片');
  await photo.getByLabel('选择文件或拍照').setInputFiles(file('sideways.jpg'));
  await expect(photo.getByRole('img', { name: '一寸照片的预览' })).toBeVisible();
}
