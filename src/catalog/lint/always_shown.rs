//! # F032 A `show` that always holds
//!
//! Whatever is answered, the question is shown, so the rule does nothing; often an `||` that should be an `&&`.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "card == \"child\" && byPost"}]}
//! ```
//!
//! Bad, at `/rules/5/show`:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "card != \"child\" || card != \"adult\""}]}
//! ```

use super::{Linted, holds::outcomes, reading, wire::Fault};
use crate::diag::Lint;

/// Looks at each `show`.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for rule in reading::rules(linted).into_iter().filter(|rule| rule.action == "show") {
        if outcomes(&rule.expr, linted.form).is_some_and(|found| found.can_hold && !found.can_fail) {
            faults.push(rule.at.lint(Lint::AlwaysShown, rule.on));
        }
    }
}
