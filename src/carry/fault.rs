//! Why a carried file can not be opened.

use thiserror::Error;

use crate::record::RecordError;

/// Why a carried file can not be opened. Nothing of what lies in it is named.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CarryFault {
    /// Another passphrase than the file was closed with; or the lock itself was altered, which looks the same.
    #[error("the passphrase does not open the file")]
    Passphrase,
    /// The end is missing.
    #[error("the file is cut short")]
    Cut,
    /// Some of its bytes are not as they were written.
    #[error("the file was altered")]
    Altered,
    /// No encrypted file at all, or nothing of ours inside.
    #[error("not a carried draft")]
    Other,
    /// Closed for a key and not with a passphrase.
    #[error("the file is closed with a key, not with a passphrase")]
    Key,
    /// Opening it would take this device too long, or more memory than it may have.
    #[error("opening the file takes more work than is done")]
    Work,
    /// More bytes, fields or rows than are taken.
    #[error("the file is larger than is taken")]
    Large,
    /// Of a later version of the format.
    #[error("the file is of a later version")]
    Newer,
    /// The system gave no random numbers, or no memory.
    #[error("the file could not be made")]
    Unmade,
}

impl CarryFault {
    const WORDS: [(Self, &str); 9] = [
        (Self::Passphrase, "passphrase"),
        (Self::Cut, "cut"),
        (Self::Altered, "altered"),
        (Self::Other, "other"),
        (Self::Key, "key"),
        (Self::Work, "work"),
        (Self::Large, "large"),
        (Self::Newer, "newer"),
        (Self::Unmade, "unmade"),
    ];

    /// The word by which it crosses a border.
    #[must_use]
    pub fn code(&self) -> &'static str {
        Self::WORDS.iter().find(|(fault, _)| fault == self).map_or("other", |(_, word)| word)
    }

    /// Reads [`CarryFault::code`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, other)| *other == word).map(|(fault, _)| fault.clone())
    }
}

/// What is found inside a file that was opened.
impl From<RecordError> for CarryFault {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::PastLimit { .. } => Self::Large,
            RecordError::Newer { .. } => Self::Newer,
            RecordError::Digest { .. } => Self::Altered,
            RecordError::NotJson { .. }
            | RecordError::Type { .. }
            | RecordError::UnknownPath { .. }
            | RecordError::Missing { .. }
            | RecordError::OtherForm { .. } => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_read_as_spelled() {
        for (fault, word) in CarryFault::WORDS {
            assert_eq!((CarryFault::parse(word).as_ref(), fault.code()), (Some(&fault), word));
        }
    }
}
