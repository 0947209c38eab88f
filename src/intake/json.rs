//! JSON: a list of objects, bare or under `data`, `rows`, `list`, `items` or `guides`; a single object is a list of one.

use serde_json::Value;

use super::{
    IntakeError, MOST_ROWS,
    book::{Cell, Row, Sheet, plain},
};

/// Keys under which portals wrap a list.
const WRAPS: [&str; 6] = ["guides", "data", "rows", "list", "items", "result"];

/// The objects as rows, their keys as columns; a row's number is its place in the list, from 1.
pub(super) fn sheet(text: &str) -> Result<Sheet, IntakeError> {
    let mut root: Value = serde_json::from_str(text).map_err(|error| IntakeError::Broken {
        place: format!("line {}, column {}", error.line(), error.column()),
        reason: error.to_string(),
    })?;
    for _ in 0..3 {
        let key = WRAPS
            .iter()
            .find(|key| root.get(**key).is_some_and(|inner| inner.is_array() || inner.is_object()));
        let Some(inner) = key.and_then(|key| root.get_mut(*key)) else { break };
        root = inner.take();
    }
    let objects = match root {
        Value::Array(objects) => objects,
        object @ Value::Object(_) => vec![object],
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return Err(IntakeError::Empty),
    };
    if objects.len() > MOST_ROWS {
        return Err(IntakeError::TooManyRows { found: objects.len() });
    }
    let mut sheet = Sheet::default();
    for (idx, object) in objects.into_iter().enumerate() {
        let Value::Object(members) = object else {
            let reason = "not an object".to_owned();
            return Err(IntakeError::Broken { place: format!("/{idx}"), reason });
        };
        let mut cells = Vec::new();
        for (key, value) in members {
            let column = sheet.head.iter().position(|name| *name == key).unwrap_or_else(|| {
                sheet.head.push(key);
                sheet.head.len() - 1
            });
            cells.extend(of(value).map(|cell| (column, cell)));
        }
        sheet.rows.push(Row { n: idx + 1, cells });
    }
    Ok(sheet)
}

fn of(value: Value) -> Option<Cell> {
    match value {
        Value::Null => None,
        Value::Bool(true) => plain("是"),
        Value::Bool(false) => plain("否"),
        Value::Number(number) => plain(&number.to_string()),
        Value::String(text) => plain(&text),
        Value::Array(items) if items.is_empty() => None,
        list @ (Value::Array(_) | Value::Object(_)) => Some(Cell::Json(list)),
    }
}
