//! The whole line on one page: from a pack and answers to the bytes of a paper.
//!
//! [`plan`] says what has to be loaded; [`run`] makes the files. Between them the caller does nothing but fetch bytes, so
//! page, worker, command line and tests get the same bytes from the same input.
//!
//! **Invariant:** no clock, no I/O, no locale but the one in [`Input`].

mod attached;
mod case;
mod error;
mod example;
mod glyphs;
mod line;
mod make;

use std::collections::BTreeMap;

use crate::model::{Date, Locale, Path};

pub use crate::packet::{Files, Say};
pub use attached::digest;
pub use case::{Told, case};
pub use error::ProduceError;
pub use example::example;

/// What is to be made, and of what.
#[derive(Debug, Clone)]
pub struct Input {
    /// The form's pack.
    pub pack: Vec<u8>,
    /// The answers: an exported file, bare answers or a draft. A blank needs none.
    pub entered: Option<Vec<u8>>,
    /// What is wanted.
    pub want: Want,
    /// The day that the paper bears.
    pub today: Date,
    /// The language of covers and notices.
    pub locale: Locale,
    /// The deployment's settings.
    pub settings: Vec<u8>,
    /// The table of font shards; not needed for JSON.
    pub shard_table: Vec<u8>,
    /// The files that the answers name, by their SHA-256 in small hex digits.
    pub attachments: Files,
    /// Who filled it in together with the applicant, as given; stands on the covers of a draft and a packet, nowhere else. Digest
    /// and reference number are of the answers alone, and do not cover it.
    pub helper: Option<String>,
}

/// A paper in a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Want {
    /// Which paper.
    pub paper: PaperKind,
    /// In which format.
    pub format: Format,
}

/// The papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperKind {
    /// The empty official table (空白表).
    Blank,
    /// What is there so far, with open cells.
    Draft,
    /// Everything the window needs; refused while an answer is wrong.
    Packet,
    /// The table filled with the form's example.
    Sample,
}

impl PaperKind {
    /// Its spelling.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Draft => "draft",
            Self::Packet => "packet",
            Self::Sample => "sample",
        }
    }
}

/// The formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One PDF.
    Pdf,
    /// One SVG a page, for the preview.
    Svg,
    /// The office's own Word file; not yet.
    Docx,
    /// Everything in one ZIP; not yet.
    Zip,
    /// The exported file.
    Json,
}

impl Format {
    /// Its spelling, as in a file's ending.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Docx => "docx",
            Self::Zip => "zip",
            Self::Json => "json",
        }
    }
}

/// What was loaded so far.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// Font shards by name.
    pub shards: BTreeMap<String, Vec<u8>>,
    /// Tables by name, see [`REGIONS`] and [`STREETS`].
    pub tables: BTreeMap<String, Vec<u8>>,
}

/// The name of the table of county codes.
pub const REGIONS: &str = "regions";
/// The name of the table of the district's streets and communities.
pub const STREETS: &str = "streets";

/// What has to be loaded before [`run`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs {
    /// Names of font shards that are not loaded yet.
    pub shards: Vec<String>,
    /// Names of tables that are not loaded yet. After they came, ask again: what they say stands on the paper.
    pub tables: Vec<String>,
    /// Characters of answers that no font has, each a place to write in by hand; the empty path is the form itself.
    pub missing: Vec<(Path, char)>,
}

impl Needs {
    /// Whether everything is there.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.shards.is_empty() && self.tables.is_empty()
    }
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Produced {
    /// The bytes of each file: one, or one SVG a page.
    pub files: Vec<Vec<u8>>,
    /// The MIME type of each.
    pub media_type: &'static str,
    /// Characters that no font has, as in [`Needs`].
    pub missing: Vec<(Path, char)>,
    /// Questions whose file is not there or can not be read; the paper says so.
    pub not_attached: Vec<Path>,
    /// A packet's digest.
    pub digest: Option<String>,
    /// A packet's reference number.
    pub reference: Option<String>,
}

/// Says what has to be loaded and which characters can not be printed.
///
/// # Errors
///
/// As [`run`], but for what only drawing finds.
pub fn plan(input: &Input, loaded: &Loaded, say: &Say<'_>) -> Result<Needs, ProduceError> {
    make::plan(input, loaded, say)
}

/// Makes the files.
///
/// # Errors
///
/// A pack, settings, answers or table that can not be read; answers that are wrong, for a packet; a format that is not
/// there yet; a shard that was not loaded; what the drawing library refuses.
pub fn run(input: &Input, loaded: &Loaded, say: &Say<'_>) -> Result<Produced, ProduceError> {
    make::run(input, loaded, say)
}
