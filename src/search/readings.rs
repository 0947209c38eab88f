//! How characters are read: the `pinyin` crate's table, and our own for what it has wrong or leaves open.

use std::collections::BTreeSet;

use pinyin::ToPinyinMulti;

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

/// A character, and how a word has it read.
pub(super) type Letter = (char, Option<&'static str>);

/// The characters of a text, each with how the word that it stands in has it read.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = text.chars().map(|c| (c, None)).collect();
    for (word, sounds) in READINGS.iter().filter(|(word, _)| word.chars().count() > 1) {
        let word: Vec<char> = word.chars().collect();
        for start in 0..letters.len() {
            let rest = letters.get_mut(start..).unwrap_or_default();
            if rest.len() >= word.len() && rest.iter().zip(&word).all(|((c, _), other)| c == other) {
                for (letter, sound) in rest.iter_mut().zip(sounds.split(' ')) {
                    letter.1 = Some(sound);
                }
            }
        }
    }
    letters
}

/// Every reading of a character, without tones, ü as v.
pub(super) fn readings(c: char) -> BTreeSet<String> {
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
