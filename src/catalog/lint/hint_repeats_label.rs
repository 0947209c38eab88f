//! # F048 A hint that says what the label says
//!
//! A hint tells how to answer. Read aloud, a repeated label is only noise.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-hint": {"zh": "最多十本", "en": "Ten at most"}}}}}
//! ```
//!
//! Bad, at `/answers/properties/books/x-hint`:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-hint": {"zh": "一次借几本", "en": "Books at a time"}}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::diag::Lint;

/// Looks at each question's hint and help.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for field in reading::questions(linted) {
        for (key, words) in [("x-hint", &field.hint), ("x-help", &field.help)] {
            if words.as_ref().is_some_and(|words| words.zh == field.label.zh) {
                let at = linted.pointer_of(field.path.as_str()).at(key);
                faults.push(at.lint(Lint::HintRepeatsLabel, &field.label.zh));
            }
        }
    }
}
