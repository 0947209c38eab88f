//! What a query finds, and the order in which it stands.

use std::{cell::RefCell, ops::Range};

use super::{
    Fit, Hit, Index,
    fold::{fold, words},
    hits::{Best, Candidate, Found, hit, merged},
    index::{Bearer, BearerId, Record, Row},
    matching::{self, Match},
    pairs::pairs,
    pattern::{Pattern, Slips},
};

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
        let mut best = Best::new(limit);
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
    /// What finding it in the name of a department costs; where it was looked for.
    departments: RefCell<Vec<Option<Option<u32>>>>,
    in_departments: bool,
    /// The number of a guide, where it is the id of one.
    guide: Option<usize>,
}

impl<'a> Looked<'a> {
    fn new(index: &'a Index, word: &[char], slips: Slips) -> Self {
        let pattern = Pattern::new(word, &index.alphabet, slips);
        let mut names = index.departments.iter().map(|named| index.texts.get(named.name));
        let in_departments = names.any(|name| matching::is_in(name, &pattern));
        let guide = match word {
            ['g', digits @ ..] if digits.len() > 4 => digits.iter().collect::<String>().parse().ok(),
            _ => None,
        };
        Self {
            index,
            word: word.to_vec(),
            in_departments: guide.is_some() || in_departments,
            texts: vec![None; index.n_head],
            pattern,
            departments: RefCell::new(vec![None; index.departments.len()]),
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
        let mut departments = self.departments.borrow_mut();
        let slot = departments.get_mut(bearer.department)?;
        *slot.get_or_insert_with(|| {
            let named = self.index.departments.get(bearer.department)?;
            let name = self.index.texts.get(named.name);
            matching::find(name, &self.pattern).map(|found| cost(&found, name.len(), DEPARTMENT))
        })
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
