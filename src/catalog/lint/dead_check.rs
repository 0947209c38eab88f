//! # F033 A check that can never fail
//!
//! A check that holds for all answers finds nothing. Limits of the question itself count: `books` is at least 1 by its `minimum`.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books >= 2", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```
//!
//! Bad, at `/rules/5/check`:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books >= 1", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```

use super::{
    Linted,
    holds::{both, outcomes},
    never_shown, reading,
    wire::Fault,
};
use crate::{
    diag::Lint,
    model::{Expr, UnaryOp},
};

/// Looks at each check, while its question is shown.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let shows = never_shown::shows(linted);
    for rule in reading::rules(linted).into_iter().filter(|rule| rule.action == "check") {
        let fails = Expr::Unary(UnaryOp::Not, Box::new(rule.expr));
        let whole = never_shown::shown(&shows, rule.on).into_iter().fold(fails, both);
        let found = outcomes(&whole, linted.form);
        if found.is_some_and(|found| !found.can_hold && found.can_fail) {
            faults.push(rule.at.lint(Lint::DeadCheck, rule.source));
        }
    }
}
