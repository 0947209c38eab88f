//! The one place that prints: results on standard output, everything else on standard error.
//!
//! **Invariant:** with JSON wanted, standard output is that JSON and nothing else.

use std::io::{self, Write as _};

use serde_json::{Value, json};

use crate::{
    diag::Diagnostic,
    model::Locale,
    text::{self, Note},
};

/// Prints the result as JSON. A closed pipe is not our fault.
pub(super) fn json(value: &Value) {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let _closed = writeln!(io::stdout().lock(), "{text}");
}

/// Prints a result that is JSON already.
pub(super) fn raw(json: &str) {
    let _closed = writeln!(io::stdout().lock(), "{json}");
}

/// Prints `{ok, files, diagnostics}`, the JSON of the commands that have no other.
pub(super) fn outcome(is_ok: bool, files: &[String], diagnostics: &[Diagnostic], locale: Locale) {
    json(&json!({"ok": is_ok, "files": files, "diagnostics": diagnostics_json(diagnostics, locale)}));
}

/// Says something on standard error.
pub(super) fn note(note: &Note, locale: Locale) {
    line(&text::note(note, locale));
}

/// A line on standard error, already in words.
pub(super) fn line(text: &str) {
    let _closed = writeln!(io::stderr().lock(), "{text}");
}

/// Diagnostics for people, on standard error.
pub(super) fn diagnostics(diagnostics: &[Diagnostic], locale: Locale) {
    for diagnostic in diagnostics {
        let (message, hint) = text::diagnose(diagnostic, locale);
        let place = &diagnostic.place;
        let at = place.line.map_or_else(|| place.file.clone(), |line| format!("{}:{line}", place.file));
        let severity = text::severity(diagnostic.severity, locale);
        line(&format!("{at}: {severity} {}: {message}", diagnostic.code.id()));
        if !place.pointer.is_empty() {
            line(&format!("    {}", place.pointer));
        }
        if !hint.is_empty() {
            line(&format!("    {hint}"));
        }
    }
}

/// Diagnostics as the published JSON, keys always present.
pub(super) fn diagnostics_json(diagnostics: &[Diagnostic], locale: Locale) -> Value {
    diagnostics
        .iter()
        .map(|diagnostic| {
            let (message, hint) = text::diagnose(diagnostic, locale);
            json!({
                "severity": diagnostic.severity.as_str(),
                "code": diagnostic.code.id(),
                "file": diagnostic.place.file,
                "pointer": diagnostic.place.pointer,
                "line": diagnostic.place.line,
                "message": message,
                "hint": if hint.is_empty() { Value::Null } else { Value::String(hint) },
            })
        })
        .collect()
}
