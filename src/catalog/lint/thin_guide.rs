//! # F062 A guide without what everybody asks
//!
//! Before they start, people want to know how long it takes (`minutes`, not 0) and what to bring (`materials`).
//!
//! Good:
//!
//! ```json
//! {"minutes": 5}
//! ```
//!
//! Bad, at `/guide`:
//!
//! ```json
//! {"guide": {"materials": null}}
//! ```

use super::{
    Linted,
    wire::{Fault, Pointer},
};
use crate::{diag::Lint, model::FormKind};

/// Looks at the guide.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    // To answer a profile nothing has to be brought.
    if linted.form.kind == FormKind::Profile {
        return;
    }
    if linted.form.minutes == 0 {
        faults.push(Pointer::root().at("minutes").lint(Lint::ThinGuide, "minutes"));
    }
    if linted.form.guide.materials.is_empty() {
        faults.push(Pointer::root().at("guide").lint(Lint::ThinGuide, "materials"));
    }
}
