//! The bytes that are kept: what stands in clear, and the encrypted rest.
//!
//! An envelope: format byte 1, time (8 bytes, big end first), nonce (12 bytes), AES-GCM ciphertext with its tag. A numbered
//! one has its draft's sequence number (8 bytes) before it.

#![cfg_attr(not(any(feature = "web", test)), expect(dead_code, reason = "the browser's store alone uses it"))]

/// Bytes of a nonce.
pub(super) const NONCE: usize = 12;
const FORMAT: u8 = 1;

/// Something sealed.
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

/// As bytes, numbered.
pub(super) fn numbered(seq: u64, envelope: &Envelope) -> Vec<u8> {
    let mut bytes = seq.to_be_bytes().to_vec();
    bytes.extend(envelope.write());
    bytes
}

/// The number, and the envelope where it can be read.
pub(super) fn read_numbered(bytes: &[u8]) -> (u64, Option<Envelope>) {
    match bytes.split_first_chunk() {
        Some((seq, rest)) => (u64::from_be_bytes(*seq), Envelope::read(rest)),
        None => (0, None),
    }
}

/// What the tag vouches for besides the content: what is moved to another's place, or dated anew, does not open.
pub(super) fn vouched(of: &str, saved_at: u64) -> Vec<u8> {
    let mut bytes = of.as_bytes().to_vec();
    bytes.push(0);
    bytes.extend(saved_at.to_be_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope() -> Envelope {
        Envelope { saved_at: 1_795_420_800_000, nonce: [7; NONCE], sealed: vec![1, 2, 3] }
    }

    #[test]
    fn an_envelope_is_read_as_written() {
        assert_eq!(Envelope::read(&envelope().write()), Some(envelope()));
        assert_eq!(read_numbered(&numbered(42, &envelope())), (42, Some(envelope())));
    }

    #[test]
    fn another_place_or_time_is_another_draft() {
        let a = vouched("A", 1);
        assert_ne!(a, vouched("B", 1));
        assert_ne!(a, vouched("A", 2));
    }

    #[test]
    fn short_bytes_and_other_formats_are_no_envelope() {
        for n in 0..=20 {
            assert_eq!(Envelope::read(&vec![FORMAT; n]), None);
            assert_eq!(read_numbered(&vec![FORMAT; n]).1, None);
        }
        assert_eq!(Envelope::read(&[2; 40]), None);
    }
}
