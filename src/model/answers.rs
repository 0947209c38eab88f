//! What was entered. Typed text is the truth; values, errors and totals are derived from it.

use std::fmt;

use super::{FormId, PageId, Path, Purpose, RowId, SortedMap, SortedSet};

/// What was entered, and what was consented to.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// By path; a part of an address stands below its field's path.
    pub entries: SortedMap<Path, Entry>,
    /// Consents with the time they were given.
    pub consents: Vec<Consent>,
}

/// One thing entered.
#[derive(Clone, PartialEq, Eq)]
pub enum Entry {
    /// Text as typed.
    Text(String),
    /// A choice's code.
    Choice(String),
    /// Yes or no.
    YesNo(bool),
    /// A table's rows in order.
    Rows(Vec<RowId>),
}

/// A consent, with the time it was given (ISO 8601, from the caller's clock).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// What for.
    pub purpose: Purpose,
    /// When, `2026-11-23T08:30:00+08:00`.
    pub at: String,
}

impl Answers {
    /// The text entered at a path: typed text, a choice's code, `true` or `false`. Empty where nothing is.
    #[must_use]
    pub fn raw(&self, path: &Path) -> &str {
        match self.entries.get(path) {
            Some(Entry::Text(text) | Entry::Choice(text)) => text,
            Some(Entry::YesNo(true)) => "true",
            Some(Entry::YesNo(false)) => "false",
            Some(Entry::Rows(_)) | None => "",
        }
    }

    /// Whether nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.consents.is_empty()
    }

    /// Whether a consent was given.
    #[must_use]
    pub fn has_consent(&self, purpose: &Purpose) -> bool {
        self.consents.iter().any(|consent| consent.purpose == *purpose)
    }
}

/// A form half filled: answers, and where the person stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form.
    pub form: FormId,
    /// Which version of it.
    pub version: u32,
    /// What was entered.
    pub answers: Answers,
    /// The page the person is on; `None` is "check answers".
    pub page: Option<PageId>,
    /// Fields that were left once, so that their issues may show.
    pub touched: SortedSet<Path>,
    /// Pages that were left or skipped, whose empty fields are absent and no longer unknown.
    pub left: SortedSet<PageId>,
    /// Offers that were declined.
    pub declined: SortedSet<Path>,
    /// Warnings that were confirmed: field and code.
    pub confirmed: SortedSet<(Path, String)>,
    /// Its way from device to device, where it went by file.
    pub handover: Option<Handover>,
}

/// The way of a draft that goes by file from device to device and may come back changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Drafts of the same id began as one; only they can be compared.
    pub id: String,
    /// What was entered when the draft came here; `None` where it began here.
    pub base: Option<Answers>,
}

impl Draft {
    /// An empty draft.
    #[must_use]
    pub fn new(form: FormId, version: u32) -> Self {
        Self {
            form,
            version,
            answers: Answers::default(),
            page: None,
            touched: SortedSet::new(),
            left: SortedSet::new(),
            declined: SortedSet::new(),
            confirmed: SortedSet::new(),
            handover: None,
        }
    }
}

/// No answer ever reaches a log: this prints lengths only.
impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answers({} entries, {} consents)", self.entries.len(), self.consents.len())
    }
}

/// As [`Answers`]'s: no answer is printed.
impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "Text({} chars)", text.chars().count()),
            Self::Choice(_) => f.write_str("Choice(…)"),
            Self::YesNo(_) => f.write_str("YesNo(…)"),
            Self::Rows(rows) => write!(f, "Rows({})", rows.len()),
        }
    }
}
