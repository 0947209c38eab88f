//! `list`: what stands in the catalogue.

use serde_json::{Value, json};

use super::{
    args::{self, ListKind},
    report,
    world::{Exit, Stop, World},
};
use crate::model::{Form, FormKind};

/// Runs `list`: an array of `{id, kind, title, department}`. A broken form is named on standard error and left out.
pub(super) fn run(world: &World, args: &args::List) -> Result<Exit, Stop> {
    let forms = world.all_forms()?;
    let lines = forms
        .iter()
        .map(|opened| &opened.form)
        .filter(|form| args.kind.is_none_or(|kind| kind == kind_of(form)));
    let lines: Vec<Value> = lines
        .map(|form| {
            json!({
                "id": form.id.as_str(),
                "kind": spelled(kind_of(form)),
                "title": form.title.get(world.locale),
                "department": form.department.get(world.locale),
            })
        })
        .collect();
    report::json(&lines.into());
    Ok(Exit::Good)
}

fn kind_of(form: &Form) -> ListKind {
    match form.kind {
        FormKind::Item | FormKind::Profile => ListKind::Item,
        FormKind::Benefit(_) => ListKind::Benefit,
    }
}

fn spelled(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Item => "item",
        ListKind::Benefit => "benefit",
        ListKind::Bundle => "bundle",
    }
}
