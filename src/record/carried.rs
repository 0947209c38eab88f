//! A draft with the files that it names, as one JSON: what lies inside the encrypted file that is carried from device to device
//! (`yuntian-carried/1`). Whoever has the passphrase can read it with any tool.
//!
//! **Invariant:** any bytes are read without a panic and within limits, and a file is what its digest says or the whole is refused.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::{
    RecordError, draft,
    json::{self, MAX_BYTES, below, wrong},
    write_draft,
};
use crate::model::Draft;

/// How a carried draft names its format; the number is that of the version.
const FORMAT: &str = "yuntian-carried/";
const VERSION: u64 = 1;
/// Bytes of the JSON, files included.
const MAX_CARRIED: usize = 96 * 1024 * 1024;
/// Files beside a draft.
const MAX_FILES: usize = 200;

/// A draft as it is carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The draft.
    pub draft: Draft,
    /// When it was handed over, as its device wrote it: `2026-11-26T08:30:00+08:00`. Empty where nobody said.
    pub at: String,
    /// The files that it names, as far as they were there.
    pub files: Vec<CarriedFile>,
}

/// A file beside a draft.
#[derive(Clone, PartialEq, Eq)]
pub struct CarriedFile {
    /// SHA-256 of its bytes, by which the draft names it.
    pub sha256: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// No answer ever reaches a log, and a file is one.
impl std::fmt::Debug for CarriedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CarriedFile({} bytes)", self.bytes.len())
    }
}

/// Writes a draft as it is carried.
#[must_use]
pub fn write_carried(carried: &Carried) -> Vec<u8> {
    let mut root = Map::new();
    root.insert("format".to_owned(), [FORMAT, &VERSION.to_string()].concat().into());
    root.insert("at".to_owned(), carried.at.as_str().into());
    // A draft is written as JSON, so it is read as such.
    root.insert("draft".to_owned(), serde_json::from_slice(&write_draft(&carried.draft)).unwrap_or_default());
    let file = |file: &CarriedFile| {
        let members = [("sha256", file.sha256.clone()), ("base64", BASE64_STANDARD.encode(&file.bytes))];
        Value::Object(members.into_iter().map(|(key, text)| (key.to_owned(), Value::String(text))).collect())
    };
    root.insert("files".to_owned(), carried.files.iter().map(file).collect());
    Value::Object(root).to_string().into_bytes()
}

/// Reads a draft as it was carried.
pub fn read_carried(bytes: &[u8]) -> Result<Carried, RecordError> {
    if bytes.len() > MAX_CARRIED {
        return Err(RecordError::PastLimit { what: "bytes", limit: MAX_CARRIED });
    }
    let tree = json::tree(bytes)?;
    let root = json::object(&tree, "")?;
    let format = json::text(root, "", "format")?;
    let version = format.strip_prefix(FORMAT).and_then(|version| version.parse::<u64>().ok());
    match version {
        None => return Err(wrong("/format", "yuntian-carried/1")),
        Some(found) if found > VERSION => return Err(RecordError::Newer { found, known: VERSION }),
        Some(_) => {}
    }
    let draft = draft::from_json(json::object(json::member(root, "", "draft")?, "/draft")?)?;
    // What the store would not read again is not taken in.
    if write_draft(&draft).len() > MAX_BYTES {
        return Err(RecordError::PastLimit { what: "bytes", limit: MAX_BYTES });
    }
    let at = root.get("at").and_then(Value::as_str).unwrap_or_default().chars().take(40).collect();
    let files = json::list(root, "files", MAX_FILES)?.iter().enumerate();
    Ok(Carried { draft, at, files: files.map(file).collect::<Result<_, _>>()? })
}

fn file((idx, value): (usize, &Value)) -> Result<CarriedFile, RecordError> {
    let pointer = below("/files", &idx.to_string());
    let members = json::object(value, &pointer)?;
    let sha256 = json::text(members, &pointer, "sha256")?.to_owned();
    let coded = json::text(members, &pointer, "base64")?;
    let bytes = BASE64_STANDARD.decode(coded).map_err(|_| wrong(&below(&pointer, "base64"), "base64"))?;
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != sha256 {
        return Err(RecordError::Digest { pointer });
    }
    Ok(CarriedFile { sha256, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Entry, FormId, Path};

    fn carried() -> Carried {
        let mut draft = Draft::new(FormId::new("T1"), 2);
        draft.answers.entries.insert(Path::new("who.name"), Entry::Text("王秀英".to_owned()));
        let bytes = vec![0xFF, 0xD8, 1];
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Carried {
            draft,
            at: "2026-11-26T08:30:00+08:00".to_owned(),
            files: vec![CarriedFile { sha256, bytes }],
        }
    }

    fn refused(change: impl FnOnce(&mut Value), want: &str) {
        let mut tree: Value = serde_json::from_slice(&write_carried(&carried())).unwrap();
        change(&mut tree);
        assert_eq!(read_carried(tree.to_string().as_bytes()).unwrap_err().to_string(), want);
    }

    #[test]
    fn what_is_carried_is_read_as_written() {
        assert_eq!(read_carried(&write_carried(&carried())), Ok(carried()));
    }

    #[test]
    fn what_is_not_as_it_should_be_is_refused_by_its_place() {
        refused(|tree| tree["format"] = "yuntian-carried/2".into(), "a file of version 2; this is version 1");
        refused(|tree| tree["format"] = "yuntian/1".into(), "/format: expected yuntian-carried/1");
        refused(
            |tree| tree["files"][0]["base64"] = "/9gC".into(),
            "/files/0: not the file that its digest names",
        );
        refused(|tree| tree["files"][0]["base64"] = "?".into(), "/files/0/base64: expected base64");
        refused(|tree| tree["files"] = vec![0; 201].into(), "more than 200 files");
        refused(|tree| tree["draft"] = Value::Null, "/draft: expected object");
        refused(
            |tree| tree["draft"]["entries"]["n"] = "x".repeat(MAX_BYTES).into(),
            "more than 2097152 bytes",
        );
        refused(|tree| *tree = Value::Null, ": expected object");
        let deep = ["[".repeat(60), "]".repeat(60)].concat();
        assert_eq!(read_carried(deep.as_bytes()).unwrap_err().to_string(), "more than 32 levels");
    }

    #[test]
    fn no_answer_is_printed() {
        assert!(!format!("{:?}", carried()).contains("王"));
    }
}
