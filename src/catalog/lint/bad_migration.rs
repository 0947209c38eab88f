//! # F074 A step of `migrate` that leads nowhere
//!
//! A step brings drafts of version `from` to the next. `from` is below the form's `version`; what a step leads to is a question that
//! this version asks, and a new code one of its choices. Steps for versions between may lead to what later steps move on.
//!
//! Good:
//!
//! ```json
//! {"migrate": [{"from": 1, "default": "byPost", "value": false}]}
//! ```
//!
//! Bad, at `/migrate/1`:
//!
//! ```json
//! {"migrate": [{"from": 1, "default": "byMail", "value": false}]}
//! ```

use super::{
    Linted,
    wire::{Fault, Pointer},
};
use crate::{
    diag::Lint,
    model::{Form, Migration, Path, Step},
};

/// Looks at each step.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let form = linted.form;
    for (idx, step) in form.migrate.iter().enumerate() {
        if let Some(about) = fault(form, step) {
            faults.push(Pointer::root().at("migrate").idx(idx).lint(Lint::BadMigration, &about));
        }
    }
}

fn fault(form: &Form, Migration { from, step }: &Migration) -> Option<String> {
    if *from == 0 || *from >= form.version {
        return Some(format!("from {from}, version {}", form.version));
    }
    let lacks = |path: &Path| !is_reached(form, *from, path);
    match step {
        Step::Move { to, .. } => lacks(to).then(|| to.to_string()),
        Step::Split { to, .. } => to.iter().find(|to| lacks(to)).map(ToString::to_string),
        Step::Drop { path } => form.field(path).map(|_| path.to_string()),
        Step::Default { path, value } => {
            if lacks(path) {
                return Some(path.to_string());
            }
            lacks_choice(form, path, value)
        }
        Step::Rename { path, values } => {
            if lacks(path) {
                return Some(path.to_string());
            }
            values.iter().find_map(|(_, code)| lacks_choice(form, path, code))
        }
    }
}

/// Whether this version has a path, or a later step takes it up.
fn is_reached(form: &Form, from: u32, path: &Path) -> bool {
    let takes = |later: &Migration| match &later.step {
        Step::Move { from, .. } | Step::Split { from, .. } => path.is_within(from),
        Step::Drop { path: dropped } => path.is_within(dropped),
        Step::Rename { .. } | Step::Default { .. } => false,
    };
    form.field(path).is_some() || form.migrate.iter().any(|later| later.from >= from && takes(later))
}

/// The code, where the question is a choice without it.
fn lacks_choice(form: &Form, path: &Path, code: &str) -> Option<String> {
    let choices = form.field(path)?.kind.choices()?;
    choices.iter().all(|choice| choice.code != code).then(|| format!("{path}: \"{code}\""))
}
