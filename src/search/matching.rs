//! Where a word as typed stands in a text, and how well.

use std::{ops::Range, rc::Rc};

use super::sound::Sound;

/// A text ready to be matched.
pub(super) struct Text(pub(super) Vec<Glyph>);

/// A character of a text.
pub(super) struct Glyph {
    /// As compared; `None` for a sign that is passed over.
    pub(super) char: Option<char>,
    /// Its readings, where it is a Han character.
    pub(super) sounds: Vec<Rc<Sound>>,
    /// Whether a match may begin here: not in the middle of a Latin word or number.
    pub(super) may_begin: bool,
}

/// A word found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    /// The characters of the text.
    pub(super) range: Range<usize>,
    /// 0 is exact; initials, near sounds and an unfinished syllable cost.
    pub(super) cost: u32,
}

const INITIAL: u32 = 2;
const NEAR: u32 = 3;
const UNFINISHED: u32 = 1;

/// The best and first match of a word in a text.
pub(super) fn find(text: &Text, word: &[char]) -> Option<Match> {
    let n_chars = text.0.len();
    // best[j]: the cheapest way to read word[j..] from the next glyph on, and where it ends.
    let empty = || vec![None; word.len() + 1];
    let mut next: Vec<Option<(u32, usize)>> = empty();
    set(&mut next, word.len(), (0, n_chars));
    let mut best: Option<Match> = None;
    for (idx, glyph) in text.0.iter().enumerate().rev() {
        let mut row = empty();
        set(&mut row, word.len(), (0, idx));
        for at in 0..word.len() {
            let rest = word.get(at..).unwrap_or_default();
            let mut ways: Vec<(usize, u32)> = Vec::new();
            match glyph.char {
                None if at > 0 => ways.push((0, 0)),
                None => {}
                Some(c) => {
                    if rest.first() == Some(&c) {
                        ways.push((1, 0));
                    }
                    for sound in &glyph.sounds {
                        push_ways(&mut ways, sound, rest);
                    }
                }
            }
            for (n, cost) in ways {
                if let Some(Some((more, end))) = next.get(at + n) {
                    // The end of the word keeps the place right behind this glyph.
                    let end = if at + n == word.len() { idx + 1 } else { *end };
                    keep(&mut row, at, (cost + more, end));
                }
            }
        }
        if glyph.may_begin
            && let Some(Some((cost, end))) = row.first()
            && best.as_ref().is_none_or(|best| *cost <= best.cost)
        {
            best = Some(Match { range: idx..*end, cost: *cost });
        }
        next = row;
    }
    best
}

/// The ways in which a word may begin with a syllable: how many letters each takes, and what it costs.
fn push_ways(ways: &mut Vec<(usize, u32)>, sound: &Sound, rest: &[char]) {
    for (spelling, is_near) in &sound.spellings {
        let near = if *is_near { NEAR } else { 0 };
        if rest.starts_with(spelling) {
            ways.push((spelling.len(), near));
        } else if rest.len() > 1 && spelling.starts_with(rest) {
            ways.push((rest.len(), near + UNFINISHED));
        }
    }
    for (initial, is_near) in &sound.initials {
        if rest.starts_with(initial) {
            ways.push((initial.len(), INITIAL + if *is_near { NEAR } else { 0 }));
        }
    }
}

fn set(row: &mut [Option<(u32, usize)>], at: usize, way: (u32, usize)) {
    if let Some(slot) = row.get_mut(at) {
        *slot = Some(way);
    }
}

fn keep(row: &mut [Option<(u32, usize)>], at: usize, way: (u32, usize)) {
    if row.get(at).is_some_and(|slot| slot.is_none_or(|old| way < old)) {
        set(row, at, way);
    }
}
