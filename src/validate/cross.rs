//! The form's rules: what is shown, needed, computed and checked across answers.
//!
//! A rule on a field of a table is worked out in each of its rows, whose own fields it reads.
//!
//! **Invariant:** `show` and `value` run in the form's order, which is that of what they read; `require` and `check` set
//! nothing that another rule reads, so they run last.

use crate::{
    model::{Datum, FormKind, Path, Rule, RuleKind, SortedSet, Value},
    rules,
};

use super::{
    Issue, IssueKind, Severity,
    sheet::{InRow, Sheet},
};

/// Runs every rule.
pub(super) fn run(sheet: &mut Sheet<'_>) {
    let form = sheet.form;
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
                check(sheet, rule, &IssueKind::Check { message: message.clone() }, severity);
            }
            RuleKind::Show | RuleKind::Value => {}
        }
    }
}

/// What a rule comes to at each of its places.
pub(super) fn outcomes(sheet: &Sheet<'_>, rule: &Rule) -> Vec<(usize, Datum)> {
    sheet.plan.find_all(&rule.on).into_iter().map(|idx| (idx, eval(sheet, idx, rule))).collect()
}

/// Unknown and absent count as false. Where a field has two such rules, both must be true.
fn show(sheet: &mut Sheet<'_>, rule: &Rule) {
    for idx in sheet.plan.find_all(&rule.on) {
        let datum = eval(sheet, idx, rule);
        let is_profile = sheet.form.kind == FormKind::Profile;
        let Some(cell) = sheet.cell_mut(idx) else { continue };
        // One rule that is false hides for good; of several that are not, each is waited for.
        let was_for_good = cell.is_hidden && cell.hidden_until.is_empty();
        if datum.is_true() {
            continue;
        }
        cell.is_hidden = true;
        if let (Datum::Unknown(waits), true, false) = (datum, is_profile, was_for_good) {
            cell.hidden_until.extend(waits);
        } else {
            cell.hidden_until = SortedSet::new();
        }
    }
}

/// Works a rule out at one of its places: in a row, with that row's fields.
fn eval(sheet: &Sheet<'_>, idx: usize, rule: &Rule) -> Datum {
    match in_row(sheet, idx) {
        Some(scope) => rules::eval(&rule.expr, &scope),
        None => rules::eval(&rule.expr, sheet),
    }
}

fn in_row<'s, 'a>(sheet: &'s Sheet<'a>, idx: usize) -> Option<InRow<'s, 'a>> {
    let (table, row) = sheet.plan.path(idx)?.in_table()?;
    let row = table.row(row);
    Some(InRow { sheet, table, row })
}

/// Unknown counts as absent.
fn compute(sheet: &mut Sheet<'_>, rule: &Rule) {
    for idx in sheet.plan.find_all(&rule.on) {
        let datum = eval(sheet, idx, rule);
        let value = sheet.fit(idx, &datum);
        let from = value.as_ref().and_then(|_| {
            let paths = rules::paths(&rule.expr);
            let row = in_row(sheet, idx);
            let at = |path: &String| row.as_ref().map_or_else(|| Path::new(path), |row| row.at(path));
            paths.iter().map(at).find(|path| sheet.plan.find(path.as_str()).is_some())
        });
        if let Some(cell) = sheet.cell_mut(idx) {
            cell.computed = value;
            cell.computed_from = from;
        }
    }
}

/// Unknown and absent count as false.
fn require(sheet: &mut Sheet<'_>, rule: &Rule) {
    for idx in sheet.plan.find_all(&rule.on) {
        if sheet.is_visible(idx)
            && eval(sheet, idx, rule).is_true()
            && let Some(cell) = sheet.cell_mut(idx)
        {
            cell.is_required = true;
        }
    }
}

/// Only what is false blocks; unknown, absent and what can not be worked out do not.
fn check(sheet: &mut Sheet<'_>, rule: &Rule, kind: &IssueKind, severity: Severity) {
    for idx in sheet.plan.find_all(&rule.on) {
        let Some(field) = sheet.plan.path(idx).cloned() else { continue };
        if sheet.is_visible(idx)
            && eval(sheet, idx, rule) == Datum::Value(Value::Bool(false))
            && let Some(cell) = sheet.cell_mut(idx)
        {
            cell.issues.push(Issue { field, kind: kind.clone(), severity });
        }
    }
}
