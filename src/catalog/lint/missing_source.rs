//! # F019 A fact without its source
//!
//! A guide, a parameter's row and a code table each say `source` and `checkedOn`, the day on which somebody compared them. A fact
//! without a source is left out.
//!
//! Good:
//!
//! ```json
//! {"guide": {"source": "民政部公告", "checkedOn": "2026-11-20"}}
//! ```
//!
//! Bad, at `/guide`:
//!
//! ```json
//! {"guide": {"source": null}}
//! ```
use serde_json::Value;

use super::{
    Linted,
    wire::{Fault, Pointer, text},
};
use crate::diag::Code;

/// Looks at a form's guide.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    if let Some(guide) = linted.root().get("guide") {
        sourced(guide, &Pointer::root().at("guide"), faults);
    }
}

/// Looks at one thing that must have a source.
pub(super) fn sourced(value: &Value, at: &Pointer, faults: &mut Vec<Fault>) {
    if text(value, "source").is_none() || text(value, "checkedOn").is_none() {
        faults.push(at.fault(Code::NoSource));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn a_guide_has_a_source() {
        check(r#""source": "test", "checkedOn""#, r#""source": "x", "checkedOn""#, &[]);
        check(r#""source": "test", "checkedOn""#, r#""checkedOn""#, &["F019 /guide 4"]);
    }
}
