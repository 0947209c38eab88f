// One JSON Schema -> each peer's own form definition. Run at build time, so no peer pays for it.
const merge = (o, allOf = []) => ({ ...o, ...Object.assign({}, ...allOf.map((c) => c.then.properties)) });
// { key: {prop, value} } for the fields that a condition shows
const conditions = (schema) => {
  const out = {};
  for (const c of schema.allOf ?? []) {
    const [[prop, { const: value }]] = Object.entries(c.if.properties);
    for (const k of Object.keys(c.then.properties)) out[k] = { prop, value };
  }
  return out;
};
const required = (schema) => new Set([...(schema.required ?? []), ...(schema.allOf ?? []).flatMap((c) => c.then.required ?? [])]);
const isSections = (schema) => Object.values(schema.properties).every((p) => p.type === 'object');
const flat = (data) => Object.assign({}, ...Object.entries(data).map(([k, v]) => (v && typeof v === 'object' && !Array.isArray(v) ? v : { [k]: v })));

const datas = (w, f = (x) => x) => ({ data: f(w.data), badData: f(w.badData) });
const meta = ({ id, textKeys, sentinels, shown, lazy, badCount, visibleFields, totalFields }) => ({ id, textKeys, sentinels, shown, lazy, badCount, visibleFields, totalFields });

// The plain form: for the wasm application and anything else that reads JSON Schema itself.
export const toSchema = (w) => ({ ...meta(w), schema: w.schema, ...datas(w) });

export const toRjsf = (w) => ({ ...meta(w), schema: w.schema, uiSchema: { 'ui:submitButtonOptions': { norender: true } }, ...datas(w) });

// JSON Forms shows only what the UI schema names, and draws no fields out of if/then: conditions become rules.
export function toJsonForms(w) {
  const controls = (schema, base) => {
    const cond = conditions(schema);
    return Object.keys(merge(schema.properties, schema.allOf)).map((k) => ({
      type: 'Control', scope: `${base}/properties/${k}`,
      ...(cond[k] ? { rule: { effect: 'SHOW', condition: { scope: `${base}/properties/${cond[k].prop}`, schema: { const: cond[k].value } } } } : {}),
    }));
  };
  const flatten = (s) => ({
    ...s, properties: merge(s.properties, s.allOf),
    // the condition must still hold when validating: only the 'required' part is conditional
    ...(s.allOf ? { allOf: s.allOf.map((c) => ({ if: c.if, then: { required: c.then.required ?? [] } })) } : {}),
  });
  if (!isSections(w.schema)) {
    return { ...meta(w), schema: flatten(w.schema), uischema: { type: 'VerticalLayout', elements: controls(w.schema, '#') }, ...datas(w) };
  }
  const schema = { ...w.schema, properties: Object.fromEntries(Object.entries(w.schema.properties).map(([k, s]) => [k, flatten(s)])) };
  const elements = Object.entries(w.schema.properties).map(([k, s]) => ({ type: 'Group', label: s.title, elements: controls(s, `#/properties/${k}`) }));
  return { ...meta(w), schema, uischema: { type: 'VerticalLayout', elements }, ...datas(w) };
}

// SurveyJS: flat question names (unique in both workloads), sections become panels.
export function toSurvey(w) {
  const question = (k, p, req, cond) => {
    const q = { name: k, title: p.title };
    const validators = [];
    if (cond) q.visibleIf = `{${cond.prop}} = ${typeof cond.value === 'string' ? `'${cond.value}'` : cond.value}`;
    if (req) q.isRequired = true;
    if (p.type === 'boolean') Object.assign(q, { type: 'boolean', renderAs: 'checkbox' });
    else if (p.enum) Object.assign(q, { type: 'dropdown', renderAs: 'select', choices: p.enum });
    else {
      q.type = 'text';
      if (p.format === 'date') q.inputType = 'date';
      if (p.type === 'number' || p.type === 'integer') {
        q.inputType = 'number';
        validators.push({ type: 'numeric', ...(p.minimum !== undefined ? { minValue: p.minimum } : {}), ...(p.maximum !== undefined ? { maxValue: p.maximum } : {}) });
      }
      if (p.minLength !== undefined || p.maxLength !== undefined) validators.push({ type: 'text', minLength: p.minLength ?? 0, ...(p.maxLength !== undefined ? { maxLength: p.maxLength } : {}) });
      if (p.pattern) validators.push({ type: 'regex', regex: p.pattern, text: '格式不正确' });
    }
    if (validators.length) q.validators = validators;
    return q;
  };
  const elements = (schema) => {
    const cond = conditions(schema); const req = required(schema);
    return Object.entries(merge(schema.properties, schema.allOf)).map(([k, p]) => {
      if (p.type === 'array') {
        const r = required(p.items);
        return {
          type: 'matrixdynamic', name: k, title: p.title, rowCount: 0,
          columns: Object.entries(p.items.properties).map(([ck, c]) => {
            const { name, type, renderAs, ...rest } = question(ck, c, r.has(ck));
            return { name: ck, cellType: type, ...rest };
          }),
        };
      }
      return question(k, p, req.has(k), cond[k]);
    });
  };
  const json = {
    title: w.schema.title, checkErrorsMode: 'onValueChanged', textUpdateMode: 'onTyping', showQuestionNumbers: 'off',
    elements: isSections(w.schema)
      ? Object.entries(w.schema.properties).map(([k, s]) => ({ type: 'panel', name: k, title: s.title, elements: elements(s) }))
      : elements(w.schema),
  };
  return { ...meta(w), json, ...datas(w, flat) };
}

// Form.io: flat keys, sections become fieldsets, native selects, dates as text fields with a pattern (its own
// date picker loads flatpickr from a CDN, which is out of reach here; a plain text field is cheaper for it).
export function toFormio(w) {
  const comp = (k, p, req, cond) => {
    const c = { key: k, label: p.title, input: true, validate: { required: !!req }, validateOn: 'change' };
    if (cond) c.conditional = { show: true, when: cond.prop, eq: typeof cond.value === 'string' ? cond.value : String(cond.value) };
    if (p.type === 'boolean') c.type = 'checkbox';
    else if (p.enum) Object.assign(c, { type: 'select', widget: 'html5', dataSrc: 'values', data: { values: p.enum.map((v) => ({ label: v, value: v })) } });
    else if (p.type === 'number' || p.type === 'integer') {
      c.type = 'number';
      if (p.minimum !== undefined) c.validate.min = p.minimum;
      if (p.maximum !== undefined) c.validate.max = p.maximum;
    } else {
      c.type = 'textfield';
      if (p.format === 'date') c.validate.pattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';
      for (const x of ['minLength', 'maxLength', 'pattern']) if (p[x] !== undefined) c.validate[x] = p[x];
    }
    return c;
  };
  const components = (schema) => {
    const cond = conditions(schema); const req = required(schema);
    return Object.entries(merge(schema.properties, schema.allOf)).map(([k, p]) => {
      if (p.type === 'array') {
        const r = required(p.items);
        return { type: 'datagrid', key: k, label: p.title, input: true, components: Object.entries(p.items.properties).map(([ck, c]) => comp(ck, c, r.has(ck))) };
      }
      return comp(k, p, req.has(k), cond[k]);
    });
  };
  const form = {
    display: 'form',
    components: isSections(w.schema)
      ? Object.entries(w.schema.properties).map(([k, s]) => ({ type: 'fieldset', key: k, legend: s.title, input: false, components: components(s) }))
      : components(w.schema),
  };
  return { ...meta(w), form, ...datas(w, flat) };
}

// This engine: a form file (format yuntian/1), which gen.mjs has packed by the command line; `packed` says where the pack is.
// One page: nested objects become its sections. Enums, dates and yes/no are drawn as on the page (buttons, three boxes).
export const toYuntian = (w, packed) => ({ ...meta(w), pack: packed[w.id], ...datas(w) });
export function yuntianForm(w) {
  const rules = [];
  const question = (p) => {
    const { title, enum: choices, properties, items, required: req, allOf, ...rest } = p;
    const out = { ...rest, 'x-label': { zh: title } };
    if (choices) out.oneOf = choices.map((v) => ({ const: v, 'x-label': { zh: v } }));
    if (items) out.items = { type: 'object', properties: questions(items.properties), required: items.required };
    return out;
  };
  const questions = (properties) => Object.fromEntries(Object.entries(properties).map(([k, p]) => [k, question(p)]));
  // A group of questions, and the paths that its section lists.
  const group = (schema, base) => {
    const path = (k) => (base ? `${base}.${k}` : k);
    for (const c of schema.allOf ?? []) {
      const [[prop, { const: value }]] = Object.entries(c.if.properties);
      const when = value === true ? path(prop) : `${path(prop)} == ${JSON.stringify(value)}`;
      for (const k of Object.keys(c.then.properties)) rules.push({ on: path(k), show: when });
      for (const k of c.then.required ?? []) rules.push({ on: path(k), require: when });
    }
    const all = merge(schema.properties, schema.allOf);
    const fields = Object.entries(all).flatMap(([k, p]) => [path(k), ...(p.items ? Object.keys(p.items.properties).map((c) => `${path(k)}.${c}`) : [])]);
    return { answers: { type: 'object', properties: questions(all), ...(schema.required ? { required: schema.required } : {}) }, fields };
  };
  let answers; let sections;
  if (isSections(w.schema)) {
    const groups = Object.entries(w.schema.properties).map(([k, s]) => [k, s.title, group(s, k)]);
    answers = { type: 'object', properties: Object.fromEntries(groups.map(([k, title, g]) => [k, { ...g.answers, 'x-label': { zh: title } }])) };
    sections = groups.map(([, title, g]) => ({ title: { zh: title }, fields: g.fields }));
  } else {
    const g = group(w.schema, '');
    answers = g.answers; sections = [{ fields: g.fields }];
  }
  return {
    format: 'yuntian/1', id: w.id.toUpperCase(), version: 1, validFrom: '2026-01-01', title: { zh: w.schema.title },
    department: 'civil', minutes: 6, guide: { summary: { zh: w.schema.title } },
    answers, pages: [{ id: 'all', title: { zh: w.schema.title }, sections }], rules,
  };
}
// The labels of P1 as a form of the catalogue, so that the font's base shard has them as it has those of any form.
export const yuntianPaper = (d) => ({
  format: 'yuntian/1', id: 'P1', version: 1, validFrom: '2026-01-01', title: { zh: d.title }, department: 'civil', minutes: 6,
  guide: { summary: { zh: `${d.footer}编号填表日期` } },
  answers: { type: 'object', properties: Object.fromEntries(d.rows.flatMap((r) => [r[0], r[2]]).map((label, i) => [`f${i}`, { type: 'string', 'x-label': { zh: label } }])) },
  pages: [{ id: 'all', title: { zh: d.title }, sections: [{ fields: Array.from({ length: 60 }, (_, i) => `f${i}`) }] }],
});
