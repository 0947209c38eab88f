// A person who fills in any form: reads its pages and its schema, and enters an example's answers by what stands on the screen.
// Questions are found by their labels, choices by theirs. Nothing here knows a form by name.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { ROOT, TODAY, button, control, expect, heading, open } from './fixture.mjs';

const FORMS = path.join(ROOT, 'forms');
const PAGE_TIME = `${TODAY}T08:30:00+08:00`;
const CHECK = '核对填写的内容';

const json = (...names) => JSON.parse(fs.readFileSync(path.join(FORMS, ...names), 'utf8'));
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const named = (label) => new RegExp(`^${escaped(label)}(（选填）)?$`);

/// Runs the command line on the test's day; what it prints, whether it is content or not.
export function yuntian(args) {
  const program = path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target'), 'debug/yuntian');
  try {
    return execFileSync(program, [...args, '--today', TODAY], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 });
  } catch (error) {
    if (error.stdout) return error.stdout;
    throw new Error(`yuntian ${args.join(' ')}: ${error.stderr}`);
  }
}

/// A form as a person meets it: pages with the paths they ask, and for each path its label and what it takes.
export function formOf(id) {
  const form = json('items', id, 'form.json');
  return { id, title: form.title.zh, words: form.guide.synonyms[0], pages: form.pages, consents: form.consents ?? [], questions: questionsOf(id) };
}

function questionsOf(id) {
  const found = new Map();
  const walk = (node, at) => {
    for (const [name, member] of Object.entries(node.properties ?? {})) {
      const here = at ? `${at}.${name}` : name;
      found.set(here, { label: member.title, kind: kindOf(member), node: member });
      if (kindOf(member) === 'group') walk(member, here);
      if (kindOf(member) === 'rows') walk(member.items, here);
    }
  };
  walk(JSON.parse(yuntian(['schema', id])), '');
  return found;
}

function kindOf(node) {
  if (node.type === 'object') return node.properties?.division && node.properties?.detail ? 'address' : 'group';
  if (node.type === 'array') return node.items.oneOf ? 'choices' : 'rows';
  if (node.type === 'boolean') return 'yesNo';
  if (node.oneOf) return 'choice';
  if (node.format === 'date') return 'date';
  if (node.pattern?.startsWith('^[0-9]{4}-(0')) return 'month';
  return 'text';
}

/// An example, with every consent given at the page's time. A file may hold the answers alone.
export function exampleOf(id, name) {
  const file = json('items', id, 'answers', `${name}.json`);
  const example = file.answers && file.form ? file : { answers: file };
  for (const consent of example.consents ?? []) consent.at = PAGE_TIME;
  return example;
}

const valueAt = (answers, at) => at.split('.').reduce((value, name) => value?.[name], answers);
const textbox = (scope, label) => scope.getByRole('textbox', { name: named(label) });
const combobox = (scope, label) => scope.getByRole('combobox', { name: named(label) });
const group = (scope, label) => scope.getByRole('group', { name: named(label) });
const choiceLabel = (node, code) => node.oneOf.find((choice) => choice.const === code).title;

const streets = json('regions', 'hanyang.json').streets;
const regions = json('regions', 'regions.json').current;

/// Enters one answer. What the page works out itself is read instead.
async function enter(scope, { label, kind, node }, value) {
  if (kind === 'text') return textbox(scope, label).fill(String(value));
  if (kind === 'choice' && node.oneOf.length > 8) return combobox(scope, label).selectOption({ label: choiceLabel(node, value) });
  const frame = group(scope, label);
  if (await isDerived(frame)) return undefined;
  if (kind === 'date' || kind === 'month') {
    const parts = value.split('-');
    for (const [idx, part] of ['年', '月', '日'].slice(0, parts.length).entries()) {
      await frame.getByLabel(part, { exact: true }).fill(parts[idx]);
    }
    return undefined;
  }
  if (kind === 'choice' || kind === 'yesNo') {
    const name = kind === 'choice' ? choiceLabel(node, value) : value ? '是' : '否';
    return frame.getByRole('radio', { name, exact: true }).check();
  }
  if (kind === 'choices') {
    for (const code of value) await frame.getByRole('checkbox', { name: choiceLabel(node.items, code), exact: true }).check();
    return undefined;
  }
  return enterAddress(frame, value);
}

/// Whether the page shows a value that it worked out where a question would be.
async function isDerived(frame) {
  await expect(frame.first()).toBeVisible();
  // What the last answer gives is drawn with the next picture.
  await frame.first().evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  return (await frame.getByText('自动填好', { exact: true }).count()) > 0;
}

async function enterAddress(frame, { division = '', place, detail }) {
  const pick = (label, name) => frame.getByRole('combobox', { name: label, exact: true }).selectOption({ label: name });
  if (division.length > 6) {
    const street = streets.find((row) => division.startsWith(row.code));
    await pick('街道', street.name);
    const community = street.communities.find((row) => row.code === division);
    if (community) await pick('社区（村）', community.name);
  } else {
    await pick('街道', '不在汉阳区');
    if (division) {
      await pick('省（自治区、直辖市）', regions[`${division.slice(0, 2)}0000`]);
      const city = regions[`${division.slice(0, 4)}00`];
      if (city && city !== '市辖区') await pick('市、州或区县', city);
      await frame.getByRole('combobox').last().selectOption({ label: regions[division] });
    } else {
      await frame.getByRole('textbox', { name: '省、市、区县', exact: true }).fill(place);
    }
  }
  if (detail) await frame.getByRole('textbox', { name: /^详细地址/ }).fill(detail);
}

/// Adds the rows of a table and fills them in.
async function enterRows(page, form, table, rows, columns) {
  const { label } = form.questions.get(table);
  for (const [idx, row] of rows.entries()) {
    await button(page, `添加${label}`).click();
    const card = page.getByRole('group', { name: `${label} ${idx + 1}`, exact: true });
    for (const column of columns) {
      const value = valueAt(row, column.slice(table.length + 1));
      if (value !== undefined && value !== null) await enter(card, form.questions.get(column), value);
    }
  }
}

/// The questions that a page lists, a group as its members, in order; a table with its columns.
function asked(form, page) {
  const listed = page.sections.flatMap((section) => section.fields);
  const isFrame = (at) => ['group', 'rows'].includes(form.questions.get(at)?.kind);
  const below = (at) => [...form.questions.keys()].filter((path) => path.startsWith(`${at}.`) && !isFrame(path));
  const found = [];
  for (const at of listed) {
    const kind = form.questions.get(at)?.kind;
    const table = found.find((one) => one.columns && at.startsWith(`${one.at}.`));
    if (table) table.columns = [...table.columns.filter((column) => column !== at), at];
    else if (kind === 'rows') found.push({ at, columns: below(at) });
    else if (kind === 'group') found.push(...below(at).map((path) => ({ at: path })));
    else found.push({ at });
  }
  return found;
}

/// Answers the open page, and gives its consents as far as the example does.
async function fillPage(page, form, at, example, state) {
  const questions = asked(form, at);
  const labels = questions.map(({ at: path }) => form.questions.get(path).label);
  for (const { at: path, columns } of questions) {
    const question = form.questions.get(path);
    const value = valueAt(example.answers, path);
    if (value === undefined || value === null || question.node.readOnly) continue;
    // Where two sections ask alike (与申请人关系 of guardian and agent), a person goes by the section.
    const isShared = labels.filter((label) => label === question.label).length > 1;
    const scope = isShared ? page.locator(`[data-field="${path}"]`) : page;
    const doIt = () => (columns ? enterRows(page, form, path, value, columns) : enter(scope, question, value));
    await doIt();
    // The first answer brings the engine, where the form did not bring it; what follows from answers comes with it.
    if (!state.hasBegun) await expect(page.getByText('已保存在本机')).toBeVisible();
    state.hasBegun = true;
  }
  for (const { purpose } of example.consents ?? []) {
    const { text } = form.consents.find((consent) => consent.purpose === purpose);
    const box = page.locator('section').filter({ hasText: text.zh }).getByRole('checkbox', { name: '我同意' });
    if ((await box.count()) > 0) await box.check();
  }
}

const pageId = (page) => decodeURIComponent(new URL(page.url()).hash).match(/\/fill\/(.+)$/)?.[1];

/// From the home page, by one of the words that people have for it, to the guide.
async function find(page, form) {
  await open(page, '#/');
  await page.getByRole('combobox', { name: '搜索事项' }).fill(form.words);
  await page.getByRole('option').filter({ hasText: form.title }).first().click();
  await expect(page).toHaveURL(new RegExp(`#/i/${form.id}$`));
}

/// From the home page over the guide through every page to "check answers". Pages with errors are put off, as a person may.
export async function walk(page, form, example) {
  await find(page, form);
  await expect(heading(page, form.title)).toBeVisible();
  await control(page, '开始填写').click();
  await control(page, '知道了，开始填写').click();
  const state = { hasBegun: false };
  const seen = [];
  for (let n = 0; n <= form.pages.length; n += 1) {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForFunction(() => /\/(fill\/.+|check)$/.test(window.location.hash));
    if (new URL(page.url()).hash.endsWith('/check')) break;
    const id = pageId(page);
    const at = form.pages.find((one) => one.id === id);
    await expect(heading(page, at.title.zh)).toBeVisible();
    seen.push(id);
    await fillPage(page, form, at, example, state);
    const before = page.url();
    await button(page, '下一步').click();
    const summary = page.getByRole('alert').getByRole('link');
    await expect(async () => expect(page.url() !== before || (await summary.count()) > 0).toBe(true)).toPass();
    if (page.url() === before) {
      await button(page, '稍后填写').click();
      await expect(page).not.toHaveURL(before);
    }
  }
  await expect(heading(page, CHECK)).toBeVisible();
  return seen;
}

/// What the command line finds wrong or doubtful in an example, consents left out: the sentence as the page says it, and where.
export function refusals(form, id, name) {
  const { issues } = JSON.parse(yuntian(['check', id, '--answers', path.join('forms/items', id, 'answers', `${name}.json`)]));
  return issues.filter((issue) => !issue.field.startsWith('consents.')).map((issue) => {
    const [, table, idx] = issue.field.match(/^([^[]+)\[(\d+)\]/) ?? [];
    const template = issue.field.replace(/\[\d+\]/g, '');
    const own = labelOf(form, template);
    const label = table ? `${form.questions.get(table).label} ${Number(idx) + 1}：${own}` : own;
    // The command line says whose answer it is, the page says which row: `代办人姓名`, `家庭成员第2行的姓名`.
    const quoted = issue.message.match(/“[^”]*”/)?.[0];
    const message = issue.code === 'check'
      ? issue.message.replace(/^[^：]*：/, `${label}：`)
      : issue.message.replace(quoted, `“${label}”`);
    return { field: template, idx: idx && Number(idx), code: issue.code, isError: issue.severity === 'error', label, message };
  });
}

/// A part of an address has its address's label.
function labelOf(form, template) {
  return (form.questions.get(template) ?? form.questions.get(template.replace(/\.[^.]+$/, ''))).label;
}

/// The errors that stand on a page, in the page's order: a table, then its rows.
export function onPage(form, page, wanted) {
  const entries = asked(form, page);
  const place = ({ field, idx }) => {
    const at = entries.findIndex((entry) => [entry.at, ...(entry.columns ?? [])].some((path) => isAt(field, path)));
    const column = entries[at]?.columns?.findIndex((path) => isAt(field, path)) ?? 0;
    return (at * 1000 + (idx ?? -1) + 1) * 1000 + column + 1;
  };
  const here = wanted.filter((issue) => issue.isError && pageOf(form, issue.field) === page);
  return here.map((issue) => [place(issue), issue]).sort(([one], [other]) => one - other).map(([, issue]) => issue);
}

const isAt = (field, path) => path === field || field.startsWith(`${path}.`);

/// The page that asks an answer.
export function pageOf(form, field) {
  return form.pages.find((page) => asked(form, page).some(({ at, columns }) => [at, ...(columns ?? [])].some(
    (path) => isAt(field, path) || isAt(path, field),
  )));
}
