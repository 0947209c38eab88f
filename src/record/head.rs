//! The spelling of what a list shows of a draft. Sealed as the draft is, in the browser's database alone.

use serde_json::{Map, Value};

use crate::{
    model::{Draft, DraftHead, FormId, Localized},
    validate::kinds::attachment,
};

use super::{
    RecordError,
    json::{self, MAX_ENTRIES, wrong},
};

/// The version of this spelling.
const FORMAT: u64 = 1;

/// Writes a head.
#[must_use]
pub fn write_head(head: &DraftHead) -> Vec<u8> {
    let (answered, asked) = head.progress;
    let tree = object(vec![
        ("head", FORMAT.into()),
        ("form", head.form.as_str().into()),
        ("version", head.version.into()),
        ("zh", head.title.zh.as_str().into()),
        ("en", head.title.en.as_deref().map_or(Value::Null, Value::from)),
        ("who", head.who.as_str().into()),
        ("answered", answered.into()),
        ("asked", asked.into()),
        ("begun", head.begun_at.into()),
        ("lasting", head.is_lasting.into()),
        ("ahead", head.ahead_since.map_or(Value::Null, Value::from)),
        ("files", head.files.iter().map(|file| Value::from(file.as_str())).collect()),
    ]);
    tree.to_string().into_bytes()
}

/// An object of these members. The macro of serde_json makes code for the type of each member, which the page pays for.
fn object(members: Vec<(&str, Value)>) -> Value {
    let mut object = Map::new();
    for (key, value) in members {
        object.insert(key.to_owned(), value);
    }
    Value::Object(object)
}

/// The files that the answers of a draft name, by their SHA-256.
#[must_use]
pub fn named_files(draft: &Draft) -> Vec<String> {
    let raws = draft.answers.entries.keys().map(|path| draft.answers.raw(path));
    raws.filter_map(attachment::parse).map(|file| file.sha256).collect()
}

/// Reads a head.
pub fn read_head(bytes: &[u8]) -> Result<DraftHead, RecordError> {
    let tree = json::parse(bytes)?;
    let members = json::object(&tree, "")?;
    let format = json::count(members, "", "head")?;
    if format > FORMAT {
        return Err(RecordError::Newer { found: format, known: FORMAT });
    }
    let count = |key: &str| {
        usize::try_from(json::count(members, "", key)?).map_err(|_| wrong(&json::below("", key), "integer"))
    };
    let version = json::count(members, "", "version")?;
    let files = json::list(members, "files", MAX_ENTRIES)?.iter();
    Ok(DraftHead {
        form: FormId::new(json::text(members, "", "form")?),
        version: u32::try_from(version).map_err(|_| wrong("/version", "integer"))?,
        title: Localized {
            zh: json::text(members, "", "zh")?.to_owned(),
            en: members.get("en").and_then(Value::as_str).map(str::to_owned),
        },
        // Heads from before it was kept have none.
        who: members.get("who").and_then(Value::as_str).unwrap_or_default().to_owned(),
        progress: (count("answered")?, count("asked")?),
        begun_at: json::count(members, "", "begun")?,
        is_lasting: json::member(members, "", "lasting")?
            .as_bool()
            .ok_or_else(|| wrong("/lasting", "boolean"))?,
        ahead_since: members.get("ahead").and_then(Value::as_u64),
        files: files.filter_map(Value::as_str).map(str::to_owned).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> DraftHead {
        DraftHead {
            form: FormId::new("SQ031"),
            version: 3,
            title: Localized { zh: "高龄津贴申领".to_owned(), en: None },
            who: "王＊＊".to_owned(),
            progress: (3, 12),
            begun_at: 1_795_420_800_000,
            is_lasting: true,
            ahead_since: Some(1_795_420_700_000),
            files: vec!["ab".repeat(32)],
        }
    }

    #[test]
    fn a_head_is_read_as_written() {
        assert_eq!(read_head(&write_head(&head())), Ok(head()));
        let other = DraftHead {
            title: Localized::default(),
            who: String::new(),
            files: Vec::new(),
            is_lasting: false,
            ahead_since: None,
            ..head()
        };
        assert_eq!(read_head(&write_head(&other)), Ok(other));
    }

    #[test]
    fn other_bytes_and_a_newer_spelling_are_refused() {
        assert!(read_head(b"").is_err());
        assert!(read_head(b"{}").is_err());
        let newer = String::from_utf8(write_head(&head())).unwrap().replace("\"head\":1", "\"head\":2");
        assert_eq!(read_head(newer.as_bytes()), Err(RecordError::Newer { found: 2, known: 1 }));
    }
}
