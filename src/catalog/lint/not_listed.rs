//! # F071 A form that the catalogue does not list
//!
//! `order` of `catalog.json` says in which order people see the forms. One that is not listed comes last, mostly by mistake.
//!
//! Good:
//!
//! ```json catalog.json
//! {"note": {"zh": "示例", "en": "A sample"}}
//! ```
//!
//! Bad, at `/id`:
//!
//! ```json catalog.json
//! {"order": null}
//! ```
//!
//! ```json catalog.json
//! {"order": ["GLASSES"]}
//! ```

use super::{
    Linted, inline, sources,
    wire::{self, Fault, Pointer},
};
use crate::diag::Lint;

/// Looks a form of the catalogue up in its list.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let Some(folder) = sources::folder_of(linted.name) else { return };
    let bytes = linted.sources.0.get(inline::CATALOG).map(Vec::as_slice).unwrap_or_default();
    let Ok(catalog) = wire::read(bytes) else { return };
    if !wire::texts(&catalog, "order").iter().any(|id| id == folder) {
        faults.push(Pointer::root().at("id").lint(Lint::NotListed, folder));
    }
}
