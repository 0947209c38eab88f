//! JSON text to a tree within limits, and typed look-ups that name the place where they fail.

use serde_json::{Map, Value};

use super::RecordError;

/// Bytes of a file, and of a draft.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// Objects and arrays within one another.
pub(super) const MAX_DEPTH: usize = 32;
/// Answers of a file.
pub(super) const MAX_FIELDS: usize = 2_000;
/// Things entered: each field may have the parts of an address, and each column of a table its rows. The bytes of a file
/// are the nearer limit.
pub(super) const MAX_ENTRIES: usize = 50 * MAX_FIELDS;
/// Rows of a table.
pub(super) const MAX_ROWS: usize = 500;

/// Reads a whole file.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, RecordError> {
    if bytes.len() > MAX_BYTES {
        return Err(RecordError::PastLimit { what: "bytes", limit: MAX_BYTES });
    }
    tree(bytes)
}

/// Reads a file of whatever length.
pub(super) fn tree(bytes: &[u8]) -> Result<Value, RecordError> {
    // A byte order mark is no JSON, but editors of office PCs write one.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let tree = serde_json::from_slice(bytes)
        .map_err(|error| RecordError::NotJson { line: error.line(), column: error.column() })?;
    if is_deeper(&tree, MAX_DEPTH) {
        return Err(RecordError::PastLimit { what: "levels", limit: MAX_DEPTH });
    }
    Ok(tree)
}

/// Whether a tree has more than `depth` levels. serde_json itself stops at 128, so this can recurse.
fn is_deeper(tree: &Value, depth: usize) -> bool {
    match tree {
        Value::Array(items) => depth == 0 || items.iter().any(|item| is_deeper(item, depth - 1)),
        Value::Object(members) => depth == 0 || members.values().any(|member| is_deeper(member, depth - 1)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// The pointer of a key or index below another.
pub(super) fn below(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The fault of a wrong type.
pub(super) fn wrong(pointer: &str, expected: &'static str) -> RecordError {
    RecordError::Type { pointer: pointer.to_owned(), expected }
}

/// An object.
pub(super) fn object<'a>(tree: &'a Value, pointer: &str) -> Result<&'a Map<String, Value>, RecordError> {
    tree.as_object().ok_or_else(|| wrong(pointer, "object"))
}

/// A member that must be there.
pub(super) fn member<'a>(
    members: &'a Map<String, Value>,
    pointer: &str,
    key: &str,
) -> Result<&'a Value, RecordError> {
    members.get(key).ok_or_else(|| RecordError::Missing { pointer: below(pointer, key) })
}

/// A member that must be a text.
pub(super) fn text<'a>(
    members: &'a Map<String, Value>,
    pointer: &str,
    key: &str,
) -> Result<&'a str, RecordError> {
    member(members, pointer, key)?.as_str().ok_or_else(|| wrong(&below(pointer, key), "string"))
}

/// A member that must be a whole number from 0.
pub(super) fn count(members: &Map<String, Value>, pointer: &str, key: &str) -> Result<u64, RecordError> {
    member(members, pointer, key)?.as_u64().ok_or_else(|| wrong(&below(pointer, key), "integer"))
}

/// A member that is a list of at most `limit`, or is not there.
pub(super) fn list<'a>(
    members: &'a Map<String, Value>,
    key: &'static str,
    limit: usize,
) -> Result<&'a [Value], RecordError> {
    match members.get(key) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(items)) if items.len() <= limit => Ok(items),
        Some(Value::Array(_)) => Err(RecordError::PastLimit { what: key, limit }),
        Some(Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => {
            Err(wrong(&below("", key), "array"))
        }
    }
}
