//! # F041 A rule whose message has no place
//!
//! A check that fails blocks the form, and its message stands at its question. Where no page asks that question, the person is
//! stopped and sees nothing to mend. Put the rule on an answer that leads to the value.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "reader.birthDate", "check": "age >= 6", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```
//!
//! Bad, at `/rules/5/check`:
//!
//! ```json
//! {"rules": [{"on": "age", "check": "age >= 6", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::diag::Lint;

/// Looks at each check and `require`.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let asked = reading::asked(linted);
    for rule in reading::rules(linted).into_iter().filter(|rule| matches!(rule.action, "check" | "require")) {
        if reading::page_of(&asked, rule.on).is_none() {
            faults.push(rule.at.lint(Lint::CheckWithoutPlace, rule.on));
        }
    }
}
