//! # F034 A `require` that never holds
//!
//! A question must be answered while its `require` holds and it is shown. Where the two exclude each other, it is never required;
//! most often both rules should have the same condition.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "byPost"}, {"on": "books", "require": "byPost"}]}
//! ```
//!
//! Bad, at `/rules/6/require`:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "byPost"}, {"on": "books", "require": "!byPost"}]}
//! ```

use super::{
    Linted,
    holds::{both, outcomes},
    never_shown, reading,
    wire::Fault,
};
use crate::diag::Lint;

/// Looks at each `require` together with what shows its question.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let shows = never_shown::shows(linted);
    for rule in reading::rules(linted).into_iter().filter(|rule| rule.action == "require") {
        let shown = never_shown::shown(&shows, rule.on);
        // What is never shown has its own fault.
        if shown
            .as_ref()
            .is_some_and(|shown| outcomes(shown, linted.form).is_some_and(|found| !found.can_hold))
        {
            continue;
        }
        let whole = shown.into_iter().fold(rule.expr, both);
        if outcomes(&whole, linted.form).is_some_and(|found| !found.can_hold) {
            faults.push(rule.at.lint(Lint::RequiredNever, rule.on));
        }
    }
}
