//! Finds every fault of every form: the spelling, what `lower` looks up, and one rule a file below.
//!
//! **Invariant:** a broken file never hides the faults of another, and each fault is told once, at its own file and line.

mod always_shown;
mod autocomplete_of_other;
mod bad_autocomplete;
mod bad_migration;
mod bad_pattern;
mod bad_role;
mod bank_not_sensitive;
mod bare_choice;
mod boxes_too_few;
mod case_differs;
mod case_untried;
mod check_without_place;
mod child_alone;
mod contradiction;
mod past_limit;
mod unknown_keyword;
mod missing_key;
mod bad_value;
mod bad_rule;
mod cycle;
mod dead_check;
mod division_by_zero;
mod duplicate;
mod duplicate_label;
mod duplicate_rule;
mod empty_page;
mod empty_words;
mod example_differs;
mod files;
mod former_id;
mod future_date;
mod guides;
mod grid_spans;
mod group_printed;
mod hint_repeats_label;
mod holds;
mod impossible_limits;
mod kinds;
mod long_page;
mod missing_english;
mod missing_example;
mod missing_source;
mod needless_require;
mod never_asked;
mod never_computed;
mod never_printed;
mod never_shown;
mod no_consent;
mod no_parameter_today;
mod no_purpose;
mod not_listed;
mod not_read_only;
mod not_valid_yet;
mod other_folder;
mod parameter_overlap;
mod printed_never_asked;
mod reading;
mod required_behind_show;
mod required_never;
mod same_choice_label;
mod scan;
mod shown_too_late;
mod single_choice;
mod thin_guide;
mod type_mismatch;
mod unknown_choice;
mod unknown_name;
mod unknown_path;
mod unknown_reference;
mod unreachable_page;
mod untranslated;
mod untried;
mod unused_consent;
mod unused_parameter;

#[cfg(test)]
pub(super) mod testing;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Sources,
    inline::{self, Inlined},
    lower, settings, sources,
    wire::{self, Fault, Pointer, Type},
};
use crate::{
    diag::{Code, Diagnostic, Severity},
    model::{Date, Expr, Form},
};

pub use case_differs::{CaseComes, CaseRun, cases};
pub use example_differs::{Comes, Found, Outcome, Ran, Run, examples, runs};
pub(super) use guides::file as guides_file;
pub use untried::{Tried, untried};

/// What a rule looks at: a form, the tree it was lowered from, and the files around it.
pub(super) struct Linted<'a> {
    pub(super) form: &'a Form,
    pub(super) inlined: &'a Inlined,
    pub(super) name: &'a str,
    pub(super) sources: &'a Sources,
}

impl Linted<'_> {
    /// The tree with every reference followed.
    fn root(&self) -> &Value {
        &self.inlined.root
    }

    /// Pointer of a question in the tree: `a.b` → `/answers/properties/a/properties/b`.
    pub(super) fn pointer_of(&self, path: &str) -> Pointer {
        let (group, name) = path.rsplit_once('.').unwrap_or(("", path));
        self.group_of(group).at("properties").at(name)
    }

    /// Pointer of what holds `properties` and `required` of a group; of a table that is what its rows are.
    fn group_of(&self, path: &str) -> Pointer {
        let start = Pointer::root().at("answers");
        path.split('.').filter(|name| !name.is_empty()).fold(start, |at, name| {
            let at = at.at("properties").at(name);
            let items = at.at("items");
            if self.root().pointer(items.as_str()).is_some() { items } else { at }
        })
    }
}

/// A rule: adds the faults it finds, with pointers into the tree.
type Rule = fn(&Linted, &mut Vec<Fault>);

/// What is looked at in any form that can be lowered.
const RULES: [Rule; 10] = [
    bad_pattern::check,
    bad_role::check,
    division_by_zero::check,
    grid_spans::check,
    missing_source::check,
    never_asked::check,
    required_behind_show::check,
    type_mismatch::check,
    unknown_choice::check,
    unknown_path::check,
];

/// What is looked at in a form without an error: how its parts hang together. One slip would else be told many times.
const WHOLE: [Rule; 36] = [
    always_shown::check,
    autocomplete_of_other::check,
    bad_autocomplete::check,
    bad_migration::check,
    bank_not_sensitive::check,
    bare_choice::check,
    boxes_too_few::check,
    check_without_place::check,
    child_alone::check,
    contradiction::check,
    dead_check::check,
    duplicate_label::check,
    duplicate_rule::check,
    empty_page::check,
    group_printed::check,
    hint_repeats_label::check,
    impossible_limits::check,
    long_page::check,
    needless_require::check,
    never_computed::check,
    never_printed::check,
    never_shown::check,
    no_consent::check,
    no_purpose::check,
    not_read_only::check,
    other_folder::check,
    parameter_overlap::own,
    printed_never_asked::check,
    required_never::check,
    same_choice_label::check,
    shown_too_late::check,
    single_choice::check,
    thin_guide::check,
    unreachable_page::check,
    unused_consent::check,
    unused_parameter::check,
];

/// Every fault of every file of a catalogue, with lines.
#[must_use]
pub fn lint(sources: &Sources, today: Date) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for name in sources.0.keys() {
        diagnostics.extend(found(sources, name, today));
    }
    duplicate::forms(sources, &mut diagnostics);
    former_id::check(sources, &mut diagnostics);
    finished(sources, diagnostics)
}

/// Every fault of one file of a catalogue, with lines; faults of what it refers to included.
#[must_use]
pub fn lint_file(sources: &Sources, name: &str, today: Date) -> Vec<Diagnostic> {
    finished(sources, found(sources, name, today))
}

/// Every fault of some files of a catalogue, with lines; forms that claim the id of another, now or before, included.
#[must_use]
pub fn lint_files(sources: &Sources, names: &[&str], today: Date) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> =
        names.iter().flat_map(|name| found(sources, name, today)).collect();
    duplicate::forms(sources, &mut diagnostics);
    former_id::check(sources, &mut diagnostics);
    finished(sources, diagnostics)
}

fn found(sources: &Sources, name: &str, today: Date) -> Vec<Diagnostic> {
    if !name.ends_with(".json") {
        return Vec::new();
    }
    let mut diagnostics = if sources::is_form(name) {
        let (read, mut diagnostics) = form(sources, name);
        if let Some((form, inlined)) = &read {
            let mut faults = Vec::new();
            let linted = Linted { form, inlined, name, sources };
            no_parameter_today::check(&linted, today, &mut faults);
            if !has_errors(&diagnostics) {
                not_valid_yet::check(&linted, today, &mut faults);
                missing_example::check(&linted, &mut faults);
                not_listed::check(&linted, &mut faults);
            }
            diagnostics.extend(placed(faults, inlined, name));
        }
        diagnostics
    } else if super::guides::is_guides(name) {
        guides_file(sources, name).1
    } else {
        super::described(files::check(sources, name), name)
    };
    let bytes = sources.0.get(name).map(Vec::as_slice).unwrap_or_default();
    if let Ok(root) = wire::read(bytes) {
        let mut faults = Vec::new();
        if !sources::is_example(name) {
            words(&root, &Pointer::root(), &mut faults);
            future_date::check(&root, today, &Pointer::root(), &mut faults);
        }
        // What a portal exports is Chinese alone.
        if super::guides::is_guides(name) {
            faults.retain(|fault| !matches!(fault.code, Code::NoEnglish));
        }
        diagnostics.extend(super::described(faults, name));
    }
    diagnostics
}

/// A form, its tree with every reference followed, and every fault that does not depend on the day.
pub(super) fn form(sources: &Sources, name: &str) -> (Option<(Form, Inlined)>, Vec<Diagnostic>) {
    let bytes = sources.0.get(name).map(Vec::as_slice).unwrap_or_default();
    let root = match wire::read(bytes) {
        Ok(root) => root,
        Err(fault) => return (None, super::described(vec![fault], name)),
    };
    let mut inlined = inline::inline(sources, name, &root);
    let mut faults = std::mem::take(&mut inlined.faults);
    wire::check(&inlined.root, &Type::Object(&wire::FORM), &Pointer::root(), &mut faults);
    let (form, more) = lower::form(&inlined.root);
    faults.extend(more);
    faults.retain(|fault| !inlined.is_blind(fault));
    if let Some(form) = &form {
        let linted = Linted { form, inlined: &inlined, name, sources };
        for rule in RULES {
            rule(&linted, &mut faults);
        }
        // Without a file that the form refers to, how its parts hang together is not known.
        if inlined.unreadable.is_empty()
            && faults.iter().all(|fault| fault.code.severity() != Severity::Error)
        {
            for rule in WHOLE {
                rule(&linted, &mut faults);
            }
        }
    }
    let mut diagnostics = placed(faults, &inlined, name);
    for file in &inlined.unreadable {
        let bytes = sources.0.get(file).map(Vec::as_slice).unwrap_or_default();
        diagnostics
            .extend(wire::read(bytes).err().map(|fault| Diagnostic::new(fault.code, file, &fault.pointer)));
    }
    duplicate::keys(bytes, name, &mut diagnostics);
    let mut seen = BTreeSet::new();
    diagnostics.retain(|found| seen.insert((found.place.clone(), format!("{:?}", found.code))));
    (form.map(|form| (form, inlined)), diagnostics)
}

/// Looks at every object of a file for people's words.
fn words(value: &Value, at: &Pointer, faults: &mut Vec<Fault>) {
    match value {
        Value::Object(members) => {
            missing_english::check(value, at, faults);
            empty_words::check(value, at, faults);
            untranslated::check(value, at, faults);
            for (key, member) in members {
                words(member, &at.at(key), faults);
            }
        }
        Value::Array(items) => {
            for (idx, item) in items.iter().enumerate() {
                words(item, &at.idx(idx), faults);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Every part of an expression, itself first.
fn each<'a>(expr: &'a Expr, look: &mut dyn FnMut(&'a Expr)) {
    look(expr);
    match expr {
        Expr::Literal(_) | Expr::Name(_) => {}
        Expr::List(items) | Expr::Call(_, items) => items.iter().for_each(|item| each(item, look)),
        Expr::Select(inner, _) | Expr::Unary(_, inner) | Expr::Has(inner) => each(inner, look),
        Expr::Index(left, right) | Expr::Binary(_, left, right) => {
            each(left, look);
            each(right, look);
        }
        Expr::Conditional(condition, then, other) => {
            each(condition, look);
            each(then, look);
            each(other, look);
        }
        Expr::Macro { range, body, .. } => {
            each(range, look);
            each(body, look);
        }
    }
}

/// Faults of the tree at the file and pointer where their piece was written.
fn placed(faults: Vec<Fault>, inlined: &Inlined, name: &str) -> Vec<Diagnostic> {
    let place = |Fault { code, pointer }| {
        let (file, pointer) = inlined.origin(&pointer, name);
        Diagnostic::new(code, &file, &pointer)
    };
    faults.into_iter().map(place).collect()
}

/// Lines filled in, each fault once, in the order of files and lines.
pub(super) fn finished(sources: &Sources, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut scans: BTreeMap<String, scan::Scan> = BTreeMap::new();
    for found in &mut diagnostics {
        let place = &mut found.place;
        if place.line.is_some() {
            continue;
        }
        let bytes = sources.0.get(&place.file).map(Vec::as_slice).unwrap_or_default();
        if let Code::NotJson { line, .. } = &found.code {
            place.line = Some(*line);
        } else if bytes.len() <= wire::LIMIT_BYTES {
            let scan = scans.entry(place.file.clone()).or_insert_with(|| scan::Scan::new(bytes));
            place.line = scan.line(&place.pointer);
        }
    }
    diagnostics.sort_by(|one, other| {
        let key = |found: &Diagnostic| (found.place.file.clone(), found.place.line, found.code.id());
        key(one).cmp(&key(other))
    });
    let mut seen = BTreeSet::new();
    diagnostics.retain(|found| seen.insert((found.place.clone(), format!("{:?}", found.code))));
    diagnostics
}

/// Whether some diagnostic is an error.
pub(super) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|found| found.severity == Severity::Error)
}
