//! What tabs tell one another of the store: a draft's id and number, never an answer.

use crate::model::DraftId;

/// Something that happened to the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// A draft was saved under a number.
    Saved(DraftId, u64),
    /// A draft was deleted.
    Deleted(DraftId),
    /// Another tab had answers of its own to this draft and saved them apart.
    Parted(DraftId),
    /// A draft is to stay, or no longer.
    Lasting(DraftId, bool),
    /// Everything was wiped.
    Wiped,
}

impl News {
    /// As a message.
    #[must_use]
    pub fn spell(&self) -> String {
        match self {
            Self::Saved(id, seq) => ["saved ", id.as_str(), " ", &seq.to_string()].concat(),
            Self::Deleted(id) => ["deleted ", id.as_str()].concat(),
            Self::Parted(id) => ["parted ", id.as_str()].concat(),
            Self::Lasting(id, is_lasting) => {
                ["lasting ", id.as_str(), if *is_lasting { " yes" } else { " no" }].concat()
            }
            Self::Wiped => "wiped".to_owned(),
        }
    }

    /// Reads [`News::spell`]; `None` where it is no message of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split(' ').collect();
        match words.as_slice() {
            ["saved", id, seq] => Some(Self::Saved(DraftId::parse(id)?, seq.parse().ok()?)),
            ["deleted", id] => Some(Self::Deleted(DraftId::parse(id)?)),
            ["parted", id] => Some(Self::Parted(DraftId::parse(id)?)),
            ["lasting", id, word] => Some(Self::Lasting(DraftId::parse(id)?, *word == "yes")),
            ["wiped"] => Some(Self::Wiped),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_heard() {
        let id = DraftId::of([7; 16]);
        for told in [
            News::Saved(id.clone(), 42),
            News::Deleted(id.clone()),
            News::Parted(id.clone()),
            News::Lasting(id.clone(), true),
            News::Lasting(id, false),
            News::Wiped,
        ] {
            assert_eq!(News::parse(&told.spell()), Some(told));
        }
        for text in ["", "saved", "saved x 1", "deleted nobody", "hello"] {
            assert_eq!(News::parse(text), None, "{text}");
        }
    }
}
