//! What is wrong with an answer, as data. The codes are published.

use crate::model::{Localized, Path};

/// How grave an issue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Blocks.
    Error,
    /// Prints with a note, and can be confirmed.
    Warning,
}

impl Severity {
    /// The published spelling: `error` or `warning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Something wrong with one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The answer. For a consent, `consents.<purpose>`.
    pub field: Path,
    /// What is wrong, with what the sentence needs.
    pub kind: IssueKind,
    /// How grave it is.
    pub severity: Severity,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueKind {
    /// Not answered.
    Required,
    /// Not of the shape its kind wants.
    Format,
    /// Nothing but blanks where something is needed.
    Empty,
    /// A letter or sign that may not stand there.
    Charset {
        /// The sign.
        found: char,
    },
    /// A name's middle dot at an end or doubled.
    DotPosition,
    /// The check digit disagrees.
    CheckDigit,
    /// The birth date in a number does not exist or lies ahead.
    BirthDate,
    /// A division code that never existed.
    Region,
    /// A nationality that is not in ISO 3166-1.
    Nationality,
    /// A category of organisations that does not exist.
    Category,
    /// The check digit of the organisation code inside a credit code disagrees.
    OrgCheckDigit,
    /// A telephone segment that is not known.
    Segment,
    /// A text past its limit.
    TooLong {
        /// Characters allowed.
        limit: usize,
        /// Characters found.
        found: usize,
    },
    /// A text under its limit.
    TooShort {
        /// Characters wanted.
        limit: usize,
    },
    /// A number under its limit, as text.
    TooSmall {
        /// The least.
        limit: String,
    },
    /// A number past its limit, as text.
    TooLarge {
        /// The most.
        limit: String,
    },
    /// A day before the earliest, ISO.
    TooEarly {
        /// The earliest.
        limit: String,
    },
    /// A day after the latest, ISO.
    TooLate {
        /// The latest.
        limit: String,
    },
    /// A table with fewer rows than its least.
    TooFewRows {
        /// The least.
        limit: usize,
    },
    /// A table with more rows than its most.
    TooManyRows {
        /// The most.
        limit: usize,
    },
    /// A signature of too many strokes.
    TooManyStrokes {
        /// The most.
        limit: usize,
    },
    /// A signature of too many points.
    TooManyPoints {
        /// The most.
        limit: usize,
    },
    /// A file of a kind that is not taken.
    MediaType,
    /// A file that is too large.
    TooManyBytes {
        /// The most.
        limit: usize,
    },
    /// A file that is not beside the answers, or can not be used: it is handed in apart.
    NotAttached,
    /// A code that is not in the list.
    NotAChoice,
    /// The form's pattern does not match.
    Pattern,
    /// A rule of the form is false.
    Check {
        /// What the form says.
        message: Localized,
    },
    /// Differs from what another answer implies.
    Conflict {
        /// The other answer.
        with: Path,
    },
    /// A consent that was not given yet; it can be signed on paper.
    ConsentMissing,
    /// A character without a glyph: an empty box is printed to write it in by hand.
    NoGlyph {
        /// The character.
        found: char,
    },
}

impl IssueKind {
    /// The published code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Format => "format",
            Self::Empty => "empty",
            Self::Charset { .. } => "charset",
            Self::DotPosition => "dot_position",
            Self::CheckDigit => "check_digit",
            Self::BirthDate => "birth_date",
            Self::Region => "region",
            Self::Nationality => "nationality",
            Self::Category => "category",
            Self::OrgCheckDigit => "org_check_digit",
            Self::Segment => "segment",
            Self::TooLong { .. } => "too_long",
            Self::TooShort { .. } => "too_short",
            Self::TooSmall { .. } => "too_small",
            Self::TooLarge { .. } => "too_large",
            Self::TooEarly { .. } => "too_early",
            Self::TooLate { .. } => "too_late",
            Self::TooFewRows { .. } => "too_few_rows",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::TooManyStrokes { .. } => "too_many_strokes",
            Self::TooManyPoints { .. } => "too_many_points",
            Self::MediaType => "media_type",
            Self::TooManyBytes { .. } => "too_many_bytes",
            Self::NotAttached => "not_attached",
            Self::NotAChoice => "not_a_choice",
            Self::Pattern => "pattern",
            Self::Check { .. } => "check",
            Self::Conflict { .. } => "conflict",
            Self::ConsentMissing => "consent_missing",
            Self::NoGlyph { .. } => "no_glyph",
        }
    }
}
