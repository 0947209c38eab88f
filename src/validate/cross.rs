//! The form's rules: what is shown, needed, computed and checked across answers.
//!
//! **Invariant:** `show` and `value` run in the form's order, which is that of what they read; `require` and `check` set
//! nothing that another rule reads, so they run last.

use crate::{
    model::{Datum, Rule, RuleKind, Value},
    rules,
};

use super::{Issue, IssueKind, Severity, sheet::Sheet};

/// Runs every rule.
pub(super) fn run(sheet: &mut Sheet<'_>) {
    let form = sheet.plan.form;
    for rule in &form.rules {
        match &rule.kind {
            RuleKind::Show => show(sheet, rule),
            RuleKind::Value => compute(sheet, rule),
            RuleKind::Require | RuleKind::Check { .. } => {}
        }
    }
    for rule in &form.rules {
        match &rule.kind {
            RuleKind::Require => require(sheet, rule),
            RuleKind::Check { message, is_warning } => {
                let severity = if *is_warning { Severity::Warning } else { Severity::Error };
                check(sheet, rule, IssueKind::Check { message: message.clone() }, severity);
            }
            RuleKind::Show | RuleKind::Value => {}
        }
    }
}

/// Unknown and absent count as false. Where a field has two such rules, both must be true.
fn show(sheet: &mut Sheet<'_>, rule: &Rule) {
    let Some(idx) = sheet.plan.find(rule.on.as_str()) else { return };
    let is_true = rules::eval(&rule.expr, sheet).is_true();
    if let Some(cell) = sheet.cell_mut(idx) {
        cell.is_hidden |= !is_true;
    }
}

/// Unknown counts as absent.
fn compute(sheet: &mut Sheet<'_>, rule: &Rule) {
    let Some(idx) = sheet.plan.find(rule.on.as_str()) else { return };
    let datum = rules::eval(&rule.expr, sheet);
    let value = sheet.fit(idx, &datum);
    let from = value.as_ref().and_then(|_| {
        let paths = rules::paths(&rule.expr);
        paths.iter().find_map(|path| sheet.plan.find(path)).and_then(|idx| sheet.plan.field(idx))
    });
    let from = from.map(|field| field.path.clone());
    if let Some(cell) = sheet.cell_mut(idx) {
        cell.computed = value;
        cell.computed_from = from;
    }
}

/// Unknown and absent count as false.
fn require(sheet: &mut Sheet<'_>, rule: &Rule) {
    let Some(idx) = sheet.plan.find(rule.on.as_str()) else { return };
    if sheet.is_visible(idx)
        && rules::eval(&rule.expr, sheet).is_true()
        && let Some(cell) = sheet.cell_mut(idx)
    {
        cell.is_required = true;
    }
}

/// Only what is false blocks; unknown, absent and what can not be worked out do not.
fn check(sheet: &mut Sheet<'_>, rule: &Rule, kind: IssueKind, severity: Severity) {
    let Some(idx) = sheet.plan.find(rule.on.as_str()) else { return };
    if sheet.is_visible(idx)
        && rules::eval(&rule.expr, sheet) == Datum::Value(Value::Bool(false))
        && let Some(cell) = sheet.cell_mut(idx)
    {
        cell.issues.push(Issue { field: rule.on.clone(), kind, severity });
    }
}
