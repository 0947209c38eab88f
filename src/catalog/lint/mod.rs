//! Finds every fault of every form: the spelling, what `lower` looks up, and one rule a file below.
//!
//! **Invariant:** a broken file never hides the faults of another, and each fault is told once, at its own file and line.

mod bad_pattern;
mod cycle;
mod duplicate;
mod example_differs;
mod files;
mod grid_spans;
mod missing_english;
mod missing_source;
mod never_asked;
mod no_parameter_today;
mod required_behind_show;
mod scan;
mod unknown_reference;

#[cfg(test)]
mod testing;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Sources,
    inline::{self, Inlined},
    lower, sources,
    wire::{self, Fault, Pointer, Type},
};
use crate::{
    diag::{Code, Diagnostic, Severity},
    model::{Date, Form},
};

pub use example_differs::{Found, Run, examples};

/// What a rule looks at: a form, the tree it was lowered from, and the files around it.
struct Linted<'a> {
    form: &'a Form,
    inlined: &'a Inlined,
    name: &'a str,
    sources: &'a Sources,
}

impl Linted<'_> {
    /// The tree with every reference followed.
    fn root(&self) -> &Value {
        &self.inlined.root
    }

    /// Pointer of a question in the tree: `a.b` → `/answers/properties/a/properties/b`.
    fn pointer_of(&self, path: &str) -> Pointer {
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

/// Rules whose faults forbid using the form, and those that only warn, by name.
const RULES: [Rule; 6] = [
    bad_pattern::check,
    grid_spans::check,
    missing_source::check,
    never_asked::check,
    required_behind_show::check,
    unknown_reference::check,
];

/// Every fault of every file of a catalogue, with lines.
#[must_use]
pub fn lint(sources: &Sources, today: Date) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for name in sources.0.keys() {
        diagnostics.extend(found(sources, name, today));
    }
    duplicate::forms(sources, &mut diagnostics);
    finished(sources, diagnostics)
}

/// Every fault of one file of a catalogue, with lines; faults of what it refers to included.
#[must_use]
pub fn lint_file(sources: &Sources, name: &str, today: Date) -> Vec<Diagnostic> {
    finished(sources, found(sources, name, today))
}

fn found(sources: &Sources, name: &str, today: Date) -> Vec<Diagnostic> {
    if !name.ends_with(".json") {
        return Vec::new();
    }
    let mut diagnostics = if sources::is_form(name) {
        let (read, mut diagnostics) = form(sources, name);
        if let Some((form, inlined)) = &read {
            let mut faults = Vec::new();
            no_parameter_today::check(&Linted { form, inlined, name, sources }, today, &mut faults);
            diagnostics.extend(placed(faults, inlined, name));
        }
        diagnostics
    } else {
        super::described(files::check(sources, name), name)
    };
    let bytes = sources.0.get(name).map(Vec::as_slice).unwrap_or_default();
    if let Ok(root) = wire::read(bytes) {
        let mut faults = Vec::new();
        if !sources::is_example(name) {
            missing_english::check(&root, &Pointer::root(), &mut faults);
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
    if let Some(form) = &form {
        let linted = Linted { form, inlined: &inlined, name, sources };
        for rule in RULES {
            rule(&linted, &mut faults);
        }
    }
    let mut diagnostics = placed(faults, &inlined, name);
    duplicate::keys(bytes, name, &mut diagnostics);
    let mut seen = BTreeSet::new();
    diagnostics.retain(|found| seen.insert((found.place.clone(), format!("{:?}", found.code))));
    (form.map(|form| (form, inlined)), diagnostics)
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
