//! # F080 A rule that the examples try one way only
//!
//! A condition is right when it lets the right ones pass and stops the others, so the examples together try each rule both ways:
//! a `show` or `require` true and not true, a `check` kept and broken (a warning broken by an example that passes will do), a `value` computed at
//! least once. A rule that reads a parameter without a value is left out: it can not come to anything yet.
//!
//! Good:
//!
//! ```json answers/full.json
//! {"answers": {"books": 10}}
//! ```
//!
//! Bad, at `/rules/5`:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books != 7", "message": {"zh": "不能借7本。", "en": "Not 7."}}]}
//! ```
use serde_json::Value;

use super::{
    Ran, Sources, finished, form, has_errors, placed,
    wire::{Fault, Pointer, list, text},
};
use crate::{
    diag::{Diagnostic, Lint},
    model::{Form, Rule, RuleKind},
    rules,
};

/// What an example made of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tried {
    /// It was true somewhere; a `value` was computed.
    pub holds: bool,
    /// It was false somewhere; for a `show` or `require`, not true.
    pub fails: bool,
}

/// The rules of a form that its examples do not try both ways; nothing while an example differs from its name.
#[must_use]
pub fn untried(sources: &Sources, name: &str, runs: &[Ran]) -> Vec<Diagnostic> {
    if runs.is_empty() || runs.iter().any(|ran| ran.fault().is_some()) {
        return Vec::new();
    }
    let (read, diagnostics) = form(sources, name);
    let Some((form, inlined)) = read.filter(|_| !has_errors(&diagnostics)) else { return Vec::new() };
    let mut faults: Vec<Fault> = Vec::new();
    for (idx, rule) in form.rules.iter().enumerate() {
        let of = |ran: &Ran| ran.tried.get(idx).copied().unwrap_or_default();
        let holds = runs.iter().any(|ran| of(ran).holds);
        let fails = runs.iter().any(|ran| of(ran).fails) || matches!(rule.kind, RuleKind::Value);
        if (holds && fails) || waits(rule, &form) {
            continue;
        }
        let at = place(&inlined.root, rule);
        let what = if holds { "false" } else { "true" };
        faults.push(at.lint(Lint::Untried, what));
    }
    finished(sources, placed(faults, &inlined, name))
}

/// Whether a rule reads a parameter that has no value in any row.
fn waits(rule: &Rule, form: &Form) -> bool {
    rules::params(&rule.expr).iter().any(|name| {
        let rows = form.params.0.get(name.as_str());
        rows.is_none_or(|rows| rows.iter().all(|row| row.value.is_none()))
    })
}

/// Where a rule stands in the file.
fn place(root: &Value, rule: &Rule) -> Pointer {
    let (keyword, at) = (keyword(&rule.kind), Pointer::root().at("rules"));
    let is_it = |value: &Value| {
        text(value, keyword) == Some(rule.source.as_str()) && text(value, "on") == Some(rule.on.as_str())
    };
    list(root, "rules").iter().position(is_it).map_or(at.clone(), |idx| at.idx(idx))
}

fn keyword(kind: &RuleKind) -> &'static str {
    match kind {
        RuleKind::Show => "show",
        RuleKind::Require => "require",
        RuleKind::Value => "value",
        RuleKind::Check { .. } => "check",
    }
}
