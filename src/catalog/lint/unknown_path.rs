//! # F009 A path that is not there
//!
//! A page, a rule, a cell or an `x-owner` names an answer that the form does not have; the nearest one is named. The conditions of a
//! benefit go over what the profile form asks (`person`, `household`, `firm`; without one, over the dictionary).
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
use crate::{
    catalog::sources::PROFILE,
    diag::Code,
    model::{Benefit, Expr, FormKind, Kind},
    rules,
};

/// Looks up the paths of a benefit's conditions.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let FormKind::Benefit(benefit) = &linted.form.kind else { return };
    // Without the dictionary nothing is known of a profile.
    if linted.inlined.unreadable.contains(inline::ELEMENTS) {
        return;
    }
    let Some(known) = profile(linted) else { return };
    let mut unknown = |path: String, at: &Pointer| {
        let near = wire::near(&path, known.paths.iter().map(String::as_str));
        faults.push(at.fault(Code::UnknownPath { path, near }));
    };
    let each = benefit.each.as_ref().map(|each| each.table.as_str());
    for (rule, at) in exprs(benefit) {
        for path in rules::paths(rule) {
            // What is read of a row is read of its table.
            let own = match (path.strip_prefix(MEMBER), each) {
                (Some(rest), Some(table)) if rest.is_empty() || rest.starts_with('.') => {
                    format!("{table}{rest}")
                }
                (Some(_) | None, _) => path,
            };
            if !known.paths.contains(&own) {
                unknown(own, &at);
            }
        }
    }
    if let Some(table) = each.filter(|table| !known.tables.contains(*table)) {
        unknown(table.to_owned(), &Pointer::root().at("each"));
    }
}

/// What the rules of a benefit with `each` call the row.
const MEMBER: &str = "member";

/// The rules over the profile, with their places.
fn exprs(benefit: &Benefit) -> Vec<(&Expr, Pointer)> {
    let at = Pointer::root();
    let conditions = benefit.eligible.iter().enumerate();
    let conditions = conditions.map(|(idx, one)| (&one.rule, at.at("eligible").idx(idx).at("rule")));
    conditions.chain(benefit.amount.iter().map(|one| (&one.rule, at.at("amount").at("rule")))).collect()
}

/// The paths of a profile, and those of them that are tables.
struct Known {
    paths: BTreeSet<String>,
    tables: BTreeSet<String>,
}

/// What the catalogue's profile form asks, where every file that it refers to can be read; without a profile form a person, the household's persons, and a firm, where the dictionary has them.
fn profile(linted: &Linted) -> Option<Known> {
    let read = |name: &str| linted.sources.0.get(name).and_then(|bytes| wire::read(bytes).ok());
    if let Some(root) = read(PROFILE) {
        let inlined = inline::inline(linted.sources, PROFILE, &root);
        if !inlined.unreadable.is_empty() {
            return None;
        }
        let form = lower::form(&inlined.root).0;
        let fields = form.map(|form| form.fields).unwrap_or_default();
        let of = |field: &crate::model::Field| field.path.as_str().to_owned();
        let parts = fields.iter().filter(|field| field.kind == Kind::Address);
        let parts =
            parts.flat_map(|field| Kind::ADDRESS_PARTS.map(|part| field.path.child(part).to_string()));
        let tables = fields.iter().filter(|field| field.kind == Kind::Rows);
        let paths = fields.iter().map(of).chain(parts).collect();
        return Some(Known { paths, tables: tables.map(of).collect() });
    }
    let reference = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    let properties = json!({
        "person": reference("person"), "household": reference("person"), "firm": reference("firm"),
    });
    let root = json!({"answers": {"properties": properties}});
    let root = match (root, read(inline::ELEMENTS)) {
        (Value::Object(mut root), Some(Value::Object(file))) => {
            root.extend(file.into_iter().filter(|(key, _)| key == "$defs"));
            Value::Object(root)
        }
        (root, _) => root,
    };
    let inlined = inline::inline(linted.sources, inline::ELEMENTS, &root);
    let mut paths = BTreeSet::new();
    if let Some(answers) = inlined.root.get("answers") {
        walk(answers, "", &mut paths);
    }
    Some(Known { paths, tables: BTreeSet::from(["household".to_owned()]) })
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
