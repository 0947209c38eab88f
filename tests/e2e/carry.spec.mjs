// Handing over: a draft as an encrypted file, taken in again on another device, compared when it comes back; a printed request for help; and
// what goes wrong on the way.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { Decrypter, Encrypter } from 'age-encryption';

import { ROOT, button, control, expect, heading, open, test } from './fixture.mjs';
import { attach, serve } from './kinds.mjs';
import { clean, look } from './look.mjs';
import { PAGES, begin, fillPage, group, textbox } from './sq031.mjs';
import { countKeys, keys, touchText } from './touch.mjs';

const OWN = '汉阳江滩的晚风真是凉快极了';

const passphrase = async (page) => (await page.locator('.yt-passphrase').textContent()).trim();

/// Makes the file of what is entered and saves it; its name, its path and its passphrase.
async function handOver(page, { own } = {}) {
  await page.getByRole('link', { name: '存成文件、求助' }).first().click();
  await expect(heading(page, '存成文件、请人帮忙')).toBeVisible();
  if (own) {
    await button(page, '用自己的密码').click();
    await page.getByLabel('自己的密码').fill(own);
  }
  await button(page, '做成文件').click();
  await expect(page.getByText('文件做好了')).toBeVisible({ timeout: 30_000 });
  const secret = await passphrase(page);
  const saving = page.waitForEvent('download');
  await control(page, '保存文件').click();
  const download = await saving;
  const file = test.info().outputPath(`${Math.random()}`, download.suggestedFilename());
  await download.saveAs(file);
  return { name: download.suggestedFilename(), file, secret };
}

/// Chooses a file, enters the passphrase and opens it.
async function takeIn(page, file, secret) {
  if (!/#\/resume$/.test(page.url())) await open(page, '#/resume');
  await page.getByLabel('选择文件').setInputFiles(file);
  await page.getByRole('textbox', { name: '文件密码' }).fill(secret);
  await button(page, '打开').click();
}

/// Another device: a context of its own, with the day of the tests.
async function device(browser, baseURL, test_, options = {}) {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  await page.clock.setFixedTime('2026-11-24T09:15:00+08:00');
  await test_(page);
  await context.close();
}

test('a draft goes by file to another device and goes on there', async ({ page, browser, baseURL }) => {
  await begin(page);
  await fillPage(page, PAGES[0]);
  await textbox(page, '联系电话').fill('13871234567');
  const { name, file, secret } = await handOver(page);
  // No two links of one name.
  const names = await page.getByRole('link').evaluateAll((nodes) => nodes.map((node) => node.textContent.trim()));
  expect(names.filter((link, idx) => names.indexOf(link) !== idx)).toEqual([]);
  expect(name).toBe('yuntian-SQ031-20261123.age');
  expect(secret).toMatch(/^\d{4}(-\d{4}){4}$/);
  expect(fs.readFileSync(file).includes(Buffer.from('王秀英'))).toBe(false);
  await clean(page);

  await device(browser, baseURL, async (phone) => {
    await takeIn(phone, file, secret.replaceAll('-', ' '));
    await expect(heading(phone, '文件打开了')).toBeVisible({ timeout: 30_000 });
    await expect(phone.getByText('2026年11月23日 08:30')).toBeVisible();
    await clean(phone);
    await button(phone, '接着填这一份').click();
    await expect(phone.getByRole('heading', { name: PAGES[1].title })).toBeVisible();
    await expect(textbox(phone, '联系电话')).toHaveValue(/^138[ -]?7123[ -]?4567$/);
    await phone.reload();
    await expect(textbox(phone, '联系电话')).toHaveValue(/^138[ -]?7123[ -]?4567$/);
    await open(phone, '#/i/SQ031/fill/who');
    await expect(textbox(phone, '姓名')).toHaveValue('王秀英');
  });
});

test('what a helper changed is compared, and only what is accepted is taken', async ({ page, browser, baseURL }) => {
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  await textbox(page, '公民身份号码').fill('420105194405060225');
  const first = await handOver(page);
  let back;
  await device(browser, baseURL, async (helper) => {
    await takeIn(helper, first.file, first.secret);
    await button(helper, '接着填这一份').click();
    await open(helper, '#/i/SQ031/fill/who');
    await textbox(helper, '姓名').fill('王秀瑛');
    await fillPage(helper, { ...PAGES[0], questions: PAGES[0].questions.slice(2) });
    await textbox(helper, '联系电话').fill('13871234567');
    await open(helper, '#/i/SQ031/fill/account');
    await helper.getByRole('checkbox', { name: /同意/ }).check();
    back = await handOver(helper, { own: OWN });
    expect(back.secret).toBe(OWN);
  });
  // In the meantime the resident went on.
  await open(page, '#/i/SQ031/fill/where');
  await textbox(page, '联系电话').fill('13900000000');
  await textbox(page, '联系电话').blur();
  await expect(page.getByText('已保存在本机')).toBeVisible();

  await takeIn(page, back.file, OWN);
  await expect(heading(page, '文件里不一样的地方')).toBeVisible({ timeout: 30_000 });
  const box = (name) => page.getByRole('checkbox', { name });
  await expect(box(/用文件里的：姓名/)).toBeChecked();
  await expect(box(/用文件里的：民族/)).toBeChecked();
  // Changed on both sides: it is said, and not ticked.
  await expect(box(/用文件里的：联系电话.*两边都改过/)).not.toBeChecked();
  await expect(page.getByText('“同意”不会从文件里带过来')).toBeVisible();
  await clean(page);
  // With the keyboard alone: the name stays.
  await box(/用文件里的：姓名/).focus();
  await page.keyboard.press('Space');
  await expect(box(/用文件里的：姓名/)).not.toBeChecked();
  await button(page, '采用勾选的 1 处').press('Enter');
  await expect(page.getByText('已采用 1 处，其余保持不变')).toBeVisible();
  await clean(page);
  await open(page, '#/i/SQ031/check');
  await expect(page.locator('.yt-answers__row', { hasText: '姓名' }).first()).toContainText('王秀英');
  await expect(page.locator('.yt-answers__row', { hasText: '民族' })).toContainText('汉族');
  await expect(page.locator('.yt-answers__row', { hasText: '联系电话' }).first()).toContainText(/139[ -]?0000/);

  // Everything, and back again.
  await takeIn(page, back.file, OWN);
  await button(page, '全部勾上').click();
  await button(page, '采用勾选的 2 处').click();
  await button(page, '换回原来的').click();
  await expect(page.getByText('已经换回原来的内容')).toBeVisible();
  await control(page, '接着填写').click();
  await open(page, '#/i/SQ031/fill/who');
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
});

test('a file of another beginning replaces nothing unasked', async ({ page, browser, baseURL }) => {
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  const { file, secret } = await handOver(page);
  await device(browser, baseURL, async (other) => {
    await begin(other);
    await textbox(other, '姓名').fill('李明');
    await textbox(other, '姓名').blur();
    await expect(other.getByText('已保存在本机')).toBeVisible();
    await open(other, '#/resume');
    await takeIn(other, file, secret);
    await expect(other.getByText(/还有一份没填完的/)).toBeVisible({ timeout: 30_000 });
    await button(other, '接着填这一份').click();
    await expect(other.getByText('已经打开文件里的内容')).toBeVisible();
    await open(other, '#/i/SQ031/fill/who');
    await expect(textbox(other, '姓名')).toHaveValue('王秀英');
    // The other one stands beside it, as it was.
    await open(other, '#/drafts');
    await expect(other.getByRole('listitem').filter({ has: other.getByRole('heading', { name: /高龄津贴/ }) })).toHaveCount(2);
    await other.getByRole('link', { name: '接着填', exact: true }).last().click();
    await other.evaluate(() => { location.hash = '#/i/SQ031/fill/who'; });
    await expect(textbox(other, '姓名')).toHaveValue('李明');
  });
});

test('attachments go with the file, and into the papers there', async ({ page, browser, baseURL }) => {
  await attach(page);
  await expect(page.getByText('已保存在本机')).toBeVisible();
  const { file, secret } = await handOver(page);
  await expect(page.getByText(/有附件已经不在这台设备上/)).toHaveCount(0);

  await device(browser, baseURL, async (phone) => {
    await serve(phone);
    await takeIn(phone, file, secret);
    await expect(heading(phone, '文件打开了')).toBeVisible({ timeout: 30_000 });
    const count = phone.locator('.yt-facts__row').filter({ has: phone.getByText('附件', { exact: true }) });
    await expect(count).toContainText('1');
    await button(phone, '接着填这一份').click();
    await expect(phone.getByRole('heading', { level: 1 })).not.toHaveText('文件打开了');
    await open(phone, '#/i/SQ031/fill/files');
    const photo = group(phone, '一寸照片');
    await expect(photo.getByRole('img', { name: '一寸照片的预览' })).toBeVisible();
    // Kept there as well, not only remembered.
    await phone.reload();
    await expect(photo.getByRole('img', { name: '一寸照片的预览' })).toBeVisible();
    await open(phone, '#/i/SQ031/check');
    await expect(phone.locator('.yt-answers__row').filter({ hasText: '一寸照片' })).toContainText('图片（JPEG');
    await control(phone, '先打印未填完的表').or(control(phone, '生成材料')).click();
    await expect(phone.locator('.yt-sheets img').first()).toBeVisible({ timeout: 30_000 });
    await expect(phone.getByText(/附件.*不在这台设备/)).toHaveCount(0);
    const saving = phone.waitForEvent('download');
    await control(phone, '下载 PDF').click();
    const pdf = test.info().outputPath('carried.pdf');
    await (await saving).saveAs(pdf);
    expect(execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' })).toMatch(/image\s+80\s+120\s.*jpeg/);
  });
});

test('a wrong passphrase, a file cut short and one of an altered bit are told apart, and nothing is lost', async ({ page }) => {
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  const { file, secret } = await handOver(page);
  const bytes = fs.readFileSync(file);
  const made = (name, content) => {
    const at = test.info().outputPath(name);
    fs.writeFileSync(at, content);
    return at;
  };
  const refused = async (at, typed, text) => {
    await takeIn(page, at, typed);
    await expect(page.getByRole('alert')).toContainText(text, { timeout: 30_000 });
    await expect(page.getByRole('alert')).not.toContainText('王秀英');
  };
  await refused(file, '1111-1111-1111-1111-1111', '密码不对');
  await expect(page.getByText(/第 1 组好像抄错了/)).toBeVisible();
  await clean(page);
  for (const length of [0, 100, 180, 300, bytes.length - 1]) {
    await refused(made(`cut-${length}.age`, bytes.subarray(0, length)), secret, '文件不完整');
  }
  const altered = Buffer.from(bytes);
  altered[bytes.length - 40] ^= 1;
  await refused(made('altered.age', altered), secret, '被改动过或损坏了');
  await refused(made('photo.age', Buffer.from('%PDF-1.7 nothing')), secret, '不是云填存的文件');
  await takeIn(page, file, secret);
  await expect(page.getByText('文件里的内容和您的一样')).toBeVisible({ timeout: 30_000 });
  await open(page, '#/i/SQ031/fill/who');
  await expect(textbox(page, '姓名')).toHaveValue('王秀英');
});

test.describe('a worker that dies', () => {
  test.use({ allowed: { patterns: [/dies/, /courier_bg\.wasm/, /press_bg\.wasm/, /WebAssembly|CompileError|ERR_FAILED|Failed to fetch/] } });

  /// Has the jobs of a running worker that say so throw in the middle.
  const doom = async (worker, of = '') => {
    await expect.poll(() => worker.evaluate(() => self.onmessage !== null)).toBe(true);
    await worker.evaluate((word) => {
      const listen = self.onmessage;
      self.onmessage = (event) => {
        if (event.data[1].includes(word)) throw new Error('dies in the middle');
        return listen.call(self, event);
      };
    }, of);
  };
  const named = (page, name) => page.workers().find((worker) => worker.url().includes(`/${name}-`));

  test('the courier is started once more, and what is entered stays', async ({ page }) => {
    await begin(page);
    await textbox(page, '姓名').fill('王秀英');
    const { file, secret } = await handOver(page);
    await button(page, '打印求助单').click({ trial: true });
    // It is here now; it dies with its next job, and a new one does it.
    await open(page, '#/resume');
    await takeIn(page, file, '1111-1111-1111-1111-1111');
    await expect(page.getByRole('alert')).toContainText('密码不对', { timeout: 30_000 });
    await doom(named(page, 'courier'));
    await takeIn(page, file, secret);
    await expect(page.getByText('文件里的内容和您的一样')).toBeVisible({ timeout: 30_000 });
  });

  test('a courier that does not start is told, and tried again', async ({ page }) => {
    await begin(page);
    await textbox(page, '姓名').fill('王秀英');
    await page.getByRole('link', { name: '存成文件、求助' }).first().click();
    await page.route(/courier_bg\.wasm/, (route) => route.fulfill({ status: 200, contentType: 'application/wasm', body: 'half' }));
    await button(page, '做成文件').click();
    await expect(page.getByRole('alert')).toContainText('您填的内容没有丢', { timeout: 30_000 });
    await page.unroute(/courier_bg\.wasm/);
    await button(page, '做成文件').click();
    await expect(page.getByText('文件做好了')).toBeVisible({ timeout: 30_000 });
    await control(page, '接着填写').click();
    await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  });

  test('the press is told, and tried again', async ({ page }) => {
    await begin(page);
    await textbox(page, '姓名').fill('王秀英');
    await open(page, '#/i/SQ031/check');
    await expect.poll(() => named(page, 'press') !== undefined).toBe(true);
    await doom(named(page, 'press'), '"make"');
    await control(page, '先打印未填完的表').click();
    await expect(page.getByRole('alert')).toContainText('制作中断了', { timeout: 30_000 });
    await button(page, '再试一次').click();
    await expect(heading(page, '这是还没填完的表')).toBeVisible();
    await expect(page.locator('.yt-sheets img').first()).toBeVisible({ timeout: 30_000 });
    await open(page, '#/i/SQ031/fill/who');
    await expect(textbox(page, '姓名')).toHaveValue('王秀英');
  });
});

test('the public library opens the file, and the page opens what it makes', async ({ page }) => {
  await begin(page);
  await textbox(page, '姓名').fill('王秀英');
  const { file, secret } = await handOver(page);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(secret);
  const inside = await decrypter.decrypt(fs.readFileSync(file), 'text');
  const carried = JSON.parse(inside);
  expect(carried).toMatchObject({ format: 'yuntian-carried/1', at: '2026-11-23T08:30:00+08:00', draft: { form: 'SQ031' }, files: [] });
  expect(carried.draft.entries['applicant.name']).toBe('王秀英');

  carried.draft.entries['applicant.name'] = '王秀瑛';
  const encrypter = new Encrypter();
  encrypter.setPassphrase(OWN);
  encrypter.setScryptWorkFactor(14);
  const theirs = test.info().outputPath('theirs.age');
  fs.writeFileSync(theirs, await encrypter.encrypt(JSON.stringify(carried)));
  await takeIn(page, theirs, OWN);
  await expect(heading(page, '文件里不一样的地方')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('checkbox', { name: /用文件里的：姓名/ })).toBeVisible();

  // The command line prints what `check` takes.
  const yuntian = path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target'), 'debug/yuntian');
  if (!fs.existsSync(yuntian)) return;
  const draft = execFileSync(yuntian, ['read', file], { input: `${secret}\n`, cwd: ROOT, encoding: 'utf8' });
  expect(JSON.parse(draft).entries['applicant.name']).toBe('王秀英');
});

test('the request for help is one sheet without an answer on it', async ({ page, baseURL }) => {
  await page.addInitScript(() => { window.printed = 0; window.print = () => { window.printed += 1; }; });
  await begin(page);
  await fillPage(page, PAGES[0]);
  const { name, secret } = await handOver(page);
  await button(page, '打印求助单').click();
  expect(await page.evaluate(() => window.printed)).toBe(1);
  const print = async (file) => {
    const at = test.info().outputPath(file);
    await page.pdf({ path: at, preferCSSPageSize: true });
    const told = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' });
    expect(Number(told('pdfinfo', at).match(/Pages:\s+(\d+)/)[1])).toBe(1);
    return { at, text: told('pdftotext', '-layout', at, '-').replace(/[ \n]+/g, ' ') };
  };
  const { at, text } = await print('request.pdf');
  expect(text).toContain('云帮办求助单');
  expect(text).toContain('联系电话');
  expect(text).toContain('待确认');
  expect(text).toContain(name);
  expect(text).toContain('求助单上没有申请人填写的内容');
  for (const entered of ['王秀英', '420105', '1944', '汉族', secret]) expect(text).not.toContain(entered);
  const image = at.replace(/\.pdf$/, '');
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-singlefile', at, image]);
  const codes = path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target'), 'debug/examples/read_codes');
  expect(execFileSync(codes, [`${image}.pgm`], { encoding: 'utf8' }).trim()).toBe(`${baseURL}#/i/SQ031`);
  // On request the passphrase stands on it, for the hand of the helper.
  await page.getByRole('checkbox', { name: /把文件密码也印上/ }).check();
  expect((await print('with.pdf')).text).toContain(secret);
});

test('helpers of the department stand on the page and on the sheet', async ({ page }) => {
  await page.route(/\/data\/settings\./, async (route) => {
    const response = await route.fetch();
    const settings = await response.json();
    settings.helpers = [
      { department: 'civil', name: { zh: '民政帮办（示例）' }, place: { zh: '示例服务站二楼' }, hours: { zh: '工作日上午' } },
      { department: 'medical', name: { zh: '医保帮办（示例）' } },
    ];
    await route.fulfill({ response, json: settings });
  });
  await open(page, '#/carry/SQ031');
  await expect(page.getByRole('heading', { name: '民政帮办（示例）' })).toBeVisible();
  await expect(page.locator('.yt-facts').getByText('示例服务站二楼')).toBeVisible();
  await expect(page.getByText('医保帮办（示例）')).toHaveCount(0);
  // Nobody said how to reach them.
  await expect(page.locator('.yt-facts dt', { hasText: '联系方式' }).locator('xpath=../dd')).toHaveText('待确认');
  await expect(page.locator('.yt-sheet')).toContainText('民政帮办（示例）');
  await clean(page);
});

test('what asks for the file is no broader than what is read', async ({ page }) => {
  await open(page, '#/resume');
  const { width } = await page.locator('.yt-drop').boundingBox();
  expect(width).toBeLessThanOrEqual(800);
  await look(page, 'resume');
});

test('a kiosk keeps no file, and prints the request', async ({ page }) => {
  await open(page, '?mode=kiosk#/carry/SQ031');
  await expect(page.getByText('自助机上不能存文件')).toBeVisible();
  await expect(button(page, '做成文件')).toHaveCount(0);
  await expect(button(page, '打印求助单')).toBeVisible();
  await open(page, '?mode=kiosk#/resume');
  await expect(page.getByLabel('选择文件')).toHaveCount(1);
});

test.describe('at a kiosk, by touches alone', () => {
  const KIOSK = { viewport: { width: 1080, height: 1920 }, hasTouch: true };

  /// Chooses a file by touch, as far as the question for its passphrase.
  async function choose(kiosk, file) {
    await open(kiosk, '?mode=kiosk#/resume');
    const choosing = kiosk.waitForEvent('filechooser');
    await kiosk.locator('label').filter({ hasText: '选择文件' }).tap();
    await (await choosing).setFiles(file);
    return kiosk.getByRole('textbox', { name: '文件密码' });
  }

  /// Nothing lies over the field, nor over any key.
  async function isFree(kiosk, field) {
    const [above, below] = [await field.boundingBox(), await keys(kiosk).boundingBox()];
    expect(above.y + above.height).toBeLessThanOrEqual(below.y);
    const covered = await keys(kiosk).getByRole('button').evaluateAll((nodes) => nodes.filter((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return !node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }).map((node) => node.textContent));
    expect(covered).toEqual([]);
  }

  test('a file with an offered passphrase is taken in and gone on with', async ({ page, browser, baseURL }) => {
    await begin(page);
    await fillPage(page, PAGES[0]);
    const { file, secret } = await handOver(page);
    await device(browser, baseURL, async (kiosk) => {
      const seen = await countKeys(kiosk);
      const field = await choose(kiosk, file);
      await field.tap();
      await expect(keys(kiosk).getByRole('button')).toHaveText(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '⌫', '字母', '清空', '收起键盘']);
      await isFree(kiosk, field);
      await look(kiosk, 'kiosk-resume', { fullPage: false });
      await touchText(kiosk, field, secret.replaceAll('-', ''));
      await button(kiosk, '打开').tap();
      await expect(heading(kiosk, '文件打开了')).toBeVisible({ timeout: 30_000 });
      await expect(keys(kiosk)).toHaveCount(0);
      await button(kiosk, '接着填这一份').tap();
      await expect(heading(kiosk, PAGES[1].title)).toBeVisible();
      expect(await seen()).toBe(0);
    }, KIOSK);
  });

  test('one’s own passphrase is typed by letters', async ({ page, browser, baseURL }) => {
    await begin(page);
    await fillPage(page, PAGES[0]);
    const { file, secret } = await handOver(page, { own: 'Mei-hua 2026_yuan' });
    await device(browser, baseURL, async (kiosk) => {
      const field = await choose(kiosk, file);
      await field.tap();
      await keys(kiosk).getByRole('button', { name: '字母' }).tap();
      await touchText(kiosk, field, secret);
      await expect(field).toHaveValue(secret);
      await isFree(kiosk, field);
      await keys(kiosk).getByRole('button', { name: '数字' }).tap();
      await expect(keys(kiosk).getByRole('button', { name: 'q', exact: true })).toHaveCount(0);
      await button(kiosk, '打开').tap();
      await expect(heading(kiosk, '文件打开了')).toBeVisible({ timeout: 30_000 });
    }, KIOSK);
  });

  test('keys stand in a dialog that asks for something, and above nothing', async ({ page }) => {
    await page.setViewportSize(KIOSK.viewport);
    await open(page, '?mode=kiosk#/gallery');
    await button(page, 'Dialog').click();
    const dialog = page.getByRole('dialog', { name: 'Dialog' });
    const field = dialog.getByRole('textbox');
    await field.click();
    await expect(dialog.getByRole('region', { name: '屏幕键盘' })).toBeVisible();
    await isFree(page, field);
    for (const key of ['4', '2', '0']) await keys(page).getByRole('button', { name: key, exact: true }).click();
    await expect(field).toHaveValue('420');
    await expect(field).toBeFocused();
    await keys(page).getByRole('button', { name: '字母' }).click();
    await isFree(page, field);
    await keys(page).getByRole('button', { name: 'q', exact: true }).click();
    await expect(field).toHaveValue('420q');
    await look(page, 'kiosk-keys-in-dialog', { fullPage: false });
    await dialog.getByRole('button', { name: '继续填写' }).click();
    await expect(dialog).toBeHidden();
    await expect(keys(page)).toHaveCount(0);
    // And on the page again.
    await button(page, 'Dialog').click();
    await dialog.getByRole('button', { name: '继续填写' }).click();
    const outside = page.getByRole('textbox', { name: 'Digits' });
    await outside.click();
    await isFree(page, outside);
  });
});

test.describe('in an app that saves nothing', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0.50' });

  test('it is said, and the share sheet is offered where there is one', async ({ page }) => {
    await page.addInitScript(() => {
      window.shared = [];
      navigator.canShare = ({ files }) => files?.length === 1;
      navigator.share = async ({ files }) => { window.shared.push([files[0].name, files[0].size]); };
    });
    await begin(page);
    await textbox(page, '姓名').fill('王秀英');
    await page.getByRole('link', { name: '存成文件、求助' }).first().click();
    await button(page, '做成文件').click();
    await expect(page.getByText('这个应用里不能保存文件')).toBeVisible({ timeout: 30_000 });
    await expect(control(page, '保存文件')).toHaveCount(0);
    await button(page, '发送给……').click();
    await expect.poll(() => page.evaluate(() => window.shared.length)).toBe(1);
    const [[name, size]] = await page.evaluate(() => window.shared);
    expect([name, size % 251]).toEqual(['yuntian-SQ031-20261123.age', 0]);
  });
});
