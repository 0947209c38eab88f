//! Finds a form or guide by Chinese text, pinyin, initials or a mix: 高龄, `gaoling`, `gljt`, `高l`.
//!
//! `index` is made when the forms are packed, where the pinyin table is: a *head* with all that can be filled in, and *rows*,
//! files with guides that have no form, in order of use. [`Index::open`], [`Index::add`] and [`find()`] are what the page links,
//! and know only the characters that stand in the catalogue (ADR 17).
//!
//! **Invariant:** a query, whatever it is, finds or finds nothing; it never fails. What is typed is kept nowhere.

mod alphabet;
mod find;
mod fold;
mod hits;
mod index;
#[cfg(feature = "cli")]
mod keyboard;
#[cfg(feature = "cli")]
mod made;
mod matching;
mod pairs;
mod pattern;
#[cfg(feature = "cli")]
mod readings;
mod sound;
mod wire;

use std::{borrow::Cow, ops::Range};

use crate::model::{Localized, ReformList, Venue};

pub use find::find;
pub use index::Index;
#[cfg(feature = "cli")]
pub use keyboard::by_sound;
#[cfg(feature = "cli")]
pub use made::index;

/// What can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The form's or guide's id, `SQ031`.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Its title.
    pub title: Localized,
    /// The department's short name, `民政`.
    pub department: Localized,
    /// The department's key in the catalogue, `civil`; empty where the catalogue has none for it.
    pub department_key: String,
    /// What else people call it.
    pub synonyms: Vec<String>,
    /// Words by which it is found besides.
    pub tags: Vec<String>,
    /// What to bring.
    pub materials: Vec<String>,
    /// Keys of the life events it belongs to.
    pub life_events: Vec<String>,
    /// Reform lists that it stands in.
    pub lists: Vec<ReformList>,
    /// Where it can be handed in.
    pub venues: Vec<Venue>,
    /// Minutes that filling takes.
    pub minutes: u32,
    /// Whether it can be filled in here, or has a guide alone.
    pub has_form: bool,
}

/// A department or life event by which entries are browsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What entries call it by.
    pub key: String,
    /// What people call it.
    pub name: Localized,
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
}

impl EntryKind {
    /// The published spelling: `item`, `benefit` or `bundle`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Benefit => "benefit",
            Self::Bundle => "bundle",
        }
    }

    /// Reads the published spelling.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Item, Self::Benefit, Self::Bundle].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'a> {
    /// What was found. Of guides with one title at many offices, the first that fits.
    pub entry: Cow<'a, Entry>,
    /// How many more have the same title and fit as well.
    pub n_alike: usize,
    /// What of the Chinese title matched, as ranges of characters, in order and apart.
    pub matched: Vec<Range<usize>>,
    /// What of the English title matched, in the same way.
    pub matched_en: Vec<Range<usize>>,
    /// The other name by which it was found, where the title does not show why.
    pub synonym: Option<&'a str>,
    /// How exactly it fits.
    pub fit: Fit,
}

/// How a hit fits the query. All hits of a query fit in the same way: the first that finds anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// As typed.
    Typed,
    /// But for one wrong letter or character.
    Slip,
    /// In pairs of characters.
    Pairs,
}

#[cfg(test)]
mod tests;
