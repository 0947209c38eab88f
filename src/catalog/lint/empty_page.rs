//! # F044 A page or section that asks nothing
//!
//! A page without questions is never opened, and a section without any is an empty heading.
//!
//! Good:
//!
//! ```json
//! {"guide": {"fees": {"zh": "不收费", "en": "No fee"}}}
//! ```
//!
//! Bad, at `/pages/2`:
//!
//! ```json
//! {"pages": [{"id": "more", "title": {"zh": "其他", "en": "More"}, "sections": []}]}
//! ```

use serde_json::Value;

use super::{
    Linted,
    wire::{Fault, Pointer, list, text},
};
use crate::diag::Lint;

/// Looks at each page and section.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for (idx, page) in list(linted.root(), "pages").iter().enumerate() {
        let at = Pointer::root().at("pages").idx(idx);
        let id = text(page, "id").unwrap_or_default();
        let is_empty = |section: &Value| list(section, "fields").is_empty();
        let sections = list(page, "sections");
        if sections.iter().all(is_empty) {
            faults.push(at.lint(Lint::EmptyPage, id));
            continue;
        }
        for (idx, _) in sections.iter().enumerate().filter(|(_, section)| is_empty(section)) {
            faults.push(at.at("sections").idx(idx).lint(Lint::EmptyPage, id));
        }
    }
}
