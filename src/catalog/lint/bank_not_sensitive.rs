//! # F054 A bank card that is not marked as sensitive
//!
//! Account numbers are sensitive: masked on shared screens, never filled in by the browser, agreed to separately.
//! `"x-sensitivity": "sensitive"` does all three.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"x-kind": "bankCard", "x-sensitivity": "sensitive"}}},
//!  "consents": [{"purpose": "post", "text": {"zh": "我单独同意：……", "en": "I agree separately: …"}}]}
//! ```
//!
//! Bad, at `/answers/properties/postTo`:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"x-kind": "bankCard"}}}}
//! ```

use super::{Linted, kinds::facts, reading, wire::Fault};
use crate::{diag::Lint, model::Sensitivity};

/// Looks at each question.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for field in reading::questions(linted) {
        if facts(field).is_bank && field.sensitivity == Sensitivity::General {
            let path = field.path.as_str();
            faults.push(linted.pointer_of(path).lint(Lint::BankNotSensitive, path));
        }
    }
}
