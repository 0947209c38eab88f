//! The last resort: names that share pairs of characters with a query.

use std::ops::Range;

use super::{
    Fit, Hit, Index,
    hits::{Best, Candidate, Found, hit, merged},
    pattern::{Pattern, Slips},
};

/// Entries whose names share pairs of neighbouring Han characters with a query, those with the most first.
pub(super) fn pairs<'a>(index: &'a Index, word: &[char], limit: usize) -> Vec<Hit<'a>> {
    // Only Han characters: a pair of letters stands in everything.
    let pattern = Pattern::new(word, &index.alphabet, Slips::None);
    let han = word.iter().enumerate().fold(0_u64, |han, (at, c)| han | u64::from(!c.is_ascii()) << at);
    let wanted = han & han >> 1;
    if wanted == 0 {
        return Vec::new();
    }
    let mut best = Best::new(limit);
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
        if asked.is_sign() {
            continue;
        }
        let new = before & asked.any() >> 1 & wanted & !shared;
        if new != 0 {
            shared |= new;
            tell(start..idx + 1);
        }
        (before, start) = (asked.any(), idx);
    }
    shared
}
