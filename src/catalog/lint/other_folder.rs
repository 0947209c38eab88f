//! # F065 An id that is not its folder's name
//!
//! `items/SQ031/form.json` has the id `SQ031`. The id stands in printed QR codes and never changes, so the folder follows it.
//!
//! Good:
//!
//! ```json
//! {"version": 3}
//! ```
//!
//! Bad, at `items/OTHER/form.json/id`:
//!
//! ```json items/OTHER/form.json
//! {"format": "yuntian/1", "id": "DEMO2", "version": 1, "validFrom": "2026-01-01", "title": {"zh": "试", "en": "Try"},
//!  "department": "library", "minutes": 1,
//!  "guide": {"summary": {"zh": "试", "en": "Try"}, "source": "示例", "checkedOn": "2026-11-23",
//!    "materials": [{"title": {"zh": "身份证", "en": "Identity card"}}]},
//!  "answers": {"type": "object", "properties": {"yes": {"type": "boolean", "x-label": {"zh": "是", "en": "Yes"}, "x-purpose": "x"}}},
//!  "pages": [{"id": "p", "title": {"zh": "页", "en": "Page"}, "sections": [{"fields": ["yes"]}]}]}
//! ```
//!
//! ```json items/OTHER/answers/minimal.json
//! {}
//! ```
//!
//! ```json items/OTHER/answers/full.json
//! {}
//! ```
//!
//! ```json items/OTHER/answers/refused.json
//! {"yes": "x"}
//! ```
//!
//! ```json catalog.json
//! {"order": ["OTHER"]}
//! ```

use super::{
    Linted, sources,
    wire::{Fault, Pointer},
};
use crate::diag::Lint;

/// Looks at the folder of a form of the catalogue; a form from elsewhere may lie anywhere.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let Some(folder) = sources::folder_of(linted.name) else { return };
    let id = linted.form.id.as_str();
    if folder != id {
        faults.push(Pointer::root().at("id").lint(Lint::OtherFolder, &format!("{id}, {folder}")));
    }
}
