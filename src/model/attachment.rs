//! A file that belongs to the answers, named by what is in it.

/// What a question takes as its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accept {
    /// Which kinds of files, each once.
    pub types: Vec<MediaType>,
    /// Bytes that a file may have.
    pub most_bytes: usize,
}

impl Accept {
    /// Bytes that a file may have where the form says nothing less.
    pub const MOST_BYTES: usize = 5_000_000;
}

/// The kinds of files that can be attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaType {
    /// A photo.
    Jpeg,
    /// A picture without loss.
    Png,
    /// A document.
    Pdf,
}

impl MediaType {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Pdf];

    /// Its name, RFC 6838.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// How a file's name ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.as_str() == name)
    }

    /// The kind of a file, by how its bytes begin; what its name ends with says nothing.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let magics: [(&[u8], Self); 3] =
            [(b"\xFF\xD8\xFF", Self::Jpeg), (b"\x89PNG\r\n\x1a\n", Self::Png), (b"%PDF-", Self::Pdf)];
        magics.into_iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, of)| of)
    }

    /// Whether it is a picture, which papers show.
    #[must_use]
    pub fn is_picture(self) -> bool {
        match self {
            Self::Jpeg | Self::Png => true,
            Self::Pdf => false,
        }
    }
}

/// An answer that is a file: what stands in the answers in its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attached {
    /// The SHA-256 of its bytes, in 64 small hex digits.
    pub sha256: String,
    /// What it is.
    pub media_type: MediaType,
    /// How many bytes it has.
    pub n_bytes: usize,
}

impl Attached {
    /// The members that it has in JSON.
    pub const PARTS: [&'static str; 3] = ["sha256", "mediaType", "bytes"];
}
