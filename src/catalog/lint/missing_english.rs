//! # F018 Words without English
//!
//! The English page shows Chinese for them. Words that are the same in both languages may repeat it.
//!
//! Good:
//!
//! ```json
//! {"title": {"zh": "借书证申请", "en": "Library card"}}
//! ```
//!
//! Bad, at `/title`:
//!
//! ```json
//! {"title": {"en": null}}
//! ```
use serde_json::Value;

use super::wire::{Fault, Pointer};
use crate::diag::Code;

/// Looks at the words of one object.
pub(super) fn check(value: &Value, at: &Pointer, faults: &mut Vec<Fault>) {
    let has = |key: &str| value.get(key).is_some_and(Value::is_string);
    if has("zh") && !has("en") {
        faults.push(at.fault(Code::NoEnglish));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn a_text_without_english() {
        check(r#"{"zh": "页", "en": "Page"}"#, r#"{"zh": "页", "en": "P"}"#, &[]);
        check(r#"{"zh": "页", "en": "Page"}"#, r#"{"zh": "页"}"#, &["F018 /pages/0/title 11"]);
    }
}
