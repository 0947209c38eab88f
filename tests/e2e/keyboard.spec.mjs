// From the address to the paper without a pointer; and the paper is the same as the command line's, byte for byte.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { ROOT, TODAY, control, expect, test } from './fixture.mjs';
import { KEYBOARD, PAGES, fillAll } from './sq031.mjs';

const OUT = path.join(ROOT, 'test-results/papers');

async function download(page, name, press) {
  const [file] = await Promise.all([page.waitForEvent('download'), press(control(page, name))]);
  const to = path.join(OUT, `page-${file.suggestedFilename()}`);
  await file.saveAs(to);
  return { to, suggested: file.suggestedFilename() };
}

test('SQ031 by keyboard alone, to a PDF that the command line makes too', async ({ page }) => {
  fs.mkdirSync(OUT, { recursive: true });
  await fillAll(page, KEYBOARD);
  await KEYBOARD.press(page, control(page, '生成材料'));
  await expect(page.getByRole('heading', { name: '材料做好了' })).toBeVisible({ timeout: 30_000 });

  const press = (target) => KEYBOARD.press(page, target);
  const pdf = await download(page, '下载 PDF', press);
  const data = await download(page, '下载数据文件', press);
  for (const { suggested } of [pdf, data]) {
    expect(suggested, 'a file name tells no answer').not.toMatch(/王秀英|420105|13871234567/);
  }

  const text = execFileSync('pdftotext', ['-layout', pdf.to, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const whole = text.replace(/\s+/g, '');
  for (const { questions } of PAGES) {
    for (const question of questions) {
      for (const said of [question.answer, question.detail, question.place]) {
        if (typeof said === 'string' && said !== '是') expect(whole).toContain(said.replace(/\s+/g, ''));
      }
    }
  }
  for (const said of ['汉阳区高龄津贴申请审批表', '1944年5月6日', '82', '示例']) expect(whole).toContain(said);

  const made = path.join(OUT, 'page-again.pdf');
  const yuntian = path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target'), 'debug/yuntian');
  execFileSync(yuntian, ['fill', 'SQ031', '--answers', data.to, '--today', TODAY, '--out', made], { cwd: ROOT, stdio: 'pipe' });
  expect(fs.readFileSync(made).equals(fs.readFileSync(pdf.to)), 'native and wasm make the same bytes').toBe(true);
});
