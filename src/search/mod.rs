//! Finds a form by Chinese text, pinyin, initials or a mix: 高龄, `gaoling`, `gljt`, `高l`.
//!
//! `index` is made when the forms are packed, where the pinyin table is; [`Index::open`] and [`find`] are what the page
//! links, and know only the characters that stand in the catalogue.
//!
//! **Invariant:** a query, whatever it is, finds or finds nothing; it never fails. What is typed is kept nowhere.

mod fold;
mod found;
#[cfg(feature = "cli")]
mod made;
mod matching;
mod sound;
mod wire;

use std::ops::Range;

use crate::model::Localized;

pub use found::{Index, find};
#[cfg(feature = "cli")]
pub use made::index;

/// What can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The form's id, `SQ031`.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Its title.
    pub title: Localized,
    /// The department's short name, `民政`.
    pub department: Localized,
    /// What else people call it.
    pub synonyms: Vec<String>,
    /// Life events and lists it belongs to.
    pub tags: Vec<String>,
    /// Minutes that filling takes.
    pub minutes: u32,
}

/// What kind of thing is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A community item.
    Item,
    /// An apply-free benefit.
    Benefit,
    /// A one-visit bundle.
    Bundle,
    /// A guide without a form.
    Guide,
}

impl EntryKind {
    /// The published spelling: `item`, `benefit`, `bundle` or `guide`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Benefit => "benefit",
            Self::Bundle => "bundle",
            Self::Guide => "guide",
        }
    }

    /// Reads the published spelling.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Item, Self::Benefit, Self::Bundle, Self::Guide].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'a> {
    /// What was found.
    pub entry: &'a Entry,
    /// What of the Chinese title matched, as ranges of characters, in order and apart.
    pub matched: Vec<Range<usize>>,
    /// What of the English title matched, in the same way.
    pub matched_en: Vec<Range<usize>>,
    /// The other name by which it was found, where the title does not show why.
    pub synonym: Option<&'a str>,
}

#[cfg(test)]
mod tests;
