//! Makes the index, with the pinyin of every character that stands in the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use pinyin::ToPinyinMulti;

use super::{
    Entry,
    wire::{File, Row, VERSION},
};

/// Where the table of the `pinyin` crate is wrong or leaves a choice. A word is read in this way only; a single character, a
/// surname here, may be read so besides.
const READINGS: [(&str, &str); 33] = [
    ("单", "shan"),
    ("仇", "qiu"),
    ("解", "xie"),
    ("查", "zha"),
    ("曾", "zeng"),
    ("区", "ou"),
    ("任", "ren"),
    ("朴", "piao"),
    ("盖", "ge"),
    ("冼", "xian"),
    ("缪", "miao"),
    ("翟", "zhai"),
    ("尉迟", "yu chi"),
    ("万俟", "mo qi"),
    ("令狐", "ling hu"),
    ("硚口", "qiao kou"),
    ("琴断口", "qin duan kou"),
    ("鹦鹉", "ying wu"),
    ("长丰", "chang feng"),
    ("长者", "zhang zhe"),
    ("家长", "jia zhang"),
    ("长期", "chang qi"),
    ("银行", "yin hang"),
    ("行政", "xing zheng"),
    ("重大", "zhong da"),
    ("重度", "zhong du"),
    ("重病", "zhong bing"),
    ("重新", "chong xin"),
    ("参加", "can jia"),
    ("参保", "can bao"),
    ("调解", "tiao jie"),
    ("会计", "kuai ji"),
    ("公积金", "gong ji jin"),
];

/// The index of a catalogue, as a JSON file.
#[must_use]
pub fn index(entries: &[Entry]) -> Vec<u8> {
    let mut texts = BTreeSet::new();
    for entry in entries {
        texts.extend([entry.title.zh.as_str(), entry.department.zh.as_str()]);
        texts.extend(entry.synonyms.iter().chain(&entry.tags).map(String::as_str));
    }
    let holds = |word: &str| texts.iter().any(|text| text.contains(word));
    let words = READINGS
        .iter()
        .filter(|(word, _)| word.chars().count() > 1 && holds(word))
        .map(|(word, sounds)| ((*word).to_owned(), (*sounds).to_owned()))
        .collect();
    let rows = entries.iter().map(|entry| Row {
        id: entry.id.clone(),
        kind: entry.kind.as_str().to_owned(),
        zh: entry.title.zh.clone(),
        en: entry.title.en.clone(),
        dept: entry.department.zh.clone(),
        dept_en: entry.department.en.clone(),
        also: entry.synonyms.clone(),
        tags: entry.tags.clone(),
        min: entry.minutes,
    });
    let file = File { version: VERSION, sounds: sounds(&texts), words, entries: rows.collect() };
    // Writing strings and numbers to memory can not fail.
    serde_json::to_vec(&file).unwrap_or_default()
}

/// Every character's readings, by syllable.
fn sounds(texts: &BTreeSet<&str>) -> String {
    let mut by_sound: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for c in texts.iter().flat_map(|text| text.chars()) {
        for reading in readings(c) {
            by_sound.entry(reading).or_default().insert(c);
        }
    }
    let groups: Vec<String> = by_sound
        .into_iter()
        .map(|(mut sound, chars)| {
            sound.extend(chars);
            sound
        })
        .collect();
    groups.join(" ")
}

/// Every reading of a character, without tones, ü as v.
fn readings(c: char) -> BTreeSet<String> {
    let mut readings = BTreeSet::new();
    if let Some(multi) = c.to_pinyin_multi() {
        readings.extend(multi.into_iter().map(|reading| reading.plain().replace('ü', "v")));
    }
    for (word, sound) in READINGS {
        if word.chars().eq([c]) {
            readings.insert(sound.to_owned());
        }
    }
    readings.retain(|reading| !reading.is_empty() && reading.bytes().all(|b| b.is_ascii_lowercase()));
    readings
}
