//! # F060 Two rows of a parameter on one day
//!
//! A row without `validTo` holds until the next begins. Two rows that begin on one day, or one whose `validTo` reaches into the next,
//! contradict each other.
//!
//! Good:
//!
//! ```json params.json
//! {"adultAge": [{"validFrom": "2027-01-01", "value": 16, "source": "示例", "checkedOn": "2026-11-23"}]}
//! ```
//!
//! Bad, at `params.json/adultAge/1/validFrom`:
//!
//! ```json params.json
//! {"adultAge": [{"validFrom": "2026-01-01", "value": 16, "source": "示例", "checkedOn": "2026-11-23"}]}
//! ```

use serde_json::Value;

use super::{
    Linted,
    wire::{Fault, Pointer, text},
};
use crate::{diag::Lint, model::Date};

/// Looks at the form's own parameters; those of `params.json` are looked at in their file.
pub(super) fn own(linted: &Linted, faults: &mut Vec<Fault>) {
    for (name, rows) in linted.root().get("params").and_then(Value::as_object).into_iter().flatten() {
        let at = Pointer::root().at("params").at(name);
        if linted.inlined.origin(at.as_str(), linted.name).0 == linted.name {
            check(name, rows.as_array().map(Vec::as_slice).unwrap_or_default(), &at, faults);
        }
    }
}

/// Looks at the rows of one parameter.
pub(super) fn check(name: &str, rows: &[Value], at: &Pointer, faults: &mut Vec<Fault>) {
    let day = |row: &Value, key: &str| text(row, key).and_then(Date::parse_iso);
    for (idx, row) in rows.iter().enumerate() {
        let Some(from) = day(row, "validFrom") else { continue };
        let reaches = |other: &Value| {
            let Some(begins) = day(other, "validFrom") else { return false };
            begins == from || begins < from && day(other, "validTo").is_some_and(|end| end >= from)
        };
        let mut others = rows.iter().enumerate().filter(|(other, _)| *other != idx);
        // Of two that begin on one day the later in the file is named.
        if others.any(|(other, row)| reaches(row) && (day(row, "validFrom") != Some(from) || other < idx)) {
            faults.push(at.idx(idx).at("validFrom").lint(Lint::ParameterOverlap, name));
        }
    }
}
