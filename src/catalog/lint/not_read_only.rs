//! # F039 A computed question without `readOnly`
//!
//! A question with a `value` rule is computed and can not be typed. `"readOnly": true` says so to whoever reads the file, and to
//! every JSON Schema tool.
//!
//! Good: `age` of the small form, which has both.
//!
//! ```json
//! {"minutes": 4}
//! ```
//!
//! Bad, at `/answers/properties/books`:
//!
//! ```json
//! {"rules": [{"on": "books", "value": "byPost ? 1 : 2"}]}
//! ```

use serde_json::Value;

use super::{Linted, reading, wire::Fault};
use crate::diag::Lint;

/// Looks at what `value` rules compute.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for rule in reading::rules(linted).into_iter().filter(|rule| rule.action == "value") {
        let is_marked = |node: &Value| node.get("readOnly").and_then(Value::as_bool) == Some(true);
        if !reading::node(linted, rule.on).is_some_and(is_marked) {
            faults.push(linted.pointer_of(rule.on).lint(Lint::NotReadOnly, rule.on));
        }
    }
}
