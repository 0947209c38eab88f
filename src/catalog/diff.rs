//! Compares two versions of a form: what old drafts would lose, and a version that should have risen.
//!
//! **Invariant:** a path or choice that is gone is named unless a step of `migrate` says where it went.

use super::{
    Sources, described, lint,
    wire::{Fault, Pointer},
};
use crate::{
    diag::{Diagnostic, Lint},
    model::{Field, Form, Kind, Migration, Step},
};

/// What is wrong with a newer version beside an older one, both files of a catalogue. Where one of them has errors, those.
#[must_use]
pub fn diff(sources: &Sources, old: &str, new: &str) -> Vec<Diagnostic> {
    let (old_form, mut diagnostics) = lint::form(sources, old);
    let (new_form, more) = lint::form(sources, new);
    diagnostics.extend(more);
    diagnostics.retain(|found| lint::has_errors(std::slice::from_ref(found)));
    if let (true, Some((old_form, _)), Some((form, inlined))) = (diagnostics.is_empty(), old_form, new_form) {
        let linted = lint::Linted { form: &form, inlined: &inlined, name: new, sources };
        diagnostics = described(faults(&old_form, &linted), new);
    }
    lint::finished(sources, diagnostics)
}

fn faults(old: &Form, linted: &lint::Linted) -> Vec<Fault> {
    let new = linted.form;
    let at = Pointer::root();
    if old.id != new.id {
        return vec![at.at("id").lint(Lint::OtherForm, &format!("{}, {}", old.id, new.id))];
    }
    let mut faults = Vec::new();
    let is_same = Form { version: new.version, ..old.clone() } == *new;
    if new.version < old.version || (new.version == old.version && !is_same) {
        faults
            .push(at.at("version").lint(Lint::NoVersionBump, &format!("{} → {}", old.version, new.version)));
    }
    let steps: Vec<&Migration> = new.migrate.iter().filter(|step| step.from >= old.version).collect();
    for field in old.fields.iter().filter(|field| !matches!(field.kind, Kind::Group) && !field.is_read_only) {
        of_field(field, &steps, linted, &mut faults);
    }
    faults
}

/// Follows a question, and its choices, through the steps.
fn of_field(field: &Field, steps: &[&Migration], linted: &lint::Linted, faults: &mut Vec<Fault>) {
    let mut places = vec![field.path.clone()];
    let mut codes: Vec<(String, String)> = field
        .kind
        .choices()
        .unwrap_or_default()
        .iter()
        .map(|choice| (choice.code.clone(), choice.code.clone()))
        .collect();
    let mut is_text = false;
    for Migration { step, .. } in steps {
        match step {
            Step::Move { from, to } => {
                for place in &mut places {
                    if let Some(moved) = place.moved(from, to) {
                        *place = moved;
                    }
                }
            }
            Step::Drop { path } => places.retain(|place| !place.is_within(path)),
            Step::Split { from, to, .. } => {
                if places.contains(from) {
                    places.retain(|place| place != from);
                    places.extend(to.iter().cloned());
                    is_text = true;
                }
            }
            Step::Rename { path, values } => {
                if places.contains(path) {
                    for (_, code) in &mut codes {
                        if let Some((_, new)) = values.iter().find(|(old, _)| old == code) {
                            code.clone_from(new);
                        }
                    }
                }
            }
            Step::Default { .. } => {}
        }
    }
    for place in places {
        match linted.form.field(&place) {
            None => faults.push(Pointer::root().at("answers").lint(Lint::PathRemoved, place.as_str())),
            Some(_) if is_text => {}
            Some(found) => of_kind(field, &codes, found, &linted.pointer_of(place.as_str()), faults),
        }
    }
}

fn of_kind(old: &Field, codes: &[(String, String)], new: &Field, at: &Pointer, faults: &mut Vec<Fault>) {
    if std::mem::discriminant(&old.kind) != std::mem::discriminant(&new.kind) {
        faults.push(at.lint(Lint::KindChanged, new.path.as_str()));
        return;
    }
    let choices = new.kind.choices().unwrap_or_default();
    for (old_code, code) in codes {
        if choices.iter().all(|choice| choice.code != *code) {
            faults.push(at.lint(Lint::ChoiceRemoved, &format!("{}: \"{old_code}\"", new.path)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::lint::testing;

    /// A file from outside may lie in any folder.
    const NEW: &str = "outside/new/form.json";

    /// The small form of the book, and the same with texts replaced.
    fn check(replaced: &[(&str, &str)], expect: &[&str]) {
        let mut sources = testing::small();
        let mut text = String::from_utf8(sources.0[testing::SMALL].clone()).unwrap();
        for (from, to) in replaced {
            assert!(text.contains(from), "{from}");
            text = text.replace(from, to);
        }
        sources.0.insert(NEW.to_owned(), text.into_bytes());
        let found = diff(&sources, testing::SMALL, NEW);
        let found: Vec<String> =
            found.iter().map(|found| format!("{} {}", found.code.id(), found.place.pointer)).collect();
        assert_eq!(found, expect, "{replaced:?}");
    }

    const NEXT: (&str, &str) = (r#""version": 2"#, r#""version": 3"#);
    const END: &str = "\n  ]\n}\n";

    fn step(json: &str) -> String {
        format!(",\n    {json}\n  ]\n}}\n")
    }

    #[test]
    fn a_change_needs_a_later_version() {
        check(&[], &[]);
        check(&[NEXT], &[]);
        check(&[("借书证申请表", "申请表")], &["F076 /version"]);
        check(&[("借书证申请表", "申请表"), NEXT], &[]);
        let no_step = (r#"{"from": 1, "move": "tel", "to": "reader.phone"}"#, "");
        check(&[(r#""version": 2"#, r#""version": 1"#), no_step], &["F076 /version"]);
        check(&[(r#""id": "DEMO""#, r#""id": "OTHER""#)], &["F075 /id"]);
    }

    #[test]
    fn a_path_that_is_gone_needs_a_step() {
        let renamed = ("books", "volumes");
        check(&[NEXT, renamed], &["F077 /answers"]);
        let moved = step(r#"{"from": 2, "move": "books", "to": "volumes"}"#);
        check(&[NEXT, renamed, (END, &moved)], &[]);
        let dropped = step(r#"{"from": 2, "drop": "books"}"#);
        check(&[NEXT, renamed, (END, &dropped)], &[]);
        let early = step(r#"{"from": 1, "move": "books", "to": "volumes"}"#);
        check(&[NEXT, renamed, (END, &early)], &["F077 /answers"]);
        // A group takes its members along.
        let group = ("guardian", "parent");
        check(&[NEXT, group], &["F077 /answers"]);
        check(&[NEXT, group, (END, &step(r#"{"from": 2, "move": "guardian", "to": "parent"}"#))], &[]);
    }

    #[test]
    fn a_choice_that_is_gone_needs_a_step() {
        let renamed = ("\"child\"", "\"young\"");
        let escaped = ("\\\"child\\\"", "\\\"young\\\"");
        check(&[NEXT, renamed, escaped], &["F078 /answers/properties/card"]);
        let rename = step(r#"{"from": 2, "rename": "card", "values": {"child": "young"}}"#);
        check(&[NEXT, escaped, renamed, (END, &rename.replace("\"child\"", "\"chi\\u006cd\""))], &[]);
    }

    #[test]
    fn another_kind_is_a_warning() {
        let text = (r#""maxLength": 40, "x-label""#, r#""x-kind": "longText", "maxLength": 40, "x-label""#);
        check(&[NEXT, text], &[]);
        let number = (r#""type": "string", "maxLength": 40, "x-label""#, r#""type": "integer", "x-label""#);
        check(&[NEXT, number], &["F079 /answers/properties/postTo"]);
    }

    #[test]
    fn a_form_with_errors_is_not_compared() {
        check(&[(r#""minutes": 3"#, r#""minuts": 3"#)], &["F005 ", "F004 /minuts"]);
    }
}
