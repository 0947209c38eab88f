//! The spelling of a draft: everything of [`Draft`], so that writing and reading is the identity.
//!
//! A text is a JSON string, yes or no a boolean, a choice `{"choice": code}`, rows `[1, 2]`.

use serde_json::{Map, Value};

use crate::model::{Answers, Draft, Entry, FormId, Handover, PageId, Path, RowId, SortedMap};

use super::{
    RecordError,
    json::{self, MAX_ENTRIES, MAX_FIELDS, MAX_ROWS, below, wrong},
    read,
};

/// The version of this spelling.
const FORMAT: u64 = 1;

/// Writes a draft: straight into bytes, for a draft of a thousand answers is written twice a second while somebody types.
#[must_use]
pub fn write_draft(draft: &Draft) -> Vec<u8> {
    let mut out = Spelling(Vec::with_capacity(256 + 48 * draft.answers.entries.len()));
    out.raw("{\"draft\":");
    out.number(FORMAT);
    out.key("form");
    out.text(draft.form.as_str());
    out.key("version");
    out.number(draft.version.into());
    out.answers(&draft.answers);
    out.key("page");
    match &draft.page {
        Some(page) => out.text(page.as_str()),
        None => out.raw("null"),
    }
    out.key("touched");
    out.list("[", "]", &draft.touched, |out, path| out.text(path.as_str()));
    out.key("left");
    out.list("[", "]", &draft.left, |out, page| out.text(page.as_str()));
    out.key("declined");
    out.list("[", "]", &draft.declined, |out, path| out.text(path.as_str()));
    out.key("confirmed");
    out.list("[", "]", &draft.confirmed, |out, (path, code)| {
        out.list("[", "]", [path.as_str(), code], Spelling::text);
    });
    if let Some(handover) = &draft.handover {
        out.key("handover");
        out.raw("{\"id\":");
        out.text(&handover.id);
        if let Some(base) = &handover.base {
            out.answers(base);
        }
        out.raw("}");
    }
    out.raw("}");
    out.0
}

/// JSON on its way into bytes.
struct Spelling(Vec<u8>);

impl Spelling {
    fn raw(&mut self, json: &str) {
        self.0.extend_from_slice(json.as_bytes());
    }

    fn text(&mut self, text: &str) {
        // Memory takes every byte, and a text is always JSON.
        let _ = serde_json::to_writer(&mut self.0, text);
    }

    fn number(&mut self, number: u64) {
        self.raw(&number.to_string());
    }

    /// Before a member that is not the first.
    fn key(&mut self, key: &str) {
        self.raw(",");
        self.text(key);
        self.raw(":");
    }

    fn list<T>(
        &mut self,
        begin: &str,
        end: &str,
        items: impl IntoIterator<Item = T>,
        mut item: impl FnMut(&mut Self, T),
    ) {
        self.raw(begin);
        for (idx, each) in items.into_iter().enumerate() {
            if idx > 0 {
                self.raw(",");
            }
            item(self, each);
        }
        self.raw(end);
    }

    /// What was entered, and what was consented to: two members that are not the first.
    fn answers(&mut self, answers: &Answers) {
        self.key("entries");
        self.list("{", "}", &answers.entries, |out, (path, entry)| {
            out.text(path.as_str());
            out.raw(":");
            out.entry(entry);
        });
        self.key("consents");
        self.list("[", "]", &answers.consents, |out, consent| {
            out.raw("{\"purpose\":");
            out.text(consent.purpose.as_str());
            out.key("at");
            out.text(&consent.at);
            out.raw("}");
        });
    }

    fn entry(&mut self, entry: &Entry) {
        match entry {
            Entry::Text(text) => self.text(text),
            Entry::Choice(code) => {
                self.raw("{\"choice\":");
                self.text(code);
                self.raw("}");
            }
            Entry::YesNo(is_yes) => self.raw(if *is_yes { "true" } else { "false" }),
            Entry::Rows(rows) => self.list("[", "]", rows, |out, row| out.number(row.0.into())),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Consent, Purpose};

    #[test]
    fn a_draft_has_one_spelling() {
        let mut draft = Draft::new(FormId::new("T1"), 2);
        let entries = [
            ("who.name", Entry::Text("王\"\\\n\u{1}".to_owned())),
            ("who.sex", Entry::Choice("1".to_owned())),
            ("byAgent", Entry::YesNo(true)),
            ("family", Entry::Rows(vec![RowId(3), RowId(1)])),
        ];
        draft.answers.entries = entries.into_iter().map(|(path, entry)| (Path::new(path), entry)).collect();
        draft.answers.consents.push(Consent { purpose: Purpose::new("bank"), at: "now".to_owned() });
        draft.page = Some(PageId::new("who"));
        draft.confirmed.insert((Path::new("who.name"), "length".to_owned()));
        let bytes = write_draft(&draft);
        let text = std::str::from_utf8(&bytes).unwrap();
        assert_eq!(
            text,
            concat!(
                r#"{"draft":1,"form":"T1","version":2,"entries":{"byAgent":true,"family":[3,1],"#,
                r#""who.name":"王\"\\\n\u0001","who.sex":{"choice":"1"}},"#,
                r#""consents":[{"purpose":"bank","at":"now"}],"page":"who","touched":[],"left":[],"#,
                r#""declined":[],"confirmed":[["who.name","length"]]}"#
            )
        );
        assert_eq!(read_draft(&bytes), Ok(draft));
    }
}
