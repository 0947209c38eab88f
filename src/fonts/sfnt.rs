//! Reading a TrueType font: the tables, the characters it has, and the bytes of a glyph.
//!
//! **Invariant:** every offset comes from the file and is checked before use.

use std::collections::BTreeMap;

use super::FontError;

/// A font's bytes, with what is needed of it found.
pub(super) struct Sfnt<'a> {
    bytes: &'a [u8],
    tables: BTreeMap<[u8; 4], (usize, usize)>,
    glyf: &'a [u8],
    loca: &'a [u8],
    hmtx: &'a [u8],
    is_loca_long: bool,
    n_metrics: usize,
    n_glyphs: usize,
}

impl<'a> Sfnt<'a> {
    /// Finds the tables.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FontError> {
        let version = u32_at(bytes, 0).ok_or(FontError::NotAFont)?;
        if version != 0x0001_0000 && version != u32::from_be_bytes(*b"true") {
            return Err(FontError::NotAFont);
        }
        let n_tables = u16_at(bytes, 4).ok_or(FontError::NotAFont)?;
        let mut tables = BTreeMap::new();
        for i in 0..usize::from(n_tables) {
            let at = 12 + 16 * i;
            let entry = bytes.get(at..at + 16).ok_or(FontError::NotAFont)?;
            let (Some(tag), Some(offset), Some(length)) =
                (entry.first_chunk::<4>(), u32_at(entry, 8), u32_at(entry, 12))
            else {
                return Err(FontError::NotAFont);
            };
            tables.insert(*tag, (offset as usize, length as usize));
        }
        let mut font = Self {
            bytes,
            tables,
            glyf: &[],
            loca: &[],
            hmtx: &[],
            is_loca_long: false,
            n_metrics: 0,
            n_glyphs: 0,
        };
        font.glyf = font.table(b"glyf", "glyf")?;
        font.loca = font.table(b"loca", "loca")?;
        font.hmtx = font.table(b"hmtx", "hmtx")?;
        let head = font.table(b"head", "head")?;
        if head.len() < 54 {
            return Err(FontError::BadTable("head"));
        }
        font.is_loca_long = u16_at(head, 50).ok_or(FontError::BadTable("head"))? == 1;
        let hhea = font.table(b"hhea", "hhea")?;
        font.n_metrics = u16_at(hhea, 34).ok_or(FontError::BadTable("hhea"))?.into();
        font.n_glyphs = u16_at(font.table(b"maxp", "maxp")?, 4).ok_or(FontError::BadTable("maxp"))?.into();
        if font.n_metrics == 0 || font.units_per_em()? == 0 {
            return Err(FontError::BadTable("head"));
        }
        Ok(font)
    }

    /// The bytes of a table.
    pub(super) fn table(&self, tag: &[u8; 4], name: &'static str) -> Result<&'a [u8], FontError> {
        let (offset, length) = *self.tables.get(tag).ok_or(FontError::MissingTable(name))?;
        let end = offset.checked_add(length).ok_or(FontError::BadTable(name))?;
        self.bytes.get(offset..end).ok_or(FontError::BadTable(name))
    }

    /// Units of the em square.
    pub(super) fn units_per_em(&self) -> Result<u16, FontError> {
        u16_at(self.table(b"head", "head")?, 18).ok_or(FontError::BadTable("head"))
    }

    /// Every character with its glyph, from the `cmap` of format 12, in the order of code points.
    pub(super) fn characters(&self) -> Result<BTreeMap<char, u16>, FontError> {
        let bad = FontError::BadTable("cmap");
        let cmap = self.table(b"cmap", "cmap")?;
        let n = u16_at(cmap, 2).ok_or(bad)?;
        let subtable = (0..usize::from(n))
            .filter_map(|i| u32_at(cmap, 4 + 8 * i + 4))
            .filter_map(|offset| cmap.get(offset as usize..))
            .find(|subtable| u16_at(subtable, 0) == Some(12))
            .ok_or(bad)?;
        let n_groups = u32_at(subtable, 12).ok_or(bad)?;
        let mut characters = BTreeMap::new();
        let mut next = 0;
        for group in subtable.get(16..).unwrap_or_default().chunks_exact(12).take(n_groups as usize) {
            let (Some(first), Some(last), Some(glyph)) =
                (u32_at(group, 0), u32_at(group, 4), u32_at(group, 8))
            else {
                return Err(bad);
            };
            if first > last || last > u32::from(char::MAX) || first < next {
                return Err(bad);
            }
            next = last + 1;
            for code in first..=last {
                let id = u16::try_from(glyph.saturating_add(code - first)).ok();
                if let (Some(c), Some(id)) = (char::from_u32(code), id)
                    && id != 0
                    && usize::from(id) < self.n_glyphs
                {
                    characters.insert(c, id);
                }
            }
            if characters.len() > usize::from(u16::MAX) {
                return Err(bad);
            }
        }
        Ok(characters)
    }

    /// The outline's bytes; empty for a blank. A composite glyph is none: its parts would have to come along.
    pub(super) fn outline(&self, glyph: u16) -> Option<&'a [u8]> {
        let i = usize::from(glyph);
        let (start, end) = if self.is_loca_long {
            (u32_at(self.loca, 4 * i)? as usize, u32_at(self.loca, 4 * i + 4)? as usize)
        } else {
            (usize::from(u16_at(self.loca, 2 * i)?) * 2, usize::from(u16_at(self.loca, 2 * i + 2)?) * 2)
        };
        let outline = self.glyf.get(start..end)?;
        let is_composite = outline.first().is_some_and(|byte| byte & 0x80 != 0);
        (!is_composite).then_some(outline)
    }

    /// Advance and left side bearing.
    pub(super) fn metrics(&self, glyph: u16) -> Option<(u16, i16)> {
        let i = usize::from(glyph);
        let last = self.n_metrics.checked_sub(1)?;
        let advance = u16_at(self.hmtx, 4 * i.min(last))?;
        let bearing =
            if i < self.n_metrics { 4 * i + 2 } else { 4 * self.n_metrics + 2 * (i - self.n_metrics) };
        Some((advance, u16_at(self.hmtx, bearing)?.cast_signed()))
    }
}

/// A 16-bit number.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|b| u16::from_be_bytes(*b))
}

/// A signed 16-bit number.
pub(super) fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    u16_at(bytes, at).map(u16::cast_signed)
}

/// A 32-bit number.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|b| u32::from_be_bytes(*b))
}
