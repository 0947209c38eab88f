//! The spelling of a draft: everything of [`Draft`], so that writing and reading is the identity.
//!
//! A text is a JSON string, yes or no a boolean, a choice `{"choice": code}`, rows `[1, 2]`.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::model::{Answers, Draft, Entry, FormId, PageId, Path, RowId, gather};

use super::{
    RecordError,
    json::{self, MAX_FIELDS, MAX_ROWS, below, wrong},
    read,
};

/// The version of this spelling.
const FORMAT: u64 = 1;
/// Each field may have the three parts of an address.
const MAX_ENTRIES: usize = MAX_FIELDS * 3;

/// Writes a draft.
#[must_use]
pub fn write_draft(draft: &Draft) -> Vec<u8> {
    let entries = draft.answers.entries.iter().map(|(path, entry)| (path.to_string(), entry_json(entry)));
    let consents = draft
        .answers
        .consents
        .iter()
        .map(|consent| json!({"purpose": consent.purpose.as_str(), "at": consent.at}));
    let pages =
        |pages: &BTreeSet<PageId>| pages.iter().map(|page| Value::from(page.as_str())).collect::<Value>();
    let paths =
        |paths: &BTreeSet<Path>| paths.iter().map(|path| Value::from(path.as_str())).collect::<Value>();
    let confirmed = draft.confirmed.iter().map(|(path, code)| json!([path.as_str(), code]));
    let tree = json!({
        "draft": FORMAT,
        "form": draft.form.as_str(),
        "version": draft.version,
        "entries": entries.collect::<Map<String, Value>>(),
        "consents": consents.collect::<Value>(),
        "page": draft.page.as_ref().map(PageId::as_str),
        "touched": paths(&draft.touched),
        "left": pages(&draft.left),
        "declined": paths(&draft.declined),
        "confirmed": confirmed.collect::<Value>(),
    });
    tree.to_string().into_bytes()
}

/// Reads a draft, of whatever form.
pub fn read_draft(bytes: &[u8]) -> Result<Draft, RecordError> {
    let tree = json::parse(bytes)?;
    from_json(json::object(&tree, "")?)
}

/// A draft out of its JSON object.
pub(super) fn from_json(members: &Map<String, Value>) -> Result<Draft, RecordError> {
    let format = json::count(members, "", "draft")?;
    if format > FORMAT {
        return Err(RecordError::Newer { found: format, known: FORMAT });
    }
    let version = json::count(members, "", "version")?;
    let version = u32::try_from(version).map_err(|_| wrong("/version", "integer"))?;
    let mut draft = Draft::new(FormId::new(json::text(members, "", "form")?), version);
    draft.answers = Answers { entries: entries(members)?, consents: read::consents(members)? };
    draft.page = match members.get("page") {
        None | Some(Value::Null) => None,
        Some(_) => Some(PageId::new(json::text(members, "", "page")?)),
    };
    draft.touched = gather::set(texts(members, "touched")?.into_iter().map(Path::new));
    draft.left = gather::set(texts(members, "left")?.into_iter().map(PageId::new));
    draft.declined = gather::set(texts(members, "declined")?.into_iter().map(Path::new));
    for (idx, pair) in json::list(members, "confirmed", MAX_ENTRIES)?.iter().enumerate() {
        match pair.as_array().map(Vec::as_slice) {
            Some([Value::String(path), Value::String(code)]) => {
                draft.confirmed.insert((Path::new(path), code.clone()));
            }
            Some(_) | None => return Err(wrong(&format!("/confirmed/{idx}"), "array")),
        }
    }
    Ok(draft)
}

fn entries(members: &Map<String, Value>) -> Result<std::collections::BTreeMap<Path, Entry>, RecordError> {
    let entries = json::object(json::member(members, "", "entries")?, "/entries")?;
    if entries.len() > MAX_ENTRIES {
        return Err(RecordError::PastLimit { what: "fields", limit: MAX_FIELDS });
    }
    let mut found = std::collections::BTreeMap::new();
    for (path, value) in entries {
        found.insert(Path::new(path), entry(value, &below("/entries", path))?);
    }
    Ok(found)
}

fn entry_json(entry: &Entry) -> Value {
    match entry {
        Entry::Text(text) => Value::from(text.as_str()),
        Entry::Choice(code) => json!({"choice": code}),
        Entry::YesNo(is_yes) => Value::from(*is_yes),
        Entry::Rows(rows) => rows.iter().map(|row| Value::from(row.0)).collect(),
    }
}

fn entry(value: &Value, pointer: &str) -> Result<Entry, RecordError> {
    match value {
        Value::String(text) => Ok(Entry::Text(text.clone())),
        Value::Bool(is_yes) => Ok(Entry::YesNo(*is_yes)),
        Value::Object(members) => Ok(Entry::Choice(json::text(members, pointer, "choice")?.to_owned())),
        Value::Array(rows) if rows.len() > MAX_ROWS => {
            Err(RecordError::PastLimit { what: "rows", limit: MAX_ROWS })
        }
        Value::Array(rows) => {
            let row = |row: &Value| row.as_u64().and_then(|row| u32::try_from(row).ok()).map(RowId);
            let rows: Option<Vec<RowId>> = rows.iter().map(row).collect();
            rows.map(Entry::Rows).ok_or_else(|| wrong(pointer, "integer"))
        }
        Value::Null | Value::Number(_) => Err(wrong(pointer, "string")),
    }
}

fn texts<'a>(members: &'a Map<String, Value>, key: &'static str) -> Result<Vec<&'a str>, RecordError> {
    let items = json::list(members, key, MAX_ENTRIES)?.iter().enumerate();
    items.map(|(idx, item)| item.as_str().ok_or_else(|| wrong(&format!("/{key}/{idx}"), "string"))).collect()
}
