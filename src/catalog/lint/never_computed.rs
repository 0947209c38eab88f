//! # F040 A `readOnly` question that nothing computes
//!
//! `readOnly` says that nobody types the answer. Without a `value` rule it stays empty for ever.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"books": {"readOnly": true}}}, "rules": [{"on": "books", "value": "byPost ? 1 : 2"}]}
//! ```
//!
//! Bad, at `/answers/properties/books/readOnly`:
//!
//! ```json
//! {"answers": {"properties": {"books": {"readOnly": true}}}}
//! ```

use serde_json::Value;

use super::{Linted, reading, wire::Fault};
use crate::diag::Lint;

/// Looks at what is `readOnly` as written.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let rules = reading::rules(linted);
    for field in reading::questions(linted) {
        let path = field.path.as_str();
        let is_marked =
            reading::node(linted, path).and_then(|node| node.get("readOnly")).and_then(Value::as_bool)
                == Some(true);
        let is_computed = rules.iter().any(|rule| rule.action == "value" && rule.on == path);
        if is_marked && !is_computed {
            faults.push(linted.pointer_of(path).at("readOnly").lint(Lint::NeverComputed, path));
        }
    }
}
