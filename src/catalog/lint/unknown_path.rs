//! # F009 A path that is not there
//!
//! A page, a rule, a cell or an `x-owner` names an answer that the form does not have; the nearest one is named. The conditions of a
//! benefit go over a profile (`person`, `household`, `firm`) spelled by the dictionary.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "reader.name != \"\""}]}
//! ```
//!
//! Bad, at `/rules/5/show`:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "reader.nam != \"\""}]}
//! ```

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    Linted, inline, lower,
    wire::{self, Fault, Pointer},
};
use crate::{diag::Code, model::FormKind, rules};

/// Looks up the paths of a benefit's conditions.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let FormKind::Benefit(benefit) = &linted.form.kind else { return };
    // Without the dictionary nothing is known of a profile.
    if linted.inlined.unreadable.contains(inline::ELEMENTS) {
        return;
    }
    let known = profile(linted);
    for (idx, condition) in benefit.eligible.iter().enumerate() {
        for path in rules::paths(&condition.rule) {
            if !known.contains(&path) {
                let near = wire::near(&path, known.iter().map(String::as_str));
                let at = Pointer::root().at("eligible").idx(idx).at("rule");
                faults.push(at.fault(Code::UnknownPath { path, near }));
            }
        }
    }
}

/// The paths of a profile: a person, the household's persons, and a firm where the dictionary has one.
fn profile(linted: &Linted) -> BTreeSet<String> {
    let reference = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    let properties = json!({
        "person": reference("person"), "household": reference("person"), "firm": reference("firm"),
    });
    let root = json!({"answers": {"properties": properties}});
    let file = linted.sources.0.get(inline::ELEMENTS).and_then(|bytes| wire::read(bytes).ok());
    let root = match (root, file) {
        (Value::Object(mut root), Some(Value::Object(file))) => {
            root.extend(file.into_iter().filter(|(key, _)| key == "$defs"));
            Value::Object(root)
        }
        (root, _) => root,
    };
    let inlined = inline::inline(linted.sources, inline::ELEMENTS, &root);
    let mut known = BTreeSet::new();
    if let Some(answers) = inlined.root.get("answers") {
        walk(answers, "", &mut known);
    }
    known
}

fn walk(group: &Value, prefix: &str, known: &mut BTreeSet<String>) {
    if let Some(items) = group.get("items") {
        walk(items, prefix, known);
    }
    for (name, member) in lower::members(group) {
        let path = format!("{prefix}{name}");
        walk(member, &format!("{path}."), known);
        known.insert(path);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn paths_functions_and_parameters() {
        check(
            r#""bind": "who.name""#,
            r#""bind": "who.nam""#,
            &["F009 /documents/0/grid/rows/0/cells/1/bind 16"],
        );
        check("{note}{today}", "{nota}", &["F009 /documents/0/grid/rows/1/cells/0/text 17"]);
        check(r#""value": "size(note)"#, r#""value": "sise(note)"#, &["F012 /rules/1/value 14"]);
        check("param.base", "param.bass", &["F012 /rules/1/value 14"]);
        check(r#""show": "byAgent""#, r#""show": "byagent""#, &["F009 /rules/0/show 13"]);
        check(r#""show": "byAgent""#, r#""show": "byAgent &&""#, &["F010 /rules/0/show 13"]);
    }

    #[test]
    fn conditions_over_a_profile() {
        let benefit = |rule: &str| {
            format!(
                r#""kind": "benefit", "confirm": "none", "standard": {{"zh": "试", "en": "Try"}},
                "eligible": [{{"rule": "{rule}", "reason": {{"zh": "试", "en": "Try"}}}}], "minutes": 1,"#
            )
        };
        check(r#""minutes": 1,"#, &benefit("person.age > 1 && household.exists(p, p.age > 1)"), &[]);
        check(r#""minutes": 1,"#, &benefit("person.agee > 1"), &["F009 /eligible/0/rule 3"]);
    }
}
