//! Makes packs: one self-contained JSON a form, with its elements, codes and parameters inlined.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{Sources, inline, lint};
use crate::{
    diag::{Diagnostic, Severity},
    model::{Form, FormKind},
    rules,
};

/// A form with everything it refers to, in one JSON, and every fault of it; `None` where one of them is an error.
#[must_use]
pub fn pack(sources: &Sources, path: &str) -> (Option<Vec<u8>>, Vec<Diagnostic>) {
    let (read, diagnostics) = lint::form(sources, path);
    let is_good = !diagnostics.iter().any(|found| found.severity == Severity::Error);
    let diagnostics = lint::finished(sources, diagnostics);
    let bytes = read.filter(|_| is_good).and_then(|(form, inlined)| bytes(&form, inlined));
    (bytes, diagnostics)
}

fn bytes(form: &Form, inlined: inline::Inlined) -> Option<Vec<u8>> {
    let mut root = inlined.root;
    let kept: BTreeSet<String> = form.fields.iter().map(|field| field.path.as_str().to_owned()).collect();
    if let Some(answers) = root.get_mut("answers") {
        prune(answers, "", &kept);
    }
    let params = params(form);
    if let Some(Value::Object(rows)) = root.get_mut("params") {
        rows.retain(|name, _| params.contains(name));
    }
    if let Value::Object(members) = &mut root {
        // Where nothing is said, nothing need be carried.
        members.retain(|_, value| !value.is_null());
    }
    serde_json::to_vec(&root).ok()
}

/// Leaves out the questions that the form does not use.
fn prune(node: &mut Value, path: &str, kept: &BTreeSet<String>) {
    // The parts of an address are no questions of their own.
    if node.get("x-kind").and_then(Value::as_str) == Some("address") {
        return;
    }
    if let Some(Value::Object(members)) = node.get_mut("properties") {
        members.retain(|name, _| kept.contains(&joined(path, name)));
        prune_members(members, path, kept);
    }
}

fn prune_members(members: &mut Map<String, Value>, path: &str, kept: &BTreeSet<String>) {
    for (name, member) in members.iter_mut() {
        prune(member, &joined(path, name), kept);
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The parameters that a form's rules read.
pub(super) fn params(form: &Form) -> BTreeSet<String> {
    let rows = form.documents.iter().flat_map(|document| &document.grid.rows);
    let conditions = match &form.kind {
        FormKind::Benefit(benefit) => benefit.eligible.as_slice(),
        FormKind::Item => &[],
    };
    let exprs = form.rules.iter().map(|rule| &rule.expr);
    let exprs = exprs.chain(rows.filter_map(|row| row.when.as_ref()));
    exprs.chain(conditions.iter().map(|condition| &condition.rule)).flat_map(rules::params).collect()
}
