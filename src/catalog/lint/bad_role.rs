//! # F066 A role or an owner that is no group
//!
//! A role (`x-role`) is a group that refers to a person or firm; `x-owner` names such a group. On a single question a role means
//! nothing: no bundle could fill it.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-owner": "reader"}}}}
//! ```
//!
//! Bad, at `/answers/properties/books/x-role`:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-role": "applicant"}}}}
//! ```

use super::{Linted, wire::Fault};
use crate::{
    diag::Lint,
    model::{Kind, Path},
};

/// Looks at each role and owner.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let is_group =
        |path: &Path| linted.form.field(path).is_none_or(|field| matches!(field.kind, Kind::Group));
    for field in &linted.form.fields {
        let path = field.path.as_str();
        if field.role.is_some() && !is_group(&field.path) {
            faults.push(linted.pointer_of(path).at("x-role").lint(Lint::BadRole, path));
        }
        if let Some(owner) = field.owner.as_ref().filter(|owner| !is_group(owner)) {
            faults.push(linted.pointer_of(path).at("x-owner").lint(Lint::BadRole, owner.as_str()));
        }
    }
}
