//! The spelling of the index file. Nobody but this program reads it, so the keys are short.

use serde::{Deserialize, Serialize};

/// The version that this program writes and reads. A catalogue of thousands of guides will want shards: that is the next one.
pub(super) const VERSION: u32 = 1;

/// The index file.
#[derive(Serialize, Deserialize)]
pub(super) struct File {
    pub(super) version: u32,
    /// A syllable and the characters that are read so, blanks between: `gao高告 ling龄`. A character may stand twice.
    pub(super) sounds: String,
    /// Words in which characters are read in one way only, and how: `硚口`, `qiao kou`.
    pub(super) words: Vec<(String, String)>,
    pub(super) entries: Vec<Row>,
}

/// An entry.
#[derive(Serialize, Deserialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) zh: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) en: Option<String>,
    pub(super) dept: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) dept_en: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) also: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) tags: Vec<String>,
    pub(super) min: u32,
}
