//! F018: a text that has no English.
//!
//! The English page shows Chinese for it. Texts that are the same in both languages may repeat it.
//!
//! Good: `{"zh": "姓名", "en": "Name"}`. Warned of: `{"zh": "姓名"}`.

use serde_json::Value;

use super::wire::{Fault, Pointer};
use crate::diag::Code;

/// Looks at every text of a file.
pub(super) fn check(value: &Value, at: &Pointer, faults: &mut Vec<Fault>) {
    match value {
        Value::Object(members) => {
            let has = |key: &str| members.get(key).is_some_and(Value::is_string);
            if has("zh") && !has("en") {
                faults.push(at.fault(Code::NoEnglish));
            }
            for (key, member) in members {
                check(member, &at.at(key), faults);
            }
        }
        Value::Array(items) => {
            for (idx, item) in items.iter().enumerate() {
                check(item, &at.idx(idx), faults);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
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
