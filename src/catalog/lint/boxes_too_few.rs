//! # F057 Fewer boxes than characters
//!
//! A cell with boxes takes one character a box. Where the longest answer has more, the rest finds no place: an identity number has
//! 18, a bank card up to 19, a text what its `maxLength` says.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"maxLength": 8}}},
//!  "documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 1, "rows": [
//!    {"height": 9, "cells": [{"span": 1, "boxes": "postTo", "n": 8}]}]}}]}
//! ```
//!
//! Bad, at `/documents/1/grid/rows/0/cells/0/n`:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"maxLength": 8}}},
//!  "documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 1, "rows": [
//!    {"height": 9, "cells": [{"span": 1, "boxes": "postTo", "n": 6}]}]}}]}
//! ```

use super::{
    Linted, kinds, reading,
    wire::{Fault, list, text, whole},
};
use crate::{diag::Lint, model::Path};

/// Looks at each cell with boxes.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for (at, row) in reading::rows(linted) {
        for (idx, cell) in list(row, "cells").iter().enumerate() {
            let (Some(path), Some(n)) = (text(cell, "boxes"), whole(cell, "n")) else { continue };
            let longest = linted.form.field(&Path::new(path)).and_then(|field| kinds::facts(field).longest);
            if let Some(longest) =
                longest.filter(|longest| u64::try_from(*longest).is_ok_and(|longest| longest > n))
            {
                let at = at.at("cells").idx(idx).at("n");
                faults.push(at.lint(Lint::BoxesTooFew, &format!("{path}: {n} < {longest}")));
            }
        }
    }
}
