//! Why a file can not be taken.

use thiserror::Error;

/// Why a file can not be taken. Pointers are RFC 6901; values are never named.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecordError {
    /// Not JSON.
    #[error("not JSON at line {line}, column {column}")]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// More bytes, levels, fields or rows than are taken.
    #[error("more than {limit} {what}")]
    PastLimit {
        /// `bytes`, `levels`, `fields`, `rows`, `consents`, `files`.
        what: &'static str,
        /// How many are taken.
        limit: usize,
    },
    /// A value of another type than the form asks for.
    #[error("{pointer}: expected {expected}")]
    Type {
        /// Where.
        pointer: String,
        /// `object`, `string`, `boolean`, `integer`, `array`.
        expected: &'static str,
    },
    /// An answer that the form does not have.
    #[error("{pointer}: the form has no such answer")]
    UnknownPath {
        /// Where.
        pointer: String,
    },
    /// A key that must be there is not.
    #[error("{pointer} is missing")]
    Missing {
        /// Where it would be.
        pointer: String,
    },
    /// A file beside a draft with other bytes than its digest says.
    #[error("{pointer}: not the file that its digest names")]
    Digest {
        /// Where.
        pointer: String,
    },
    /// A file of another form.
    #[error("a file of form {found}, not of {wanted}")]
    OtherForm {
        /// The file's form.
        found: String,
        /// The form it is read for.
        wanted: String,
    },
    /// A file of a later version of the form, or of the file format itself.
    #[error("a file of version {found}; this is version {known}")]
    Newer {
        /// The file's.
        found: u64,
        /// Ours.
        known: u64,
    },
}
