//! The two ways to close a form: [`finish`] makes a submission or says what is wrong, [`survey`] says how far it is.
//!
//! **Invariant:** after either nothing is unknown; an empty field is absent.

use crate::model::{Answers, Consent, Date, Form, Kind, Path, Purpose, Tables};

use super::{
    Issue, IssueKind, Knowledge, Severity, State, Submission, Survey,
    state::{FieldState, state},
};

/// A submission where nothing blocks; otherwise every issue, warnings too, in form order and then by code, with the
/// consents that are missing at the end.
///
/// # Errors
/// Every issue, where one of them is an error.
pub fn finish(
    form: &Form,
    answers: &Answers,
    tables: &Tables,
    today: Date,
) -> Result<Submission, Vec<Issue>> {
    let state = state(form, answers, &|_| Knowledge::Left, tables, today);
    let issues = issues(form, answers, &state);
    if issues.iter().any(|issue| issue.severity == Severity::Error) {
        return Err(issues);
    }
    let survey = gather(form, answers, &state, &issues);
    Ok(Submission {
        form: form.id.clone(),
        version: form.version,
        values: survey.values,
        derived: survey.derived,
        consents: survey.consents,
        warnings: issues,
    })
}

/// What is good, open and wrong.
#[must_use]
pub fn survey(form: &Form, answers: &Answers, tables: &Tables, today: Date) -> Survey {
    let state = state(form, answers, &|_| Knowledge::Left, tables, today);
    let issues = issues(form, answers, &state);
    gather(form, answers, &state, &issues)
}

/// Every issue of a state in form order and then by code, with the consents that are missing at the end.
#[must_use]
pub fn issues(form: &Form, answers: &Answers, state: &State) -> Vec<Issue> {
    let fields = form.fields.iter().filter_map(|field| state.fields.get(&field.path));
    let of_fields = fields.flat_map(|field| field.issues.iter().cloned());
    let missing = state.consents.iter().filter(|purpose| !answers.has_consent(purpose));
    let of_consents = missing.map(|purpose| Issue {
        field: Path::new("consents").child(purpose.as_str()),
        kind: IssueKind::ConsentMissing,
        severity: Severity::Warning,
    });
    of_fields.chain(of_consents).collect()
}

fn gather(form: &Form, answers: &Answers, state: &State, issues: &[Issue]) -> Survey {
    let mut survey = Survey { consents: consents(answers, state), ..Survey::default() };
    for field in &form.fields {
        let Some(found) = state.fields.get(&field.path) else { continue };
        let is_wrong = |issue: &Issue| issue.severity == Severity::Error;
        if field.kind != Kind::Group
            && found.is_shown
            && !found.issues.iter().any(is_wrong)
            && let Some(value) = found.datum.value()
        {
            survey.values.insert(field.path.clone(), value.clone());
            if found.is_derived {
                survey.derived.insert(field.path.clone());
            }
        }
        if is_open(found, &field.path) {
            survey.open.push(field.path.clone());
        }
    }
    for issue in issues {
        match issue.severity {
            Severity::Warning => survey.warnings.push(issue.clone()),
            Severity::Error if survey.open.contains(&issue.field) && is_missing(&issue.kind) => {}
            Severity::Error => survey.wrong.push(issue.clone()),
        }
    }
    survey
}

fn is_open(found: &FieldState, path: &Path) -> bool {
    found.issues.iter().any(|issue| issue.field == *path && is_missing(&issue.kind))
}

fn is_missing(kind: &IssueKind) -> bool {
    // An answer of blanks alone is none; a name that its kind calls empty stands with it.
    matches!(kind, IssueKind::Required | IssueKind::Empty)
}

/// The consents given among those wanted, in their order, the last of each purpose.
fn consents(answers: &Answers, state: &State) -> Vec<Consent> {
    let last = |purpose: &Purpose| answers.consents.iter().rev().find(|consent| consent.purpose == *purpose);
    state.consents.iter().filter_map(last).cloned().collect()
}
