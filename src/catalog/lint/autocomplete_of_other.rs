//! # F055 The browser's own data for somebody else
//!
//! `x-autocomplete` offers what the browser knows of its owner. For an agent, a guardian or a family member that is the wrong
//! person, and for what is sensitive it leaves a trace on a shared machine.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"guardian": {"properties": {"name": {"x-autocomplete": "off"}}}}}}
//! ```
//!
//! Bad, at `/answers/properties/guardian/properties/name/x-autocomplete`:
//!
//! ```json
//! {"answers": {"properties": {"guardian": {"properties": {"name": {"x-autocomplete": "name"}}}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{
    diag::Lint,
    model::{Field, Path, Sensitivity},
};

/// Who fills in a form, mostly.
const SELF: [&str; 3] = ["applicant", "person", "firm"];

/// Looks at each question that is asked.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for (_, at) in reading::asked(linted) {
        let Some(field) = linted.form.field(&Path::new(at.path)) else { continue };
        let is_offered = field.autocomplete.as_deref().is_some_and(|token| token != "off");
        if is_offered && (is_of_other(linted, field) || field.sensitivity != Sensitivity::General) {
            let at_token = linted.pointer_of(at.path).at("x-autocomplete");
            faults.push(at_token.lint(Lint::AutocompleteOfOther, at.path));
        }
    }
}

/// Whether the question belongs to another role.
fn is_of_other(linted: &Linted, field: &Field) -> bool {
    let groups = linted.form.fields.iter().filter(|group| field.path.is_within(&group.path));
    groups.filter_map(|group| group.role.as_ref()).any(|role| !SELF.contains(&role.0.as_str()))
}
