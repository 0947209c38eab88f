// Every item from the home page to the finished packet, answer by answer, and the paper held against the command line's; and for
// ten items of every sort answers that are refused, with the same sentences on the page as on the command line.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { ROOT, button, control, expect, heading, test } from './fixture.mjs';
import { exampleOf, formOf, onPage, refusals, walk, yuntian } from './walk.mjs';

// A form that stops is told at once.
test.use({ actionTimeout: 10_000 });

const OUT = path.join(ROOT, 'test-results/walk');
fs.mkdirSync(OUT, { recursive: true });

/// The refused examples that are entered. One that holds hidden answers can not be typed.
const REFUSED = {
  SQ001: 'refused-card',
  SQ012: 'refused-someone-elses-certificate',
  SQ013: 'refused-claims-too-high',
  SQ022: 'refused-agent',
  SQ027: 'refused-second-row',
  SQ031: 'refused-agent',
  SQ033: 'refused-guardian',
  SQ034: 'refused-benefits',
  SQ068: 'refused-open-empty',
  SQ069: 'refused-credit-code',
};

const pdfText = (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

async function download(page, name, to) {
  const [file] = await Promise.all([page.waitForEvent('download'), control(page, name).click()]);
  await file.saveAs(to);
  return to;
}

for (const id of fs.readdirSync(path.join(ROOT, 'forms/items'))) {
  test(`${id} is filled in to the finished packet, as the command line makes it`, async ({ page }) => {
    const form = formOf(id);
    const example = exampleOf(id, 'full');
    await walk(page, form, example);
    await expect(page.getByText('都填好了')).toBeVisible();
    await control(page, '生成材料').click();
    await expect(heading(page, '材料做好了')).toBeVisible();
    await expect(control(page, '下载 PDF')).toBeVisible({ timeout: 30_000 });
    const pdf = await download(page, '下载 PDF', path.join(OUT, `${id}-page.pdf`));

    const answers = path.join(OUT, `${id}-answers.json`);
    fs.writeFileSync(answers, JSON.stringify(example));
    const made = path.join(OUT, `${id}-command-line.pdf`);
    yuntian(['fill', id, '--answers', answers, '--fonts', 'target/packs/fonts', '--out', made]);
    expect(pdfText(pdf)).toBe(pdfText(made));
  });
}

for (const [id, name] of Object.entries(REFUSED)) {
  test(`${id} refuses what the command line refuses, in the same words`, async ({ page }) => {
    const form = formOf(id);
    const wanted = refusals(form, id, name);
    expect(wanted.length).toBeGreaterThan(0);
    await walk(page, form, exampleOf(id, name));

    // "Check answers" names each, what is open by its label alone.
    const main = page.getByRole('main');
    const said = (issue) => (issue.code === 'required' ? issue.label : issue.message);
    const listed = await main.locator('section.yt-panel li').allTextContents();
    expect(listed.sort()).toEqual(wanted.map(said).sort());

    // On its page each stands in the summary, in order, and its line leads to the question.
    for (const at of form.pages) {
      const here = onPage(form, at, wanted);
      if (here.length === 0) continue;
      await main.getByRole('button', { name: said(here[0]), exact: true }).first().click();
      await expect(heading(page, at.title.zh)).toBeVisible();
      await button(page, '保存并回到核对').click();
      const lines = page.getByRole('alert').getByRole('link');
      await expect(lines).toHaveText(here.map((issue) => issue.message));
      await lines.first().click();
      const field = here[0].field;
      const focused = page.locator('[data-field]:focus-within');
      await expect(focused.or(page.locator(`[id^="f-${field.split('.')[0]}"]:focus`)).first()).toBeVisible();
      await control(page, '返回').click();
      await expect(heading(page, '核对填写的内容')).toBeVisible();
    }
  });
}
