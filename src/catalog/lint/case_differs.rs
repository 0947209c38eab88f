//! # F081 A boundary case that comes to something else
//!
//! `cases.json` beside a benefit's form holds profiles on either side of each condition, with what they must come to on the day
//! `today`: `result`; where it says them, `because` (the conditions that fail, counted from 0), `missing` (what it waits for) and `amount`. What
//! a case comes to is worked out by other rooms and handed in.
//!
//! Good:
//!
//! ```json benefits/GLASSES/cases.json
//! [{"name": "60岁", "today": "2026-11-23", "profile": {"person": {"birthDate": "1966-11-23"}}, "result": "eligible"}]
//! ```
//!
//! Bad, at `benefits/GLASSES/cases.json/3`:
//!
//! ```json benefits/GLASSES/cases.json
//! [{"name": "差一天60岁", "today": "2026-11-23", "profile": {"person": {"birthDate": "1966-11-24"}}, "result": "eligible"}]
//! ```
use serde_json::Value;

use super::{
    Sources, Tried, case_untried, finished, form, has_errors,
    wire::{self, Fault, Pointer, list, text, texts},
};
use crate::{
    catalog::{described, sources},
    diag::{Diagnostic, Lint},
    model::{Date, Form, FormKind},
};

/// What a case comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseComes {
    /// `eligible`, `not_eligible`, `unknown`.
    pub result: String,
    /// The conditions that fail, counted from 0.
    pub because: Vec<usize>,
    /// What it waits for.
    pub missing: Vec<String>,
    /// The amount.
    pub amount: Option<String>,
    /// What each condition came to.
    pub tried: Vec<Tried>,
}

/// What a profile comes to: the benefit, the profile form where the catalogue has one, the profile's bytes and the day. Why it can
/// not be read, or what contradicts what in it.
pub type CaseRun<'a> = dyn Fn(&Form, Option<&Form>, &[u8], Date) -> Result<CaseComes, String> + 'a;

/// The cases of a benefit without an error that come to something else, and the conditions that they do not try.
#[must_use]
pub fn cases(sources: &Sources, name: &str, run: &CaseRun<'_>) -> Vec<Diagnostic> {
    let Some(file) = sources::cases_of(name) else { return Vec::new() };
    let Some(Ok(root)) = sources.0.get(&file).map(|bytes| wire::read(bytes)) else { return Vec::new() };
    let (read, diagnostics) = form(sources, name);
    let Some((benefit, inlined)) = read.filter(|_| !has_errors(&diagnostics)) else { return Vec::new() };
    if !matches!(benefit.kind, FormKind::Benefit(_)) {
        return Vec::new();
    }
    let profile = form(sources, sources::PROFILE).0.map(|(form, _)| form);
    let (mut faults, mut ran) = (Vec::new(), Vec::new());
    for (idx, case) in root.as_array().into_iter().flatten().enumerate() {
        let at = Pointer::root().idx(idx);
        // What is not spelled as it should be has its fault.
        let day = text(case, "today").and_then(Date::parse_iso);
        let (Some(today), Some(told)) = (day, case.get("profile")) else { continue };
        let bytes = serde_json::to_vec(told).unwrap_or_default();
        match run(&benefit, profile.as_ref(), &bytes, today) {
            Ok(comes) => {
                faults.extend(differs(case, &comes).map(|found| at.lint(Lint::CaseDiffers, &found)));
                ran.push(comes);
            }
            Err(reason) => faults.push(at.lint(Lint::CaseDiffers, &reason)),
        }
    }
    let has_faults = !faults.is_empty();
    let mut found = described(faults, &file);
    if !has_faults {
        let untried: Vec<Fault> = case_untried::check(&benefit, &ran);
        found.extend(super::placed(untried, &inlined, name));
    }
    finished(sources, found)
}

/// What a case comes to, where that is not what it says.
fn differs(case: &Value, comes: &CaseComes) -> Option<String> {
    let mut found = Vec::new();
    if text(case, "result") != Some(comes.result.as_str()) {
        found.push(comes.result.clone());
    }
    if case.get("because").is_some_and(|value| !value.is_null()) {
        let said: Vec<u64> = list(case, "because").iter().filter_map(Value::as_u64).collect();
        if said != comes.because.iter().map(|idx| *idx as u64).collect::<Vec<_>>() {
            found.push(format!("because {:?}", comes.because));
        }
    }
    if case.get("missing").is_some_and(|value| !value.is_null()) {
        let (mut said, mut missing) = (texts(case, "missing"), comes.missing.clone());
        said.sort();
        missing.sort();
        if said != missing {
            found.push(format!("missing {missing:?}"));
        }
    }
    if case.get("amount").is_some_and(|value| !value.is_null())
        && text(case, "amount") != comes.amount.as_deref()
    {
        found.push(format!("amount {}", comes.amount.as_deref().unwrap_or("–")));
    }
    (!found.is_empty()).then(|| found.join(", "))
}
