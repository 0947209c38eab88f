// What is drawn and what is attached, on a form made for it (tests/kinds): its pack stands in the place of SQ031's, so that guide, draft, check
// and papers are those that a resident has.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { button, control, expect, heading, tabTo, test } from './fixture.mjs';
import { begin, file } from './kinds.mjs';
import { look, picture } from './look.mjs';
import { group, textbox } from './sq031.mjs';

const signing = (page, name) => group(page, name);
const pad = (page, name, n) => signing(page, name).getByRole('img', { name: `签名框，已写 ${n} 笔`, exact: true });

/// Draws a line in the box, its points in parts of the box.
async function draw(page, name, n, points) {
  await pad(page, name, n).scrollIntoViewIfNeeded();
  const box = await pad(page, name, n).boundingBox();
  const at = ([x, y]) => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(points[0]));
  await page.mouse.down();
  for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 8 });
  await page.mouse.up();
  await expect(pad(page, name, n + 1)).toBeVisible();
}

async function download(page, what, name) {
  const [made] = await Promise.all([page.waitForEvent('download'), control(page, what).click()]);
  const to = test.info().outputPath(name);
  await made.saveAs(to);
  return to;
}

const read = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

test('a signature is drawn, undone, cleared, kept and printed', async ({ page }) => {
  await begin(page);
  const name = '申请人签名';
  await textbox(page, '申请人姓名').fill('王秀英');
  await draw(page, name, 0, [[0.1, 0.7], [0.3, 0.2], [0.5, 0.7]]);
  await draw(page, name, 1, [[0.2, 0.5], [0.4, 0.5]]);
  await draw(page, name, 2, [[0.7, 0.2], [0.7, 0.8]]);
  await button(signing(page, name), '撤销一笔').click();
  await expect(pad(page, name, 2)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '已撤销一笔' })).toHaveCount(1);
  await look(page, 'signature');
  await button(signing(page, name), '清除重写').click();
  await expect(pad(page, name, 0)).toBeVisible();
  await draw(page, name, 0, [[0.1, 0.7], [0.3, 0.2], [0.5, 0.7]]);
  await draw(page, name, 1, [[0.6, 0.6]]);

  await expect(page.getByText('已保存在本机')).toBeVisible();
  await page.reload();
  await expect(pad(page, name, 2)).toBeVisible();

  await control(page, '下一步').click();
  await expect(heading(page, '附件')).toBeVisible();
  await control(page, '下一步').click();
  await expect(heading(page, '见证人')).toBeVisible();
  await control(page, '下一步').click();
  await expect(heading(page, '核对填写的内容')).toBeVisible();
  const row = page.locator('.yt-answers__row').filter({ hasText: name });
  await expect(row).toContainText('（已手写签名）');
  await expect(row.locator('polyline')).toHaveCount(2);
  await look(page, 'signature-check');

  await control(page, '生成材料').click();
  await expect(heading(page, '材料做好了')).toBeVisible();
  const pdf = await download(page, '下载 PDF', 'signed.pdf');
  expect(read('pdfinfo', '-struct-text', pdf).match(/Figure/g)).toHaveLength(1);
  expect(read('qpdf', '--json=2', pdf)).toContain('"/Alt": "u:申请人签名（手写签名）"');
});

test('who can not draw signs on paper, by keyboard alone', async ({ page }) => {
  await begin(page);
  const name = '申请人签名';
  await textbox(page, '申请人姓名').fill('王秀英');
  await control(page, '下一步').click();
  const summary = page.getByRole('alert');
  await summary.getByRole('link', { name: new RegExp(name) }).press('Enter');
  const choice = signing(page, name).getByRole('checkbox', { name: '不在这里写，打印后在纸上签字' });
  await expect(choice).toBeFocused();
  await page.keyboard.press('Space');
  await expect(choice).toBeChecked();
  await expect(signing(page, name).getByRole('img')).toHaveCount(0);
  await tabTo(page, control(page, '下一步'));
  await page.keyboard.press('Enter');
  await expect(heading(page, '附件')).toBeVisible();
  await control(page, '下一步').click();
  await expect(heading(page, '见证人')).toBeVisible();
  await control(page, '下一步').click();
  await expect(page.locator('.yt-answers__row').filter({ hasText: name })).toContainText('（在纸上签字）');
  await expect(page.getByText('都填好了')).toBeVisible();
});

test('a photo is turned upright and stripped, kept, shown and printed; a PDF rides inside', async ({ page }) => {
  await begin(page);
  await textbox(page, '申请人姓名').fill('王秀英');
  await signing(page, '申请人签名').getByRole('checkbox').check();
  await control(page, '下一步').click();
  await expect(heading(page, '附件')).toBeVisible();

  const photo = group(page, '一寸照片');
  await photo.getByLabel('选择文件或拍照').setInputFiles(file('paper.pdf'));
  await expect(photo.getByRole('alert')).toContainText('这个文件不能用');
  await photo.getByLabel('选择文件或拍照').setInputFiles(file('sideways.jpg'));
  const preview = photo.getByRole('img', { name: '一寸照片的预览' });
  await expect(preview).toBeVisible();
  await expect(photo).toContainText('sideways.jpg');
  expect(await preview.evaluate((img) => [img.naturalWidth, img.naturalHeight]), 'upright').toEqual([80, 120]);

  // Dropped on the field.
  const register = group(page, '户口簿首页');
  const data = await page.evaluateHandle((bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], 'page.png', { type: 'image/png' }));
    return transfer;
  }, [...fs.readFileSync(file('page.png'))]);
  await register.locator('.yt-attach').dispatchEvent('drop', { dataTransfer: data });
  await expect(register.getByRole('img', { name: '户口簿首页的预览' })).toBeVisible();
  const proof = group(page, '居住证明');
  await proof.getByLabel('选择文件或拍照').setInputFiles(file('paper.pdf'));
  await expect(proof).toContainText('文件（PDF，1 kB）');
  await look(page, 'attachments');

  await expect(page.getByText('已保存在本机')).toBeVisible();
  await page.reload();
  await expect(preview).toBeVisible();
  await expect(photo, 'a name is kept nowhere').not.toContainText('sideways.jpg');
  await button(register, '移除').click();
  await expect(register.getByRole('img')).toHaveCount(0);

  await control(page, '下一步').click();
  await control(page, '下一步').click();
  await expect(heading(page, '核对填写的内容')).toBeVisible();
  await expect(page.locator('.yt-answers__row').filter({ hasText: '一寸照片' })).toContainText('图片（JPEG');
  await control(page, '生成材料').click();
  await expect(heading(page, '材料做好了')).toBeVisible();
  await picture(page, 'attachments-paper');
  const pdf = await download(page, '下载 PDF', 'attached.pdf');
  expect(read('pdfimages', '-list', pdf)).toMatch(/image\s+80\s+120\s.*jpeg/);
  expect(read('qpdf', '--list-attachments', pdf)).toContain('attachment-2.pdf');
  const answers = JSON.parse(fs.readFileSync(await download(page, '下载数据文件', 'attached.json'), 'utf8')).answers;
  expect(Object.keys(answers.photo).sort()).toEqual(['bytes', 'mediaType', 'sha256']);
  expect(JSON.stringify(answers), 'a name is kept nowhere').not.toContain('sideways');
  expect(fs.readFileSync(pdf, 'latin1')).not.toContain('WHERE-IT-IS');
});
