//! A small TTF of the wanted characters: the shards are made so, and joined so.
//!
//! Glyph 0 is an empty `.notdef`; glyph 1 is the lowest character, and so on. What only shaping needs (GSUB, GPOS, hints)
//! is left out, and of the names the PostScript name alone stays.

use std::collections::{BTreeMap, BTreeSet};

use super::FontError;
use super::sfnt::{Sfnt, u16_at};

/// Joins shards into one font of exactly the wanted characters, in the order of their code points.
///
/// A character that no shard has gets an empty glyph, and so do ☐ and ☑ in any case: what is drawn there by lines keeps
/// its text in the PDF (see [`super::Face::blank`]).
pub fn join(shards: &[&[u8]], wanted: &BTreeSet<char>) -> Result<Vec<u8>, FontError> {
    let fonts = shards.iter().map(|bytes| Sfnt::open(bytes)).collect::<Result<Vec<_>, _>>()?;
    let first = fonts.first().ok_or(FontError::Nothing)?;
    let mut glyphs = BTreeMap::new();
    for font in &fonts {
        if font.units_per_em()? != first.units_per_em()? {
            return Err(FontError::Mixed);
        }
        for (c, id) in font.characters()? {
            if wanted.contains(&c)
                && !glyphs.contains_key(&c)
                && let (Some(outline), Some(metrics)) = (font.outline(id), font.metrics(id))
            {
                glyphs.insert(c, Shape { outline, metrics });
            }
        }
    }
    let blank = (first.units_per_em()?, 0);
    for c in wanted.iter().filter(|c| !glyphs.contains_key(c)).copied().collect::<Vec<_>>() {
        glyphs.insert(c, Shape { outline: &[], metrics: blank });
    }
    for c in super::DRAWN {
        glyphs.insert(c, Shape { outline: &[], metrics: blank });
    }
    assemble(first, &glyphs)
}

/// What is copied of a glyph.
pub(super) struct Shape<'a> {
    pub(super) outline: &'a [u8],
    pub(super) metrics: (u16, i16),
}

/// Writes the font. What is not of a glyph (metrics of the face, names) is copied from `source`.
pub(super) fn assemble(source: &Sfnt<'_>, glyphs: &BTreeMap<char, Shape<'_>>) -> Result<Vec<u8>, FontError> {
    let n_glyphs = u16::try_from(glyphs.len() + 1).map_err(|_| FontError::TooManyGlyphs)?;
    let mut glyf: Vec<u8> = Vec::new();
    let mut loca: Vec<u8> = Vec::new();
    let mut hmtx: Vec<u8> = Vec::new();
    push32(&mut loca, 0);
    push32(&mut loca, 0);
    push16(&mut hmtx, source.units_per_em()?);
    push16(&mut hmtx, 0);
    for shape in glyphs.values() {
        glyf.extend_from_slice(shape.outline);
        pad(&mut glyf);
        push32(&mut loca, u32::try_from(glyf.len()).map_err(|_| FontError::TooManyGlyphs)?);
        push16(&mut hmtx, shape.metrics.0);
        push16(&mut hmtx, shape.metrics.1.cast_unsigned());
    }
    if glyf.is_empty() {
        glyf.push(0);
    }

    let mut head = source.table(b"head", "head")?.get(..54).ok_or(FontError::BadTable("head"))?.to_vec();
    patch(&mut head, 8, &[0; 4]);
    patch(&mut head, 50, &[0, 1]);
    let mut hhea = source.table(b"hhea", "hhea")?.get(..36).ok_or(FontError::BadTable("hhea"))?.to_vec();
    patch(&mut hhea, 34, &n_glyphs.to_be_bytes());
    let mut maxp = source.table(b"maxp", "maxp")?.to_vec();
    patch(&mut maxp, 4, &n_glyphs.to_be_bytes());

    // In the order of their tags, as the format asks.
    let tables: [(&[u8; 4], Vec<u8>); 10] = [
        (b"OS/2", source.table(b"OS/2", "OS/2")?.to_vec()),
        (b"cmap", cmap(glyphs)),
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", loca),
        (b"maxp", maxp),
        (b"name", name(source.table(b"name", "name")?)),
        (b"post", source.table(b"post", "post")?.get(..32).ok_or(FontError::BadTable("post"))?.to_vec()),
    ];
    Ok(write(&tables))
}

/// The file: directory, then the tables at multiples of four.
fn write(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut out = vec![0, 1, 0, 0, 0, 10, 0, 128, 0, 3, 0, 32];
    let mut offset = 12 + 16 * tables.len();
    for (tag, bytes) in tables {
        out.extend_from_slice(*tag);
        push32(&mut out, checksum(bytes));
        push32(&mut out, u32::try_from(offset).unwrap_or(u32::MAX));
        push32(&mut out, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        offset += bytes.len().next_multiple_of(4);
    }
    for (_, bytes) in tables {
        out.extend_from_slice(bytes);
        pad(&mut out);
    }
    out
}

/// Format 12: a group for each run of neighbouring code points.
fn cmap(glyphs: &BTreeMap<char, Shape<'_>>) -> Vec<u8> {
    let mut groups: Vec<(u32, u32, u32)> = Vec::new();
    for (id, c) in (1..).zip(glyphs.keys()) {
        let code = u32::from(*c);
        match groups.last_mut() {
            Some((_, last, _)) if *last + 1 == code => *last = code,
            _ => groups.push((code, code, id)),
        }
    }
    let mut out = vec![0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0];
    let n_groups = u32::try_from(groups.len()).unwrap_or(u32::MAX);
    push32(&mut out, n_groups.saturating_mul(12).saturating_add(16));
    push32(&mut out, 0);
    push32(&mut out, n_groups);
    for (first, last, id) in groups {
        push32(&mut out, first);
        push32(&mut out, last);
        push32(&mut out, id);
    }
    out
}

/// The PostScript name alone, which a PDF names the font by; an empty table where there is none.
fn name(table: &[u8]) -> Vec<u8> {
    let strings = usize::from(u16_at(table, 4).unwrap_or_default());
    let text = table.get(6..).unwrap_or_default().chunks_exact(12).find_map(|record| {
        let is_it = u16_at(record, 0) == Some(3) && u16_at(record, 6) == Some(6);
        let start = strings + usize::from(u16_at(record, 10)?);
        let found = table.get(start..start + usize::from(u16_at(record, 8)?))?;
        is_it.then_some(found)
    });
    let Some(text) = text else { return vec![0, 0, 0, 0, 0, 6] };
    let mut out = vec![0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 6];
    push16(&mut out, u16::try_from(text.len()).unwrap_or_default());
    push16(&mut out, 0);
    out.extend_from_slice(text);
    out
}

/// The sum of the table's 32-bit words.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn patch(bytes: &mut [u8], at: usize, with: &[u8]) {
    bytes.iter_mut().skip(at).zip(with).for_each(|(to, from)| *to = *from);
}

fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
}

fn push16(bytes: &mut Vec<u8>, n: u16) {
    bytes.extend_from_slice(&n.to_be_bytes());
}

fn push32(bytes: &mut Vec<u8>, n: u32) {
    bytes.extend_from_slice(&n.to_be_bytes());
}
