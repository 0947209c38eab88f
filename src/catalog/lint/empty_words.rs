//! # F072 Words that are empty
//!
//! A label, title or message of nothing, or of blanks: the page would show a question without its words.
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
//! {"answers": {"properties": {"books": {"x-hint": {"zh": " ", "en": "Ten at most"}}}}}
//! ```

use serde_json::Value;

use super::wire::{Fault, Pointer, text};
use crate::diag::Lint;

/// Looks at the words of one object.
pub(super) fn check(value: &Value, at: &Pointer, faults: &mut Vec<Fault>) {
    let is_empty = |key: &str| text(value, key).is_some_and(|words| words.trim().is_empty());
    if let Some(language) = ["zh", "en"].into_iter().find(|key| is_empty(key)) {
        faults.push(at.lint(Lint::EmptyWords, language));
    }
}
