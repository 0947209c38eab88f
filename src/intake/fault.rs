//! What is wrong with a row.

/// A fault: where, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The sheet; none in a file that has one only.
    pub sheet: String,
    /// The row, as an editor of the file shows it.
    pub row: usize,
    /// What stands over the column; empty where the row as a whole is meant.
    pub column: String,
    /// What.
    pub kind: FaultKind,
}

/// What is wrong. No cell is repeated in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// Nothing where something must be.
    Missing,
    /// A formula in place of a value.
    Formula,
    /// A number that lost digits.
    Lost,
    /// The same code, or the same title and authority, as a row above.
    Duplicate {
        /// That row.
        first: usize,
    },
    /// Too long.
    TooLong {
        /// The most characters, or bytes of a whole guide.
        most: usize,
    },
    /// JSON that can not be read.
    BadJson,
    /// No day of the calendar.
    BadDate,
    /// A limit that is no number of days.
    BadLimit,
    /// No whole number.
    BadNumber,
    /// A word that the list does not have.
    UnknownWord {
        /// Those it has.
        known: &'static str,
    },
    /// A material for which there is no guide.
    NoGuide,
}

/// What comes of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// The row is not taken.
    Error,
    /// The cell is left out, the row is taken.
    Warning,
}

impl FaultKind {
    /// What comes of it.
    #[must_use]
    pub fn grade(&self) -> Grade {
        match self {
            Self::Missing
            | Self::Formula
            | Self::Lost
            | Self::Duplicate { .. }
            | Self::TooLong { .. }
            | Self::BadJson => Grade::Error,
            Self::BadDate | Self::BadLimit | Self::BadNumber | Self::UnknownWord { .. } | Self::NoGuide => {
                Grade::Warning
            }
        }
    }

    /// Its published word.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Formula => "formula",
            Self::Lost => "digits_lost",
            Self::Duplicate { .. } => "duplicate",
            Self::TooLong { .. } => "too_long",
            Self::BadJson => "bad_json",
            Self::BadDate => "bad_date",
            Self::BadLimit => "bad_limit",
            Self::BadNumber => "bad_number",
            Self::UnknownWord { .. } => "unknown_word",
            Self::NoGuide => "no_guide",
        }
    }
}
