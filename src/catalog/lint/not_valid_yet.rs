//! # F064 A version that does not hold yet
//!
//! `validFrom` is after today, so the window does not take this version yet. Publish it on its day; until then the one before holds.
//!
//! Good:
//!
//! ```json
//! {"validFrom": "2026-11-23"}
//! ```
//!
//! Bad, at `/validFrom`:
//!
//! ```json
//! {"validFrom": "2027-01-01"}
//! ```

use super::{
    Linted,
    wire::{Fault, Pointer},
};
use crate::{diag::Lint, model::Date};

/// Looks at the day from which a form holds.
pub(super) fn check(linted: &Linted, today: Date, faults: &mut Vec<Fault>) {
    if linted.form.valid_from > today {
        let from = linted.form.valid_from.to_string();
        faults.push(Pointer::root().at("validFrom").lint(Lint::NotValidYet, &from));
    }
}
