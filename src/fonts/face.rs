//! The joined font as the paper sees it: glyphs, advances, outlines.

use std::collections::BTreeMap;

use super::sfnt::{Sfnt, i16_at};
use super::{FontError, outline};

/// The glyph of a character.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u16,
    /// How far the pen moves, in em.
    pub advance: f32,
}

/// A font, ready to measure and to draw.
#[derive(Debug, Clone)]
pub struct Face {
    ttf: Vec<u8>,
    glyphs: BTreeMap<char, Glyph>,
    blanks: BTreeMap<char, Glyph>,
    units_per_em: f32,
    ascent: f32,
    descent: f32,
}

impl Face {
    /// Reads a font that [`super::join`] made.
    pub fn new(ttf: Vec<u8>) -> Result<Self, FontError> {
        let font = Sfnt::open(&ttf)?;
        let units_per_em = f32::from(font.units_per_em()?);
        let os2 = font.table(b"OS/2", "OS/2")?;
        let line =
            |at| i16_at(os2, at).map(|n| f32::from(n) / units_per_em).ok_or(FontError::BadTable("OS/2"));
        let (ascent, descent) = (line(68)?, line(70)?);
        let (mut glyphs, mut blanks) = (BTreeMap::new(), BTreeMap::new());
        for (c, id) in font.characters()? {
            if let (Some(outline), Some((advance, _))) = (font.outline(id), font.metrics(id)) {
                let glyph = Glyph { id, advance: f32::from(advance) / units_per_em };
                let is_blank = outline.is_empty() && !c.is_whitespace();
                if is_blank { &mut blanks } else { &mut glyphs }.insert(c, glyph);
            }
        }
        Ok(Self { glyphs, blanks, units_per_em, ascent, descent, ttf })
    }

    /// The glyph of a character; none where the typeface does not have it.
    #[must_use]
    pub fn glyph(&self, c: char) -> Option<Glyph> {
        self.glyphs.get(&c).copied()
    }

    /// The empty glyph of a character that is drawn by lines: ☐, ☑, and what the typeface lacks.
    #[must_use]
    pub fn blank(&self, c: char) -> Option<Glyph> {
        self.blanks.get(&c).copied()
    }

    /// The outline as the path data of an SVG, in font units, y downwards from the base line; empty for a blank.
    #[must_use]
    pub fn outline(&self, c: char) -> Option<String> {
        let glyph = self.glyph(c)?;
        // The bytes were read once already, so this does not fail.
        let font = Sfnt::open(&self.ttf).ok()?;
        outline::path(font.outline(glyph.id)?)
    }

    /// How far the em box reaches above the base line, in em.
    #[must_use]
    pub fn ascent(&self) -> f32 {
        self.ascent
    }

    /// How far the em box reaches below the base line, in em; negative.
    #[must_use]
    pub fn descent(&self) -> f32 {
        self.descent
    }

    /// Font units of an em.
    #[must_use]
    pub fn units_per_em(&self) -> f32 {
        self.units_per_em
    }

    /// The font's bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.ttf
    }
}
