//! # F073 English that is Chinese
//!
//! The English has Chinese characters in it: mostly copied and left for later. Without `en` the English page shows the Chinese and
//! F018 says so.
//!
//! Good:
//!
//! ```json
//! {"title": {"zh": "借书证申请", "en": "Library card (jieshuzheng)"}}
//! ```
//!
//! Bad, at `/title`:
//!
//! ```json
//! {"title": {"zh": "借书证申请", "en": "Library 借书证"}}
//! ```

use serde_json::Value;

use super::wire::{Fault, Pointer, text};
use crate::diag::Lint;

/// Looks at the words of one object.
pub(super) fn check(value: &Value, at: &Pointer, faults: &mut Vec<Fault>) {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if let Some(english) =
        text(value, "en").filter(|english| text(value, "zh").is_some() && english.contains(is_han))
    {
        faults.push(at.lint(Lint::Untranslated, english));
    }
}
