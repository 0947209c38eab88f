//! Where a word as typed stands in a text, and how well.

use std::ops::Range;

use super::pattern::{Pattern, Turn};

/// A word found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    /// The characters of the text.
    pub(super) range: Range<usize>,
    /// 0 is exact; initials, near sounds, an unfinished syllable and a slip cost.
    pub(super) cost: u32,
}

/// The longest word.
const MOST: usize = 40;
/// Places of a word, its end among them.
const PLACES: usize = MOST + 1;

/// Whether a word stands in a text: all ways at once, a bit each.
pub(super) fn is_in(text: &[u16], pattern: &Pattern) -> bool {
    let end = 1_u64 << pattern.len.min(MOST);
    // The places of the word that are reached: without a slip, after one, and within one.
    let (mut plain, mut slipped, mut owing) = (0_u64, 0_u64, 0_u64);
    let mut was_latin = false;
    let mut rest = text;
    loop {
        if plain | slipped | owing == 0 {
            // Most characters begin nothing, and most of the time goes by here.
            let begins = rest.iter().position(|glyph| pattern.asked(*glyph).begins());
            let Some(n_passed) = begins else { return false };
            was_latin = match n_passed.checked_sub(1).and_then(|last| rest.get(last)) {
                Some(last) => pattern.asked(*last).is_latin(),
                None => was_latin,
            };
            rest = rest.get(n_passed..).unwrap_or_default();
        }
        let Some((glyph, behind)) = rest.split_first() else { return false };
        rest = behind;
        let asked = pattern.asked(*glyph);
        if asked.is_sign() {
            was_latin = false;
            continue;
        }
        let from = plain | u64::from(!(asked.is_latin() && was_latin));
        was_latin = asked.is_latin();
        let wild = pattern.wild(asked);
        let strayed = (from & wild.wrong) << 1 | from & wild.missing;
        let (was_slipped, was_owing) = (slipped, owing);
        (plain, slipped, owing) = (0, strayed, 0);
        // Most characters do not go on with anything.
        let goes_on = asked.any() & (from | was_slipped | was_owing) != 0;
        let ways = if goes_on { pattern.ways(*glyph) } else { &[] };
        for way in ways {
            let to = way.at + way.n;
            let step = |set: u64| (set >> way.at & 1) << to;
            match way.turn {
                Turn::None => {
                    plain |= step(from);
                    slipped |= step(was_slipped);
                }
                Turn::Slip => slipped |= step(from),
                Turn::Owe => owing |= step(from),
                Turn::Pay => slipped |= step(was_owing),
            }
        }
        if (plain | slipped) & end != 0 {
            return true;
        }
    }
}

/// The cost of the rest of a word and where it ends, as one number that compares in this order.
type Best = u32;
const NO_WAY: Best = u32::MAX;

fn best(cost: u32, end: usize) -> Best {
    cost << 16 | u32::try_from(end).unwrap_or(0xffff).min(0xffff)
}

/// From one character of the text on: the best for every place of the word, without a slip, after one, and within one.
type Row = [[Best; PLACES]; 3];
const PLAIN: usize = 0;
const SLIPPED: usize = 1;
const OWING: usize = 2;

/// The best and first match of a word in a text.
pub(super) fn find(text: &[u16], pattern: &Pattern) -> Option<Match> {
    if !is_in(text, pattern) {
        return None;
    }
    let len = pattern.len.min(MOST);
    let mut next: Row = [[NO_WAY; PLACES]; 3];
    let mut row = next;
    set_end(&mut next, len, text.len());
    let mut found: Option<Match> = None;
    for (idx, glyph) in text.iter().enumerate().rev() {
        let asked = pattern.asked(*glyph);
        if asked.is_sign() {
            // Passed over, but no match begins with it.
            row = next;
            for layer in &mut row {
                if let Some(first) = layer.first_mut() {
                    *first = NO_WAY;
                }
            }
            set_end(&mut row, len, idx);
            next = row;
            continue;
        }
        for layer in &mut row {
            layer.iter_mut().take(len + 1).for_each(|best| *best = NO_WAY);
        }
        set_end(&mut row, len, idx);
        for way in pattern.ways(*glyph).iter().chain(&pattern.wild(asked).ways) {
            let (at, to) = (usize::from(way.at), usize::from(way.at + way.n));
            let mut go = |from: usize, into: usize| {
                let Some(rest) = next.get(into).and_then(|layer| layer.get(to)) else { return };
                if *rest == NO_WAY {
                    return;
                }
                // The end of the word keeps the place right behind this character.
                let rest = if to == len { best(*rest >> 16, idx + 1) } else { *rest };
                let whole = rest + (u32::from(way.cost) << 16);
                if let Some(old) = row.get_mut(from).and_then(|layer| layer.get_mut(at)) {
                    *old = whole.min(*old);
                }
            };
            match way.turn {
                Turn::None => {
                    go(PLAIN, PLAIN);
                    go(SLIPPED, SLIPPED);
                }
                Turn::Slip => go(PLAIN, SLIPPED),
                Turn::Owe => go(PLAIN, OWING),
                Turn::Pay => go(OWING, SLIPPED),
            }
        }
        let before = idx.checked_sub(1).and_then(|idx| text.get(idx));
        let may_begin = !(asked.is_latin() && before.is_some_and(|glyph| pattern.asked(*glyph).is_latin()));
        if let [[first, ..], ..] = row
            && may_begin
            && first != NO_WAY
            && found.as_ref().is_none_or(|found| first >> 16 <= found.cost)
        {
            found = Some(Match { range: idx..(first & 0xffff) as usize, cost: first >> 16 });
        }
        next = row;
    }
    found
}

/// At the end of the word nothing is left to find.
fn set_end(row: &mut Row, len: usize, idx: usize) {
    for layer in row.iter_mut().take(OWING) {
        if let Some(end) = layer.get_mut(len) {
            *end = best(0, idx);
        }
    }
}
