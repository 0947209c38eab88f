// "What am I entitled to?": one question at a time, and three groups of benefits.

import { SIZES, button, control, expect, heading, open, tabTo, test } from './fixture.mjs';
import { look } from './look.mjs';

const panel = (page) => page.locator('form.yt-entitled');
const status = (page) => page.locator('main [role="status"]').filter({ hasText: '不符合' });
const counts = async (page) => (await status(page).textContent()).match(/\d+/g).map(Number);
const asked = (page) => panel(page).getAttribute('data-asks');
const may = (page) => page.locator('.yt-panel--good');

async function begin(page, whom = '为我和家人') {
  await open(page, '#/entitled');
  await button(page, whom).click();
  await expect(panel(page)).toBeVisible();
}

/// Passes questions over until one is asked.
async function skipTo(page, path) {
  const seen = [];
  for (;;) {
    const now = await asked(page);
    if (now === path) return;
    expect(seen, `${path} is never asked`).not.toContain(now);
    seen.push(now);
    await button(page, '不清楚，跳过').click();
    await expect.poll(async () => (await panel(page).count()) && asked(page)).not.toBe(now);
  }
}

async function born(page, [year, month, day]) {
  for (const [name, value] of [['年', year], ['月', month], ['日', day]]) {
    await panel(page).getByLabel(name, { exact: true }).fill(value);
  }
}

test('an old person of the district may have the old-age allowance', async ({ page }) => {
  await begin(page);
  const [, , open] = await counts(page);
  expect(open).toBeGreaterThan(1);
  await skipTo(page, 'person.birthDate');
  await born(page, ['1940', '5', '6']);
  // The groups follow at once.
  await expect.poll(async () => (await counts(page))[2]).toBeLessThan(open);
  await button(page, '下一步').click();
  await skipTo(page, 'person.hukouAddress');
  // The district is enough: no line for road and door.
  await expect(panel(page).getByLabel('路、小区、楼栋、门牌')).toBeHidden();
  await panel(page).getByLabel('街道').selectOption({ index: 1 });
  await button(page, '下一步').click();
  await expect(may(page).getByRole('link', { name: /高龄津贴/ })).toBeVisible();
  await expect(may(page).getByText('由主管部门核验后决定')).toBeVisible();
  await expect(may(page).getByText(/按.*起的标准/).first()).toBeVisible();

  // On to the confirmation, where the answers stand.
  await may(page).locator('ul > li.yt-stack').filter({ hasText: '高龄津贴' }).getByRole('button', { name: '填写一页确认书' }).click();
  await expect(page).toHaveURL(/#\/i\/MS01\/fill/);
  // From here on answers are kept, so that the notice comes first.
  await control(page, '知道了，开始填写').click();
  await expect(page.locator('[data-field="applicant.birthDate"]').getByLabel('年', { exact: true })).toHaveValue('1940');
});

test('a question that was answered is not asked again, and can be gone back to', async ({ page }) => {
  await begin(page);
  const first = await asked(page);
  await button(page, '不清楚，跳过').click();
  await expect.poll(() => asked(page)).not.toBe(first);
  await button(page, '返回').click();
  await expect.poll(() => asked(page)).toBe(first);
  await button(page, '返回').click();
  await expect(button(page, '为我的企业')).toBeVisible();
});

test('nobody under age is asked for a pension, and the answers can be changed', async ({ page }) => {
  await begin(page);
  await skipTo(page, 'person.birthDate');
  await born(page, ['2020', '1', '1']);
  await button(page, '下一步').click();
  const seen = [];
  while (await panel(page).count()) {
    const now = await asked(page);
    expect(seen).not.toContain(now);
    seen.push(now);
    await button(page, '不清楚，跳过').click();
    await expect.poll(async () => (await panel(page).count()) && asked(page)).not.toBe(now);
  }
  await expect(page.getByText('没有要问的了')).toBeVisible();
  await button(page, '看全部答案').click();
  const row = page.locator('.yt-answers__row').filter({ hasText: '出生日期' }).first();
  await expect(row).toContainText('2020');
  await row.getByRole('button', { name: /修改/ }).click();
  await expect.poll(() => asked(page)).toBe('person.birthDate');
});

test('a firm is asked about the firm', async ({ page }) => {
  await begin(page, '为我的企业');
  for (let n = 0; n < 5 && await panel(page).count(); n += 1) {
    const now = await asked(page);
    expect(now).toMatch(/^firm/);
    await button(page, '不清楚，跳过').click();
    await expect.poll(async () => (await panel(page).count()) && asked(page)).not.toBe(now);
  }
});

test('members of the household are added one by one', async ({ page }) => {
  await begin(page);
  await skipTo(page, 'household');
  await page.getByRole('button', { name: /^添加/ }).click();
  await expect(page.locator('.yt-row')).toHaveCount(1);
  await expect(page.locator('.yt-row :focus')).toHaveCount(1);
});

test('by keyboard alone', async ({ page }) => {
  await open(page, '#/entitled');
  await tabTo(page, button(page, '为我和家人'));
  await page.keyboard.press('Enter');
  const first = await asked(page);
  await tabTo(page, button(page, '不清楚，跳过'));
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page)).not.toBe(first);
  await expect(heading(page, '看看我能享受什么')).toBeFocused();
});

test('an answer that is missing or wrong keeps the question', async ({ page }) => {
  await begin(page);
  await skipTo(page, 'person.birthDate');
  await button(page, '下一步').click();
  expect(await asked(page)).toBe('person.birthDate');
  await born(page, ['2030', '1', '1']);
  await button(page, '下一步').click();
  expect(await asked(page)).toBe('person.birthDate');
  await expect(panel(page).locator('.yt-field__error')).toBeVisible();
});

test('without faults for assistive technology, narrow and wide, in both languages', async ({ page }) => {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.goto('about:blank');
    await begin(page);
    await look(page, 'entitled');
  }
  await button(page, 'English').click();
  await expect(heading(page, 'What am I entitled to?')).toBeVisible();
  await expect(button(page, 'I do not know, skip')).toBeVisible();
});
