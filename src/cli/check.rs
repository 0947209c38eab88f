//! `check`: what is wrong with a file of answers.

use serde_json::{Value as Json, json};

use super::{
    args, report,
    world::{Exit, Opened, Stop, World},
};
use crate::{
    model::{Answers, Locale, Rows},
    packet,
    record::{self, RecordError},
    text::{self, Note},
    validate::{self, Issue, Severity},
};

/// Runs `check`: `{ok, issues: [{field, code, severity, message}]}`.
pub(super) fn run(world: &World, args: &args::Check) -> Result<Exit, Stop> {
    let Opened { form, .. } = world.open(&args.id)?;
    let answers = read_answers(world, &args.answers, &form)?;
    let issues = match validate::finish(&form, &answers, &world.tables(), world.today) {
        Ok(submission) => submission.warnings,
        Err(issues) => issues,
    };
    let is_ok = !issues.iter().any(|issue| issue.severity == Severity::Error);
    let at = Rows::of(&form, &answers);
    let rows: Vec<Json> = issues.iter().map(|issue| row(&form, &at, issue, world.locale)).collect();
    report::json(&json!({"ok": is_ok, "issues": rows}));
    Ok(if is_ok { Exit::Good } else { Exit::Refused })
}

/// The answers in a file, whatever holds them.
pub(super) fn read_answers(
    world: &World,
    file: &std::path::Path,
    form: &crate::model::Form,
) -> Result<Answers, Stop> {
    let bytes = world.read(file)?;
    let entered = record::read(&bytes, form).map_err(|error| bad_answers(file, &error))?;
    tell_left(world, &entered);
    Ok(entered.answers().clone())
}

/// Names the answers of an older version that were not carried over; never what they say.
pub(super) fn tell_left(world: &World, entered: &record::Entered) {
    let paths: Vec<&str> = entered.left().iter().map(crate::model::Path::as_str).collect();
    if !paths.is_empty() {
        report::note(&Note::NotCarried { paths: paths.join(", ") }, world.locale);
    }
}

/// A file that holds no answers to the form.
pub(super) fn bad_answers(file: &std::path::Path, error: &RecordError) -> Stop {
    let (file, reason) = (file.display().to_string(), error.to_string());
    Stop::refused(Note::BadAnswers { file, reason })
}

fn row(form: &crate::model::Form, rows: &Rows, issue: &Issue, locale: Locale) -> Json {
    let label = packet::label(form, rows, &issue.field, locale);
    json!({
        "field": rows.border(&issue.field),
        "code": issue.kind.code(),
        "severity": issue.severity.as_str(),
        "message": text::say(issue, &label, locale),
    })
}
