//! # F052 A sensitive question without its consent
//!
//! What is `sensitive` or about a `minor` is agreed to separately: `consents` has an entry with the purpose of the question.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-sensitivity": "sensitive", "x-purpose": "health"}}},
//!  "consents": [{"purpose": "health", "text": {"zh": "我单独同意：……", "en": "I agree separately: …"}}]}
//! ```
//!
//! Bad, at `/answers/properties/books`:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-sensitivity": "sensitive", "x-purpose": "health"}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{
    diag::Lint,
    model::{FormKind, Path, Sensitivity},
};

/// Looks at each sensitive question that is asked.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    // What a profile says is handed to nobody.
    if linted.form.kind == FormKind::Profile {
        return;
    }
    for (_, at) in reading::asked(linted) {
        let Some(field) = linted.form.field(&Path::new(at.path)) else { continue };
        let is_sensitive = match field.sensitivity {
            Sensitivity::General => false,
            Sensitivity::Sensitive | Sensitivity::Minor => true,
        };
        let has_consent =
            linted.form.consents.iter().any(|consent| Some(&consent.purpose) == field.purpose.as_ref());
        if is_sensitive && !has_consent {
            faults.push(linted.pointer_of(at.path).lint(Lint::NoConsent, at.path));
        }
    }
}
