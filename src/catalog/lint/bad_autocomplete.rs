//! # F056 No token of the HTML standard
//!
//! Browsers know a fixed list of tokens; another one does nothing, and fails WCAG 1.3.5.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"x-autocomplete": "street-address"}}}}
//! ```
//!
//! Bad, at `/answers/properties/postTo/x-autocomplete`:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"x-autocomplete": "address"}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::diag::Lint;

/// The tokens of the HTML standard that belong to text, and `off`.
const TOKENS: &[&str] = &[
    "off",
    "on",
    "name",
    "honorific-prefix",
    "given-name",
    "additional-name",
    "family-name",
    "honorific-suffix",
    "nickname",
    "organization-title",
    "username",
    "organization",
    "street-address",
    "address-line1",
    "address-line2",
    "address-line3",
    "address-level4",
    "address-level3",
    "address-level2",
    "address-level1",
    "country",
    "country-name",
    "postal-code",
    "language",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "sex",
    "url",
    "photo",
    "tel",
    "tel-country-code",
    "tel-national",
    "tel-area-code",
    "tel-local",
    "tel-extension",
    "email",
    "impp",
];

/// Looks at each question.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for field in reading::questions(linted) {
        if let Some(token) = &field.autocomplete
            && !TOKENS.contains(&token.as_str())
        {
            let at = linted.pointer_of(field.path.as_str()).at("x-autocomplete");
            faults.push(at.lint(Lint::BadAutocomplete, token));
        }
    }
}
