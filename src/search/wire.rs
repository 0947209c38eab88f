//! The spelling of the index file. Nobody but this program reads it, so the keys are short.
//!
//! Read and written by hand: derived code would cost the page's first load more than this whole room.

use serde_json::{Map, Value};

/// The version that this program writes and reads. A catalogue of thousands of guides will want shards: that is the next one.
pub(super) const VERSION: u32 = 1;

/// The index file.
pub(super) struct File {
    /// A syllable and the characters that are read so, blanks between: `gao高告 ling龄`. A character may stand twice.
    pub(super) sounds: String,
    /// Words in which characters are read in one way only, and how: `硚口`, `qiao kou`.
    pub(super) words: Vec<(String, String)>,
    pub(super) entries: Vec<Row>,
}

/// An entry.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) zh: String,
    pub(super) en: Option<String>,
    pub(super) dept: String,
    pub(super) dept_en: Option<String>,
    pub(super) also: Vec<String>,
    pub(super) tags: Vec<String>,
    pub(super) min: u32,
}

impl File {
    /// Reads an index file; `None` where it is none or of another version.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let file: Value = serde_json::from_slice(bytes).ok()?;
        let file = file.as_object()?;
        if file.get("version")?.as_u64()? != u64::from(VERSION) {
            return None;
        }
        let mut words = Vec::new();
        for pair in file.get("words")?.as_array()? {
            match pair.as_array()?.as_slice() {
                [Value::String(word), Value::String(read)] => words.push((word.clone(), read.clone())),
                _ => return None,
            }
        }
        let mut entries = Vec::new();
        for row in file.get("entries")?.as_array()? {
            entries.push(read_row(row.as_object()?)?);
        }
        Some(Self { sounds: text(file, "sounds")?, words, entries })
    }

    /// Writes it.
    #[cfg(feature = "cli")]
    pub(super) fn write(&self) -> Vec<u8> {
        let words = self.words.iter().map(|(word, read)| serde_json::json!([word, read]));
        let entries = self.entries.iter().map(row_json);
        let file = serde_json::json!({
            "version": VERSION,
            "sounds": self.sounds,
            "words": words.collect::<Value>(),
            "entries": entries.collect::<Value>(),
        });
        file.to_string().into_bytes()
    }
}

fn read_row(row: &Map<String, Value>) -> Option<Row> {
    Some(Row {
        id: text(row, "id")?,
        kind: text(row, "kind")?,
        zh: text(row, "zh")?,
        en: text(row, "en"),
        dept: text(row, "dept")?,
        dept_en: text(row, "dept_en"),
        also: texts(row, "also")?,
        tags: texts(row, "tags")?,
        min: u32::try_from(row.get("min")?.as_u64()?).ok()?,
    })
}

#[inline(never)]
fn text(row: &Map<String, Value>, key: &str) -> Option<String> {
    row.get(key)?.as_str().map(str::to_owned)
}

/// A list of texts, empty where it is not there.
#[inline(never)]
fn texts(row: &Map<String, Value>, key: &str) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    if let Some(list) = row.get(key) {
        for item in list.as_array()? {
            texts.push(item.as_str()?.to_owned());
        }
    }
    Some(texts)
}

#[cfg(feature = "cli")]
fn row_json(row: &Row) -> Value {
    let mut members = Map::new();
    let mut put = |key: &str, value: Value| members.insert(key.to_owned(), value);
    put("id", row.id.as_str().into());
    put("kind", row.kind.as_str().into());
    put("zh", row.zh.as_str().into());
    if let Some(en) = &row.en {
        put("en", en.as_str().into());
    }
    put("dept", row.dept.as_str().into());
    if let Some(en) = &row.dept_en {
        put("dept_en", en.as_str().into());
    }
    for (key, list) in [("also", &row.also), ("tags", &row.tags)] {
        if !list.is_empty() {
            put(key, list.iter().map(String::as_str).collect());
        }
    }
    put("min", row.min.into());
    Value::Object(members)
}
