//! A question as the form defines it.

use super::{Date, Decimal, Kind, Localized, Path, Purpose};

/// A question, or a group of them. A form has them in its own order, a group before its members.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Where its answer stands.
    pub path: Path,
    /// What it takes.
    pub kind: Kind,
    /// The question, short.
    pub label: Localized,
    /// What it is called on paper, where that is something else.
    pub print: Option<Localized>,
    /// How to answer, one line, always shown.
    pub hint: Option<Localized>,
    /// More help, shown on request.
    pub help: Option<Localized>,
    /// Whom a group of questions is about.
    pub role: Option<Role>,
    /// The role this answer belongs to, where it is not the group it stands in.
    pub owner: Option<Path>,
    /// How carefully the answer is to be kept.
    pub sensitivity: Sensitivity,
    /// Why it is asked.
    pub purpose: Option<Purpose>,
    /// The `autocomplete` token of the HTML standard.
    pub autocomplete: Option<String>,
    /// Must be answered whenever shown (schema `required`; rules may add to it).
    pub is_required: bool,
    /// Computed, never asked.
    pub is_read_only: bool,
    /// The schema's limits.
    pub shape: Shape,
}

impl Field {
    /// What it is called on paper.
    #[must_use]
    pub fn on_paper(&self) -> &Localized {
        self.print.as_ref().unwrap_or(&self.label)
    }
}

/// Whom a group of questions is about: `applicant`, `agent`, `guardian`, `firm` …
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Role(pub String);

/// How carefully an answer is to be kept (个人信息保护法 art. 28).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Sensitivity {
    /// Personal data as any other.
    #[default]
    General,
    /// Health, bank, credit, economic check: a separate consent, masked on shared screens, no autocomplete.
    Sensitive,
    /// Of a child under 14.
    Minor,
}

/// The keywords of JSON Schema that limit a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    /// `minLength`, in characters.
    pub min_length: Option<usize>,
    /// `maxLength`, in characters.
    pub max_length: Option<usize>,
    /// `pattern`: unanchored, linear time.
    pub pattern: Option<String>,
    /// `minimum`.
    pub minimum: Option<Decimal>,
    /// `maximum`.
    pub maximum: Option<Decimal>,
    /// `formatMinimum` of a date.
    pub earliest: Option<Date>,
    /// `formatMaximum` of a date.
    pub latest: Option<Date>,
    /// `minItems` of a table.
    pub min_rows: Option<usize>,
    /// `maxItems` of a table.
    pub max_rows: Option<usize>,
}

impl Shape {
    /// Characters that a text may have where `maxLength` says nothing else.
    pub const TEXT_LIMIT: usize = 2000;
}
