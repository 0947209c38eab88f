//! Small catalogues for the rules' tests: one here that tests change by replacing text, and the book's.

use std::collections::BTreeMap;

use crate::{
    catalog::{Sources, lint_file},
    model::Date,
};

/// A good form; tests change it by replacing text.
pub(super) const FORM: &str = r#"{
 "format": "yuntian/1", "id": "T1", "version": 1, "validFrom": "2026-01-01", "minutes": 1, "department": "civil",
 "title": {"zh": "试", "en": "Try"},
 "guide": {"summary": {"zh": "试", "en": "Try"}, "materials": [{"title": {"zh": "证", "en": "Card"}}], "source": "test", "checkedOn": "2026-11-23"},
 "answers": {"type": "object", "properties": {
  "who": {"$ref": "../../elements.json#/$defs/person", "required": ["name"]},
  "byAgent": {"type": "boolean", "x-purpose": "x", "x-label": {"zh": "代办", "en": "Agent"}},
  "note": {"type": "string", "x-label": {"zh": "注", "en": "Note"}, "x-purpose": "x"},
  "total": {"type": "integer", "readOnly": true, "x-label": {"zh": "计", "en": "Total"}}},
  "required": ["byAgent"]},
 "pages": [{"id": "p", "title": {"zh": "页", "en": "Page"}, "sections": [{"fields": ["who.name", "byAgent", "note"]}]}],
 "rules": [
  {"on": "note", "show": "byAgent"},
  {"on": "total", "value": "size(note) + param.base"}],
 "documents": [{"id": "d", "title": {"zh": "表", "en": "Form"}, "grid": {"columns": 4, "rows": [
  {"height": 9, "cells": [{"span": 2, "down": 2, "label": {"zh": "名", "en": "Name"}}, {"span": 1, "bind": "who.name"}, {"span": 1, "bind": "byAgent"}]},
  {"height": 9, "cells": [{"span": 2, "text": {"zh": "{note}{today}", "en": "{note}"}}]}]}}]
}"#;

const ELEMENTS: &str = r##"{"format": "yuntian-elements/1", "$defs": {
 "name": {"type": "string", "x-kind": "name", "x-purpose": "x", "x-label": {"zh": "姓名", "en": "Name"}},
 "loop": {"$ref": "#/$defs/loop"},
 "person": {"type": "object", "x-label": {"zh": "人", "en": "Person"}, "properties": {
  "name": {"$ref": "#/$defs/name"}, "age": {"type": "integer", "x-purpose": "x", "x-label": {"zh": "龄", "en": "Age"}}}}}}"##;

/// The small catalogue, with another text of its form.
pub(super) fn sources(form: &str) -> Sources {
    let catalog = r#"{"format": "yuntian-catalog/1", "title": {"zh": "试", "en": "Try"},
        "departments": {"civil": {"zh": "民政", "en": "Civil"}}, "order": ["T1"]}"#;
    let params = r#"{"format": "yuntian-params/1",
        "base": [{"validFrom": "2026-01-01", "value": 1, "source": "test", "checkedOn": "2026-11-23"}],
        "old": [{"validFrom": "2020-01-01", "validTo": "2020-12-31", "value": 1, "source": "test", "checkedOn": "2026-11-23"}]}"#;
    let files = [
        ("items/T1/form.json", form),
        ("elements.json", ELEMENTS),
        ("catalog.json", catalog),
        ("params.json", params),
        ("items/T1/answers/minimal.json", "{}"),
        ("items/T1/answers/full.json", "{}"),
        ("items/T1/answers/refused.json", "{}"),
    ];
    Sources(BTreeMap::from(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))))
}

/// Lints the good form with one text replaced; each fault as `code pointer line`.
pub(super) fn faults(from: &str, to: &str) -> Vec<String> {
    assert!(FORM.contains(from), "{from}");
    let today = Date::new(2026, 11, 23).unwrap();
    let found = lint_file(&sources(&FORM.replacen(from, to, 1)), "items/T1/form.json", today);
    found
        .iter()
        .map(|found| {
            let place = &found.place;
            let file = if place.file == "items/T1/form.json" { "" } else { &place.file };
            format!("{} {file}{} {}", found.code.id(), place.pointer, place.line.unwrap_or_default())
        })
        .collect()
}

/// The good form has none.
#[test]
fn the_good_form_is_good() {
    assert_eq!(faults("试", "试"), [""; 0]);
}

/// What every rule's tests say: the replaced text makes exactly these faults.
pub(super) fn check(from: &str, to: &str, expect: &[&str]) {
    assert_eq!(faults(from, to), expect, "{to}");
}

/// The form of the book's small catalogue.
pub(in crate::catalog) const SMALL: &str = "items/DEMO/form.json";

/// The book's small catalogue.
pub(in crate::catalog) fn small() -> Sources {
    let files = [
        ("profile/form.json", include_str!("../../../docs/book/small/profile/form.json")),
        ("benefits/GLASSES/form.json", include_str!("../../../docs/book/small/benefits/GLASSES/form.json")),
        ("benefits/GLASSES/cases.json", include_str!("../../../docs/book/small/benefits/GLASSES/cases.json")),
        ("catalog.json", include_str!("../../../docs/book/small/catalog.json")),
        ("elements.json", include_str!("../../../docs/book/small/elements.json")),
        ("params.json", include_str!("../../../docs/book/small/params.json")),
        (SMALL, include_str!("../../../docs/book/small/items/DEMO/form.json")),
        (
            "items/DEMO/answers/minimal.json",
            include_str!("../../../docs/book/small/items/DEMO/answers/minimal.json"),
        ),
        (
            "items/DEMO/answers/full.json",
            include_str!("../../../docs/book/small/items/DEMO/answers/full.json"),
        ),
        (
            "items/DEMO/answers/refused-too-young.json",
            include_str!("../../../docs/book/small/items/DEMO/answers/refused-too-young.json"),
        ),
        (
            "items/DEMO/answers/refused-too-young.issues.json",
            include_str!("../../../docs/book/small/items/DEMO/answers/refused-too-young.issues.json"),
        ),
    ];
    Sources(BTreeMap::from(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))))
}
