//! # F084 A child could sign alone
//!
//! Personal data of a child under 14 may be handled only with a guardian's consent. Where a form asks the applicant (`x-role`
//! `applicant` or `person`) for the date of birth or the identity number, it either asks for a guardian too (a group with the role
//! `guardian`, or one about a `child`, whose applicant is the guardian), or has a check of the applicant's age that blocks; a warning is not enough.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {
//!    "guardian": {"x-role": "contact"},
//!    "buyer": {"$ref": "../../elements.json#/$defs/person", "x-role": "applicant", "x-label": {"zh": "买方", "en": "Buyer"}}}},
//!  "pages": [{"id": "buyer", "title": {"zh": "买方", "en": "Buyer"}, "sections": [{"fields": ["buyer.birthDate"]}]}],
//!  "rules": [{"on": "buyer.birthDate", "check": "age(buyer.birthDate, today) >= 14", "message": {"zh": "请由监护人来买。", "en": "Please let the guardian buy."}}]}
//! ```
//!
//! Bad, at `/answers/properties/buyer`:
//!
//! ```json
//! {"answers": {"properties": {
//!    "guardian": {"x-role": "contact"},
//!    "buyer": {"$ref": "../../elements.json#/$defs/person", "x-role": "applicant", "x-label": {"zh": "买方", "en": "Buyer"}}}},
//!  "pages": [{"id": "buyer", "title": {"zh": "买方", "en": "Buyer"}, "sections": [{"fields": ["buyer.birthDate"]}]}],
//!  "rules": [{"on": "buyer.birthDate", "check": "age(buyer.birthDate, today) >= 14", "severity": "warning",
//!    "message": {"zh": "请由监护人来买。", "en": "Please let the guardian buy."}}]}
//! ```

use super::{Linted, wire::Fault};
use crate::{
    diag::Lint,
    model::{Field, Form, FormKind, Path, Rule, RuleKind},
    rules,
};

/// Looks at each applicant.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let form = linted.form;
    // What a profile says is handed to nobody.
    if form.kind == FormKind::Profile
        || form.fields.iter().any(|field| has_role(field, &["guardian", "child"]))
    {
        return;
    }
    for group in form.fields.iter().filter(|field| has_role(field, &["applicant", "person"])) {
        let is_dated =
            ["birthDate", "idNumber"].iter().any(|name| form.field(&group.path.child(name)).is_some());
        if is_dated && !stops(form, &group.path.child("birthDate")) {
            let path = group.path.as_str();
            faults.push(linted.pointer_of(path).lint(Lint::ChildAlone, path));
        }
    }
}

fn has_role(field: &Field, roles: &[&str]) -> bool {
    field.role.as_ref().is_some_and(|role| roles.contains(&role.0.as_str()))
}

/// Whether a check that blocks looks at the age of somebody born on that day, there or by a computed answer.
fn stops(form: &Form, born: &Path) -> bool {
    let is_age =
        |rule: &&Rule| rule.source.contains("age(") && rules::paths(&rule.expr).contains(born.as_str());
    let ages = form.rules.iter().filter(|rule| matches!(rule.kind, RuleKind::Value)).filter(is_age);
    let ages: Vec<&str> = ages.map(|rule| rule.on.as_str()).collect();
    let mut blocks =
        form.rules.iter().filter(|rule| matches!(rule.kind, RuleKind::Check { is_warning: false, .. }));
    blocks.any(|rule| {
        is_age(&rule) || rules::paths(&rule.expr).iter().any(|path| ages.contains(&path.as_str()))
    })
}
