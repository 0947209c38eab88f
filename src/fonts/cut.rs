//! Cutting a font into shards.
//!
//! The first shard holds the characters of the forms themselves and comes with every paper. The rest follows the given
//! order of frequency, 64 characters a shard; past the common characters a shard holds 128, since there the name of a
//! fetched file would tell the server which rare character somebody typed.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::assemble::{Shape, assemble};
use super::sfnt::Sfnt;
use super::{FontError, table};

/// Characters a shard among the common ones.
const COMMON: usize = 64;
/// How many shards are of common characters.
const N_COMMON: usize = 48;
/// Characters a shard among the rare ones.
const RARE: usize = 128;

/// A font in shards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// What [`super::ShardTable`] opens.
    pub table: Vec<u8>,
    /// Name (with a hash of the content) and bytes; the first is the base.
    pub shards: Vec<(String, Vec<u8>)>,
}

/// The order of frequency as `forms/codes/han-order.txt` spells it: characters, and comments in lines that begin with `#`.
#[must_use]
pub fn order(text: &str) -> Vec<char> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

/// Cuts a font: first the characters of `base` and of the keyboard, then those of `order` as they stand there, then the
/// rest by code point. What the font does not have is passed over;
/// a font with composite glyphs is refused.
pub fn cut(ttf: &[u8], base: &BTreeSet<char>, order: &[char]) -> Result<Cut, FontError> {
    let font = Sfnt::open(ttf)?;
    let characters = font.characters()?;
    let mut shapes = BTreeMap::new();
    for (c, id) in &characters {
        let outline = font.outline(*id).ok_or(FontError::Composite(*c))?;
        let metrics = font.metrics(*id).ok_or(FontError::BadTable("hmtx"))?;
        shapes.insert(*c, Shape { outline, metrics });
    }

    let mut groups: Vec<Vec<char>> = vec![Vec::new()];
    let mut placed = BTreeSet::new();
    let keyboard = (' '..='~').chain("，。、：；？！（）《》“”‘’—…·•～¥％／－　".chars());
    for c in keyboard.chain(base.iter().copied()) {
        if shapes.contains_key(&c) && placed.insert(c) {
            groups.first_mut().into_iter().for_each(|group| group.push(c));
        }
    }
    let rest = order.iter().chain(shapes.keys()).copied().collect::<Vec<_>>();
    for c in rest {
        if !shapes.contains_key(&c) || !placed.insert(c) {
            continue;
        }
        // The base is the first group and takes no more.
        let n_groups = groups.len();
        let full = if n_groups <= N_COMMON + 1 { COMMON } else { RARE };
        match groups.last_mut() {
            Some(group) if n_groups > 1 && group.len() < full => group.push(c),
            _ => groups.push(vec![c]),
        }
    }

    let mut shards = Vec::new();
    let mut places = BTreeMap::new();
    for (n, group) in groups.iter().enumerate() {
        let glyphs: BTreeMap<char, Shape<'_>> = group
            .iter()
            .filter_map(|c| {
                let shape = shapes.get(c)?;
                Some((*c, Shape { outline: shape.outline, metrics: shape.metrics }))
            })
            .collect();
        let bytes = assemble(&font, &glyphs)?;
        let hash = Sha256::digest(&bytes);
        let hash = hash.first_chunk::<4>().copied().unwrap_or_default();
        shards.push((hash, bytes));
        let n = u16::try_from(n).map_err(|_| FontError::TooManyGlyphs)?;
        places.extend(group.iter().map(|c| (*c, n)));
    }
    let hashes: Vec<[u8; 4]> = shards.iter().map(|(hash, _)| *hash).collect();
    let table = table::write(&hashes, &places);
    let shards =
        shards.into_iter().enumerate().map(|(n, (hash, bytes))| (table::name(n, hash), bytes)).collect();
    Ok(Cut { table, shards })
}
