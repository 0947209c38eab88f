//! What a check comes to, and the check itself.

use rust_decimal::RoundingStrategy;

use crate::{
    model::{Benefit, Datum, Decimal, Each, Expr, Form, FormKind, Localized, SortedMap, Value, sort},
    rules::{self, Scope},
};

use super::{member, waits};

/// What a check comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The answer.
    pub result: Finding,
    /// The conditions that do not hold: the rule as written, and the author's words. Empty unless the person does not qualify.
    pub reasons: Vec<(String, Localized)>,
    /// The paths of the profile that would settle it, the one that most conditions wait for first. Empty unless the
    /// result is unknown; then empty too where only a parameter is not known.
    pub missing: Vec<String>,
    /// What was tested: the rows of the benefit's table one by one, else the profile once. Empty where the table has no row.
    pub tests: Vec<Test>,
    /// What it comes to for who may qualify, in the benefit's unit; `None` where a parameter is to be confirmed.
    pub amount: Option<Decimal>,
}

/// The conditions tested once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// The row, `household[0]`; `None` for the profile as a whole, and while the rows are not known.
    pub row: Option<String>,
    /// What each condition comes to, in their order.
    pub conditions: Vec<Held>,
}

/// What a condition comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// It can not be told. The paths that it waits for; none where only a parameter is not known.
    Open(Vec<String>),
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

impl Test {
    /// The answer: all conditions must hold, and one that does not settles it.
    #[must_use]
    pub fn result(&self) -> Finding {
        if self.conditions.contains(&Held::No) {
            Finding::NotEligible
        } else if self.conditions.iter().all(|held| *held == Held::Yes) {
            Finding::Eligible
        } else {
            Finding::Unknown
        }
    }
}

impl Outcome {
    /// Whether each condition holds in some row, and whether it fails in some.
    #[must_use]
    pub fn tried(&self) -> Vec<(bool, bool)> {
        let n_conditions = self.tests.first().map_or(0, |test| test.conditions.len());
        let is =
            |idx: usize, held: &Held| self.tests.iter().any(|test| test.conditions.get(idx) == Some(held));
        (0..n_conditions).map(|idx| (is(idx, &Held::Yes), is(idx, &Held::No))).collect()
    }

    /// The conditions that do not hold, counted from 0; of any row, whatever becomes of the others.
    #[must_use]
    pub fn failed(&self) -> Vec<usize> {
        let tried = self.tried().into_iter().enumerate();
        tried.filter(|(_, (_, fails))| *fails).map(|(idx, _)| idx).collect()
    }
}

/// Checks a benefit. A condition that is absent (what it reads was left out, or its parameter is to be confirmed) settles
/// nothing. For a benefit with `each` one row that may qualify is enough. A form that is no benefit stays unknown.
#[must_use]
pub fn check(form: &Form, profile: &dyn Scope) -> Outcome {
    let mut outcome = Outcome {
        result: Finding::Unknown,
        reasons: Vec::new(),
        missing: Vec::new(),
        tests: Vec::new(),
        amount: None,
    };
    let benefit = match &form.kind {
        FormKind::Benefit(benefit) => benefit,
        FormKind::Item | FormKind::Profile => return outcome,
    };
    let members = benefit.each.as_ref().map(|each| member::rows(each, profile));
    outcome.tests = match &members {
        None => vec![test(benefit, profile, None)],
        Some(rows) => rows.iter().map(|row| test(benefit, row, row.path())).collect(),
    };
    let results: Vec<Finding> = outcome.tests.iter().map(Test::result).collect();
    outcome.result = if results.contains(&Finding::Eligible) {
        Finding::Eligible
    } else if results.contains(&Finding::Unknown) {
        Finding::Unknown
    } else {
        Finding::NotEligible
    };
    match outcome.result {
        Finding::Eligible => {
            let amount = benefit.amount.as_ref().map(|amount| &amount.rule);
            outcome.amount = amount.and_then(|rule| match &members {
                Some(rows) if member::is_read(rule) => {
                    let mut rows =
                        rows.iter().zip(&results).filter(|(_, found)| **found == Finding::Eligible);
                    rows.try_fold(Decimal::ZERO, |sum, (row, _)| sum.checked_add(number(rule, row)?))
                }
                Some(_) | None => number(rule, profile),
            });
        }
        Finding::NotEligible => outcome.reasons = reasons(benefit, &outcome),
        Finding::Unknown => outcome.missing = by_weight(benefit, &outcome.tests),
    }
    outcome
}

fn test(benefit: &Benefit, scope: &dyn Scope, row: Option<String>) -> Test {
    let held = |rule: &Expr| match rules::eval(rule, scope) {
        Datum::Value(Value::Bool(true)) => Held::Yes,
        Datum::Value(Value::Bool(false)) => Held::No,
        Datum::Value(_) | Datum::Absent | Datum::Unknown(_) | Datum::Error(_) => {
            let waits = waits::of(rule, scope);
            Held::Open(waits.into_iter().map(|path| member::border(&path, row.as_deref())).collect())
        }
    };
    let conditions = benefit.eligible.iter().map(|condition| held(&condition.rule)).collect();
    Test { row, conditions }
}

/// An amount to the fen.
fn number(rule: &Expr, scope: &dyn Scope) -> Option<Decimal> {
    match rules::eval(rule, scope) {
        Datum::Value(Value::Number(number)) => {
            Some(number.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).normalize())
        }
        Datum::Value(_) | Datum::Absent | Datum::Unknown(_) | Datum::Error(_) => None,
    }
}

fn reasons(benefit: &Benefit, outcome: &Outcome) -> Vec<(String, Localized)> {
    match &benefit.each {
        Some(Each { table, none }) if outcome.tests.is_empty() => {
            vec![(["size(", table.as_str(), ") > 0"].concat(), none.clone())]
        }
        Some(_) | None => {
            let failed = outcome.failed();
            let failed = failed.iter().filter_map(|idx| benefit.eligible.get(*idx));
            failed.map(|condition| (condition.source.clone(), condition.reason.clone())).collect()
        }
    }
}

/// The paths by how many conditions wait for them, then in the order in which the conditions read them. A row that does not
/// qualify waits for nothing.
fn by_weight(benefit: &Benefit, tests: &[Test]) -> Vec<String> {
    let mut waits: SortedMap<String, usize> = SortedMap::new();
    for test in tests.iter().filter(|test| test.result() == Finding::Unknown) {
        for held in &test.conditions {
            let Held::Open(paths) = held else { continue };
            for path in paths {
                waits.alter(path.clone(), |n_waiting| *n_waiting += 1);
            }
        }
    }
    let reads: Vec<_> = benefit.eligible.iter().map(|condition| rules::paths(&condition.rule)).collect();
    let place = |path: &String| reads.iter().position(|paths| paths.contains(path)).unwrap_or(reads.len());
    let mut waits: Vec<(String, usize)> = waits.into_iter().collect();
    sort(&mut waits, |a, b| a.1 < b.1 || (a.1 == b.1 && place(&a.0) > place(&b.0)));
    waits.into_iter().map(|(path, _)| path).collect()
}
