//! A draft that is kept: what it is called, and what is known of it without its answers.

use super::{FormId, Localized};

/// A draft's own id. It says nothing of the form or the person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DraftId(String);

impl DraftId {
    /// Of random bytes.
    #[must_use]
    pub fn of(random: [u8; 16]) -> Self {
        let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
        Self(random.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
    }

    /// Reads [`DraftId::as_str`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_id = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_id.then(|| Self(text.to_owned()))
    }

    /// As 32 digits of base 16.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a list shows of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftHead {
    /// Which form.
    pub form: FormId,
    /// Which version of it.
    pub version: u32,
    /// What the form was called.
    pub title: Localized,
    /// The applicant's name, all but its beginning hidden; empty where none was entered.
    pub who: String,
    /// Questions answered, and asked; nothing asked is not known.
    pub progress: (usize, usize),
    /// When it was begun, in milliseconds since 1970 (UTC).
    pub begun_at: u64,
    /// It stays until the person deletes it.
    pub is_lasting: bool,
    /// Since when the device's clock has shown an earlier time than that of the last save.
    pub ahead_since: Option<u64>,
    /// The files that its answers name, by their SHA-256.
    pub files: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back() {
        let id = DraftId::of([0, 1, 0xab, 255, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0xf0]);
        assert_eq!(id.as_str(), "0001abff0405060708090a0b0c0d0ef0");
        assert_eq!(DraftId::parse(id.as_str()), Some(id));
    }

    #[test]
    fn what_is_no_id_is_none() {
        for text in ["", "SQ031", "0001ABFF0405060708090a0b0c0d0ef0", "0001abff0405060708090a0b0c0d0e"] {
            assert_eq!(DraftId::parse(text), None, "{text}");
        }
    }
}
