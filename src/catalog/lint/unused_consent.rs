//! # F053 A consent that no question needs
//!
//! A consent is asked while a question with its purpose is shown. One that no question needs is never asked; mostly the two purposes
//! are spelled differently.
//!
//! Good:
//!
//! ```json
//! {"consents": [{"purpose": "post", "text": {"zh": "我同意把地址交给邮政。", "en": "The post may have my address."}}]}
//! ```
//!
//! Bad, at `/consents/0/purpose`:
//!
//! ```json
//! {"consents": [{"purpose": "posting", "text": {"zh": "我同意把地址交给邮政。", "en": "The post may have my address."}}]}
//! ```

use super::{
    Linted,
    wire::{Fault, Pointer, list, text},
};
use crate::diag::Lint;

/// Looks at each consent.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for (idx, consent) in list(linted.root(), "consents").iter().enumerate() {
        let Some(purpose) = text(consent, "purpose") else { continue };
        let mut purposes = linted.form.fields.iter().filter_map(|field| field.purpose.as_ref());
        if !purposes.any(|other| other.as_str() == purpose) {
            let at = Pointer::root().at("consents").idx(idx).at("purpose");
            faults.push(at.lint(Lint::UnusedConsent, purpose));
        }
    }
}
