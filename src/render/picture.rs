//! Pictures of applicants as PDF takes them without decoding: a JPEG whole, of a PNG its packed rows.
//!
//! **Invariant:** what is let through here is whole by its own count, has a size that memory holds, and colours that PDF/A
//! takes without a profile of its own. Nothing is unpacked.

use crate::model::MediaType;

/// Dots that a picture may have; a photo of a telephone is scaled down long before.
const MOST_DOTS: u64 = 16_000_000;

/// A picture that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster<'a> {
    /// Dots across.
    pub width: u32,
    /// Dots down.
    pub height: u32,
    /// Bits of one colour of a dot.
    pub bits: u8,
    /// What the numbers of a dot mean.
    pub space: Space<'a>,
    /// How the data are packed.
    pub coding: Coding,
    /// The data, in pieces.
    pub data: Vec<&'a [u8]>,
}

/// What the numbers of a dot mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space<'a> {
    /// Black to white.
    Gray,
    /// Red, green, blue.
    Rgb,
    /// An entry of this table of red, green and blue.
    Table(&'a [u8]),
}

/// How the data are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// ITU-T T.81.
    Jpeg,
    /// Rows with a filter each, deflated, as PNG has them.
    PngRows,
}

/// Reads what a PDF must know of a picture. `None` where it is none, is cut short or too large, or has what PDF does not take as it
/// is: the colours of a printing press, dots that can be seen through, sixteen bits, rows in several passes.
#[must_use]
pub fn read(media_type: MediaType, bytes: &[u8]) -> Option<Raster<'_>> {
    let raster = match media_type {
        MediaType::Jpeg => jpeg(bytes)?,
        MediaType::Png => png(bytes)?,
        MediaType::Pdf => return None,
    };
    let dots = u64::from(raster.width) * u64::from(raster.height);
    (1..=MOST_DOTS).contains(&dots).then_some(raster)
}

/// The frame header of a JPEG (B.2.2): eight bits, grey or three colours, baseline or progressive.
fn jpeg(bytes: &[u8]) -> Option<Raster<'_>> {
    let mut rest = bytes.strip_prefix(b"\xFF\xD8")?;
    loop {
        let (marker, after) = rest.strip_prefix(b"\xFF")?.split_first()?;
        match marker {
            // Fill before a marker.
            0xFF => rest = rest.get(1..)?,
            0xC0..=0xC2 => {
                let (header, _) = after.split_first_chunk::<8>()?;
                let [_, _, bits @ 8, h1, h0, w1, w0, n_colours @ (1 | 3)] = *header else { return None };
                return Some(Raster {
                    width: u16::from_be_bytes([w1, w0]).into(),
                    height: u16::from_be_bytes([h1, h0]).into(),
                    bits,
                    space: if n_colours == 1 { Space::Gray } else { Space::Rgb },
                    coding: Coding::Jpeg,
                    data: vec![bytes],
                });
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

/// The chunks of a PNG (ISO/IEC 15948, 5.3 and 11.2).
fn png(bytes: &[u8]) -> Option<Raster<'_>> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let (mut header, mut table, mut data) = (None, None, Vec::new());
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (name, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (content, after) = after.split_at_checked(length)?;
        rest = after.split_first_chunk::<4>()?.1;
        match (name, header) {
            (b"IHDR", None) => header = Some(content.first_chunk::<13>()?),
            (b"PLTE", Some(_)) => table = Some(content),
            (b"IDAT", Some(_)) => data.push(content),
            // Dots that can be seen through.
            (b"tRNS", _) | (_, None) => return None,
            (b"IEND", Some(header)) => return raster(header, table, data),
            (_, Some(_)) => {}
        }
    }
}

fn raster<'a>(header: &[u8; 13], table: Option<&'a [u8]>, data: Vec<&'a [u8]>) -> Option<Raster<'a>> {
    let [w3, w2, w1, w0, h3, h2, h1, h0, bits, colours, 0, 0, 0] = *header else { return None };
    let space = match (colours, bits) {
        (0, 1 | 2 | 4 | 8) => Space::Gray,
        (2, 8) => Space::Rgb,
        (3, 1 | 2 | 4 | 8) => Space::Table(table.filter(|table| is_table(table))?),
        (_, _) => return None,
    };
    let (width, height) = (u32::from_be_bytes([w3, w2, w1, w0]), u32::from_be_bytes([h3, h2, h1, h0]));
    (!data.is_empty()).then_some(Raster { width, height, bits, space, coding: Coding::PngRows, data })
}

/// Up to 256 entries of three bytes.
fn is_table(table: &[u8]) -> bool {
    (3..=768).contains(&table.len()) && table.len().is_multiple_of(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(media_type: MediaType, bytes: &[u8], want: Option<(u32, u32)>) {
        let size = |bytes| read(media_type, bytes).map(|raster| (raster.width, raster.height));
        assert_eq!(size(bytes), want);
        for n in 0..bytes.len() {
            // Cut anywhere, it is refused or the same; never a panic.
            let cut = size(&bytes[..n]);
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

    fn chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        [length.as_slice(), name, content, b"crc!"].concat()
    }

    fn sheet(width: u32, bits: u8, colours: u8, passes: u8, more: &[Vec<u8>]) -> Vec<u8> {
        let header =
            [width.to_be_bytes().as_slice(), &4_u32.to_be_bytes(), &[bits, colours, 0, 0, passes]].concat();
        let end = [chunk(b"IDAT", b"rows"), chunk(b"IDAT", b"more"), chunk(b"IEND", b"")].concat();
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), more.concat(), end].concat()
    }

    #[test]
    fn the_chunks_of_a_png() {
        let of = |width, bits, colours| sheet(width, bits, colours, 0, &[]);
        check(MediaType::Png, &of(3, 8, 2), Some((3, 4)));
        check(MediaType::Png, &of(3, 1, 0), Some((3, 4)));
        let table = [chunk(b"tEXt", b"x"), chunk(b"PLTE", b"rgbrgb")];
        check(MediaType::Png, &sheet(3, 4, 3, 0, &table), Some((3, 4)));
        let bytes = of(3, 8, 2);
        assert_eq!(read(MediaType::Png, &bytes).unwrap().data.concat(), b"rowsmore");
        // Without a table, seen through, sixteen bits, in passes, too large.
        for refused in [
            of(3, 8, 3),
            of(3, 8, 6),
            of(3, 16, 2),
            sheet(3, 8, 2, 1, &[]),
            sheet(3, 8, 2, 0, &[chunk(b"tRNS", b"x")]),
            of(0, 8, 2),
            of(u32::MAX, 8, 2),
        ] {
            check(MediaType::Png, &refused, None);
        }
        check(MediaType::Pdf, b"%PDF-1.7", None);
    }
}
