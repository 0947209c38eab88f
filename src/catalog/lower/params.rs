//! Parameters: each row a value and the days on which it holds.

use serde_json::Value as Json;

use super::{date, fields::number};
use crate::{
    catalog::wire::text,
    model::{Date, ParamRow, Params, Value},
};

/// Lowers `params`: lists of rows by name.
pub(super) fn lower(value: Option<&Json>) -> Params {
    let mut params = Params::default();
    for (name, rows) in value.and_then(Json::as_object).into_iter().flatten() {
        let rows = rows.as_array().into_iter().flatten().filter_map(row).collect();
        params.0.insert(name.clone(), rows);
    }
    params
}

fn row(row: &Json) -> Option<ParamRow> {
    Some(ParamRow {
        valid_from: date(row, "validFrom")?,
        valid_to: date(row, "validTo"),
        value: row.get("value").and_then(scalar),
        source: text(row, "source").map(str::to_owned),
    })
}

/// A text that is a day is one.
fn scalar(value: &Json) -> Option<Value> {
    match value {
        Json::Bool(yes) => Some(Value::Bool(*yes)),
        Json::Number(_) => number(Some(value)).map(Value::Number),
        Json::String(text) => {
            Some(Date::parse_iso(text).map_or_else(|| Value::Text(text.clone()), Value::Date))
        }
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}
