//! Files that belong to the answers: `<sha256> <media type> <bytes>`, a blank between, as they are entered; the file itself
//! lies beside the answers. A file's name is not kept: it may say more of a person than the answer does.
//!
//! **Invariant:** no file is read here. Whether its bytes are what the answer says, whoever has them looks at.

use super::Reading;
use crate::{
    model::{Accept, Attached, Locale, MediaType, Value},
    validate::IssueKind,
};

/// Hex digits of a SHA-256.
const N_DIGITS: usize = 64;

/// Reads what stands in the answers for a file.
#[must_use]
pub fn read(accept: &Accept, raw: &str) -> Reading {
    let Some(attached) = parse(raw) else { return Reading::wrong(IssueKind::Format) };
    if !accept.types.contains(&attached.media_type) {
        return Reading::wrong(IssueKind::MediaType);
    }
    if attached.n_bytes > accept.most_bytes {
        return Reading::wrong(IssueKind::TooManyBytes { limit: accept.most_bytes });
    }
    Reading::good(Value::Text(raw.to_owned()))
}

/// What stands in the answers for a file.
#[must_use]
pub fn parse(raw: &str) -> Option<Attached> {
    let (sha256, rest) = raw.split_once(' ')?;
    let (media_type, n_bytes) = rest.split_once(' ')?;
    let is_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    let is_plain = (1..=12).contains(&n_bytes.len())
        && n_bytes.bytes().all(|b| b.is_ascii_digit())
        && !n_bytes.starts_with('0');
    (sha256.len() == N_DIGITS && sha256.bytes().all(is_hex) && is_plain).then_some(())?;
    let (media_type, n_bytes) = (MediaType::parse(media_type)?, n_bytes.parse().ok()?);
    Some(Attached { sha256: sha256.to_owned(), media_type, n_bytes })
}

/// What is entered for a file.
#[must_use]
pub fn written(attached: &Attached) -> String {
    format!("{} {} {}", attached.sha256, attached.media_type.as_str(), attached.n_bytes)
}

/// As people read it: 照片（JPEG，120 kB）.
pub(super) fn shown(text: &str, locale: Locale) -> String {
    let Some(Attached { media_type, n_bytes, .. }) = parse(text) else { return String::new() };
    let name = match media_type {
        MediaType::Jpeg => "JPEG",
        MediaType::Png => "PNG",
        MediaType::Pdf => "PDF",
    };
    let size = size(n_bytes);
    match (locale, media_type.is_picture()) {
        (Locale::Zh, true) => format!("图片（{name}，{size}）"),
        (Locale::Zh, false) => format!("文件（{name}，{size}）"),
        (Locale::En, true) => format!("Picture ({name}, {size})"),
        (Locale::En, false) => format!("File ({name}, {size})"),
    }
}

/// A number of bytes in thousands or millions, rounded up.
#[must_use]
pub fn size(n_bytes: usize) -> String {
    if n_bytes < 1_000_000 {
        return format!("{} kB", n_bytes.div_ceil(1000));
    }
    let tenths = n_bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHA: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    fn accept() -> Accept {
        Accept { types: vec![MediaType::Jpeg], most_bytes: 1000 }
    }

    #[test]
    fn a_file_is_named_by_its_digest() {
        let raw = format!("{SHA} image/jpeg 1000");
        assert_eq!(read(&accept(), &raw), Reading::good(Value::Text(raw.clone())));
        assert_eq!(written(&parse(&raw).unwrap()), raw);
        let wrong =
            |raw: &str, want: IssueKind| assert_eq!(read(&accept(), raw), Reading::wrong(want), "{raw}");
        for raw in [
            "",
            SHA,
            &format!("{SHA} image/jpeg"),
            &format!("{SHA} image/jpeg 0"),
            &format!("{SHA} image/jpeg 01"),
            &format!("{SHA} image/jpeg -1"),
            &format!("{SHA} image/jpeg 1 "),
            &format!("{SHA}  image/jpeg 1"),
            &format!("{SHA} image/gif 1"),
            &format!("{SHA} image/jpeg 9999999999999"),
            &format!("{} image/jpeg 1", SHA.to_uppercase()),
            &format!("{}0 image/jpeg 1", SHA),
        ] {
            wrong(raw, IssueKind::Format);
        }
        wrong(&format!("{SHA} image/png 1"), IssueKind::MediaType);
        wrong(&format!("{SHA} image/jpeg 1001"), IssueKind::TooManyBytes { limit: 1000 });
    }

    #[test]
    fn people_read_what_it_is_and_how_large() {
        let check = |raw: &str, want: &str| assert_eq!(shown(raw, Locale::Zh), want);
        check(&format!("{SHA} image/jpeg 119001"), "图片（JPEG，120 kB）");
        check(&format!("{SHA} application/pdf 2345678"), "文件（PDF，2.4 MB）");
    }
}
