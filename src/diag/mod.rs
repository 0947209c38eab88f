//! What a form's AUTHOR is told, as data: a code, a place, and what the sentence needs.
//!
//! **Invariant:** no sentence is made here (`text::say` does that) and nothing an applicant typed gets in.

mod code;
mod lint;

pub use code::Code;
pub use lint::Lint;

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The form can not be used.
    Error,
    /// The form works; somebody should look.
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

/// Where a fault is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The file's path as the author knows it, `forms/items/SQ031/form.json`.
    pub file: String,
    /// RFC 6901 pointer into the file; empty is the whole file.
    pub pointer: String,
    /// Line in the file, from 1, where it is known.
    pub line: Option<u32>,
}

/// One fault of a form file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, with what the sentence needs.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
}

impl Diagnostic {
    /// A fault at `pointer` of `file`, with the severity its code has.
    #[must_use]
    pub fn new(code: Code, file: &str, pointer: &str) -> Self {
        let severity = code.severity();
        Self {
            code,
            severity,
            place: Place { file: file.to_owned(), pointer: pointer.to_owned(), line: None },
        }
    }
}
