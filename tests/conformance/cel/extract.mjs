// Sorts the public conformance cases of the Common Expression Language (npm package @bufbuild/cel-spec) into those that bear
// on the profile of `src/rules` and those that do not, each of these with its reason, and writes cases.json.
//
//   node extract.mjs [--modules DIR] [--check]
//
// DIR holds node_modules (default: the project's root). --check writes nothing and fails where cases.json is out of date.
// An expression is as the spec has it, but that `dyn(x)` is written `(x)`: the profile has no static types to lift.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const at = process.argv.indexOf("--modules");
const root = resolve(at > 0 ? process.argv[at + 1] : join(here, "../../.."));
const folder = join(root, "node_modules/@bufbuild/cel-spec");
const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const { tests } = await import(pathToFileURL(join(folder, "dist/esm/testdata/conformance.js")));

// Whole suites that are about something the profile does not have.
const SUITES = {
  bindings_ext: "extension library: local bindings",
  block_ext: "extension library: blocks",
  encoders_ext: "extension library: encoders",
  macros2: "extension library: macros with two variables",
  math_ext: "extension library: mathematics",
  optionals: "extension library: optional values",
  string_ext: "extension library: strings",
  proto2_ext: "protobuf",
  proto2: "protobuf",
  proto3: "protobuf",
  enums: "protobuf",
  wrappers: "protobuf",
  dynamic: "protobuf",
  conversions: "conversions between types",
  timestamps: "timestamps and durations: the profile has days",
  type_deductions: "static types",
};

// What an expression needs that the profile does not have, by its text outside of quotes.
const NEEDS = [
  [/\b[bB][rR]?['"]|\b[rR][bB]['"]/, "bytes"],
  [/\b(0x[0-9a-fA-F]+|\d+)[uU]\b/, "uint"],
  [/\b(timestamp|duration)\(/, "timestamps and durations: the profile has days"],
  [/\b(int|uint|double|string|bytes|bool)\(/, "conversions between types"],
  [/\btype\(/, "types as values"],
  [/\bnull\b/, "null: `has` tells whether something is there"],
  [/TestAllTypes|google\.protobuf|proto\d|NestedEnum|GlobalEnum/, "protobuf"],
  [/`/, "names in back quotes"],
  [/\{/, "map and message literals"],
  [/(^|[^\w)\]'"])\.[a-zA-Z]/, "containers and namespaces"],
];

// The expression with every quoted text emptied, so that NEEDS looks at code alone.
const bare = (expr) =>
  expr.replace(/[rR]?("""[^]*?"""|'''[^]*?'''|"(\\.|[^"\\])*"|'(\\.|[^'\\])*')/g, "''").replace(/\/\/.*/g, "");

// Values as cases.json has them; undefined for one that the profile can not hold.
function value(v) {
  if ("boolValue" in v) return { bool: v.boolValue };
  if ("int64Value" in v) return { number: String(v.int64Value) };
  if ("doubleValue" in v) return Number.isFinite(v.doubleValue) ? { number: String(v.doubleValue) } : undefined;
  if ("stringValue" in v) return { text: v.stringValue };
  if ("listValue" in v) {
    const items = (v.listValue.values ?? []).map(value);
    return items.includes(undefined) ? undefined : { list: items };
  }
  if ("mapValue" in v) {
    const entries = (v.mapValue.entries ?? []).map((e) => [e.key.stringValue, value(e.value)]);
    return entries.some(([k, item]) => k === undefined || item === undefined) ? undefined : { map: Object.fromEntries(entries) };
  }
  return undefined;
}

// Single cases in which the profile departs from CEL, by reason.
const DEPARTING = JSON.parse(readFileSync(join(here, "departures.json"), "utf8"));

// The reason why a case is out, or what is checked.
function sort(suite, path, test) {
  if (SUITES[suite]) return SUITES[suite];
  if (test.container) return "containers and namespaces";
  if (test.checkOnly || test.typedResult) return "static types";
  const code = bare(test.expr);
  // Bytes are told apart before their quotes are emptied.
  if (/(^|[^\w'"])[bB][rR]?['"]|(^|[^\w'"])[rR][bB]['"]/.test(test.expr)) return "bytes";
  for (const [pattern, reason] of NEEDS) if (pattern.test(code)) return reason;
  for (const [reason, paths] of Object.entries(DEPARTING)) if (paths.includes(path)) return reason;

  const bindings = {};
  for (const [name, bound] of Object.entries(test.bindings ?? {})) {
    bindings[name] = bound.value && value(bound.value);
    if (bindings[name] === undefined) return "values that the profile can not hold";
  }
  let expect = { error: true };
  if (!test.evalError) {
    expect = value(test.value ?? { boolValue: true });
    if (expect === undefined) return "values that the profile can not hold";
  }
  const expr = test.expr.replace(/\bdyn\(/g, "(");
  return { path, expr, ...(Object.keys(bindings).length ? { bindings } : {}), expect };
}

const inside = [];
const out = {};
const counts = {};
for (const suite of tests.suites) {
  counts[suite.name] = 0;
  const seen = {};
  for (const section of suite.suites ?? []) {
    for (const { original } of section.tests ?? []) {
      let path = `${suite.name}/${section.name}/${original.name}`;
      seen[path] = (seen[path] ?? 0) + 1;
      if (seen[path] > 1) path += `#${seen[path]}`;
      counts[suite.name] += 1;
      const sorted = sort(suite.name, path, original);
      if (typeof sorted === "string") (out[sorted] ??= []).push(path);
      else inside.push(sorted);
    }
  }
}

// One case a line, so that a change is read easily.
const lines = (list) => list.map((item) => "    " + JSON.stringify(item)).join(",\n");
const groups = Object.keys(out)
  .sort()
  .map((reason) => `    ${JSON.stringify(reason)}: [\n${out[reason].map((path) => "      " + JSON.stringify(path)).join(",\n")}\n    ]`);
const text = `{
  "package": ${JSON.stringify(about.name)},
  "version": ${JSON.stringify(about.version)},
  "spec": ${JSON.stringify(about.upstreamCelSpecRef)},
  "counts": ${JSON.stringify(counts)},
  "in": [\n${lines(inside)}\n  ],
  "out": {\n${groups.join(",\n")}\n  }
}
`;
const target = join(here, "cases.json");
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error(`${target} is not what the package gives; run extract.mjs again`);
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
console.error(`${inside.length} in, ${Object.values(out).flat().length} out`);
