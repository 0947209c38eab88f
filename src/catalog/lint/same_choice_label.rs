//! # F068 Two choices that read the same
//!
//! Whoever fills in the form sees the words, not the codes.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"card": {"oneOf": [{"const": "senior", "x-label": {"zh": "老年证", "en": "For seniors"}}]}}}}
//! ```
//!
//! Bad, at `/answers/properties/card`:
//!
//! ```json
//! {"answers": {"properties": {"card": {"oneOf": [{"const": "senior", "x-label": {"zh": "成人证", "en": "For seniors"}}]}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::diag::Lint;

/// Looks at the choices of each question.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for field in reading::questions(linted) {
        let choices = field.kind.choices().unwrap_or_default();
        for (idx, choice) in choices.iter().enumerate() {
            if choices.iter().take(idx).any(|other| other.label.zh == choice.label.zh) {
                let at = linted.pointer_of(field.path.as_str());
                faults.push(at.lint(Lint::SameChoiceLabel, &choice.label.zh));
            }
        }
    }
}
