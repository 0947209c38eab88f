//! Makes packs: one self-contained file a form, lowered, with its elements, codes and parameters inlined.

use std::collections::BTreeSet;

use super::{Sources, codec, lint};
use crate::{
    diag::{Diagnostic, Severity},
    model::{Document, Form, FormKind},
    rules,
};

/// A form with everything it refers to, in one file, and every fault of it; `None` where one of them is an error.
#[must_use]
pub fn pack(sources: &Sources, path: &str) -> (Option<Vec<u8>>, Vec<Diagnostic>) {
    let (read, diagnostics) = lint::form(sources, path);
    let is_good = !diagnostics.iter().any(|found| found.severity == Severity::Error);
    let diagnostics = lint::finished(sources, diagnostics);
    let bytes = read.filter(|_| is_good).map(|(form, _)| bytes(form));
    (bytes, diagnostics)
}

/// A form as a pack.
#[must_use]
pub fn packed(form: &Form) -> Vec<u8> {
    codec::write(form)
}

/// Parameters that no rule reads stay behind.
fn bytes(mut form: Form) -> Vec<u8> {
    let used = params(&form);
    form.params.0.retain(|name, _| used.contains(name));
    codec::write(&form)
}

/// The parameters that a form's rules read.
pub(super) fn params(form: &Form) -> BTreeSet<String> {
    let rows = form.documents.iter().flat_map(Document::rows);
    let conditions = match &form.kind {
        FormKind::Benefit(benefit) => benefit.eligible.as_slice(),
        FormKind::Item => &[],
    };
    let exprs = form.rules.iter().map(|rule| &rule.expr);
    let exprs = exprs.chain(rows.filter_map(|row| row.when.as_ref()));
    exprs.chain(conditions.iter().map(|condition| &condition.rule)).flat_map(rules::params).collect()
}
