//! The characters of the catalogue, numbered, with their readings.
//!
//! A character that a word reads in one way only (行 in 银行) is a character of its own here.

use super::{fold::fold, sound::Sound};

/// A character of a text.
pub(super) struct Glyph {
    /// As written.
    pub(super) char: char,
    /// As compared; `None` for a sign that is passed over.
    pub(super) folded: Option<char>,
    /// Its readings, where it is a Han character: numbers of sounds.
    pub(super) sounds: Vec<usize>,
    /// Readings that it has elsewhere and not here.
    pub(super) barred: Vec<usize>,
}

/// Characters and sounds by their numbers.
#[derive(Default)]
pub(super) struct Alphabet {
    pub(super) sounds: Vec<Sound>,
    pub(super) glyphs: Vec<Glyph>,
}

impl Alphabet {
    /// Adds a character; `plain` is the number of the same one where nothing says how it is read.
    pub(super) fn add(&mut self, char: char, sounds: Vec<usize>, plain: Option<usize>) {
        let elsewhere = plain.and_then(|plain| self.glyphs.get(plain)).map(|glyph| glyph.sounds.as_slice());
        let barred = elsewhere.unwrap_or_default().iter().copied().filter(|sound| !sounds.contains(sound));
        let barred = barred.collect();
        self.glyphs.push(Glyph { char, folded: fold(char), sounds, barred });
    }

    /// A text as people read it.
    pub(super) fn written(&self, text: &[u16]) -> String {
        text.iter().filter_map(|glyph| self.glyph(*glyph)).map(|glyph| glyph.char).collect()
    }

    /// A character by its number.
    pub(super) fn glyph(&self, number: u16) -> Option<&Glyph> {
        self.glyphs.get(usize::from(number))
    }
}

/// Texts by their numbers, in one run of characters.
#[derive(Default)]
pub(super) struct Texts {
    glyphs: Vec<u16>,
    ends: Vec<u32>,
}

impl Texts {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Adds a character to the text that is being added.
    pub(super) fn push(&mut self, glyph: u16) {
        self.glyphs.push(glyph);
    }

    /// Ends the text that is being added.
    pub(super) fn end(&mut self) {
        self.ends.push(u32::try_from(self.glyphs.len()).unwrap_or(u32::MAX));
    }

    /// Leaves the first `n`, and nothing of one that is being added.
    pub(super) fn truncate(&mut self, n: usize) {
        self.ends.truncate(n);
        self.glyphs.truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    /// A text; empty where there is none.
    pub(super) fn get(&self, number: usize) -> &[u16] {
        let end = |number: usize| self.ends.get(number).map_or(0, |end| *end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.glyphs.get(start..end(number)).unwrap_or_default()
    }
}
