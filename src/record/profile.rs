//! A profile (`{person, household, firm}`) or any other data for rules, as a tree of datums.

use serde_json::Value as Json;

use crate::model::{Datum, Decimal, SortedMap, Value};

use super::{RecordError, json};

/// Reads a JSON object: `null` is absent; what is not there is for the reader of the tree to call unknown.
pub fn read_profile(bytes: &[u8]) -> Result<SortedMap<String, Datum>, RecordError> {
    let tree = json::parse(bytes)?;
    let members = json::object(&tree, "")?;
    members.iter().map(|(key, value)| Ok((key.clone(), datum(value, &json::below("", key))?))).collect()
}

fn datum(value: &Json, pointer: &str) -> Result<Datum, RecordError> {
    let value = match value {
        Json::Null => return Ok(Datum::Absent),
        Json::Bool(is_true) => Value::Bool(*is_true),
        Json::Number(number) => Value::Number(decimal(number).ok_or_else(|| json::wrong(pointer, "number"))?),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => {
            if items.len() > json::MAX_ROWS {
                return Err(RecordError::PastLimit { what: "rows", limit: json::MAX_ROWS });
            }
            let item = |(idx, item): (usize, &Json)| datum(item, &format!("{pointer}/{idx}"));
            Value::List(items.iter().enumerate().map(item).collect::<Result<_, _>>()?)
        }
        Json::Object(members) => {
            let member =
                |(key, value): (&String, &Json)| Ok((key.clone(), datum(value, &json::below(pointer, key))?));
            Value::Map(members.iter().map(member).collect::<Result<_, _>>()?)
        }
    };
    Ok(Datum::Value(value))
}

/// A JSON number as an exact decimal, where one holds it.
fn decimal(number: &serde_json::Number) -> Option<Decimal> {
    let text = number.to_string();
    Decimal::from_str_exact(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}
