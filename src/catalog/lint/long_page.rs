//! # F046 Too many questions on one page
//!
//! A page asks one group of questions. Past twelve it is a wall, on a telephone above all.
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
//! {"answers": {"properties": {"more": {"type": "object", "x-label": {"zh": "其他", "en": "More"}, "x-purpose": "card", "properties": {
//!   "a": {"type": "boolean", "x-label": {"zh": "甲", "en": "A"}}, "b": {"type": "boolean", "x-label": {"zh": "乙", "en": "B"}},
//!   "c": {"type": "boolean", "x-label": {"zh": "丙", "en": "C"}}, "d": {"type": "boolean", "x-label": {"zh": "丁", "en": "D"}},
//!   "e": {"type": "boolean", "x-label": {"zh": "戊", "en": "E"}}, "f": {"type": "boolean", "x-label": {"zh": "己", "en": "F"}},
//!   "g": {"type": "boolean", "x-label": {"zh": "庚", "en": "G"}}, "h": {"type": "boolean", "x-label": {"zh": "辛", "en": "H"}},
//!   "i": {"type": "boolean", "x-label": {"zh": "壬", "en": "I"}}, "j": {"type": "boolean", "x-label": {"zh": "癸", "en": "J"}},
//!   "k": {"type": "boolean", "x-label": {"zh": "子", "en": "K"}}, "l": {"type": "boolean", "x-label": {"zh": "丑", "en": "L"}},
//!   "m": {"type": "boolean", "x-label": {"zh": "寅", "en": "M"}}}}}},
//!  "pages": [{"id": "more", "title": {"zh": "其他", "en": "More"}, "sections": [{"fields": ["more.a", "more.b", "more.c", "more.d",
//!    "more.e", "more.f", "more.g", "more.h", "more.i", "more.j", "more.k", "more.l", "more.m"]}]}],
//!  "documents": null}
//! ```

use super::{
    Linted, reading,
    wire::{Fault, Pointer},
};
use crate::{diag::Lint, model::FormKind};

/// The most questions of a page.
const MOST: usize = 12;

/// Counts what each page asks.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    // A profile's questions come one at a time.
    if linted.form.kind == FormKind::Profile {
        return;
    }
    for (idx, page) in linted.form.pages.iter().enumerate() {
        let asked = page.sections.iter().flat_map(|section| &section.fields);
        let n_asked = asked.filter(|path| !reading::is_frame(linted, path)).count();
        if n_asked > MOST {
            let about = format!("{} {n_asked} > {MOST}", page.id);
            faults.push(Pointer::root().at("pages").idx(idx).lint(Lint::LongPage, &about));
        }
    }
}
