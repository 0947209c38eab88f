//! The closed list of what can be wrong with a form file.

use super::{Lint, Severity};

/// What is wrong with a form file. The text of a variant's `id` is published and never reused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// F001: the file could not be read.
    Unreadable {
        /// What the system said.
        reason: String,
    },
    /// F002: not JSON.
    NotJson {
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
    },
    /// F003: a file, nesting, count or text past its limit.
    PastLimit {
        /// What is limited: `bytes`, `depth`, `fields`, `rows`, `rule_length`, `rule_depth`.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// F004: a key the format does not know.
    UnknownKeyword {
        /// The key.
        keyword: String,
        /// The nearest known key, if any is near.
        near: Option<String>,
    },
    /// F005: a key that must be there is not.
    Missing {
        /// The key.
        keyword: &'static str,
    },
    /// F006: a value of the wrong type or outside its list.
    BadValue {
        /// What is wanted: `a string`, `zh or en` …
        expected: String,
    },
    /// F007: a `$ref` that leads nowhere or in a circle.
    BadReference {
        /// The reference as written.
        reference: String,
    },
    /// F008: an id, path, choice or key that stands twice.
    Duplicate {
        /// The thing that stands twice.
        id: String,
    },
    /// F009: a path that the answers do not have.
    UnknownPath {
        /// The path.
        path: String,
        /// The nearest known path, if any is near.
        near: Option<String>,
    },
    /// F010: a rule that can not be read.
    BadRule {
        /// Character offset in the rule, from 0.
        offset: usize,
        /// What the parser wanted, a stable word such as `expression` or `closing_parenthesis`.
        expected: String,
    },
    /// F011: rules that wait for each other.
    Cycle {
        /// The paths, the first again at the end.
        paths: Vec<String>,
    },
    /// F012: a rule that calls a function or a parameter that is not there.
    UnknownName {
        /// The name.
        name: String,
        /// The nearest known name, if any is near.
        near: Option<String>,
    },
    /// F013: a pattern that the linear-time engine does not take.
    BadPattern {
        /// The pattern.
        pattern: String,
    },
    /// F014: schema `required` on a field that a `show` rule touches.
    RequiredButHidden {
        /// The path.
        path: String,
    },
    /// F015: a field that no page asks and nothing computes.
    NeverAsked {
        /// The path.
        path: String,
    },
    /// F016: a parameter with no row for today.
    NoParameterToday {
        /// The parameter.
        name: String,
    },
    /// F017: a grid row whose spans do not fill the columns, or a cell that overlaps.
    BadGrid {
        /// Columns found.
        found: usize,
        /// Columns wanted.
        wanted: usize,
    },
    /// F018: a text that has no English.
    NoEnglish,
    /// F019: a fact without its source or date.
    NoSource,
    /// F021: a pack that is cut short, altered, or of another version.
    NotAPack,
    /// F020: an example whose outcome is not what its file name says.
    ExampleDiffers {
        /// The outcome, in codes.
        found: String,
    },
    /// F030 and on: what a rule of its own file found.
    Found {
        /// The rule.
        lint: Lint,
        /// What it is about: a path, a name, a value; may be empty.
        about: String,
    },
}

impl Code {
    /// The published id, `F001`.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "F001",
            Self::NotJson { .. } => "F002",
            Self::PastLimit { .. } => "F003",
            Self::UnknownKeyword { .. } => "F004",
            Self::Missing { .. } => "F005",
            Self::BadValue { .. } => "F006",
            Self::BadReference { .. } => "F007",
            Self::Duplicate { .. } => "F008",
            Self::UnknownPath { .. } => "F009",
            Self::BadRule { .. } => "F010",
            Self::Cycle { .. } => "F011",
            Self::UnknownName { .. } => "F012",
            Self::BadPattern { .. } => "F013",
            Self::RequiredButHidden { .. } => "F014",
            Self::NeverAsked { .. } => "F015",
            Self::NoParameterToday { .. } => "F016",
            Self::BadGrid { .. } => "F017",
            Self::NoEnglish => "F018",
            Self::NoSource => "F019",
            Self::ExampleDiffers { .. } => "F020",
            Self::NotAPack => "F021",
            Self::Found { lint, .. } => lint.id(),
        }
    }

    /// How grave this kind of fault is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Unreadable { .. }
            | Self::NotJson { .. }
            | Self::PastLimit { .. }
            | Self::UnknownKeyword { .. }
            | Self::Missing { .. }
            | Self::BadValue { .. }
            | Self::BadReference { .. }
            | Self::Duplicate { .. }
            | Self::UnknownPath { .. }
            | Self::BadRule { .. }
            | Self::Cycle { .. }
            | Self::UnknownName { .. }
            | Self::BadPattern { .. }
            | Self::RequiredButHidden { .. }
            | Self::BadGrid { .. }
            | Self::NotAPack
            | Self::ExampleDiffers { .. } => Severity::Error,
            Self::NeverAsked { .. } | Self::NoParameterToday { .. } | Self::NoEnglish | Self::NoSource => {
                Severity::Warning
            }
            Self::Found { lint, .. } => lint.severity(),
        }
    }
}
