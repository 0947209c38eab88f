//! The index as the page has it, and the order in which what is found stands.

use std::{ops::Range, rc::Rc};

use super::{
    Entry, EntryKind, Hit,
    fold::{fold, words},
    matching::{self, Glyph, Text},
    sound::Sound,
    wire::{File, Row, VERSION},
};
use crate::model::{Localized, SortedMap, sort};

/// A catalogue that can be searched.
pub struct Index {
    records: Vec<Record>,
}

/// An entry with its texts made ready.
struct Record {
    entry: Entry,
    title: Text,
    title_en: Text,
    department: Text,
    synonyms: Vec<Text>,
    tags: Vec<Text>,
}

/// What a match in another place than the title costs.
const SYNONYM: u32 = 12;
const ENGLISH: u32 = 14;
const TAG: u32 = 24;
const DEPARTMENT: u32 = 30;

impl Index {
    /// Reads the index file; `None` where it is no index or of another version.
    #[must_use]
    pub fn open(bytes: &[u8]) -> Option<Self> {
        let file = File::read(bytes)?;
        if file.version != VERSION {
            return None;
        }
        let speller = Speller::new(&file.sounds, &file.words);
        Some(Self { records: file.entries.into_iter().filter_map(|row| record(row, &speller)).collect() })
    }

    /// Everything in it, in the catalogue's order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.records.iter().map(|record| &record.entry)
    }
}

fn record(row: Row, speller: &Speller) -> Option<Record> {
    let all = |texts: &[String]| texts.iter().map(|text| speller.text(text)).collect();
    Some(Record {
        title: speller.text(&row.zh),
        title_en: speller.text(row.en.as_deref().unwrap_or_default()),
        department: speller.text(&row.dept),
        synonyms: all(&row.also),
        tags: all(&row.tags),
        entry: Entry {
            id: row.id,
            kind: EntryKind::parse(&row.kind)?,
            title: Localized { zh: row.zh, en: row.en },
            department: Localized { zh: row.dept, en: row.dept_en },
            synonyms: row.also,
            tags: row.tags,
            minutes: row.min,
        },
    })
}

/// The readings of the characters in the catalogue.
struct Speller {
    sounds: SortedMap<char, Vec<Rc<Sound>>>,
    words: Vec<(Vec<char>, Vec<Rc<Sound>>)>,
}

impl Speller {
    fn new(groups: &str, words: &[(String, String)]) -> Self {
        let mut sounds: SortedMap<char, Vec<Rc<Sound>>> = SortedMap::new();
        for group in groups.split(' ') {
            let syllable = group.trim_end_matches(|c: char| !c.is_ascii());
            let sound = Rc::new(Sound::new(syllable));
            for c in group.chars().filter(|c| !c.is_ascii()) {
                sounds.alter(c, |of| of.push(Rc::clone(&sound)));
            }
        }
        let words = words
            .iter()
            .map(|(word, read)| {
                (word.chars().collect(), read.split(' ').map(|s| Rc::new(Sound::new(s))).collect())
            })
            .collect();
        Self { sounds, words }
    }

    fn text(&self, text: &str) -> Text {
        let chars: Vec<char> = text.chars().collect();
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(chars.len());
        for (idx, c) in chars.iter().enumerate() {
            let before = idx.checked_sub(1).and_then(|idx| chars.get(idx));
            let is_inside = c.is_ascii_alphanumeric() && before.is_some_and(char::is_ascii_alphanumeric);
            glyphs.push(Glyph {
                char: fold(*c),
                sounds: self.sounds.get(c).cloned().unwrap_or_default(),
                may_begin: !is_inside,
            });
        }
        for (word, sounds) in &self.words {
            for start in 0..chars.len() {
                if !chars.get(start..).is_some_and(|rest| rest.starts_with(word)) {
                    continue;
                }
                for (glyph, sound) in glyphs.iter_mut().skip(start).zip(sounds) {
                    glyph.sounds = vec![Rc::clone(sound)];
                }
            }
        }
        Text(glyphs)
    }
}

/// The best `limit` entries for a query, the best first; none for a query without letters.
///
/// A query of several words is first taken as one (`gao ling`), then each word must be found somewhere. Where nothing is
/// found, entries are offered that share pairs of characters with it: 帮我妈办高龄补贴 finds 高龄津贴.
#[must_use]
pub fn find<'a>(index: &'a Index, query: &str, limit: usize) -> Vec<Hit<'a>> {
    let words = words(query);
    if words.is_empty() {
        return Vec::new();
    }
    let whole = [words.concat()];
    let mut found: Vec<(u32, Hit<'a>)> = index
        .records
        .iter()
        .filter_map(|record| {
            let whole = score(record, &whole);
            let apart = if words.len() > 1 { score(record, &words) } else { None };
            [whole, apart].into_iter().flatten().min_by_key(|(score, _)| *score)
        })
        .collect();
    if found.is_empty() {
        let [whole] = &whole;
        found = index.records.iter().filter_map(|record| shared(record, whole)).collect();
    }
    // A stable sort: of two that fit as well, the catalogue's order decides.
    sort(&mut found, |a, b| a.0 > b.0);
    found.truncate(limit);
    found.into_iter().map(|(_, hit)| hit).collect()
}

/// How well every word is found, if each is; less is better.
fn score<'a>(record: &'a Record, words: &[Vec<char>]) -> Option<(u32, Hit<'a>)> {
    let mut total = 0;
    let mut hit = Hit { entry: &record.entry, matched: Vec::new(), matched_en: Vec::new(), synonym: None };
    for word in words {
        let id: Vec<char> = record.entry.id.chars().filter_map(fold).collect();
        if id == *word {
            continue;
        }
        let mut best: Option<(u32, Place)> = None;
        let mut offer = |text: &Text, weight: u32, place: fn(usize, Range<usize>) -> Place, idx: usize| {
            if let Some(found) = matching::find(text, word) {
                let left_over = text.0.len().saturating_sub(found.range.len()).min(20);
                let late = u32::from(found.range.start > 0) * 2;
                let cost = weight + found.cost + late + u32::try_from(left_over).unwrap_or(20) / 2;
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, place(idx, found.range)));
                }
            }
        };
        offer(&record.title, 0, |_, range| Place::Title(range), 0);
        offer(&record.title_en, ENGLISH, |_, range| Place::English(range), 0);
        for (idx, synonym) in record.synonyms.iter().enumerate() {
            offer(synonym, SYNONYM, |idx, _| Place::Synonym(idx), idx);
        }
        for tag in &record.tags {
            offer(tag, TAG, |_, _| Place::Other, 0);
        }
        offer(&record.department, DEPARTMENT, |_, _| Place::Other, 0);
        if best.is_none() && word.len() > 2 && id.starts_with(word) {
            best = Some((DEPARTMENT, Place::Other));
        }
        let (cost, place) = best?;
        total += cost;
        match place {
            Place::Title(range) => hit.matched.push(range),
            Place::English(range) => hit.matched_en.push(range),
            Place::Synonym(idx) => hit.synonym = record.entry.synonyms.get(idx).map(String::as_str),
            Place::Other => {}
        }
    }
    hit.matched = merged(hit.matched);
    hit.matched_en = merged(hit.matched_en);
    Some((total, hit))
}

/// Where a word was found.
enum Place {
    Title(Range<usize>),
    English(Range<usize>),
    Synonym(usize),
    Other,
}

/// Ranges in order, those that touch made one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    sort(&mut ranges, |a, b| a.start > b.start);
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            Some(_) | None => merged.push(range),
        }
    }
    merged
}

/// How many pairs of neighbouring Han characters of a query stand in the entry's names.
fn shared<'a>(record: &'a Record, word: &[char]) -> Option<(u32, Hit<'a>)> {
    let mut n_shared = 0;
    let mut matched = Vec::new();
    let mut synonym = None;
    for pair in word.windows(2).filter(|pair| pair.iter().all(|c| !c.is_ascii())) {
        let in_title = matching::find(&record.title, pair);
        let by_name = record.synonyms.iter().position(|text| matching::find(text, pair).is_some());
        n_shared += u32::from(in_title.is_some() || by_name.is_some());
        match (in_title, by_name) {
            (Some(found), _) => matched.push(found.range),
            (None, Some(idx)) => synonym = synonym.or(record.entry.synonyms.get(idx).map(String::as_str)),
            (None, None) => {}
        }
    }
    let hit = Hit { entry: &record.entry, matched: merged(matched), matched_en: Vec::new(), synonym };
    (n_shared > 0).then_some((1000 - n_shared.min(1000), hit))
}
