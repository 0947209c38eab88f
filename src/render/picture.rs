//! Pictures of applicants: what of them the backends can draw, told from the first bytes alone.
//!
//! **Invariant:** what is let through here has a size that memory holds, and colours that PDF/A takes without a profile.

use crate::model::MediaType;

/// Dots that a picture may have; a photo of a telephone is scaled down long before.
const MOST_DOTS: u64 = 16_000_000;

/// Width and height in dots of a picture that can be drawn. `None` where it is none, is too large, or has colours of the
/// printing press (CMYK).
#[must_use]
pub fn size(media_type: MediaType, bytes: &[u8]) -> Option<(u32, u32)> {
    let (width, height) = match media_type {
        MediaType::Jpeg => jpeg(bytes)?,
        MediaType::Png => png(bytes)?,
        MediaType::Pdf => return None,
    };
    let dots = u64::from(width) * u64::from(height);
    (1..=MOST_DOTS).contains(&dots).then_some((width, height))
}

/// The frame header of a JPEG (ITU-T T.81, B.2.2): eight bits, grey or three colours, baseline or progressive.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xFF\xD8")?;
    loop {
        let (marker, after) = rest.strip_prefix(b"\xFF")?.split_first()?;
        match marker {
            // Fill before a marker.
            0xFF => rest = rest.get(1..)?,
            0xC0..=0xC2 => {
                let (header, _) = after.split_first_chunk::<8>()?;
                let [_, _, 8, h1, h0, w1, w0, 1 | 3] = *header else { return None };
                return Some((u16::from_be_bytes([w1, w0]).into(), u16::from_be_bytes([h1, h0]).into()));
            }
            // Other ways of coding, and a picture that begins without a frame.
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xD8..=0xDA => return None,
            // Segments without a length.
            0x01 | 0xD0..=0xD7 => rest = after,
            _ => {
                let (length, _) = after.split_first_chunk::<2>()?;
                rest = after.get(usize::from(u16::from_be_bytes(*length).max(2))..)?;
            }
        }
    }
}

/// The first chunk of a PNG (ISO/IEC 15948, 11.2.2).
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
    let (width, rest) = header.split_first_chunk::<4>()?;
    let (height, _) = rest.split_first_chunk::<4>()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(media_type: MediaType, bytes: &[u8], want: Option<(u32, u32)>) {
        assert_eq!(size(media_type, bytes), want);
        for n in 0..bytes.len() {
            // Cut anywhere, it is refused or the same; never a panic.
            let cut = size(media_type, &bytes[..n]);
            assert!(cut.is_none() || cut == want);
        }
    }

    #[test]
    fn the_frame_of_a_jpeg() {
        let start = b"\xFF\xD8\xFF\xE0\0\x04ab\xFF\xFF\xFE\0\x03c".as_slice();
        let frame = |sof: u8, bits: u8, colours: u8| {
            [start, &[0xFF, sof, 0, 17, bits, 1, 0, 0, 200, colours, 0, 0]].concat()
        };
        check(MediaType::Jpeg, &frame(0xC0, 8, 3), Some((200, 256)));
        check(MediaType::Jpeg, &frame(0xC2, 8, 1), Some((200, 256)));
        check(MediaType::Jpeg, &frame(0xC0, 8, 4), None);
        check(MediaType::Jpeg, &frame(0xC1, 12, 3), None);
        check(MediaType::Jpeg, &frame(0xC3, 8, 3), None);
        check(MediaType::Jpeg, b"\xFF\xD8\xFF\xDA\0\0", None);
        check(MediaType::Jpeg, b"\xFF\xD8\xFF\xE0\0\0\xFF\xE0\0\0", None);
        check(MediaType::Jpeg, b"\xFF\xD8\xFF\xE0\xFF\xFF", None);
    }

    #[test]
    fn the_header_of_a_png() {
        let of = |width: u32, height: u32| {
            [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes()]
                .concat()
        };
        check(MediaType::Png, &of(3, 4), Some((3, 4)));
        check(MediaType::Png, &of(0, 4), None);
        check(MediaType::Png, &of(30_000, 30_000), None);
        check(MediaType::Png, &of(u32::MAX, u32::MAX), None);
        check(MediaType::Pdf, b"%PDF-1.7", None);
    }
}
