//! # F020 An example that does not do what its name says
//!
//! `answers/minimal.json` and `answers/full.json` must finish; `answers/refused-….json` must give exactly the issues that
//! `answers/refused-….issues.json` lists, on the day that the guide's `checkedOn` names. What an example comes to is worked out by other rooms
//! and handed in.
//!
//! Good:
//!
//! ```json answers/full.json
//! {"answers": {"books": 10}}
//! ```
//!
//! Bad, at `answers/full.json`:
//!
//! ```json answers/full.json
//! {"answers": {"books": 11}}
//! ```
use serde_json::Value;

use super::{Sources, Tried, finished, form, has_errors, untried::untried, wire};
use crate::{
    diag::{Code, Diagnostic},
    model::Form,
};

/// An issue of an example: field, code, severity, as the list beside the example spells them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The field at the border, `family[0].name`.
    pub field: String,
    /// The code.
    pub code: String,
    /// `error` or `warning`.
    pub severity: String,
}

/// What answers come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comes {
    /// Every issue, warnings too.
    pub issues: Vec<Found>,
    /// What each rule of the form came to, in their order.
    pub tried: Vec<Tried>,
}

/// What answers come to, or why they can not be read.
pub type Run<'a> = dyn Fn(&Form, &[u8]) -> Result<Comes, String> + 'a;

/// An example that was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    /// Its file.
    pub file: String,
    /// What came of it.
    pub outcome: Outcome,
    /// What each rule of the form came to.
    pub tried: Vec<Tried>,
}

/// What came of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It passes, as its name says.
    Passes,
    /// It is refused for exactly the listed issues.
    Refused(Vec<Found>),
    /// It does something else than its name says.
    Differs {
        /// All that was found.
        found: Vec<Found>,
        /// What is listed, and was not found.
        missing: Vec<Found>,
        /// What was found, and is not listed.
        extra: Vec<Found>,
    },
    /// It can not be read as answers to the form.
    Unreadable(String),
}

impl Ran {
    /// The fault of an example that does not do what its name says.
    #[must_use]
    pub fn fault(&self) -> Option<Diagnostic> {
        let found = match &self.outcome {
            Outcome::Passes | Outcome::Refused(_) => return None,
            Outcome::Differs { found, .. } => spelled(found),
            Outcome::Unreadable(reason) => reason.clone(),
        };
        let mut fault = Diagnostic::new(Code::ExampleDiffers { found }, &self.file, "");
        fault.place.line = Some(1);
        Some(fault)
    }
}

/// Runs every example of a form without an error; `run` says what answers come to, or why they can not be read.
#[must_use]
pub fn runs(sources: &Sources, name: &str, run: &Run<'_>) -> Vec<Ran> {
    let (read, diagnostics) = form(sources, name);
    let Some((form, _)) = read.filter(|_| !has_errors(&diagnostics)) else { return Vec::new() };
    let folder = format!("{}answers/", name.strip_suffix("form.json").unwrap_or_default());
    let mut ran = Vec::new();
    for (file, bytes) in sources.0.range(folder.clone()..).take_while(|(file, _)| file.starts_with(&folder)) {
        let stem = file.strip_prefix(&folder).and_then(|file| file.strip_suffix(".json")).unwrap_or_default();
        if stem.is_empty() || stem.ends_with(".issues") {
            continue;
        }
        let list = sources.0.get(&format!("{folder}{stem}.issues.json"));
        let (found, tried) = match run(&form, bytes) {
            Ok(Comes { issues, tried }) => (Ok(issues), tried),
            Err(reason) => (Err(reason), Vec::new()),
        };
        let outcome = outcome(stem, list.map(Vec::as_slice), found);
        ran.push(Ran { file: file.clone(), outcome, tried });
    }
    ran
}

/// The faults of every example of a form, and the rules that they do not try.
#[must_use]
pub fn examples(sources: &Sources, name: &str, run: &Run<'_>) -> Vec<Diagnostic> {
    let ran = runs(sources, name, run);
    let mut faults: Vec<Diagnostic> = ran.iter().filter_map(Ran::fault).collect();
    faults.extend(untried(sources, name, &ran));
    finished(sources, faults)
}

/// What was found, held against what the name says.
fn outcome(stem: &str, list: Option<&[u8]>, found: Result<Vec<Found>, String>) -> Outcome {
    let found = match found {
        Ok(found) => found,
        Err(reason) => return Outcome::Unreadable(reason),
    };
    let has_errors = found.iter().any(|issue| issue.severity == "error");
    if !stem.starts_with("refused") {
        let extra = found.iter().filter(|issue| issue.severity == "error").cloned().collect();
        let missing = Vec::new();
        return if has_errors { Outcome::Differs { found, missing, extra } } else { Outcome::Passes };
    }
    let listed = list.and_then(listed);
    if has_errors && listed.as_ref() == Some(&found) {
        return Outcome::Refused(found);
    }
    let listed = listed.unwrap_or_default();
    let without =
        |some: &[Found], other: &[Found]| some.iter().filter(|one| !other.contains(one)).cloned().collect();
    Outcome::Differs { missing: without(&listed, &found), extra: without(&found, &listed), found }
}

fn listed(bytes: &[u8]) -> Option<Vec<Found>> {
    let root = wire::read(bytes).ok()?;
    let issue = |value: &Value| {
        let text = |key| wire::text(value, key).map(str::to_owned);
        Some(Found { field: text("field")?, code: text("code")?, severity: text("severity")? })
    };
    root.as_array()?.iter().map(issue).collect()
}

/// `tier check, consents.bank consent_missing`; a dash where there is nothing.
fn spelled(found: &[Found]) -> String {
    if found.is_empty() {
        return "–".to_owned();
    }
    found.iter().map(|issue| format!("{} {}", issue.field, issue.code)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(codes: &[&str]) -> Vec<Found> {
        let issue = |code: &&str| Found { field: "a".into(), code: (*code).into(), severity: "error".into() };
        codes.iter().map(issue).collect()
    }

    const LIST: &[u8] = br#"[{"field": "a", "code": "check", "severity": "error"}]"#;

    fn check(stem: &str, list: Option<&[u8]>, result: Result<Vec<Found>, String>) -> Option<String> {
        let fault =
            Ran { file: String::new(), outcome: outcome(stem, list, result), tried: Vec::new() }.fault()?;
        let Code::ExampleDiffers { found } = fault.code else { return None };
        Some(found)
    }

    #[test]
    fn names_are_kept() {
        assert_eq!(check("minimal", None, Ok(found(&[]))), None);
        assert_eq!(check("minimal", None, Ok(found(&["check"]))).as_deref(), Some("a check"));
        assert_eq!(check("refused-x", Some(LIST), Ok(found(&["check"]))), None);
        assert_eq!(check("refused-x", Some(LIST), Ok(found(&["format"]))).as_deref(), Some("a format"));
        assert_eq!(check("refused-x", Some(LIST), Ok(found(&[]))).as_deref(), Some("–"));
        assert_eq!(check("refused-x", None, Ok(found(&["check"]))).as_deref(), Some("a check"));
        assert_eq!(check("full", None, Err("no JSON".into())).as_deref(), Some("no JSON"));
    }

    #[test]
    fn what_differs_is_named() {
        assert_eq!(
            outcome("refused-x", Some(LIST), Ok(found(&["format"]))),
            Outcome::Differs {
                found: found(&["format"]),
                missing: found(&["check"]),
                extra: found(&["format"])
            }
        );
    }
}
