//! Stands in for `validate::state`, `finish` and `kinds` until they are here: everything is shown, what is required and
//! empty is named, and nothing else is checked.

use crate::{
    model::{Answers, Date, Datum, Form, Path, Tables, Value},
    validate::{FieldState, Issue, IssueKind, Knowledge, Severity, State},
};

pub(super) fn state(
    form: &Form,
    answers: &Answers,
    _knowledge: &dyn Fn(&Path) -> Knowledge,
    _tables: &Tables,
    _today: Date,
) -> State {
    let mut state = State::default();
    for field in &form.fields {
        let raw = answers.raw(&field.path);
        let is_entered = answers.entries.keys().any(|path| path.is_within(&field.path));
        let missing =
            Issue { field: field.path.clone(), kind: IssueKind::Required, severity: Severity::Error };
        if let Some(purpose) = field.purpose.clone().filter(|purpose| !state.consents.contains(purpose)) {
            state.consents.push(purpose);
        }
        state.fields.insert(
            field.path.clone(),
            FieldState {
                is_shown: true,
                is_required: field.is_required,
                datum: if raw.is_empty() { Datum::Absent } else { Datum::Value(Value::Text(raw.to_owned())) },
                is_derived: false,
                issues: if field.is_required && !is_entered { vec![missing] } else { Vec::new() },
                offer: None,
            },
        );
    }
    state
}

pub(super) fn finish(form: &Form, answers: &Answers, tables: &Tables, today: Date) -> Result<(), ()> {
    let state = state(form, answers, &|_| Knowledge::Left, tables, today);
    if state.fields.values().all(|field| field.issues.is_empty()) { Ok(()) } else { Err(()) }
}

pub(super) mod kinds {
    use crate::model::{Kind, Locale, Value};

    pub(crate) fn shown(_kind: &Kind, value: &Value, _locale: Locale) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) | Value::Date(_) | Value::List(_) | Value::Map(_) => {
                String::new()
            }
        }
    }

    pub(crate) fn masked(_kind: &Kind, _value: &Value) -> Option<String> {
        None
    }
}
