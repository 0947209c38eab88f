//! # F043 A `require` on what is required anyway
//!
//! The question stands in `required`, so it must be answered whatever the rule says; one of the two is not meant.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "require": "byPost"}]}
//! ```
//!
//! Bad, at `/rules/5/require`:
//!
//! ```json
//! {"rules": [{"on": "reader.name", "require": "byPost"}]}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{diag::Lint, model::Path};

/// Looks at each `require`.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for rule in reading::rules(linted).into_iter().filter(|rule| rule.action == "require") {
        if linted.form.field(&Path::new(rule.on)).is_some_and(|field| field.is_required) {
            faults.push(rule.at.lint(Lint::NeedlessRequire, rule.on));
        }
    }
}
