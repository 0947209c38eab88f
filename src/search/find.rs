//! What a query finds, and the order in which it stands.

use std::{borrow::Cow, ops::Range};

use super::{
    Fit, Hit, Index,
    fold::{fold, words},
    index::{Bearer, BearerId, Record, Row},
    matching::{self, Match},
    pattern::{Pattern, Slips},
};
use crate::model::sort;

/// What a match in another place than the title costs.
const SYNONYM: u32 = 12;
const ENGLISH: u32 = 14;
const TAG: u32 = 24;
const MATERIAL: u32 = 27;
const DEPARTMENT: u32 = 30;
/// What cannot be filled in here stands behind what can.
const GUIDE: u32 = 4;

/// The best `limit` entries for a query, the best first; none for a query without letters.
///
/// A query of several words is first taken as one (`gao ling`), then each word must be found somewhere. Where nothing is
/// found, one letter or character may be wrong; and where that finds nothing, entries are offered that share pairs of
/// characters with it: 帮我妈办高龄补贴 finds 高龄津贴.
#[must_use]
pub fn find<'a>(index: &'a Index, query: &str, limit: usize) -> Vec<Hit<'a>> {
    let words = words(query);
    let mut whole = words.concat();
    if words.is_empty() || limit == 0 {
        return Vec::new();
    }
    let is_one = words.len() == 1;
    let is_short = whole.len() <= 40;
    whole.truncate(40);
    for (slips, fit) in [(Slips::None, Fit::Typed), (Slips::One, Fit::Slip)] {
        let mut ways: Vec<Vec<Looked<'_>>> = Vec::new();
        if is_short {
            ways.push(vec![Looked::new(index, &whole, slips)]);
        }
        if !is_one {
            ways.push(words.iter().map(|word| Looked::new(index, word, slips)).collect());
        }
        let mut best = Best { limit, found: Vec::new() };
        for record in &index.records {
            for (way, looked) in ways.iter_mut().enumerate() {
                if let Some(cost) = of_record(record, looked, &mut |_| {}) {
                    best.offer(cost, way, Candidate::Record(record));
                }
            }
        }
        for row in &index.rows {
            for (way, looked) in ways.iter_mut().enumerate() {
                if let Some((cost, bearer, n_alike)) = of_row(index, row, looked, best.bound(), &mut |_| {}) {
                    best.offer(cost, way, Candidate::Row(row, bearer, n_alike));
                }
            }
        }
        if !best.found.is_empty() {
            let hits = best.found.into_iter();
            return hits.filter_map(|found| told(index, found, &mut ways, fit)).collect();
        }
    }
    pairs(index, &whole, limit)
}

/// What was found, not told yet.
#[derive(Clone, Copy)]
enum Candidate<'a> {
    Record(&'a Record),
    Row(&'a Row, &'a Bearer, usize),
}

struct Found<'a> {
    cost: u32,
    way: usize,
    what: Candidate<'a>,
}

/// The best so far, the best first.
struct Best<'a> {
    limit: usize,
    found: Vec<Found<'a>>,
}

impl<'a> Best<'a> {
    /// What costs so much is not wanted any more.
    fn bound(&self) -> u32 {
        if self.found.len() < self.limit {
            u32::MAX
        } else {
            self.found.last().map_or(u32::MAX, |last| last.cost)
        }
    }

    /// Of two that cost the same the first one stands first; of the two ways to take a query the cheaper one counts.
    fn offer(&mut self, cost: u32, way: usize, what: Candidate<'a>) {
        if cost >= self.bound() {
            return;
        }
        if way > 0
            && let Some(same) = self.found.iter().position(|found| is_same(&found.what, &what))
        {
            if self.found.get(same).is_some_and(|found| found.cost <= cost) {
                return;
            }
            self.found.remove(same);
        }
        let place = self.found.iter().take_while(|found| found.cost <= cost).count();
        self.found.insert(place, Found { cost, way, what });
        self.found.truncate(self.limit);
    }
}

fn is_same(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    match (a, b) {
        (Candidate::Record(a), Candidate::Record(b)) => std::ptr::eq(*a, *b),
        (Candidate::Row(a, ..), Candidate::Row(b, ..)) => std::ptr::eq(*a, *b),
        (Candidate::Record(_), Candidate::Row(..)) | (Candidate::Row(..), Candidate::Record(_)) => false,
    }
}

/// Where a word was found.
enum Place {
    Title(Range<usize>),
    English(Range<usize>),
    Synonym(usize),
}

/// A word, and where it stands in the texts that several entries share; each is looked at once.
struct Looked<'a> {
    index: &'a Index,
    word: Vec<char>,
    pattern: Pattern,
    texts: Vec<Option<Option<Match>>>,
    /// What finding it in the name of a department costs.
    departments: Vec<Option<u32>>,
    in_departments: bool,
    /// The number of a guide, where it is the id of one.
    guide: Option<usize>,
}

impl<'a> Looked<'a> {
    fn new(index: &'a Index, word: &[char], slips: Slips) -> Self {
        let pattern = Pattern::new(word, &index.alphabet, slips);
        let name = |text: usize| {
            let text = index.texts.get(text);
            matching::find(text, &pattern).map(|found| cost(&found, text.len(), DEPARTMENT))
        };
        let departments: Vec<Option<u32>> = index.departments.iter().map(|named| name(named.name)).collect();
        let guide = match word {
            ['g', digits @ ..] if digits.len() > 4 => digits.iter().collect::<String>().parse().ok(),
            _ => None,
        };
        Self {
            index,
            word: word.to_vec(),
            in_departments: guide.is_some() || departments.iter().any(Option::is_some),
            texts: vec![None; index.n_head],
            pattern,
            departments,
            guide,
        }
    }

    /// Where it stands in a text of the head, and what that costs.
    fn at(&mut self, text: usize, weight: u32) -> Option<(u32, Range<usize>)> {
        let glyphs = self.index.texts.get(text);
        let slot = self.texts.get_mut(text)?;
        let found = slot.get_or_insert_with(|| matching::find(glyphs, &self.pattern)).as_ref()?;
        Some((cost(found, glyphs.len(), weight), found.range.clone()))
    }

    /// What finding it with an office that bears a title costs.
    fn with(&self, bearer: &Bearer) -> Option<u32> {
        if self.guide.is_some_and(|number| bearer.id == BearerId::Number(number)) {
            return Some(0);
        }
        self.departments.get(bearer.department).copied().flatten()
    }
}

/// A match costs more where it stands late and leaves much over.
fn cost(found: &Match, len: usize, weight: u32) -> u32 {
    let left_over = len.saturating_sub(found.range.len());
    weight + found.cost + u32::from(found.range.start > 0) * 2 + halved(left_over)
}

fn halved(left_over: usize) -> u32 {
    u32::try_from(left_over.min(20)).unwrap_or(20) / 2
}

/// How well every word is found in an entry, if each is; less is better.
fn of_record(record: &Record, words: &mut [Looked<'_>], tell: &mut dyn FnMut(Place)) -> Option<u32> {
    let mut total = 0;
    for looked in words {
        let is_id = |c: (Option<char>, &char)| c.0 == Some(*c.1);
        let id = record.entry.id.chars().map(fold);
        let n_same = id.zip(&looked.word).take_while(|c| is_id(*c)).count();
        if n_same == looked.word.len() && n_same == record.entry.id.len() {
            continue;
        }
        let mut best: Option<(u32, Option<Place>)> = None;
        let mut offer = |found: Option<(u32, Range<usize>)>,
                         place: &dyn Fn(Range<usize>) -> Option<Place>| {
            if let Some((cost, range)) = found
                && best.as_ref().is_none_or(|(least, _)| cost < *least)
            {
                best = Some((cost, place(range)));
            }
        };
        offer(looked.at(record.title, 0), &|range| Some(Place::Title(range)));
        if let Some(title) = record.title_en {
            offer(looked.at(title, ENGLISH), &|range| Some(Place::English(range)));
        }
        for (idx, synonym) in record.synonyms.iter().enumerate() {
            offer(looked.at(*synonym, SYNONYM), &|_| Some(Place::Synonym(idx)));
        }
        for tag in &record.tags {
            offer(looked.at(*tag, TAG), &|_| None);
        }
        for material in &record.materials {
            offer(looked.at(*material, MATERIAL), &|_| None);
        }
        offer(looked.at(record.department, DEPARTMENT), &|_| None);
        if best.is_none() && n_same == looked.word.len() && n_same > 2 {
            best = Some((DEPARTMENT, None));
        }
        let (cost, place) = best?;
        total += cost;
        if let Some(place) = place {
            tell(place);
        }
    }
    Some(total)
}

/// How well every word is found in a title of guides or with an office that bears it; the office, and how many more fit as well.
fn of_row<'a>(
    index: &'a Index,
    row: &Row,
    words: &mut [Looked<'_>],
    bound: u32,
    tell: &mut dyn FnMut(Place),
) -> Option<(u32, &'a Bearer, usize)> {
    let title = index.texts.get(row.title);
    let mut total = GUIDE;
    let mut elsewhere: Vec<&Looked<'_>> = Vec::new();
    for looked in words {
        // What is left over of the title costs this much at least.
        let least = total + halved(row.n_letters.saturating_sub(looked.word.len()));
        if least >= bound && looked.guide.is_none() {
            return None;
        }
        match matching::find(title, &looked.pattern) {
            Some(found) => {
                total += cost(&found, title.len(), 0);
                tell(Place::Title(found.range));
            }
            None if looked.in_departments => elsewhere.push(looked),
            None => return None,
        }
    }
    let bearers = index.bearers.get(row.first..row.first + row.n)?;
    if elsewhere.is_empty() {
        return Some((total, bearers.first()?, row.n - 1));
    }
    let together = |bearer: &Bearer| elsewhere.iter().map(|looked| looked.with(bearer)).sum::<Option<u32>>();
    let mut fitting = bearers.iter().filter_map(|bearer| Some((together(bearer)?, bearer)));
    let (cost, bearer) = fitting.next()?;
    Some((total + cost, bearer, fitting.count()))
}

/// A hit, with what matched.
fn told<'a>(index: &'a Index, found: Found<'a>, ways: &mut [Vec<Looked<'_>>], fit: Fit) -> Option<Hit<'a>> {
    let words = ways.get_mut(found.way)?;
    let (mut matched, mut matched_en, mut synonym) = (Vec::new(), Vec::new(), None);
    let mut tell = |place| match place {
        Place::Title(range) => matched.push(range),
        Place::English(range) => matched_en.push(range),
        Place::Synonym(idx) => synonym = Some(idx),
    };
    match found.what {
        Candidate::Record(record) => drop(of_record(record, words, &mut tell)),
        Candidate::Row(row, ..) => drop(of_row(index, row, words, u32::MAX, &mut tell)),
    }
    Some(hit(index, found.what, merged(matched), merged(matched_en), synonym, fit))
}

fn hit<'a>(
    index: &'a Index,
    what: Candidate<'a>,
    matched: Vec<Range<usize>>,
    matched_en: Vec<Range<usize>>,
    synonym: Option<usize>,
    fit: Fit,
) -> Hit<'a> {
    match what {
        Candidate::Record(record) => Hit {
            entry: Cow::Borrowed(&record.entry),
            n_alike: 0,
            matched,
            matched_en,
            synonym: synonym.and_then(|idx| record.entry.synonyms.get(idx)).map(String::as_str),
            fit,
        },
        Candidate::Row(row, bearer, n_alike) => Hit {
            entry: Cow::Owned(index.guide(row, bearer)),
            n_alike,
            matched,
            matched_en,
            synonym: None,
            fit,
        },
    }
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

/// Entries whose names share pairs of neighbouring Han characters with a query, those with the most first.
fn pairs<'a>(index: &'a Index, word: &[char], limit: usize) -> Vec<Hit<'a>> {
    // Only Han characters: a pair of letters stands in everything.
    let pattern = Pattern::new(word, &index.alphabet, Slips::None);
    let han = word.iter().enumerate().fold(0_u64, |han, (at, c)| han | u64::from(!c.is_ascii()) << at);
    let wanted = han & han >> 1;
    if wanted == 0 {
        return Vec::new();
    }
    let mut best = Best { limit, found: Vec::new() };
    let seen = |text: usize| shared(index.texts.get(text), &pattern, wanted, &mut |_| {});
    for record in &index.records {
        let mut all = seen(record.title);
        for synonym in &record.synonyms {
            all |= seen(*synonym);
        }
        if all != 0 {
            best.offer(64 - all.count_ones(), 0, Candidate::Record(record));
        }
    }
    for row in &index.rows {
        let n_shared = seen(row.title).count_ones();
        if n_shared > 0
            && let Some(bearer) = index.bearers.get(row.first)
        {
            best.offer(64 - n_shared, 0, Candidate::Row(row, bearer, row.n - 1));
        }
    }
    let tell = |found: Found<'a>| {
        let (title, synonyms) = match found.what {
            Candidate::Record(record) => (record.title, record.synonyms.as_slice()),
            Candidate::Row(row, ..) => (row.title, [].as_slice()),
        };
        let mut matched = Vec::new();
        let in_title = shared(index.texts.get(title), &pattern, wanted, &mut |range| matched.push(range));
        let synonym = synonyms.iter().position(|text| seen(*text) & !in_title != 0);
        hit(index, found.what, merged(matched), Vec::new(), synonym, Fit::Pairs)
    };
    best.found.into_iter().map(tell).collect()
}

/// The pairs of a word that stand in a text, a bit each for the first of two; each is told where it stands first.
fn shared(text: &[u16], pattern: &Pattern, wanted: u64, tell: &mut dyn FnMut(Range<usize>)) -> u64 {
    let mut shared = 0;
    let (mut before, mut start) = (0, 0);
    for (idx, glyph) in text.iter().enumerate() {
        let asked = pattern.asked(*glyph);
        if asked.is_sign {
            continue;
        }
        let new = before & asked.any >> 1 & wanted & !shared;
        if new != 0 {
            shared |= new;
            tell(start..idx + 1);
        }
        (before, start) = (asked.any, idx);
    }
    shared
}
