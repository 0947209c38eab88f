//! One typeface in shards: cut once, fetched by need, joined again into one small font.
//!
//! ```text
//! TTF ─cut─▶ shard table + shards ─(ShardTable::plan, then fetched)─▶ join ─▶ Face ─▶ glyphs, advances, outlines
//! ```
//!
//! A shard is itself a small TTF, so the function that cuts shards is the one that joins them.
//!
//! **Invariant:** any bytes may come in; what is wrong with them is a [`FontError`], never a panic. The same input gives
//! the same bytes, and [`join`] gives the same bytes whatever the plan of the shards was: it takes exactly the wanted
//! characters, in the order of their code points.

mod assemble;
mod cut;
mod face;
mod outline;
mod sfnt;
mod table;

pub use assemble::join;
pub use cut::{Cut, cut, order};
pub use face::{Face, Glyph};
pub use table::{Plan, ShardTable, TABLE_MAGIC};

/// Characters that are always drawn by lines, never by the typeface: an empty box and a ticked one.
const DRAWN: [char; 2] = ['☐', '☑'];

/// Why a font or a shard table cannot be used; for developers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// The bytes do not begin as a TrueType font does.
    #[error("not a TrueType font")]
    NotAFont,
    /// A table that is needed is not there.
    #[error("the font has no table `{0}`")]
    MissingTable(&'static str),
    /// A table is cut short or contradicts itself.
    #[error("the font's table `{0}` is damaged")]
    BadTable(&'static str),
    /// A glyph that is made of others, or one that lies outside the file: neither can be copied as it stands.
    #[error("the glyph of U+{:04X} cannot be copied", u32::from(*.0))]
    Composite(char),
    /// Shards of different fonts cannot be joined.
    #[error("the shards are not of one font")]
    Mixed,
    /// No shard was given.
    #[error("no shard to join")]
    Nothing,
    /// More than 65,535 characters for one font.
    #[error("too many characters for one font")]
    TooManyGlyphs,
    /// The shard table is not one of ours, or is damaged.
    #[error("the shard table is damaged")]
    BadShardTable,
}

#[cfg(test)]
pub(crate) mod tests {
    /// The smallest font that can be read: no character at all.
    pub(crate) fn empty() -> Vec<u8> {
        let mut head = vec![0; 54];
        head[18..20].copy_from_slice(&1000_u16.to_be_bytes());
        head[51] = 1;
        let mut hhea = vec![0; 36];
        hhea[35] = 1;
        let cmap = [&[0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 16][..], &[0; 8]].concat();
        let tables: [(&[u8; 4], Vec<u8>); 8] = [
            (b"OS/2", vec![0; 96]),
            (b"cmap", cmap),
            (b"glyf", vec![0]),
            (b"head", head),
            (b"hhea", hhea),
            (b"hmtx", vec![0; 4]),
            (b"loca", vec![0; 8]),
            (b"maxp", vec![0, 1, 0, 0, 0, 1]),
        ];
        let mut out = vec![0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0];
        let mut offset = 12 + 16 * tables.len();
        for (tag, bytes) in &tables {
            out.extend_from_slice(*tag);
            out.extend_from_slice(&[0; 4]);
            out.extend_from_slice(&u32::try_from(offset).unwrap().to_be_bytes());
            out.extend_from_slice(&u32::try_from(bytes.len()).unwrap().to_be_bytes());
            offset += bytes.len();
        }
        out.extend(tables.into_iter().flat_map(|(_, bytes)| bytes));
        out
    }

    #[test]
    fn a_font_without_characters_is_read() {
        assert!(super::Face::new(empty()).is_ok_and(|face| face.glyph('a').is_none()));
    }
}
