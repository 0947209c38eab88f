//! Finds every fault of every form: the spelling, what `lower` looks up, and one rule a file below.
//!
//! **Invariant:** a broken file never hides the faults of another, and each fault is told once, at its own file and line.

mod scan;

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    Sources,
    inline::{self, Inlined},
    lower, sources,
    wire::{self, Fault, Pointer, Type},
};
use crate::{
    diag::{Diagnostic, Severity},
    model::{Date, Form},
};

/// Every fault of every file of a catalogue, with lines.
#[must_use]
pub fn lint(sources: &Sources, today: Date) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for name in sources.0.keys() {
        diagnostics.extend(lint_file(sources, name, today));
    }
    diagnostics
}

/// Every fault of one file of a catalogue.
#[must_use]
pub fn lint_file(sources: &Sources, name: &str, _today: Date) -> Vec<Diagnostic> {
    if sources::is_form(name) { form(sources, name).1 } else { Vec::new() }
}

/// A form, its tree with every reference followed, and every fault that does not depend on the day.
pub(super) fn form(sources: &Sources, name: &str) -> (Option<(Form, Inlined)>, Vec<Diagnostic>) {
    let bytes = sources.0.get(name).map(Vec::as_slice).unwrap_or_default();
    let root = match wire::read(bytes) {
        Ok(root) => root,
        Err(fault) => return (None, vec![Diagnostic::new(fault.code, name, &fault.pointer)]),
    };
    let mut inlined = inline::inline(sources, name, &root);
    let mut faults = std::mem::take(&mut inlined.faults);
    wire::check(&inlined.root, &Type::Object(&wire::FORM), &Pointer::root(), &mut faults);
    let (form, more) = lower::form(&inlined.root);
    faults.extend(more);
    let diagnostics = faults.into_iter().map(|Fault { code, pointer }| {
        let (file, pointer) = inlined.origin(&pointer, name);
        Diagnostic::new(code, &file, &pointer)
    });
    let diagnostics: Vec<Diagnostic> = diagnostics.collect();
    (form.map(|form| (form, inlined)), diagnostics)
}
