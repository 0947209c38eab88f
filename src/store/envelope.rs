//! The bytes that are kept for one draft: what stands in clear, and the encrypted rest.
//!
//! Format byte 1, time (8 bytes, big end first), nonce (12 bytes), AES-GCM ciphertext with its tag.

#![cfg_attr(not(any(feature = "web", test)), expect(dead_code, reason = "the browser's store alone uses it"))]

use crate::model::FormId;

/// Bytes of a nonce.
pub(super) const NONCE: usize = 12;
const FORMAT: u8 = 1;

/// A sealed draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Envelope {
    /// When it was saved, in milliseconds since 1970.
    pub(super) saved_at: u64,
    /// Used once.
    pub(super) nonce: [u8; NONCE],
    /// Ciphertext and tag.
    pub(super) sealed: Vec<u8>,
}

impl Envelope {
    /// As bytes.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut bytes = vec![FORMAT];
        bytes.extend(self.saved_at.to_be_bytes());
        bytes.extend(self.nonce);
        bytes.extend(&self.sealed);
        bytes
    }

    /// From bytes.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (format, rest) = bytes.split_first()?;
        let (saved_at, rest) = rest.split_first_chunk()?;
        let (nonce, sealed) = rest.split_first_chunk()?;
        (*format == FORMAT).then(|| Self {
            saved_at: u64::from_be_bytes(*saved_at),
            nonce: *nonce,
            sealed: sealed.to_vec(),
        })
    }
}

/// What the tag vouches for besides the draft: a draft moved to another form's place, or dated anew, does not open.
pub(super) fn vouched(form: &FormId, saved_at: u64) -> Vec<u8> {
    let mut bytes = form.as_str().as_bytes().to_vec();
    bytes.push(0);
    bytes.extend(saved_at.to_be_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_is_read_as_written() {
        let envelope = Envelope { saved_at: 1_795_420_800_000, nonce: [7; NONCE], sealed: vec![1, 2, 3] };
        assert_eq!(Envelope::read(&envelope.write()), Some(envelope));
    }

    #[test]
    fn another_form_or_time_is_another_draft() {
        let a = vouched(&FormId::new("A"), 1);
        assert_ne!(a, vouched(&FormId::new("B"), 1));
        assert_ne!(a, vouched(&FormId::new("A"), 2));
    }

    #[test]
    fn short_bytes_and_other_formats_are_no_envelope() {
        for n in 0..=20 {
            assert_eq!(Envelope::read(&vec![FORMAT; n]), None);
        }
        assert_eq!(Envelope::read(&[2; 40]), None);
    }
}
