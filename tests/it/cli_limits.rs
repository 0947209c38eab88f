//! Forms and answers at the limits of the format, through the command line: taken up to the limit, refused past it, never a crash.

use std::fs;

use serde_json::{Map, Value, json};

use crate::{
    cli_answers::run,
    cli_fill::{fonts, scratch},
};

/// A form with these answers, pages and rules, and nothing else.
fn form(answers: Value, pages: Value, rules: Value) -> Value {
    let words = json!({"zh": "样", "en": "All"});
    json!({
        "format": "yuntian/1", "id": "LIMIT", "version": 1, "validFrom": "2026-01-01", "title": words, "department": words,
        "minutes": 1, "guide": {"summary": words, "source": "x", "checkedOn": "2026-11-23"},
        "answers": answers, "pages": pages, "rules": rules, "documents": [],
    })
}

fn words(text: &str) -> Value {
    json!({"zh": text, "en": text})
}

/// A form of so many questions, 20 a page, with a rule for each but the first, and answers to all.
fn wide(n_fields: usize) -> (Value, Value) {
    let names: Vec<String> = (0..n_fields).map(|idx| format!("q{idx}")).collect();
    let question =
        |name: &String| (name.clone(), json!({"type": "string", "maxLength": 20, "x-label": words(name)}));
    let properties: Map<String, Value> = names.iter().map(question).collect();
    let pages: Vec<Value> = names
        .chunks(20)
        .enumerate()
        .map(|(idx, names)| {
            json!({"id": format!("p{idx}"), "title": words(&format!("第{idx}页")), "sections": [{"fields": names}]})
        })
        .collect();
    let rule = |pair: &[String]| json!({"on": pair[1], "check": format!("{} != {}", pair[0], pair[1]), "message": words("不同")});
    let rules: Vec<Value> = names.windows(2).map(rule).collect();
    let answers: Map<String, Value> =
        names.iter().map(|name| (name.clone(), json!(format!("答{name}")))).collect();
    let form = form(json!({"type": "object", "properties": properties}), json!(pages), json!(rules));
    (form, json!({"form": "LIMIT", "version": 1, "answers": answers, "consents": []}))
}

/// A form with a table, and answers of so many rows.
fn long(n_rows: usize) -> (Value, Value) {
    let columns = json!({
        "name": {"type": "string", "x-kind": "name", "x-label": words("姓名")},
        "income": {"type": "string", "x-kind": "money", "x-label": words("收入")},
    });
    let answers = json!({"type": "object", "properties": {
        "family": {"type": "array", "x-label": words("家庭成员"), "items": {"type": "object", "required": ["name"], "properties": columns}},
        "total": {"type": "string", "x-kind": "money", "readOnly": true, "x-label": words("合计")},
    }});
    let pages = json!([{"id": "p", "title": words("家"), "sections": [{"fields": ["family", "total"]}]}]);
    let rules = json!([
        {"on": "total", "value": "sum(family.map(f, f.income))"},
        {"on": "family.name", "check": "family.exists_one(f, f.name == family.name)", "message": words("重复")},
    ]);
    let digits = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
    let name = |idx: usize| [100, 10, 1].map(|scale| digits[idx / scale % 10]).concat();
    let rows: Vec<Value> = (0..n_rows).map(|idx| json!({"name": name(idx), "income": "12.50"})).collect();
    (
        form(answers, pages, rules),
        json!({"form": "LIMIT", "version": 1, "answers": {"family": rows}, "consents": []}),
    )
}

/// Writes form and answers, runs `check` and `fill`; statuses, and what `check` and the paper's table of errors said.
fn through(name: &str, (form, answers): &(Value, Value)) -> (i32, Value, i32, String) {
    let folder = scratch(name);
    fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, value: &Value| {
        let file = folder.join(name);
        fs::write(&file, value.to_string()).unwrap();
        file.display().to_string()
    };
    let (form, answers) = (file("form.json", form), file("answers.json", answers));
    let (stdout, _, checked) = run(&["check", &form, "--answers", &answers], "");
    let out = folder.join("packet.pdf").display().to_string();
    let (_, stderr, filled) =
        run(&["fill", &form, "--answers", &answers, "--fonts", fonts(), "--out", &out], "");
    (checked, serde_json::from_str(&stdout).unwrap_or(Value::Null), filled, stderr)
}

fn good() -> Value {
    json!({"ok": true, "issues": []})
}

#[test]
fn a_form_of_2000_questions_is_checked_and_printed_and_one_more_refused() {
    let (checked, said, filled, stderr) = through("wide", &wide(2000));
    assert_eq!((checked, said, filled), (0, good(), 0), "{stderr}");
    let (checked, _, filled, stderr) = through("wider", &wide(2001));
    assert_ne!((checked, filled), (0, 0));
    assert!(stderr.contains("F003"), "{stderr}");
}

#[test]
fn a_table_of_500_rows_is_checked_and_printed_and_one_more_refused() {
    let (checked, said, filled, stderr) = through("long", &long(500));
    assert_eq!((checked, said, filled), (0, good(), 0), "{stderr}");
    let (checked, _, filled, stderr) = through("longer", &long(501));
    assert_ne!((checked, filled), (0, 0));
    assert!(stderr.contains("500"), "{stderr}");
}

#[test]
fn a_rule_at_the_limit_of_length_or_depth_is_taken_and_past_it_refused() {
    let with = |source: &str| {
        let (mut form, answers) = wide(2);
        form["rules"] = json!([{"on": "q1", "check": source, "message": words("不同")}]);
        (form, answers)
    };
    let long = |n_chars: usize| {
        let mut rule = String::from("q0 != q1");
        while rule.len() + 12 <= n_chars {
            rule.push_str(" && q0 != q1");
        }
        format!("{rule:n_chars$}")
    };
    let deep = |depth: usize| ["(".repeat(depth), "q0 != q1".to_owned(), ")".repeat(depth)].concat();
    for (name, rule) in [("rule-long", long(10_000)), ("rule-deep", deep(60))] {
        let (checked, said, filled, stderr) = through(name, &with(&rule));
        assert_eq!((checked, said, filled), (0, good(), 0), "{name}: {stderr}");
    }
    for (name, rule) in
        [("rule-longer", long(10_001)), ("rule-deeper", deep(65)), ("rule-deepest", deep(4900))]
    {
        let (checked, _, filled, stderr) = through(name, &with(&rule));
        assert_ne!((checked, filled), (0, 0), "{name}");
        assert!(stderr.contains("F003"), "{name}: {stderr}");
    }
}

#[test]
fn answers_that_are_no_answers_are_refused_by_place() {
    let (form, _) = long(1);
    for (name, answers) in [
        ("no-rows", json!({"form": "LIMIT", "version": 1, "answers": {"family": "x"}})),
        ("no-text", json!({"form": "LIMIT", "version": 1, "answers": {"family": [{"name": 1}]}})),
        ("no-question", json!({"form": "LIMIT", "version": 1, "answers": {"kin": []}})),
        ("no-object", json!([])),
    ] {
        let (checked, said, filled, stderr) = through(name, &(form.clone(), answers));
        assert_ne!((checked, filled), (0, 0), "{name}");
        assert!(said.is_null() && stderr.contains("answers.json"), "{name}: {stderr}");
    }
}
