//! # F063 Checked on a day to come
//!
//! `checkedOn` is the day on which somebody compared a fact with its source. It can not be after today.
//!
//! Good:
//!
//! ```json
//! {"guide": {"checkedOn": "2026-11-22"}}
//! ```
//!
//! Bad, at `/guide/checkedOn`:
//!
//! ```json
//! {"guide": {"checkedOn": "2062-11-22"}}
//! ```

use serde_json::Value;

use super::wire::{Fault, Pointer};
use crate::{diag::Lint, model::Date};

/// Looks at every `checkedOn` of a file.
pub(super) fn check(value: &Value, today: Date, at: &Pointer, faults: &mut Vec<Fault>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let at = at.at(key);
                let day = member.as_str().filter(|_| key == "checkedOn").and_then(Date::parse_iso);
                if let Some(day) = day.filter(|day| *day > today) {
                    faults.push(at.lint(Lint::FutureDate, &day.to_string()));
                }
                check(member, today, &at, faults);
            }
        }
        Value::Array(items) => {
            for (idx, item) in items.iter().enumerate() {
                check(item, today, &at.idx(idx), faults);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
