//! The parameters that a benefit's rules go by, with their days and sources.

use crate::{
    model::{Date, Form, FormKind, ParamRow, SortedSet},
    rules,
};

/// The parameters that a benefit reads, by name, each with the row that holds on a day.
#[must_use]
pub fn thresholds(form: &Form, today: Date) -> Vec<(String, Option<&ParamRow>)> {
    let benefit = match &form.kind {
        FormKind::Benefit(benefit) => benefit,
        FormKind::Item | FormKind::Profile => return Vec::new(),
    };
    let amount = benefit.amount.iter().map(|amount| &amount.rule);
    let read = benefit.eligible.iter().map(|condition| &condition.rule).chain(amount);
    let names: SortedSet<String> = read.flat_map(rules::params).collect();
    names
        .into_iter()
        .map(|name| (form.params.row(&name, today), name))
        .map(|(row, name)| (name, row))
        .collect()
}

/// Whether a benefit is one for firms: it reads something of a firm.
#[must_use]
pub fn is_for_firm(form: &Form) -> bool {
    let benefit = match &form.kind {
        FormKind::Benefit(benefit) => benefit,
        FormKind::Item | FormKind::Profile => return false,
    };
    let is_firm = |path: &str| path.split('.').next() == Some("firm");
    let mut read = benefit.eligible.iter().flat_map(|condition| rules::paths(&condition.rule));
    benefit.each.as_ref().is_some_and(|each| is_firm(each.table.as_str())) || read.any(|path| is_firm(&path))
}
