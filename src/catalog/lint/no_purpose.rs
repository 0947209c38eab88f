//! # F051 A question without a purpose
//!
//! `x-purpose` says why an answer is collected; the notice before the first question tells it, and consents go by it. A group may say
//! it for all its members.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-purpose": "lending"}}}}
//! ```
//!
//! Bad, at `/answers/properties/books`:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-purpose": null}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{diag::Lint, model::Path};

/// Looks at each question that is asked.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for (_, at) in reading::asked(linted) {
        if linted.form.field(&Path::new(at.path)).is_some_and(|field| field.purpose.is_none()) {
            faults.push(linted.pointer_of(at.path).lint(Lint::NoPurpose, at.path));
        }
    }
}
