//! The spelling of the index file. Nobody but this program reads it, so the keys are short.

use serde::Serialize;
use serde_json::Value;

/// The version that this program writes and reads. A catalogue of thousands of guides will want shards: that is the next one.
pub(super) const VERSION: u32 = 1;

/// The index file.
#[derive(Serialize)]
pub(super) struct File {
    pub(super) version: u32,
    /// A syllable and the characters that are read so, blanks between: `gao高告 ling龄`. A character may stand twice.
    pub(super) sounds: String,
    /// Words in which characters are read in one way only, and how: `硚口`, `qiao kou`.
    pub(super) words: Vec<(String, String)>,
    pub(super) entries: Vec<Row>,
}

/// An entry.
#[derive(Serialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) zh: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) en: Option<String>,
    pub(super) dept: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dept_en: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) also: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tags: Vec<String>,
    pub(super) min: u32,
}

// The index is read by hand: a derived reader costs the page 10 kB.
impl File {
    /// Reads the index file.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let file: Value = serde_json::from_slice(bytes).ok()?;
        let mut words = Vec::new();
        for pair in list(&file, "words")? {
            let [word, read] = pair.as_array()?.as_slice() else { return None };
            words.push((word.as_str()?.to_owned(), read.as_str()?.to_owned()));
        }
        let mut entries = Vec::new();
        for row in list(&file, "entries")? {
            entries.push(Row::read(row)?);
        }
        Some(Self { version: count(&file, "version")?, sounds: text(&file, "sounds")?, words, entries })
    }
}

impl Row {
    fn read(row: &Value) -> Option<Self> {
        Some(Self {
            id: text(row, "id")?,
            kind: text(row, "kind")?,
            zh: text(row, "zh")?,
            en: text(row, "en"),
            dept: text(row, "dept")?,
            dept_en: text(row, "dept_en"),
            also: texts(row, "also"),
            tags: texts(row, "tags"),
            min: count(row, "min")?,
        })
    }
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

fn count(value: &Value, key: &str) -> Option<u32> {
    u32::try_from(value.get(key)?.as_u64()?).ok()
}

fn list<'a>(value: &'a Value, key: &str) -> Option<&'a Vec<Value>> {
    value.get(key)?.as_array()
}

/// Texts; none where the key is missing.
fn texts(value: &Value, key: &str) -> Vec<String> {
    let mut found = Vec::new();
    for text in list(value, key).into_iter().flatten() {
        found.extend(text.as_str().map(str::to_owned));
    }
    found
}
