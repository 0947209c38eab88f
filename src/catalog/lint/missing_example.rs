//! # F067 A form without its examples
//!
//! Each form of the catalogue has `answers/minimal.json` (the least that passes), `answers/full.json` (which also makes the filled
//! sample) and at least one `answers/refused-….json` with the list of its issues beside it; a benefit also has its boundary cases,
//! `cases.json`. They are run with every change.
//!
//! Good:
//!
//! ```json answers/refused-empty.json
//! {}
//! ```
//!
//! ```json answers/refused-empty.issues.json
//! [{"field": "reader.name", "code": "required", "severity": "error"},
//!  {"field": "reader.birthDate", "code": "required", "severity": "error"},
//!  {"field": "card", "code": "required", "severity": "error"},
//!  {"field": "byPost", "code": "required", "severity": "error"}]
//! ```
//!
//! Bad, at the whole file:
//!
//! ```json answers/full.json
//! null
//! ```

use super::{
    Linted, sources,
    wire::{Fault, Pointer},
};
use crate::{diag::Lint, model::FormKind};

/// Looks at the examples of a form of the catalogue.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    if sources::folder_of(linted.name).is_none() {
        return;
    }
    let folder = linted.name.strip_suffix("form.json").unwrap_or_default();
    let has =
        |start: &str, end: &str| {
            let start = format!("{folder}answers/{start}");
            linted.sources.0.keys().any(|name| {
                name.starts_with(&start) && name.ends_with(end) && !name.ends_with(".issues.json")
            })
        };
    let is_benefit = matches!(linted.form.kind, FormKind::Benefit(_));
    let cases = sources::cases_of(linted.name).filter(|_| is_benefit);
    for (name, is_there) in [
        ("answers/minimal.json", has("minimal.json", "minimal.json")),
        ("answers/full.json", has("full.json", "full.json")),
        ("answers/refused-….json", has("refused", ".json")),
        ("cases.json", cases.is_none_or(|cases| linted.sources.0.contains_key(&cases))),
    ] {
        if !is_there {
            faults.push(Pointer::root().lint(Lint::MissingExample, name));
        }
    }
}
