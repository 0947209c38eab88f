//! # F038 A rule that stands twice
//!
//! Two checks with one condition on one question say the same thing twice; two equal `require` do it once. (Two `show` or two
//! `value` rules on one question are F008.)
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books != 4", "message": {"zh": "请改正。", "en": "Please mend."}}, {"on": "books", "check": "books != 6", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```
//!
//! Bad, at `/rules/6/check`:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books != 4", "message": {"zh": "请改正。", "en": "Please mend."}}, {"on": "books", "check": "books  !=  4", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::diag::Lint;

/// Looks at each pair of checks or `require`.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let mut rules = reading::rules(linted);
    rules.retain(|rule| matches!(rule.action, "check" | "require"));
    for (idx, rule) in rules.iter().enumerate() {
        let is_same = |other: &reading::RuleAt| {
            other.on == rule.on && other.action == rule.action && other.expr == rule.expr
        };
        if rules.iter().take(idx).any(is_same) {
            faults.push(rule.at.lint(Lint::DuplicateRule, rule.on));
        }
    }
}
