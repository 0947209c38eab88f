//! What each rule came to on some answers: whether examples try it both ways.

use crate::model::{Answers, Date, Datum, Form, RuleKind, Tables, Value};

use super::{Knowledge, cross, derive, plan::Plan, sheet::Sheet};

/// What a rule came to, at any of its places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tried {
    /// It was true somewhere; a `value` was computed.
    pub holds: bool,
    /// It was false somewhere; for a `show` or `require`, not true.
    pub fails: bool,
}

/// What each rule of a form came to, in their order, once the form is closed with these answers.
#[must_use]
pub fn tried(form: &Form, answers: &Answers, tables: &Tables, today: Date) -> Vec<Tried> {
    let plan = Plan::new(form, answers);
    let mut sheet = Sheet::new(form, &plan, answers, &|_| Knowledge::Left, tables, today);
    derive::run(&mut sheet);
    cross::run(&mut sheet);
    let tried = form.rules.iter().map(|rule| {
        let mut tried = Tried::default();
        for (idx, datum) in cross::outcomes(&sheet, rule) {
            // A check of what is hidden blocks nobody. What is hidden and required at once mostly goes by one condition.
            let counts = !matches!(rule.kind, RuleKind::Check { .. }) || sheet.is_visible(idx);
            let is_false = match rule.kind {
                RuleKind::Show | RuleKind::Require => !datum.is_true(),
                RuleKind::Check { .. } => datum == Datum::Value(Value::Bool(false)),
                RuleKind::Value => datum.value().is_none(),
            };
            let is_true = match rule.kind {
                RuleKind::Show | RuleKind::Require | RuleKind::Check { .. } => datum.is_true(),
                RuleKind::Value => datum.value().is_some(),
            };
            tried.holds |= counts && is_true;
            tried.fails |= counts && is_false;
        }
        tried
    });
    tried.collect()
}
