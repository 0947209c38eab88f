//! # F070 Choices that show their codes
//!
//! `enum` lists codes without words, so people read the codes, in both languages. `oneOf` gives each its words.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"oneOf": [
//!   {"const": "home", "x-label": {"zh": "家里", "en": "Home"}}, {"const": "work", "x-label": {"zh": "单位", "en": "Work"}}]}}}}
//! ```
//!
//! Bad, at `/answers/properties/postTo/enum`:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"enum": ["home", "work"]}}}}
//! ```

use super::{
    Linted, reading,
    wire::{Fault, list},
};
use crate::diag::Lint;

/// Looks at each question.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for field in reading::questions(linted) {
        let path = field.path.as_str();
        if reading::node(linted, path).is_some_and(|node| !list(node, "enum").is_empty()) {
            faults.push(linted.pointer_of(path).at("enum").lint(Lint::BareChoice, path));
        }
    }
}
