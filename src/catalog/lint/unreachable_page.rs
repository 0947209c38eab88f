//! # F045 A page that never opens
//!
//! A page opens where it asks something. A page of computed values alone is passed over, and nobody sees them.
//!
//! Good:
//!
//! ```json
//! {"pages": [{"id": "more", "title": {"zh": "其他", "en": "More"}, "sections": [{"fields": ["age", "guardian.phone"]}]}],
//!  "documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 1, "rows": [
//!    {"height": 9, "cells": [{"span": 1, "bind": "guardian.phone"}]}]}}],
//!  "answers": {"properties": {"guardian": {"properties": {"phone": {"x-autocomplete": "off"}}}}}}
//! ```
//!
//! Bad, at `/pages/2`:
//!
//! ```json
//! {"pages": [{"id": "more", "title": {"zh": "其他", "en": "More"}, "sections": [{"fields": ["age"]}]}]}
//! ```

use super::{
    Linted,
    wire::{Fault, Pointer},
};
use crate::{diag::Lint, model::Path};

/// Looks at each page that asks something.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let is_computed = |path: &Path| linted.form.field(path).is_some_and(|field| field.is_read_only);
    for (idx, page) in linted.form.pages.iter().enumerate() {
        let mut fields = page.sections.iter().flat_map(|section| &section.fields).peekable();
        if fields.peek().is_some() && fields.all(is_computed) {
            faults.push(Pointer::root().at("pages").idx(idx).lint(Lint::UnreachablePage, page.id.as_str()));
        }
    }
}
