//! # F030 A condition that can never hold
//!
//! However the form is filled in, a check fails, a row is never printed, or nobody is eligible: mostly a condition the wrong way
//! round, or two that exclude each other. A check is looked at together with the `show` of its question.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books <= 5 || card == \"adult\"", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```
//!
//! Bad, at `/rules/5/check`:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books > 5 && books < 3", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```

use super::{
    Linted,
    holds::{both, outcomes},
    never_shown, reading,
    wire::Fault,
};
use crate::diag::Lint;

/// Looks at checks, and at conditions of benefits and rows.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for condition in reading::conditions(linted) {
        if outcomes(&condition.expr, linted.form).is_some_and(|found| !found.can_hold && found.can_fail) {
            let source = linted.root().pointer(condition.at.as_str()).and_then(|value| value.as_str());
            faults.push(condition.at.lint(Lint::Contradiction, source.unwrap_or_default()));
        }
    }
    let shows = never_shown::shows(linted);
    for rule in reading::rules(linted).into_iter().filter(|rule| rule.action == "check") {
        let shown = never_shown::shown(&shows, rule.on);
        // What is never shown has its own fault.
        if shown
            .as_ref()
            .is_some_and(|shown| outcomes(shown, linted.form).is_some_and(|found| !found.can_hold))
        {
            continue;
        }
        let whole = shown.into_iter().fold(rule.expr, both);
        if outcomes(&whole, linted.form).is_some_and(|found| !found.can_hold && found.can_fail) {
            faults.push(rule.at.lint(Lint::Contradiction, rule.source));
        }
    }
}
