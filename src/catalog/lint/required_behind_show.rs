//! # F014 `required` on a question that may be hidden
//!
//! A JSON Schema tool would ask for an answer that nobody can give. Write a `require` rule with the condition of the `show` instead.
//! `required` below a role that is hidden as a whole is fine: it counts while the role is there.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "byPost"}, {"on": "books", "require": "byPost"}]}
//! ```
//!
//! Bad, at `/answers/required/2`:
//!
//! ```json
//! {"answers": {"required": ["books"]}, "rules": [{"on": "books", "show": "byPost"}]}
//! ```
use super::{
    Linted,
    wire::{Fault, texts},
};
use crate::{diag::Code, model::RuleKind};

/// Looks at each `show` rule.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for rule in linted.form.rules.iter().filter(|rule| rule.kind == RuleKind::Show) {
        let path = rule.on.as_str();
        if linted.form.field(&rule.on).is_some_and(|field| field.is_required) {
            let (group, name) = path.rsplit_once('.').unwrap_or(("", path));
            let at = linted.group_of(group);
            let required = linted.root().pointer(at.as_str()).map(|node| texts(node, "required"));
            let idx =
                required.and_then(|names| names.iter().position(|other| other == name)).unwrap_or_default();
            faults.push(at.at("required").idx(idx).fault(Code::RequiredButHidden { path: path.to_owned() }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn required_and_hidden() {
        check(r#"{"on": "note", "show""#, r#"{"on": "who", "show""#, &[]);
        check(
            r#""required": ["byAgent"]"#,
            r#""required": ["byAgent", "note"]"#,
            &["F014 /answers/required/1 10"],
        );
        check(
            r#"{"on": "note", "show""#,
            r#"{"on": "who.name", "show""#,
            &["F014 /answers/properties/who/required/0 6"],
        );
    }
}
