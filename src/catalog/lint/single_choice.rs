//! # F069 A list with one choice
//!
//! Where there is nothing to choose there is nothing to ask. Often a yes or no is meant, or the list is not finished.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"card": {"oneOf": [{"const": "senior", "x-label": {"zh": "老年证", "en": "For seniors"}}]}}}}
//! ```
//!
//! Bad, at `/answers/properties/postTo`:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"oneOf": [{"const": "home", "x-label": {"zh": "家里", "en": "Home"}}]}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::diag::Lint;

/// Looks at the choices of each question.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for field in reading::questions(linted) {
        if field.kind.choices().is_some_and(|choices| choices.len() == 1) {
            let path = field.path.as_str();
            faults.push(linted.pointer_of(path).lint(Lint::SingleChoice, path));
        }
    }
}
