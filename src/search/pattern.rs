//! What a word as typed asks of each character, worked out once a keystroke, so that going over the titles is looking up.

use super::{
    alphabet::{Alphabet, Glyph},
    sound::{Sound, is_slip},
};

/// A word as typed, against every character of the catalogue.
pub(super) struct Pattern {
    pub(super) len: usize,
    asked: Vec<Asked>,
    /// Where each character's ways end.
    ends: Vec<u32>,
    ways: Vec<Way>,
    /// What any Latin letter, and any other character, can stand for.
    wild: [Wild; 2],
}

/// A character that is wrong or left out: any other does, so this is kept apart from what each of them is asked.
#[derive(Default)]
pub(super) struct Wild {
    /// The places of the word at which a wrong one stands, a bit each.
    pub(super) wrong: u64,
    /// The places before which one is left out; the first of a match never is.
    pub(super) missing: u64,
    /// The same as ways.
    pub(super) ways: Vec<Way>,
}

/// What is asked of a character, in one number, since every character of the catalogue is looked up at every key: the places of
/// the word from which it goes on, a bit each, and three bits of its own.
#[derive(Clone, Copy)]
pub(super) struct Asked(u64);

/// A match may begin with it; in the middle of a Latin word it does not.
const BEGINS: u64 = 1 << 61;
/// Passed over.
const SIGN: u64 = 1 << 63;
/// A Latin letter or digit: a match does not begin behind another.
const LATIN: u64 = 1 << 62;

impl Asked {
    /// The places of the word from which it goes on.
    #[inline]
    pub(super) fn any(self) -> u64 {
        self.0 & !(SIGN | LATIN | BEGINS)
    }

    #[inline]
    pub(super) fn begins(self) -> bool {
        self.0 & BEGINS != 0
    }

    #[inline]
    pub(super) fn is_sign(self) -> bool {
        self.0 & SIGN != 0
    }

    #[inline]
    pub(super) fn is_latin(self) -> bool {
        self.0 & LATIN != 0
    }
}

/// A way in which a character goes on with the word.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// From this place of the word,
    pub(super) at: u8,
    /// so many characters of it,
    pub(super) n: u8,
    /// at this cost.
    pub(super) cost: u8,
    pub(super) turn: Turn,
}

/// What becomes of the one slip that is allowed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Nothing.
    None,
    /// It is here.
    Slip,
    /// Two letters stand for one another, this one's last and the next one's first: begun.
    Owe,
    /// The same, ended.
    Pay,
}

/// Whether a slip is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slips {
    None,
    One,
}

const INITIAL: u8 = 2;
const NEAR: u8 = 3;
const UNFINISHED: u8 = 1;
const SLIP: u8 = 20;
/// Fewer letters or characters than these fit too much with a slip.
const LETTERS: usize = 4;
const LETTERS_BESIDE_CHARACTERS: usize = 3;
const CHARACTERS: usize = 3;

impl Pattern {
    /// Of a folded word of at most 40 characters.
    pub(super) fn new(word: &[char], alphabet: &Alphabet, slips: Slips) -> Self {
        let n_letters = word.iter().filter(|c| c.is_ascii()).count();
        let n_characters = word.len() - n_letters;
        let few = if n_characters > 0 { LETTERS_BESIDE_CHARACTERS } else { LETTERS };
        let is_loose = slips == Slips::One;
        let asking = Asking {
            word,
            slips,
            letters_slip: is_loose && n_letters >= few,
            characters_slip: is_loose && n_characters >= CHARACTERS,
        };
        let sounds: Vec<Vec<Way>> = alphabet.sounds.iter().map(|sound| asking.of_sound(sound)).collect();
        let mut ways = Vec::new();
        let mut asked = Vec::with_capacity(alphabet.glyphs.len());
        let mut ends = Vec::with_capacity(alphabet.glyphs.len());
        for glyph in &alphabet.glyphs {
            let start = ways.len();
            if let Some(c) = glyph.folded {
                asking.of_char(c, &mut ways);
                push_sounds(glyph, &sounds, &mut ways);
            }
            let any = ways.iter().skip(start).fold(0, |any, way: &Way| any | 1_u64 << way.at);
            let sign = if glyph.folded.is_none() { SIGN } else { 0 };
            let latin = if glyph.char.is_ascii_alphanumeric() { LATIN } else { 0 };
            let is_wild = if latin > 0 { asking.letters_slip } else { asking.characters_slip && sign == 0 };
            let begins = if any & 1 != 0 || is_wild { BEGINS } else { 0 };
            asked.push(Asked(any | begins | sign | latin));
            ends.push(u32::try_from(ways.len()).unwrap_or(u32::MAX));
        }
        let wild = [asking.wild(true, asking.letters_slip), asking.wild(false, asking.characters_slip)];
        Self { len: word.len(), asked, ends, ways, wild }
    }

    /// What any character of this one's sort can stand for.
    #[inline]
    pub(super) fn wild(&self, asked: Asked) -> &Wild {
        let [latin, other] = &self.wild;
        if asked.is_latin() { latin } else { other }
    }

    /// What is asked of a character.
    #[inline]
    pub(super) fn asked(&self, glyph: u16) -> Asked {
        self.asked.get(usize::from(glyph)).copied().unwrap_or(Asked(0))
    }

    /// The ways in which a character goes on.
    #[inline]
    pub(super) fn ways(&self, glyph: u16) -> &[Way] {
        let end = |number: usize| self.ends.get(number).map_or(0, |end| *end as usize);
        let number = usize::from(glyph);
        let start = number.checked_sub(1).map_or(0, end);
        self.ways.get(start..end(number)).unwrap_or_default()
    }
}

/// The ways of a character's readings. A reading that the character has elsewhere is no slip of the one it has here.
fn push_sounds(glyph: &Glyph, sounds: &[Vec<Way>], ways: &mut Vec<Way>) {
    let of = |number: &usize| sounds.get(*number).map(Vec::as_slice).unwrap_or_default();
    let is_barred = |slip: &Way| {
        let mut barred = glyph.barred.iter().flat_map(of);
        barred.any(|way| way.turn == Turn::None && (way.at, way.n) == (slip.at, slip.n))
    };
    for number in &glyph.sounds {
        ways.extend(of(number).iter().filter(|way| way.turn != Turn::Slip || !is_barred(way)));
    }
}

/// A word, and which slips are looked for.
struct Asking<'a> {
    word: &'a [char],
    slips: Slips,
    letters_slip: bool,
    characters_slip: bool,
}

impl Asking<'_> {
    fn rest(&self, at: usize) -> &[char] {
        self.word.get(at..).unwrap_or_default()
    }

    /// What any Latin letter, or any other character, stands for where one may be wrong.
    fn wild(&self, is_latin: bool, slips: bool) -> Wild {
        let mut wild = Wild::default();
        let places = self.word.iter().enumerate().filter(|(_, typed)| slips && typed.is_ascii() == is_latin);
        for (at, _) in places {
            wild.wrong |= 1 << at;
            wild.ways.push(way(at, 1, SLIP, Turn::Slip));
            if at > 0 {
                wild.missing |= 1 << at;
                wild.ways.push(way(at, 0, SLIP, Turn::Slip));
            }
        }
        wild
    }

    /// The ways to type a character as itself.
    fn of_char(&self, c: char, ways: &mut Vec<Way>) {
        let slips = if c.is_ascii() { self.letters_slip } else { self.characters_slip };
        for (at, typed) in self.word.iter().enumerate() {
            let is_typed = *typed == c;
            if is_typed {
                ways.push(way(at, 1, 0, Turn::None));
            }
            if !slips || typed.is_ascii() != c.is_ascii() {
                continue;
            }
            let next = self.word.get(at + 1);
            if next == Some(&c) {
                ways.push(way(at, 2, SLIP, Turn::Slip));
                ways.push(way(at, 0, SLIP, Turn::Owe));
            }
            if is_typed && next.is_some() {
                ways.push(way(at, 2, 0, Turn::Pay));
                if at + 2 == self.word.len() {
                    ways.push(way(at, 2, SLIP, Turn::Slip));
                }
            }
        }
    }

    /// The ways to type a syllable.
    fn of_sound(&self, sound: &Sound) -> Vec<Way> {
        let mut ways = Vec::new();
        for at in 0..self.word.len() {
            let rest = self.rest(at);
            for (spelling, is_near) in &sound.spellings {
                let near = if *is_near { NEAR } else { 0 };
                if rest.starts_with(spelling) {
                    ways.push(way(at, spelling.len(), near, Turn::None));
                } else if rest.len() > 1 && spelling.starts_with(rest) {
                    ways.push(way(at, rest.len(), near + UNFINISHED, Turn::None));
                }
            }
            // With a slip besides, initials would fit nearly everything.
            if self.slips == Slips::None {
                for (initial, is_near) in &sound.initials {
                    if rest.starts_with(initial) {
                        let near = if *is_near { NEAR } else { 0 };
                        ways.push(way(at, initial.len(), INITIAL + near, Turn::None));
                    }
                }
            }
            if self.letters_slip
                && let Some((spelling, false)) = sound.spellings.first()
            {
                self.push_slips(at, spelling, &mut ways);
            }
        }
        ways
    }

    /// The ways to type a syllable with one letter wrong.
    fn push_slips(&self, at: usize, spelling: &[char], ways: &mut Vec<Way>) {
        let rest = self.rest(at);
        let len = spelling.len();
        let Some((last, start)) = spelling.split_last().filter(|_| len > 1) else { return };
        let shortest = if len == 2 { 2 } else { len - 1 };
        for n in shortest..=len + 1 {
            if rest.get(..n).is_some_and(|typed| is_slip(typed, spelling)) {
                ways.push(way(at, n, SLIP, Turn::Slip));
            }
        }
        // An unfinished syllable, of which enough stands there.
        if (3..len).contains(&rest.len())
            && spelling.get(..rest.len()).is_some_and(|begun| is_slip(rest, begun))
        {
            ways.push(way(at, rest.len(), SLIP + UNFINISHED, Turn::Slip));
        }
        if rest.starts_with(start) && rest.get(len) == Some(last) {
            ways.push(way(at, len - 1, SLIP, Turn::Owe));
        }
        if let (Some((typed, rest)), Some((first, end))) = (rest.split_first(), spelling.split_first())
            && typed == first
            && rest.get(1..).is_some_and(|rest| rest.starts_with(end))
        {
            ways.push(way(at, len + 1, 0, Turn::Pay));
        }
    }
}

fn way(at: usize, n: usize, cost: u8, turn: Turn) -> Way {
    // A word has at most 40 characters, a syllable 6.
    let small = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
    Way { at: small(at), n: small(n), cost, turn }
}
