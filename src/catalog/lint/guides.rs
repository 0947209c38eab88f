//! The files of guides without forms: what a form's guide is looked at for, guide by guide.

use serde_json::Value;

use super::{
    Sources, inline, missing_source,
    wire::{self, Fault, Pointer, Type, list, text, texts},
};
use crate::{
    catalog::guides,
    diag::{Code, Diagnostic, Lint},
};

/// A file of guides as a tree, and every fault of it that does not depend on the day.
pub(in crate::catalog) fn file(sources: &Sources, name: &str) -> (Option<Value>, Vec<Diagnostic>) {
    let bytes = sources.0.get(name).map(Vec::as_slice).unwrap_or_default();
    let root = match wire::read(bytes) {
        Ok(root) => root,
        Err(fault) => return (None, crate::catalog::described(vec![fault], name)),
    };
    let catalog = sources.0.get(inline::CATALOG).map(Vec::as_slice).unwrap_or_default();
    let catalog = wire::read(catalog).unwrap_or_default();
    let mut faults = Vec::new();
    wire::check(&root, &Type::Object(&wire::GUIDES), &Pointer::root(), &mut faults);
    for (idx, guide) in list(&root, "guides").iter().enumerate() {
        one(guide, &catalog, &Pointer::root().at("guides").idx(idx), &mut faults);
    }
    let mut diagnostics = crate::catalog::described(faults, name);
    super::duplicate::keys(bytes, name, &mut diagnostics);
    (Some(root), diagnostics)
}

fn one(value: &Value, catalog: &Value, at: &Pointer, faults: &mut Vec<Fault>) {
    if text(value, "id").is_some_and(|id| !guides::is_lone_id(id)) {
        faults.push(at.at("id").fault(Code::BadValue { expected: "guide_id".to_owned() }));
    }
    if let Some(key) = text(value, "department") {
        named(catalog, "departments", key, &at.at("department"), faults);
    }
    let Some(guide) = value.get("guide") else { return };
    let at = at.at("guide");
    missing_source::sourced(guide, &at, faults);
    if list(guide, "materials").is_empty() {
        faults.push(at.lint(Lint::ThinGuide, "materials"));
    }
    for (idx, key) in texts(guide, "lifeEvents").iter().enumerate() {
        named(catalog, "lifeEvents", key, &at.at("lifeEvents").idx(idx), faults);
    }
}

/// Says where the catalogue does not know a key; a file that is looked at alone has no catalogue.
pub(super) fn named(catalog: &Value, list: &str, key: &str, at: &Pointer, faults: &mut Vec<Fault>) {
    let Some(known) = catalog.get(list).and_then(Value::as_object) else { return };
    if !known.contains_key(key) {
        let names: Vec<&str> = known.keys().map(String::as_str).collect();
        faults.push(at.fault(Code::BadValue { expected: names.join(" | ") }));
    }
}
