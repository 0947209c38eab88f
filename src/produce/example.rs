//! What an example of a form comes to, as `lint` wants it.

use crate::{
    catalog::{Comes, Found, Tried},
    model::{Date, Form, Rows, Tables},
    record, validate,
};

/// The issues of some answers, and what each rule came to, on the day on which the form was checked, so that an example of
/// the day before a birthday stays one; `today` where the form does not say.
///
/// # Errors
/// In words, why the bytes are no answers to the form.
pub fn example(form: &Form, bytes: &[u8], tables: &Tables, today: Date) -> Result<Comes, String> {
    let entered = record::read(bytes, form).map_err(|error| error.to_string())?;
    let answers = entered.answers();
    let today = form.guide.checked_on.unwrap_or(today);
    let rows = Rows::of(form, answers);
    let issues = match validate::finish(form, answers, tables, today) {
        Ok(submission) => submission.warnings,
        Err(issues) => issues,
    };
    let found = |issue: &validate::Issue| Found {
        field: rows.border(&issue.field),
        code: issue.kind.code().to_owned(),
        severity: issue.severity.as_str().to_owned(),
    };
    let tried = validate::tried(form, answers, tables, today);
    let tried = tried.iter().map(|one| Tried { holds: one.holds, fails: one.fails });
    Ok(Comes { issues: issues.iter().map(found).collect(), tried: tried.collect() })
}
