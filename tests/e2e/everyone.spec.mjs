// Everyone can use it: each mode and the elder style, the keyboard alone, wide spacing, 400 %, forced colours, less motion; and
// what a screen reader is told. `docs/conformance/wcag-2.2.md` names these tests by their words.

import { button, control, expect, heading, open, test } from './fixture.mjs';
import { clean, flows } from './look.mjs';
import { PAGES, begin, fillAll, fillPage, group, textbox } from './sq031.mjs';

const TELLING = ['#/', '#/life/relief', '#/all', '#/i/SQ031', '#/i/MS01', '#/b/MS01', '#/entitled', '#/privacy', '#/gallery', '#/nothing'];

/// Everything that Tab should reach, as a person sees it: one of a group of radio buttons, nothing that is hidden.
const STOPS = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"], iframe, video[controls], audio[controls]')]
    .filter((node) => !node.disabled && node.tabIndex >= 0 && node.checkVisibility({ visibilityProperty: true }) && !node.closest('dialog:not([open])'));
  const radios = new Set();
  return all.filter((node) => {
    if (node.type !== 'radio') return true;
    const chosen = all.find((other) => other.type === 'radio' && other.name === node.name && other.checked) ?? all.find((other) => other.type === 'radio' && other.name === node.name);
    if (node !== chosen || radios.has(node.name)) return false;
    radios.add(node.name);
    return true;
  });
})()`;

for (const [name, search] of [
  ['at a station', '?mode=station'], ['in a firm', '?mode=enterprise'], ['at a kiosk', '?mode=kiosk'], ['in the elder style', '?style=elder'], ['in the elder style at its largest', '?style=elder&text=4'],
]) {
  test(`axe finds nothing ${name}`, async ({ page }) => {
    test.setTimeout(180_000);
    if (search.includes('kiosk')) await page.setViewportSize({ width: 1080, height: 1920 });
    if (search.includes('text=4')) await page.setViewportSize({ width: 360, height: 740 });
    for (const address of TELLING) {
      await open(page, `${search}${address}`);
      await clean(page, address);
      await flows(page, address);
    }
    await open(page, `${search}#/i/SQ031/fill`);
    await clean(page, 'notice');
    await control(page, '知道了，开始填写').click();
    await control(page, '下一步').click();
    await expect(page.getByText('有地方需要改一下')).toBeVisible();
    await clean(page, 'errors');
    for (const part of PAGES) {
      await fillPage(page, part);
      // The next page stands; "check answers" has the titles of all pages below its own.
      await expect(page.getByRole('heading', { level: 1, name: part.title })).toBeHidden();
      await clean(page, `after ${part.title}`);
    }
    await expect(heading(page, '核对填写的内容')).toBeVisible();
    await control(page, '生成材料').click();
    await expect(page.getByRole('heading', { name: '材料做好了' })).toBeVisible({ timeout: 30_000 });
    await clean(page, 'papers');
  });
}

for (const address of [...TELLING, '#/i/SQ031/fill', '#/i/SQ031/blank']) {
  test(`the whole page by Tab, in reading order: ${address}`, async ({ page }) => {
    await open(page, address);
    if (address.endsWith('/fill')) await control(page, '知道了，开始填写').click();
    if (address.endsWith('/blank')) await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 30_000 });
    const before = page.url();
    const wanted = await page.evaluate(`${STOPS}.length`);
    await page.evaluate(() => { document.activeElement?.blur(); getSelection()?.removeAllRanges(); scrollTo(0, 0); });
    // From the top of the document.
    await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); });
    const met = [];
    for (let n = 0; n < wanted; n += 1) {
      await page.keyboard.press('Tab');
      met.push(await page.evaluate(`${STOPS}.indexOf(document.activeElement)`));
    }
    expect(met, 'each stop once, in the order of the document').toEqual([...met.keys()]);
    expect(page.url(), 'focus goes nowhere').toBe(before);
  });
}

test('a focus that shows', async ({ page }) => {
  await begin(page);
  // From the heading, which has the focus, to the end of the page.
  const stops = await page.evaluate(`${STOPS}.filter((node) => document.activeElement.compareDocumentPosition(node) & 4).length`);
  for (let n = 0; n < stops; n += 1) {
    await page.keyboard.press('Tab');
    const shows = await page.evaluate(() => {
      const ring = (node) => { const { outlineStyle, outlineWidth } = getComputedStyle(node); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; };
      for (let node = document.activeElement; node && node !== document.body; node = node.parentElement) if (ring(node)) return true;
      return false;
    });
    expect.soft(shows, `stop ${n}: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))}`).toBe(true);
  }
});

test.describe('at 400 %', () => {
  // 1280 × 1024 at 400 %.
  test.use({ viewport: { width: 320, height: 256 } });

  test('at 400 %: filling, checking and papers reflow, and no focus is covered', async ({ page }) => {
    await begin(page);
    await flows(page, 'questions');
    const stops = await page.evaluate(`${STOPS}.filter((node) => document.activeElement.compareDocumentPosition(node) & 4).length`);
    for (let n = 0; n < stops; n += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const node = document.activeElement;
        const { left, right, top, bottom } = node.getBoundingClientRect();
        const within = (x, y) => { const hit = document.elementFromPoint(x, y); return hit !== null && (node.contains(hit) || hit.contains(node) || hit.closest('label')?.control === node); };
        const [x, y0, y1] = [Math.min(Math.max((left + right) / 2, 1), innerWidth - 2), Math.max(top, 0), Math.min(bottom, innerHeight)];
        return y1 > y0 && [0.1, 0.5, 0.9].some((part) => within(x, y0 + (y1 - y0) * part));
      });
      expect.soft(seen, `stop ${n} is covered: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))}`).toBe(true);
    }
    for (const part of PAGES) await fillPage(page, part);
    await expect(heading(page, '核对填写的内容')).toBeVisible();
    await flows(page, 'check');
    await control(page, '生成材料').click();
    await expect(page.getByRole('heading', { name: '材料做好了' })).toBeVisible({ timeout: 30_000 });
    await flows(page, 'papers');
    await button(page, '清除并退出').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await flows(page, 'dialog');
  });
});

test('wider text spacing cuts nothing off', async ({ page }) => {
  const widen = () => page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  const cut = () => page.evaluate(() => [...document.querySelectorAll('body *')].filter((node) => {
    const { overflowX, overflowY, position } = getComputedStyle(node);
    if (node.closest('.yt-hidden, .yt-skip, svg, [hidden]') || position === 'absolute' || node.children.length > 0 && node.textContent.trim() === '') return false;
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
    return node.checkVisibility() && (hides(overflowX) && node.scrollWidth > node.clientWidth + 1 || hides(overflowY) && node.scrollHeight > node.clientHeight + 1);
  }).map((node) => node.outerHTML.slice(0, 120)));
  for (const address of ['#/', '#/i/SQ031', '#/i/SQ031/fill', '#/entitled']) {
    await open(page, address);
    if (address.endsWith('/fill')) await control(page, '知道了，开始填写').click();
    await widen();
    expect.soft(await cut(), address).toEqual([]);
    await flows(page, address);
  }
});

test('forced colours: fields, choices and the focus keep their edges', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await fillAll(page);
  await page.goto('#/i/SQ031/fill/address');
  const edges = async (name) => {
    const bare = await page.locator('.yt-input:visible, .yt-option:visible, .yt-button:not(.yt-button--quiet):visible, .yt-panel:visible').evaluateAll((nodes) => nodes
      .filter((node) => { const { borderTopWidth, borderTopStyle } = getComputedStyle(node); return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1; })
      .map((node) => node.outerHTML.slice(0, 100)));
    expect.soft(bare, name).toEqual([]);
  };
  for (const address of ['#/', '#/i/SQ031', '#/i/SQ031/fill', '#/i/SQ031/check', '#/gallery']) {
    await open(page, address);
    await edges(address);
    await clean(page, `${address} in forced colours`);
  }
});

test('reduced motion: nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = () => page.evaluate(() => [
    ...document.getAnimations().map((animation) => animation.animationName ?? animation.transitionProperty),
    ...[...document.querySelectorAll('body *')].filter((node) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node);
      return transitionDuration.split(',').some((part) => parseFloat(part) > 0) || animationName !== 'none' || scrollBehavior === 'smooth';
    }).map((node) => node.className),
  ]);
  for (const address of ['#/', '#/i/SQ031', '#/gallery']) {
    await open(page, address);
    expect.soft(await moving(), address).toEqual([]);
  }
  await begin(page);
  await control(page, '下一步').click();
  expect.soft(await moving(), 'questions').toEqual([]);
});

test('targets are 44 px and more, links in text apart', async ({ page }) => {
  for (const search of ['', '?style=elder']) {
    for (const address of ['#/', '#/all', '#/i/SQ031', '#/i/SQ031/fill', '#/entitled', '#/privacy']) {
      await open(page, `${search}${address}`);
      if (address.endsWith('/fill')) await control(page, '知道了，开始填写').click();
      const small = await page.evaluate(`${STOPS}.filter((node) => {
        if (node.matches('.yt-skip') || node.type === 'radio' || node.type === 'checkbox') return false;
        // A link within a sentence is as high as the sentence.
        if (getComputedStyle(node).display === 'inline') return false;
        const { width, height } = (node.closest('.yt-search__box') ?? node).getBoundingClientRect();
        return height < 44 || width < 24;
      }).map((node) => node.outerHTML.slice(0, 110) + ' ' + Math.round(node.getBoundingClientRect().height))`);
      expect.soft(small, `${search}${address}`).toEqual([]);
    }
  }
});

test('names, roles and states, as assistive technology has them', async ({ page }) => {
  await begin(page);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "申请人是谁" [level=1]
      - text: 姓名
      - textbox "姓名"
      - text: 公民身份号码
      - textbox "公民身份号码"
      - combobox "民族"
      - button "下一步"
  `);
  await fillPage(page, PAGES[0]);
  const place = group(page, '户籍地址');
  await expect(place.getByRole('combobox', { name: '街道' })).toBeVisible();
  const radios = group(page, '居住状况');
  await expect(radios.getByRole('radio').first()).not.toBeChecked();
  await radios.getByRole('radio', { name: '与子女' }).check();
  await expect(radios.getByRole('radio', { name: '与子女' })).toBeChecked();
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeVisible();
});

test('an error is tied to its question', async ({ page }) => {
  await begin(page);
  await textbox(page, '公民身份号码').fill('420105194405060224');
  await control(page, '下一步').click();
  const number = textbox(page, '公民身份号码');
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await expect(number).toHaveAccessibleDescription(/错误：.+/);
  // The summary has the focus and leads to the question.
  await expect(page.locator('.yt-summary')).toBeFocused();
  await page.locator('.yt-summary').getByRole('link').last().click();
  await expect(page.locator(':focus')).toHaveAttribute('id', /^f-/);
});

test('announced when a page opens: title and heading', async ({ page }) => {
  await open(page, '#/');
  await page.goto('#/i/SQ031');
  await expect(heading(page, '高龄津贴申领')).toBeFocused();
  await expect(page).toHaveTitle(/高龄津贴申领/);
  await control(page, '开始填写').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await control(page, '知道了，开始填写').click();
  await expect(heading(page, PAGES[0].title)).toBeFocused();
  await fillPage(page, PAGES[0]);
  await expect(heading(page, PAGES[1].title)).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(PAGES[1].title));
});

test('what is announced without moving the focus', async ({ page }) => {
  await open(page, '#/');
  const search = page.getByRole('combobox', { name: '搜索事项' });
  await search.fill('高龄');
  await expect(page.getByRole('status').filter({ hasText: /找到 \d+ 项/ })).toHaveCount(1);
  await expect(search).toBeFocused();
  await open(page, '#/i/SQ031/blank');
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 30_000 });
});

test('a dialog keeps the focus and gives it back', async ({ page }) => {
  await begin(page);
  const leave = button(page, '清除并退出').first();
  await leave.click();
  const dialog = page.getByRole('dialog', { name: '要清除并退出吗？' });
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAccessibleDescription(/不能恢复/);
  for (let n = 0; n < 6; n += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => document.activeElement === document.body || document.querySelector('dialog[open]').contains(document.activeElement));
    expect(inside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(leave).toBeFocused();
});

test('help stands in the same place on every page', async ({ page }) => {
  for (const address of [...TELLING, '#/i/SQ031/fill']) {
    await open(page, address);
    const footer = page.getByRole('contentinfo').locator('p');
    await expect(footer.nth(1), address).toHaveText('需要帮助，请问现场的工作人员。');
  }
});

test('the elder style: an entry on every page, large type, high contrast, and kept by a reload', async ({ page }) => {
  await open(page, '#/');
  await button(page, '长辈版').click();
  await expect(page).toHaveURL(/style=elder/);
  const size = () => page.getByRole('main').locator('p').first().evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
  expect(await size()).toBeGreaterThanOrEqual(24);
  await page.reload();
  await expect(button(page, '标准版')).toBeVisible();
  await page.evaluate(() => { location.hash = '#/i/SQ031'; });
  await expect(heading(page, '高龄津贴申领')).toBeVisible();
  const small = await page.evaluate(() => [...document.querySelectorAll('main p, main li, main dd, main a, main button, footer p')]
    .filter((node) => node.checkVisibility() && node.clientHeight > 1 && parseFloat(getComputedStyle(node).fontSize) < 24).map((node) => node.outerHTML.slice(0, 100)));
  expect.soft(small).toEqual([]);
  await clean(page, 'the elder style', ['color-contrast-enhanced']);
  await button(page, '标准版').click();
  await expect(page).toHaveURL(/style=standard/);
});

test('a browser that neither prints nor downloads shows the papers as pictures to keep', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = undefined;
    delete HTMLAnchorElement.prototype.download;
  });
  await open(page, '#/i/SQ031/blank');
  await expect(page.getByText('这个浏览器不能直接打印或下载。')).toBeVisible({ timeout: 30_000 });
  await expect(button(page, '打印')).toHaveCount(0);
  await expect(control(page, '下载 PDF')).toHaveCount(0);
  await button(page, '变成图片').click();
  await expect(page.getByText('长按图片，选“保存图片”。')).toBeVisible();
  const kept = page.locator('details img').first();
  await expect(kept).toBeVisible();
  await expect.poll(() => kept.evaluate((image) => image.naturalWidth), { message: 'fit to be printed' }).toBeGreaterThan(1500);
  await clean(page, 'pictures of papers');
});

test.describe('without WebAssembly', () => {
  test.use({ allowed: { patterns: [/WebAssembly/] } });

  test('without WebAssembly a plain page has every guide and blank form', async ({ page }) => {
    await page.addInitScript(() => { delete window.WebAssembly; });
    await page.goto('./');
    await page.getByRole('link', { name: '看办事指南，下载空白表' }).click();
    await expect(heading(page, '办事指南和空白表')).toBeVisible();
    expect(await page.locator('details').count()).toBeGreaterThanOrEqual(90);
    await clean(page, 'plain');
    await page.getByText('高龄津贴申领', { exact: true }).click();
    await expect(page.getByText('居民身份证', { exact: false }).first()).toBeVisible();
    const blank = page.getByRole('link', { name: '高龄津贴申领：空白表（PDF）' });
    const answer = await page.request.get(new URL(await blank.getAttribute('href'), page.url()).href);
    expect(answer.ok()).toBe(true);
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
