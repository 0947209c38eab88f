//! The three-valued check of a benefit's conditions over a profile.

use std::collections::BTreeMap;

use crate::{
    model::{Benefit, Datum, Form, FormKind, Localized, Value, gather},
    rules::{self, Scope},
};

/// What a check comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The answer.
    pub result: Finding,
    /// The conditions that do not hold: the rule as written, and the author's words.
    pub reasons: Vec<(String, Localized)>,
    /// The paths of the profile that would settle it, the one that most conditions wait for first. Empty unless the
    /// result is unknown; then empty too where only a parameter is not known.
    pub missing: Vec<String>,
}

/// The three answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Every condition holds: the person may qualify.
    Eligible,
    /// Some condition does not hold.
    NotEligible,
    /// Something is not known.
    Unknown,
}

impl Finding {
    /// The published spelling: `eligible`, `not_eligible`, `unknown`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::NotEligible => "not_eligible",
            Self::Unknown => "unknown",
        }
    }
}

impl Outcome {
    /// What to ask next: the path for which most conditions wait.
    #[must_use]
    pub fn next_question(&self) -> Option<&str> {
        self.missing.first().map(String::as_str)
    }
}

/// Checks a benefit. A condition that is absent (what it reads was left out, or its parameter is to be confirmed) settles
/// nothing. A form that is no benefit has no conditions and stays unknown.
#[must_use]
pub fn check(form: &Form, profile: &dyn Scope) -> Outcome {
    let mut reasons = Vec::new();
    let mut waits: BTreeMap<String, usize> = BTreeMap::new();
    let mut is_settled = true;
    let benefit = match &form.kind {
        FormKind::Benefit(benefit) => benefit,
        FormKind::Item => return Outcome { result: Finding::Unknown, reasons, missing: Vec::new() },
    };
    for condition in &benefit.eligible {
        match rules::eval(&condition.rule, profile) {
            Datum::Value(Value::Bool(true)) => {}
            Datum::Value(Value::Bool(false)) => {
                reasons.push((condition.source.clone(), condition.reason.clone()));
            }
            Datum::Unknown(paths) => {
                is_settled = false;
                for path in paths {
                    *waits.entry(path).or_default() += 1;
                }
            }
            // What was left out, or can not be used, would have to be answered after all.
            Datum::Absent | Datum::Error(_) | Datum::Value(_) => {
                is_settled = false;
                for path in rules::paths(&condition.rule) {
                    if !matches!(
                        profile.get(&path),
                        Datum::Value(Value::Bool(_) | Value::Number(_) | Value::Date(_))
                    ) {
                        *waits.entry(path).or_default() += 1;
                    }
                }
            }
        }
    }
    if !reasons.is_empty() {
        return Outcome { result: Finding::NotEligible, reasons, missing: Vec::new() };
    }
    let result = if is_settled { Finding::Eligible } else { Finding::Unknown };
    Outcome { result, reasons, missing: by_weight(benefit, waits) }
}

/// The paths by how many conditions wait for them, then in the order in which the conditions read them.
fn by_weight(benefit: &Benefit, waits: BTreeMap<String, usize>) -> Vec<String> {
    let reads: Vec<_> = benefit.eligible.iter().map(|condition| rules::paths(&condition.rule)).collect();
    let place = |path: &String| reads.iter().position(|paths| paths.contains(path)).unwrap_or(reads.len());
    let mut waits: Vec<(String, usize)> = waits.into_iter().collect();
    let weight = |(path, n_waiting): &(String, usize)| (std::cmp::Reverse(*n_waiting), place(path));
    gather::sort(&mut waits, |one, other| weight(one) > weight(other));
    waits.into_iter().map(|(path, _)| path).collect()
}
