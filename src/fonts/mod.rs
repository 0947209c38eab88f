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
