//! # F020 An example that does not do what its name says
//!
//! `answers/minimal.json` and `answers/full.json` must finish; `answers/refused-….json` must give exactly the issues that
//! `answers/refused-….issues.json` lists. What an example comes to is worked out by other rooms and handed in.
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

use super::{Sources, finished, form, has_errors, wire};
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

/// What answers come to, or why they can not be read.
pub type Run<'a> = dyn Fn(&Form, &[u8]) -> Result<Vec<Found>, String> + 'a;

/// Runs every example of a form; `run` says what answers come to, or why they can not be read.
#[must_use]
pub fn examples(sources: &Sources, name: &str, run: &Run<'_>) -> Vec<Diagnostic> {
    let (read, diagnostics) = form(sources, name);
    let Some((form, _)) = read.filter(|_| !has_errors(&diagnostics)) else { return Vec::new() };
    let folder = format!("{}answers/", name.strip_suffix("form.json").unwrap_or_default());
    let mut diagnostics = Vec::new();
    for (file, bytes) in sources.0.range(folder.clone()..).take_while(|(file, _)| file.starts_with(&folder)) {
        let stem = file.strip_prefix(&folder).and_then(|file| file.strip_suffix(".json")).unwrap_or_default();
        if stem.is_empty() || stem.ends_with(".issues") {
            continue;
        }
        let list = sources.0.get(&format!("{folder}{stem}.issues.json"));
        if let Some(found) = outcome(stem, list.map(Vec::as_slice), run(&form, bytes)) {
            diagnostics.push(Diagnostic::new(Code::ExampleDiffers { found }, file, ""));
        }
    }
    finished(sources, diagnostics)
}

/// What was found, where that is not what the name says.
fn outcome(stem: &str, list: Option<&[u8]>, found: Result<Vec<Found>, String>) -> Option<String> {
    let found = match found {
        Ok(found) => found,
        Err(reason) => return Some(reason),
    };
    let is_good = if stem.starts_with("refused") {
        let has_errors = found.iter().any(|issue| issue.severity == "error");
        has_errors && list.and_then(listed).as_ref() == Some(&found)
    } else {
        !found.iter().any(|issue| issue.severity == "error")
    };
    (!is_good).then(|| spelled(&found))
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

    #[test]
    fn names_are_kept() {
        assert_eq!(outcome("minimal", None, Ok(found(&[]))), None);
        assert_eq!(outcome("minimal", None, Ok(found(&["check"]))).as_deref(), Some("a check"));
        assert_eq!(outcome("refused-x", Some(LIST), Ok(found(&["check"]))), None);
        assert_eq!(outcome("refused-x", Some(LIST), Ok(found(&["format"]))).as_deref(), Some("a format"));
        assert_eq!(outcome("refused-x", Some(LIST), Ok(found(&[]))).as_deref(), Some("–"));
        assert_eq!(outcome("refused-x", None, Ok(found(&["check"]))).as_deref(), Some("a check"));
        assert_eq!(outcome("full", None, Err("no JSON".into())).as_deref(), Some("no JSON"));
    }
}
