//! The files that the answers name: which of them are there and can be used.
//!
//! **Invariant:** a file counts only where its bytes are what the answer says: their number, their digest, and how they begin.
//! What is missing or broken is a note on the paper and to who asked for it, never a failure.

use std::rc::Rc;

use sha2::{Digest, Sha256};

use crate::{
    model::{Attached, MediaType, Path},
    packet::{Files, words},
    render::{self, picture},
    validate::{Issue, IssueKind, Severity},
};

use super::{Input, line::Line};

/// The files that can be used.
pub(super) fn usable(line: &Line, input: &Input) -> Files {
    let mut files = Files::new();
    for file in line.attachments(input) {
        let attached = file.attached;
        let bytes = input.attachments.get(&attached.sha256);
        if let Some(bytes) = bytes.filter(|bytes| is_good(&attached, bytes)) {
            files.insert(attached.sha256, Rc::clone(bytes));
        }
    }
    files
}

fn is_good(attached: &Attached, bytes: &[u8]) -> bool {
    let Attached { sha256, media_type, n_bytes } = attached;
    bytes.len() == *n_bytes
        && MediaType::of_bytes(bytes) == Some(*media_type)
        && (!media_type.is_picture() || picture::read(*media_type, bytes).is_some())
        && digest(bytes) == *sha256
}

/// The SHA-256 of bytes in small hex digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The questions whose file can not be used.
pub(super) fn missing(line: &Line, files: &Files, input: &Input) -> Vec<Path> {
    let all = line.attachments(input).into_iter();
    all.filter(|file| !files.contains_key(&file.attached.sha256)).map(|file| file.path).collect()
}

/// The same as issues, for the notes on a cover.
pub(super) fn issues(missing: &[Path]) -> Vec<Issue> {
    let issue = |path: &Path| Issue {
        field: path.clone(),
        kind: IssueKind::NotAttached,
        severity: Severity::Warning,
    };
    missing.iter().map(issue).collect()
}

/// What rides inside the PDF: files that no paper can show. Their names are numbers, for a file's own name may tell more of
/// a person than the answers do.
pub(super) fn embedded(line: &Line, files: &Files, input: &Input) -> Vec<render::Attachment> {
    let all = line.attachments(input).into_iter().filter(|file| !file.attached.media_type.is_picture());
    let embedded = all.filter_map(|file| {
        let bytes = files.get(&file.attached.sha256)?;
        let media_type = file.attached.media_type;
        Some(render::Attachment {
            name: format!("attachment-{}.{}", file.number, media_type.ending()),
            media_type: media_type.as_str().to_owned(),
            description: format!("{}{} {}", words::ATTACHMENT.zh, file.number, file.label),
            bytes: bytes.as_ref().clone(),
        })
    });
    embedded.collect()
}
