//! The spelling of the index in bytes (ADR 17). Nobody but this program reads it.
//!
//! A number is LEB128. What a file brings is numbered on from the files before it, so that rows are read in order.
//!
//! **Invariant:** any bytes may come in; what is no index is refused, without a panic.

use super::alphabet::{Alphabet, Texts};

/// The head, and its version.
pub(super) const HEAD: &[u8] = b"YTH2";
/// Rows, and their version.
pub(super) const ROWS: &[u8] = b"YTR2";
/// Characters that take one byte in a text; 0 ends the text.
pub(super) const SHORT: usize = 192;

/// Bytes being read.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Behind the magic; `None` where it is not there.
    pub(super) fn new(bytes: &'a [u8], magic: &[u8]) -> Option<Self> {
        bytes.strip_prefix(magic).map(Self)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<usize> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return usize::try_from(number).ok();
            }
        }
        None
    }

    /// How many follow; never more than there are bytes.
    pub(super) fn count(&mut self) -> Option<usize> {
        self.number().filter(|n| *n <= self.0.len())
    }

    /// A number near the one that was to be expected: the one after the last.
    pub(super) fn near(&mut self, expected: &mut usize) -> Option<usize> {
        let away = self.number()?;
        let number = if away & 1 == 0 {
            expected.checked_add(away >> 1)
        } else {
            expected.checked_sub((away >> 1) + 1)
        };
        *expected = number?.checked_add(1)?;
        number
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let n = self.count()?;
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        std::str::from_utf8(taken).ok()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    /// The sounds, characters and texts that a file brings.
    pub(super) fn texts(&mut self, alphabet: &mut Alphabet, texts: &mut Texts) -> Option<()> {
        // Files come in order.
        self.number().filter(|n| *n == texts.len())?;
        alphabet.sounds.extend(self.text()?.split_terminator('\n').map(super::sound::Sound::new));
        let chars = self.text()?;
        let mut counts = Vec::with_capacity(chars.len());
        for _ in chars.chars() {
            counts.push(self.byte()?);
        }
        for (char, n) in chars.chars().zip(counts) {
            let sounds = self.sounds(n, alphabet)?;
            alphabet.add(char, sounds, None);
        }
        for _ in 0..self.count()? {
            let plain = self.number()?;
            let char = alphabet.glyphs.get(plain)?.char;
            let n = self.byte()?;
            let sounds = self.sounds(n, alphabet)?;
            alphabet.add(char, sounds, Some(plain));
        }
        for _ in 0..self.count()? {
            loop {
                let byte = usize::from(self.byte()?);
                let code = match byte.checked_sub(SHORT) {
                    None => byte,
                    Some(high) => SHORT + (high << 8 | usize::from(self.byte()?)),
                };
                let Some(glyph) = code.checked_sub(1) else { break };
                texts.push(u16::try_from(glyph).ok().filter(|_| glyph < alphabet.glyphs.len())?);
            }
            texts.end();
        }
        Some(())
    }

    fn sounds(&mut self, n: u8, alphabet: &Alphabet) -> Option<Vec<usize>> {
        let mut sounds = Vec::with_capacity(n.into());
        for _ in 0..n {
            sounds.push(self.number().filter(|sound| *sound < alphabet.sounds.len())?);
        }
        Some(sounds)
    }
}
