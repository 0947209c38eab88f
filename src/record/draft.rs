//! The spelling of a draft: everything of [`Draft`], so that writing and reading is the identity.
//!
//! A text is a JSON string, yes or no a boolean, a choice `{"choice": code}`, rows `[1, 2]`.

use serde_json::{Map, Value};

use crate::model::{Answers, Draft, Entry, FormId, Handover, PageId, Path, RowId, SortedMap, SortedSet};

use super::{
    RecordError,
    json::{self, MAX_ENTRIES, MAX_FIELDS, MAX_ROWS, below, wrong},
    read,
};

/// The version of this spelling.
const FORMAT: u64 = 1;

/// Writes a draft.
#[must_use]
pub fn write_draft(draft: &Draft) -> Vec<u8> {
    let mut tree = vec![
        ("draft", FORMAT.into()),
        ("form", draft.form.as_str().into()),
        ("version", draft.version.into()),
    ];
    tree.extend(answers_json(&draft.answers));
    let paths =
        |paths: &SortedSet<Path>| paths.iter().map(|path| Value::from(path.as_str())).collect::<Value>();
    let mut confirmed = Vec::new();
    for (path, code) in &draft.confirmed {
        confirmed.push(Value::Array(vec![path.as_str().into(), code.as_str().into()]));
    }
    tree.extend([
        ("page", draft.page.as_ref().map_or(Value::Null, |page| page.as_str().into())),
        ("touched", paths(&draft.touched)),
        ("left", draft.left.iter().map(|page| Value::from(page.as_str())).collect()),
        ("declined", paths(&draft.declined)),
        ("confirmed", Value::Array(confirmed)),
    ]);
    if let Some(handover) = &draft.handover {
        let mut members = vec![("id", handover.id.as_str().into())];
        members.extend(handover.base.iter().flat_map(answers_json));
        tree.push(("handover", object(members)));
    }
    object(tree).to_string().into_bytes()
}

/// What was entered, and what was consented to.
fn answers_json(answers: &Answers) -> [(&'static str, Value); 2] {
    let mut entries = Map::new();
    for (path, entry) in &answers.entries {
        entries.insert(path.as_str().to_owned(), entry_json(entry));
    }
    let mut consents = Vec::new();
    for consent in &answers.consents {
        consents.push(object(vec![
            ("purpose", consent.purpose.as_str().into()),
            ("at", consent.at.as_str().into()),
        ]));
    }
    [("entries", Value::Object(entries)), ("consents", Value::Array(consents))]
}

/// An object of these members. The macro of serde_json makes code for the type of each member, which the page pays for.
fn object(members: Vec<(&str, Value)>) -> Value {
    let mut object = Map::new();
    for (key, value) in members {
        object.insert(key.to_owned(), value);
    }
    Value::Object(object)
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
    draft.answers = answers(members)?;
    draft.handover = match members.get("handover") {
        None | Some(Value::Null) => None,
        Some(handover) => Some(read_handover(json::object(handover, "/handover")?)?),
    };
    draft.page = match members.get("page") {
        None | Some(Value::Null) => None,
        Some(_) => Some(PageId::new(json::text(members, "", "page")?)),
    };
    draft.touched = texts(members, "touched")?.into_iter().map(Path::new).collect();
    draft.left = texts(members, "left")?.into_iter().map(PageId::new).collect();
    draft.declined = texts(members, "declined")?.into_iter().map(Path::new).collect();
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

fn answers(members: &Map<String, Value>) -> Result<Answers, RecordError> {
    Ok(Answers { entries: entries(members)?, consents: read::consents(members)? })
}

/// Pointers within are those of the draft itself; nobody but a program writes this.
fn read_handover(members: &Map<String, Value>) -> Result<Handover, RecordError> {
    let id = json::text(members, "/handover", "id")?.to_owned();
    let base = members.contains_key("entries").then(|| answers(members)).transpose()?;
    Ok(Handover { id, base })
}

fn entries(members: &Map<String, Value>) -> Result<SortedMap<Path, Entry>, RecordError> {
    let entries = json::object(json::member(members, "", "entries")?, "/entries")?;
    if entries.len() > MAX_ENTRIES {
        return Err(RecordError::PastLimit { what: "fields", limit: MAX_FIELDS });
    }
    let entry =
        |(path, value): (&String, &Value)| Ok((Path::new(path), entry(value, &below("/entries", path))?));
    entries.iter().map(entry).collect()
}

fn entry_json(entry: &Entry) -> Value {
    match entry {
        Entry::Text(text) => Value::from(text.as_str()),
        Entry::Choice(code) => object(vec![("choice", code.as_str().into())]),
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
