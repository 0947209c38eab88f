//! The catalogue's files that are no forms: dictionary, code tables, parameters, settings, list of forms.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Sources, guides, inline, missing_source, parameter_overlap, settings, sources,
    wire::{self, Fault, Pointer, Table, Type, list, text},
};
use crate::{catalog::lower, diag::Code, rules};

/// A benefit's boundary cases.
static CASES: Type = Type::List(&Type::Object(&wire::CASE));

/// Every fault of a file; one that nothing is known of must at least be JSON.
pub(super) fn check(sources: &Sources, name: &str) -> Vec<Fault> {
    let bytes = sources.0.get(name).map(Vec::as_slice).unwrap_or_default();
    let root = match wire::read(bytes) {
        Ok(root) => root,
        Err(fault) => return vec![fault],
    };
    let mut faults = Vec::new();
    match name {
        inline::ELEMENTS => elements(sources, &root, &mut faults),
        inline::PARAMS => params(&root, &mut faults),
        inline::CATALOG => catalog(sources, &root, &mut faults),
        "settings.json" => of_settings(sources, &root, &mut faults),
        _ if name.starts_with("codes/") => codes(&root, &mut faults),
        _ if name.ends_with("/cases.json") => wire::check(&root, &CASES, &Pointer::root(), &mut faults),
        _ => {}
    }
    let mut doubled = Vec::new();
    super::duplicate::keys(bytes, name, &mut doubled);
    faults.extend(doubled.into_iter().map(|found| Fault { code: found.code, pointer: found.place.pointer }));
    faults
}

fn table(root: &Value, table: &'static Table, faults: &mut Vec<Fault>) {
    wire::check(root, &Type::Object(table), &Pointer::root(), faults);
}

/// Helpers belong to departments of the catalogue; a telephone number is short.
fn of_settings(sources: &Sources, root: &Value, faults: &mut Vec<Fault>) {
    faults.extend(settings::faults(root));
    let catalog = sources.0.get(inline::CATALOG).map(Vec::as_slice).unwrap_or_default();
    let catalog = wire::read(catalog).unwrap_or_default();
    for (idx, helper) in list(root, "helpers").iter().enumerate() {
        let at = Pointer::root().at("helpers").idx(idx);
        if let Some(key) = text(helper, "department") {
            guides::named(&catalog, "departments", key, &at.at("department"), faults);
        }
        if text(helper, "contact").is_some_and(|contact| contact.chars().count() > 100) {
            faults.push(at.at("contact").fault(Code::BadValue { expected: "at_most_100".to_owned() }));
        }
    }
}

fn elements(sources: &Sources, root: &Value, faults: &mut Vec<Fault>) {
    table(root, &wire::ELEMENTS, faults);
    let at = Pointer::root().at("$defs");
    for (name, node) in root.get("$defs").and_then(Value::as_object).into_iter().flatten() {
        element(sources, node, &at.at(name), faults);
    }
}

fn element(sources: &Sources, node: &Value, at: &Pointer, faults: &mut Vec<Fault>) {
    // What is needed is each form's business.
    if node.get("required").is_some() {
        faults.push(
            at.at("required").fault(Code::UnknownKeyword { keyword: "required".to_owned(), near: None }),
        );
    }
    if let Some(pattern) = text(node, "pattern")
        && !rules::is_pattern(pattern)
    {
        faults.push(at.at("pattern").fault(Code::BadPattern { pattern: pattern.to_owned() }));
    }
    if let Some(reference) = text(node, "$ref")
        && !inline::leads_somewhere(sources, inline::ELEMENTS, reference)
    {
        faults.push(at.at("$ref").fault(Code::BadReference { reference: reference.to_owned() }));
    }
    if let Some(items) = node.get("items") {
        element(sources, items, &at.at("items"), faults);
    }
    for (name, member) in lower::members(node) {
        element(sources, member, &at.at("properties").at(name), faults);
    }
}

fn params(root: &Value, faults: &mut Vec<Fault>) {
    static ROWS: Type = Type::List(&Type::Object(&wire::PARAM_ROW));
    for (name, value) in root.as_object().into_iter().flatten() {
        let at = Pointer::root().at(name);
        if name == "format" {
            wire::check(value, &Type::OneOf(&["yuntian-params/1"]), &at, faults);
            continue;
        }
        wire::check(value, &ROWS, &at, faults);
        parameter_overlap::check(name, value.as_array().map(Vec::as_slice).unwrap_or_default(), &at, faults);
        for (idx, row) in value.as_array().into_iter().flatten().enumerate() {
            missing_source::sourced(row, &at.idx(idx), faults);
            let is_to_confirm = row.get("toConfirm").and_then(Value::as_bool) == Some(true);
            if row.get("value").is_some_and(Value::is_null) && !is_to_confirm {
                faults.push(at.idx(idx).fault(Code::Missing { keyword: "toConfirm" }));
            }
        }
    }
}

fn catalog(sources: &Sources, root: &Value, faults: &mut Vec<Fault>) {
    table(root, &wire::CATALOG, faults);
    let mut seen = BTreeSet::new();
    let at = Pointer::root().at("order");
    for (idx, id) in list(root, "order").iter().enumerate().filter_map(|(idx, id)| Some((idx, id.as_str()?)))
    {
        if !seen.insert(id) {
            faults.push(at.idx(idx).fault(Code::Duplicate { id: id.to_owned() }));
        }
        if sources::name_of(sources, id).is_none() {
            faults.push(at.idx(idx).fault(Code::BadReference { reference: id.to_owned() }));
        }
    }
}

fn codes(root: &Value, faults: &mut Vec<Fault>) {
    table(root, &wire::CODES, faults);
    missing_source::sourced(root, &Pointer::root(), faults);
    let mut seen = BTreeSet::new();
    for (idx, choice) in list(root, "oneOf").iter().enumerate() {
        let code = text(choice, "const").unwrap_or_default();
        if !seen.insert(code) {
            faults.push(Pointer::root().at("oneOf").idx(idx).fault(Code::Duplicate { id: code.to_owned() }));
        }
    }
}
