//! From measured sheets to files: a PDF, or a picture of each sheet as SVG.
//!
//! **Invariant:** the same sheets, face and meta give the same bytes on every machine. What is drawn was measured before:
//! nothing moves here.

mod images;
mod pdf;
pub mod picture;
mod svg;
mod tags;

pub use pdf::pdf;
pub use svg::svg;

use crate::model::Date;

/// What a PDF says about itself besides its title and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// Names the document; with its content it makes the file's identifier.
    pub id: String,
    /// The day that the file bears; no clock is read.
    pub today: Date,
}

/// A file that rides inside the PDF.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, `answers.json`; each name once.
    pub name: String,
    /// Its media type, `application/json`.
    pub media_type: String,
    /// What it is, for readers.
    pub description: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The bytes are answers: they never reach a log.
impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Attachment({:?}, {} bytes)", self.name, self.bytes.len())
    }
}

/// Why a file could not be made; for developers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The paper has no sheet.
    #[error("the paper has no sheet")]
    NoSheet,
    /// The PDF writer cannot read the font.
    #[error("the font cannot be embedded")]
    Font,
    /// A media type that is not one.
    #[error("`{0}` is not a media type")]
    MediaType(String),
    /// Two attachments of one name.
    #[error("two attachments are named `{0}`")]
    DuplicateAttachment(String),
    /// The structure names content that is not drawn, or some content twice or never.
    #[error("the structure and the content do not agree")]
    Structure,
    /// The PDF would break a rule of PDF/A-3 or PDF/UA-1.
    #[error("the file would not be archival and accessible: {}", .0.join("; "))]
    Conformance(Vec<String>),
    /// Anything else that the PDF writer refuses.
    #[error("the PDF writer refused the paper: {0}")]
    Writer(String),
}
