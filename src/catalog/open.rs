//! Opens a pack: what the page, the workers and the command line use. Lean on purpose.

use super::{described, lower, wire};
use crate::{
    diag::{Diagnostic, Severity},
    model::Form,
};

/// The form of a pack; `None` where something in it is an error.
#[must_use]
pub fn open(pack: &[u8]) -> (Option<Form>, Vec<Diagnostic>) {
    let (form, faults) = match wire::read(pack) {
        Ok(root) => {
            let mut faults = Vec::new();
            let table = wire::Type::Object(&wire::FORM);
            wire::check(&root, &table, &wire::Pointer::root(), &mut faults);
            let (form, more) = lower::form(&root);
            faults.extend(more);
            (form, faults)
        }
        Err(fault) => (None, vec![fault]),
    };
    let diagnostics = described(faults, "");
    let is_good = !diagnostics.iter().any(|found| found.severity == Severity::Error);
    (form.filter(|_| is_good), diagnostics)
}
