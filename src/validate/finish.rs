//! The two ways to close a form: [`finish`] makes a submission or says what is wrong, [`survey`] says how far it is.
//!
//! **Invariant:** after either nothing is unknown; an empty field is absent.

use crate::model::{Answers, Consent, Date, Form, Path, Purpose, Tables};

use super::{
    Issue, IssueKind, Knowledge, Severity, State, Submission, Survey,
    plan::Plan,
    state::{FieldState, state_on},
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
    let plan = Plan::new(form, answers);
    let state = state_on(&plan, form, answers, &|_| Knowledge::Left, tables, today);
    let issues = issues(&plan, answers, &state);
    if issues.iter().any(|issue| issue.severity == Severity::Error) {
        return Err(issues);
    }
    let survey = gather(form, answers, &state, &issues);
    Ok(Submission {
        form: form.id.clone(),
        version: form.version,
        values: survey.values,
        rows: survey.rows,
        derived: survey.derived,
        consents: survey.consents,
        warnings: issues,
    })
}

/// What is good, open and wrong.
#[must_use]
pub fn survey(form: &Form, answers: &Answers, tables: &Tables, today: Date) -> Survey {
    let plan = Plan::new(form, answers);
    let state = state_on(&plan, form, answers, &|_| Knowledge::Left, tables, today);
    let issues = issues(&plan, answers, &state);
    gather(form, answers, &state, &issues)
}

/// Every issue of a state that was worked out on a plan, in form order and then by code, with the consents that are missing
/// at the end.
#[must_use]
pub fn issues(plan: &Plan, answers: &Answers, state: &State) -> Vec<Issue> {
    let fields = plan.places().filter_map(|(_, _, rank)| state.fields.nth(rank));
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
    for place in state.rows.places(form) {
        let Some(found) = state.fields.get(&place.path) else { continue };
        let is_wrong = |issue: &Issue| issue.severity == Severity::Error;
        let has_rows = !place.is_row && !state.rows.table(&place.path).is_empty();
        if has_rows && found.is_shown {
            survey.rows.0.insert(place.path.clone(), state.rows.table(&place.path).to_vec());
        }
        if !place.field.kind.is_frame()
            && found.is_shown
            && !found.issues.iter().any(is_wrong)
            && let Some(value) = found.datum.value()
        {
            survey.values.insert(place.path.clone(), value.clone());
            if found.is_derived {
                survey.derived.insert(place.path.clone());
            }
        }
        if is_open(found, &place.path) {
            survey.open.push(place.path.clone());
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
