//! # F015 A question that no page asks
//!
//! The form's own file writes the question, or `required` or a rule needs it, but no page asks it and no rule computes it. What only
//! the dictionary names may stay unasked: a form takes from it what it needs. Birth date and sex may be left to the identity number
//! beside them.
//!
//! Good: each of the form's own questions is on a page, or has a `value` rule.
//!
//! ```json
//! {"answers": {"properties": {"half": {"type": "integer", "readOnly": true, "x-label": {"zh": "半数", "en": "Half"}}}},
//!  "rules": [{"on": "half", "value": "books / 2"}]}
//! ```
//!
//! Bad, at `/answers/properties/fax`:
//!
//! ```json
//! {"answers": {"properties": {"fax": {"type": "string", "x-label": {"zh": "传真", "en": "Fax"}}}}}
//! ```
use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Linted, lower, printed_never_asked, reading,
    wire::{Fault, list, text},
};
use crate::{diag::Code, model::Kind};

/// Looks at the questions that the form uses, and at those that its own file writes.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    // What a file holds that can not be read may ask or compute anything.
    if !linted.inlined.unreadable.is_empty() {
        return;
    }
    let form = linted.form;
    let asked = form.pages.iter().flat_map(|page| &page.sections).flat_map(|section| &section.fields);
    // As written: a rule that can not be read computes nothing, and has its own fault.
    let computed = list(linted.root(), "rules").iter().filter(|rule| rule.get("value").is_some());
    let computed = computed.filter_map(|rule| text(rule, "on"));
    let known: BTreeSet<&str> = asked.map(|path| path.as_str()).chain(computed).collect();

    let used = form.fields.iter().filter(|field| !matches!(field.kind, Kind::Group));
    let mut wanted: BTreeSet<String> = used.map(|field| field.path.as_str().to_owned()).collect();
    if let Some(answers) = linted.root().get("answers") {
        own(linted, answers, "", &mut wanted);
    }
    for path in wanted {
        let is_known = |path: &str| known.contains(path);
        let is_told = || printed_never_asked::is_told(linted, &path);
        if !known.contains(path.as_str()) && !reading::is_derived(&path, &is_known) && !is_told() {
            faults.push(linted.pointer_of(&path).fault(Code::NeverAsked { path }));
        }
    }
}

/// The questions below a group that the form's own file writes.
fn own(linted: &Linted, group: &Value, prefix: &str, wanted: &mut BTreeSet<String>) {
    for (name, member) in lower::members(group) {
        // A reference that leads nowhere has its own fault.
        if member.get("$ref").is_some() {
            continue;
        }
        let path = format!("{prefix}{name}");
        let is_address = member.get("x-kind").and_then(Value::as_str) == Some("address");
        if let Some(items) = member.get("items") {
            own(linted, items, &format!("{path}."), wanted);
        } else if member.get("properties").is_some() && !is_address {
            own(linted, member, &format!("{path}."), wanted);
        }
        let is_group = member.get("properties").is_some() && !is_address;
        if !is_group && linted.inlined.origin(linted.pointer_of(&path).as_str(), linted.name).0 == linted.name
        {
            wanted.insert(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn a_forms_own_question_is_asked_or_computed() {
        check(
            r#""total""#,
            r#""extra": {"type": "boolean", "x-label": {"zh": "外", "en": "Extra"}}, "total""#,
            &["F015 /answers/properties/extra 9"],
        );
        // What is printed is told at its cell.
        check(r#", "note"]"#, "]", &["F050 /documents/0/grid/rows/1/cells/0/text 17"]);
    }

    #[test]
    fn a_required_question_is_asked() {
        check(r#"["who.name", "#, "[", &["F015 elements.json/$defs/person/properties/name 5"]);
    }
}
