//! One bundled JSON Schema of a form's answers, for any JSON Schema tool.

use serde_json::Value;

use crate::model::Form;

/// One bundled JSON Schema 2020-12 of a form's exported answers.
#[must_use]
pub fn schema(_form: &Form) -> Value {
    Value::Null
}
