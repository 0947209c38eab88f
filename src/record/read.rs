//! An exported file, bare answers or a draft, as what was entered.
//!
//! **Invariant:** what the form does not have is refused by its place, never dropped in silence. A computed answer is
//! not entered, so it is left out: it is computed again. A file of an older version goes through the form's steps (`migrate`), and
//! what they do not carry is named.

use serde_json::{Map, Value};

use crate::model::{
    Answers, Attached, Consent, Draft, Entry, Field, Form, Kind, Path, Purpose, RowId, SortedMap,
};

use super::{
    RecordError, draft,
    json::{self, MAX_ENTRIES, MAX_FIELDS, MAX_ROWS, below, wrong},
    migrate,
};

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entered {
    /// An exported file.
    Export(Export),
    /// Bare answers.
    Answers(Answers),
    /// A draft, and what of an older one was not carried over.
    Draft(Draft, Vec<Path>),
}

/// An exported file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The version of the form.
    pub version: u32,
    /// Answers and consents, as this version of the form has them.
    pub answers: Answers,
    /// Where answers of an older version stood that this one does not take over.
    pub left: Vec<Path>,
    /// The digest that the file states; whether it is true is for the caller to see.
    pub digest: Option<String>,
}

impl Entered {
    /// The answers, whatever holds them.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        match self {
            Self::Export(export) => &export.answers,
            Self::Answers(answers) => answers,
            Self::Draft(draft, _) => &draft.answers,
        }
    }

    /// Where answers of an older version stood that the form does not take over.
    #[must_use]
    pub fn left(&self) -> &[Path] {
        match self {
            Self::Export(export) => &export.left,
            Self::Answers(_) => &[],
            Self::Draft(_, left) => left,
        }
    }
}

/// Reads an exported file, bare answers or a draft of a form.
pub fn read(bytes: &[u8], form: &Form) -> Result<Entered, RecordError> {
    let tree = json::parse(bytes)?;
    let members = json::object(&tree, "")?;
    if members.contains_key("draft") && form.field(&Path::new("draft")).is_none() {
        let draft = draft::from_json(members)?;
        same_form(form, draft.form.as_str(), u64::from(draft.version))?;
        let migrated = migrate(form, draft);
        return Ok(Entered::Draft(migrated.draft, migrated.left));
    }
    if members.get("form").is_some_and(Value::is_string) && members.contains_key("answers") {
        return export(members, form).map(Entered::Export);
    }
    answers(members, "", form).map(Entered::Answers)
}

/// Reads a profile as answers to the profile form, with the paths that were told to be nothing (`null`). What the form does not
/// ask is passed over: a profile may serve more than one catalogue.
pub fn read_told(bytes: &[u8], form: &Form) -> Result<(Answers, Vec<Path>), RecordError> {
    let tree = json::parse(bytes)?;
    let (mut answers, mut absent) = (Answers::default(), Vec::new());
    flat(json::object(&tree, "")?, "", &Path::new(""), &mut answers, &mut absent)?;
    answers.entries.retain(|path, _| form.field(path).is_some());
    // No row and no choice are nothing too.
    let is_empty = |entry: &Entry| matches!(entry, Entry::Rows(rows) if rows.is_empty());
    absent.extend(answers.entries.iter().filter(|(_, entry)| is_empty(entry)).map(|(path, _)| path.clone()));
    let is_table = |path: &Path| form.field(path).is_some_and(|field| field.kind == Kind::Rows);
    answers.entries.retain(|path, entry| !matches!(entry, Entry::Rows(_)) || is_table(path));
    Ok((answers, absent))
}

fn export(members: &Map<String, Value>, form: &Form) -> Result<Export, RecordError> {
    let version = json::count(members, "", "version")?;
    same_form(form, json::text(members, "", "form")?, version)?;
    let entered = json::object(json::member(members, "", "answers")?, "/answers")?;
    let consents = consents(members)?;
    let version = u32::try_from(version).unwrap_or(form.version);
    let (mut answers, left) = if version < form.version {
        let mut draft = Draft::new(form.id.clone(), version);
        flat(entered, "/answers", &Path::new(""), &mut draft.answers, &mut Vec::new())?;
        // What is computed is computed again.
        draft.answers.entries.retain(|path, _| form.field(path).is_none_or(|field| !field.is_read_only));
        let migrated = migrate(form, draft);
        (migrated.draft.answers, migrated.left)
    } else {
        (answers(entered, "/answers", form)?, Vec::new())
    };
    answers.consents = consents;
    let digest = match members.get("digest") {
        None | Some(Value::Null) => None,
        Some(Value::String(digest)) => Some(digest.clone()),
        Some(Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            return Err(wrong("/digest", "string"));
        }
    };
    Ok(Export { version, answers, left, digest })
}

/// The consents of an exported file or a draft.
pub(super) fn consents(members: &Map<String, Value>) -> Result<Vec<Consent>, RecordError> {
    let consent = |(idx, item): (usize, &Value)| {
        let pointer = format!("/consents/{idx}");
        let members = json::object(item, &pointer)?;
        Ok(Consent {
            purpose: Purpose::new(json::text(members, &pointer, "purpose")?),
            at: json::text(members, &pointer, "at")?.to_owned(),
        })
    };
    json::list(members, "consents", 100)?.iter().enumerate().map(consent).collect()
}

fn same_form(form: &Form, found: &str, version: u64) -> Result<(), RecordError> {
    if found != form.id.as_str() {
        return Err(RecordError::OtherForm { found: found.to_owned(), wanted: form.id.to_string() });
    }
    if version > u64::from(form.version) {
        return Err(RecordError::Newer { found: version, known: form.version.into() });
    }
    Ok(())
}

fn answers(members: &Map<String, Value>, pointer: &str, form: &Form) -> Result<Answers, RecordError> {
    let fields = form.fields.iter().map(|field| (&field.path, field)).collect();
    let mut reader = Reader { fields, answers: Answers::default() };
    reader.group(members, pointer, &Path::new(""))?;
    Ok(reader.answers)
}

/// Answers of a version whose questions are not known: each text, number and yes or no at its place; and what is null.
fn flat(
    members: &Map<String, Value>,
    pointer: &str,
    group: &Path,
    answers: &mut Answers,
    absent: &mut Vec<Path>,
) -> Result<(), RecordError> {
    for (key, value) in members {
        let pointer = below(pointer, key);
        if key.contains(['.', '#', '@']) {
            return Err(RecordError::UnknownPath { pointer });
        }
        let path = group.child(key);
        let entry = match value {
            Value::Null => {
                absent.push(path);
                continue;
            }
            Value::Object(members) if is_attachment(members) => Entry::Text(attachment(members, &pointer)?),
            Value::Object(members) => {
                flat(members, &pointer, &path, answers, absent)?;
                continue;
            }
            Value::Array(rows) if rows.len() > MAX_ROWS => {
                return Err(RecordError::PastLimit { what: "rows", limit: MAX_ROWS });
            }
            // Several choices; rows of a table are objects.
            Value::Array(items) if items.iter().all(Value::is_string) && !items.is_empty() => {
                let codes: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                Entry::Text(codes.join(","))
            }
            Value::Array(rows) => {
                let n_rows = u32::try_from(rows.len()).unwrap_or(u32::MAX);
                for (id, row) in (0..n_rows).zip(rows) {
                    let pointer = below(&pointer, &id.to_string());
                    flat(json::object(row, &pointer)?, &pointer, &path.row(RowId(id)), answers, absent)?;
                }
                Entry::Rows((0..n_rows).map(RowId).collect())
            }
            Value::String(text) if text.is_empty() => continue,
            Value::String(text) => Entry::Text(text.clone()),
            Value::Bool(is_yes) => Entry::YesNo(*is_yes),
            Value::Number(number) => Entry::Text(integer(number)),
        };
        answers.entries.insert(path, entry);
        if answers.entries.len() > MAX_FIELDS * 3 {
            return Err(RecordError::PastLimit { what: "fields", limit: MAX_FIELDS });
        }
    }
    Ok(())
}

/// Whether an object is what stands for a file.
fn is_attachment(members: &Map<String, Value>) -> bool {
    members.len() == Attached::PARTS.len() && Attached::PARTS.iter().all(|part| members.contains_key(*part))
}

/// What is entered for a file; whether it is right, its kind says.
fn attachment(members: &Map<String, Value>, pointer: &str) -> Result<String, RecordError> {
    if let Some(key) = members.keys().find(|key| !Attached::PARTS.contains(&key.as_str())) {
        return Err(RecordError::UnknownPath { pointer: below(pointer, key) });
    }
    let [sha256, media_type, n_bytes] = Attached::PARTS;
    let sha256 = json::text(members, pointer, sha256)?;
    let media_type = json::text(members, pointer, media_type)?;
    let n_bytes = json::count(members, pointer, n_bytes)?;
    Ok(format!("{sha256} {media_type} {n_bytes}"))
}

struct Reader<'a> {
    fields: SortedMap<&'a Path, &'a Field>,
    answers: Answers,
}

impl Reader<'_> {
    fn group(
        &mut self,
        members: &Map<String, Value>,
        pointer: &str,
        group: &Path,
    ) -> Result<(), RecordError> {
        for (key, value) in members {
            let pointer = below(pointer, key);
            // A dot in a key would reach into another group.
            let path = if key.contains(['.', '#']) { None } else { Some(group.child(key)) };
            let field = path.and_then(|path| Some((self.fields.get(&path.template()).copied()?, path)));
            let (field, path) = field.ok_or_else(|| RecordError::UnknownPath { pointer: pointer.clone() })?;
            if !value.is_null() && !field.is_read_only {
                self.field(field, &path, value, &pointer)?;
            }
        }
        Ok(())
    }

    fn field(&mut self, field: &Field, path: &Path, value: &Value, pointer: &str) -> Result<(), RecordError> {
        match &field.kind {
            Kind::Group => self.group(json::object(value, pointer)?, pointer, path),
            Kind::Rows => self.rows(value, pointer, path),
            Kind::Address => self.address(json::object(value, pointer)?, pointer, path),
            Kind::Integer => {
                let number = value.as_number().ok_or_else(|| wrong(pointer, "integer"))?;
                self.enter(path, Entry::Text(integer(number)))
            }
            Kind::YesNo => {
                let is_yes = value.as_bool().ok_or_else(|| wrong(pointer, "boolean"))?;
                self.enter(path, Entry::YesNo(is_yes))
            }
            Kind::Choice(_) => {
                let code = value.as_str().ok_or_else(|| wrong(pointer, "string"))?;
                self.enter(path, Entry::Choice(code.to_owned()))
            }
            Kind::Decimal => {
                let number = value.as_number().ok_or_else(|| wrong(pointer, "number"))?;
                self.enter(path, Entry::Text(integer(number)))
            }
            Kind::Attachment(_) => {
                let text = attachment(json::object(value, pointer)?, pointer)?;
                self.enter(path, Entry::Text(text))
            }
            Kind::Choices(_) => {
                let items = value.as_array().ok_or_else(|| wrong(pointer, "array"))?;
                let code = |(idx, item): (usize, &Value)| {
                    let text = item.as_str().map(str::to_owned);
                    text.ok_or_else(|| wrong(&below(pointer, &idx.to_string()), "string"))
                };
                let codes: Vec<String> = items.iter().enumerate().map(code).collect::<Result<_, _>>()?;
                self.enter(path, Entry::Text(codes.join(",")))
            }
            Kind::Text { .. }
            | Kind::Name
            | Kind::Money
            | Kind::Date
            | Kind::Month
            | Kind::Phone
            | Kind::Email
            | Kind::CitizenId
            | Kind::BankCard
            | Kind::Document(_)
            | Kind::Signature => {
                let text = value.as_str().ok_or_else(|| wrong(pointer, "string"))?;
                self.enter(path, Entry::Text(text.to_owned()))
            }
        }
    }

    /// Rows are numbered from 1 as they come; an empty list is one, for a table may have a least number of rows.
    fn rows(&mut self, value: &Value, pointer: &str, table: &Path) -> Result<(), RecordError> {
        let rows = value.as_array().ok_or_else(|| wrong(pointer, "array"))?;
        if rows.len() > MAX_ROWS {
            return Err(RecordError::PastLimit { what: "rows", limit: MAX_ROWS });
        }
        let ids: Vec<RowId> = (1..).zip(rows).map(|(id, _)| RowId(id)).collect();
        self.enter(table, Entry::Rows(ids.clone()))?;
        for (idx, (id, row)) in ids.into_iter().zip(rows).enumerate() {
            let pointer = below(pointer, &idx.to_string());
            self.group(json::object(row, &pointer)?, &pointer, &table.row(id))?;
        }
        Ok(())
    }

    fn address(
        &mut self,
        members: &Map<String, Value>,
        pointer: &str,
        path: &Path,
    ) -> Result<(), RecordError> {
        for (key, value) in members {
            let pointer = below(pointer, key);
            if !Kind::ADDRESS_PARTS.contains(&key.as_str()) {
                return Err(RecordError::UnknownPath { pointer });
            }
            if !value.is_null() {
                let text = value.as_str().ok_or_else(|| wrong(&pointer, "string"))?;
                self.enter(&path.child(key), Entry::Text(text.to_owned()))?;
            }
        }
        Ok(())
    }

    /// Enters what is there; an empty text is no answer.
    fn enter(&mut self, path: &Path, entry: Entry) -> Result<(), RecordError> {
        let is_empty = match &entry {
            Entry::Text(text) | Entry::Choice(text) => text.is_empty(),
            Entry::YesNo(_) | Entry::Rows(_) => false,
        };
        if is_empty {
            return Ok(());
        }
        self.answers.entries.insert(path.clone(), entry);
        if self.answers.entries.len() > MAX_ENTRIES {
            return Err(RecordError::PastLimit { what: "fields", limit: MAX_FIELDS });
        }
        Ok(())
    }
}

/// A number as one would type it; `3.0` is the integer 3 in JSON Schema.
fn integer(number: &serde_json::Number) -> String {
    let text = number.to_string();
    match text.strip_suffix(".0") {
        Some(whole) => whole.to_owned(),
        None => text,
    }
}
