//! Files of the applicant on and beside a paper.

use std::{fmt, rc::Rc};

use crate::model::{Attached, MediaType, Path, SortedMap};

/// The bytes of what is attached, by their SHA-256 in hex; only what can be used. Nobody looks into them here.
pub type Files = SortedMap<String, Rc<Vec<u8>>>;

/// A file that the answers name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its number on the list of attachments, from 1.
    pub number: usize,
    /// Its question.
    pub path: Path,
    /// What the question is called.
    pub label: String,
    /// What stands in the answers.
    pub attached: Attached,
}

/// A picture as it is drawn.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Which of the files it is.
    pub sha256: String,
    /// JPEG or PNG.
    pub media_type: MediaType,
    /// Its bytes.
    pub bytes: Rc<Vec<u8>>,
    /// Its alternative text.
    pub alt: String,
}

/// No answer ever reaches a log: this prints what it is and how large.
impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}, {} bytes)", self.media_type.as_str(), self.bytes.len())
    }
}
