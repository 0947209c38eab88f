//! The public cases of the Common Expression Language that bear on the profile (`tests/conformance/cel`).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use yuntian::{
    diag::{Code, Diagnostic},
    model::{Date, Datum, Decimal, EvalError, Locale, Value},
    rules, text,
};

const CASES: &str = include_str!("../conformance/cel/cases.json");

/// The bindings of a case; a name may have dots.
struct Bindings(BTreeMap<String, Datum>);

impl rules::Scope for Bindings {
    /// The longest bound name, and the keys behind it, as CEL resolves names.
    fn get(&self, path: &str) -> Datum {
        let mut name = path;
        loop {
            if let Some(datum) = self.0.get(name) {
                let rest = path.strip_prefix(name).unwrap_or_default();
                return rest.split('.').filter(|key| !key.is_empty()).fold(datum.clone(), |datum, key| {
                    match datum {
                        Datum::Value(Value::Map(mut map)) => map.remove(key).unwrap_or(Datum::Absent),
                        Datum::Value(_) | Datum::Absent | Datum::Unknown(_) | Datum::Error(_) => {
                            Datum::Error(EvalError::Type)
                        }
                    }
                });
            }
            match name.rsplit_once('.') {
                Some((shorter, _)) => name = shorter,
                None => return Datum::Error(EvalError::Name),
            }
        }
    }

    fn param(&self, _: &str) -> Datum {
        Datum::Error(EvalError::Name)
    }

    fn today(&self) -> Date {
        Date::new(2026, 11, 23).unwrap()
    }
}

fn datum(json: &Json) -> Datum {
    let (kind, inner) = json.as_object().and_then(|object| object.iter().next()).unwrap();
    Datum::Value(match kind.as_str() {
        "bool" => Value::Bool(inner.as_bool().unwrap()),
        "number" => Value::Number(decimal(inner.as_str().unwrap())),
        "text" => Value::Text(inner.as_str().unwrap().to_owned()),
        "list" => Value::List(inner.as_array().unwrap().iter().map(datum).collect()),
        "map" => Value::Map(
            inner.as_object().unwrap().iter().map(|(key, value)| (key.clone(), datum(value))).collect(),
        ),
        other => panic!("a value of kind {other}"),
    })
}

fn decimal(text: &str) -> Decimal {
    text.parse().or_else(|_| Decimal::from_scientific(text)).unwrap()
}

/// What a case comes to. CEL's "no such field" is our absent; a rule that is refused when read is an error too.
fn run(case: &Json) -> Datum {
    let bindings = case["bindings"].as_object().into_iter().flatten();
    let bindings = Bindings(bindings.map(|(name, value)| (name.clone(), datum(value))).collect());
    match rules::parse(case["expr"].as_str().unwrap()) {
        Ok(expr) => rules::eval(&expr, &bindings),
        Err(_) => Datum::Error(EvalError::Name),
    }
}

#[test]
fn every_case_of_the_profile_holds() {
    let cases: Json = serde_json::from_str(CASES).unwrap();
    let mut faults = Vec::new();
    for case in cases["in"].as_array().unwrap() {
        let found = run(case);
        let is_good = match case["expect"].get("error") {
            Some(_) => matches!(found, Datum::Error(_) | Datum::Absent),
            None => found == datum(&case["expect"]),
        };
        if !is_good {
            faults.push(format!("{} {} => {found:?}, not {}", case["path"], case["expr"], case["expect"]));
        }
    }
    assert!(faults.is_empty(), "{} cases\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_fault_of_a_rule_has_words() {
    for source in [
        "",
        "a b",
        "(a",
        "[a",
        "a ? b",
        "a = b",
        "a & b",
        "'a",
        r"'\q'",
        "12u",
        "f(1)",
        "age(a)",
        "has(1)",
        "a.all(1, b)",
        "a == null",
        "a.in",
        "t.matches('(')",
        "date('soon')",
    ] {
        let error = rules::parse(source).unwrap_err();
        let code = Code::BadRule { offset: error.offset, expected: error.expected.to_owned() };
        let diagnostic = Diagnostic::new(code, "form.json", "/rules/0");
        for locale in [Locale::Zh, Locale::En] {
            let (_, hint) = text::diagnose(&diagnostic, locale);
            let is_raw = hint.rsplit([':', '：']).next().is_some_and(|word| word.trim() == error.expected);
            assert!(!is_raw, "{source}: {hint}");
        }
    }
}

#[test]
fn every_case_of_the_spec_is_listed_once() {
    let cases: Json = serde_json::from_str(CASES).unwrap();
    let inside = cases["in"].as_array().unwrap().iter().map(|case| case["path"].as_str().unwrap());
    let outside = cases["out"].as_object().unwrap().iter().flat_map(|(reason, paths)| {
        assert!(!reason.is_empty());
        paths.as_array().unwrap().iter().map(|path| path.as_str().unwrap())
    });
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for path in inside.chain(outside) {
        assert!(seen.insert(path), "{path} stands twice");
        *counts.entry(path.split('/').next().unwrap()).or_default() += 1;
    }
    for (suite, count) in cases["counts"].as_object().unwrap() {
        assert_eq!(
            counts.get(suite.as_str()).copied().unwrap_or_default(),
            count.as_u64().unwrap(),
            "{suite}"
        );
    }
    assert!(cases["in"].as_array().unwrap().len() > 450);
}
