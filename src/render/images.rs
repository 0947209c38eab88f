//! Pictures in a PDF. krilla's own way brings decoders that the press has no room for (70 kB; docs/adr/0014), so here krilla
//! draws an empty form in each picture's place, and the finished file is continued, as PDF lets any file be continued
//! (ISO 32000-1, 7.5.6): the form's number now names the picture.
//!
//! **Invariant:** nothing of what krilla wrote is moved or changed. The file's own table says where an object begins; nothing is
//! searched for in data.

use std::io::Write as _;

use krilla::geom::{PathBuilder, Rect, Transform};
use krilla::graphic::Graphic;
use krilla::surface::Surface;

use super::RenderError;
use super::picture::{self, Coding, Raster, Space};
use crate::layout::{Mark, Sheets};
use crate::packet::Picture;

/// A picture with the form that stands for it.
pub(super) struct Image<'a> {
    picture: &'a Picture,
    raster: Raster<'a>,
    form: Option<Graphic>,
}

/// The pictures of all sheets, each once. What can not be read was left out before, see `produce`.
pub(super) fn all(sheets: &Sheets) -> Vec<Image<'_>> {
    let mut all: Vec<Image<'_>> = Vec::new();
    let marks = sheets.sheets.iter().flat_map(|sheet| &sheet.pieces).flat_map(|piece| &piece.marks);
    for mark in marks {
        let Mark::Picture { picture, .. } = mark else { continue };
        if all.iter().all(|image| image.picture.sha256 != picture.sha256)
            && let Some(raster) = picture::read(picture.media_type, &picture.bytes)
        {
            all.push(Image { picture, raster, form: None });
        }
    }
    all
}

/// Draws the place of a picture: in the middle of an area, as large as it holds.
pub(super) fn draw(
    surface: &mut Surface<'_>,
    images: &mut [Image<'_>],
    picture: &Picture,
    (x, y): (f32, f32),
    (width, height): (f32, f32),
) {
    let found = images.iter_mut().enumerate().find(|(_, image)| image.picture.sha256 == picture.sha256);
    let Some((idx, image)) = found else { return };
    #[expect(clippy::cast_precision_loss, reason = "a few thousand dots")]
    let (across, down) = (image.raster.width as f32, image.raster.height as f32);
    let scale = (width / across).min(height / down);
    let (drawn_width, drawn_height) = (across * scale, down * scale);
    let (left, top) = (x + (width - drawn_width) / 2.0, y + (height - drawn_height) / 2.0);
    let form = image.form.get_or_insert_with(|| form(surface, idx));
    // A picture fills the unit square, its first row at the upper edge; krilla counts downwards.
    surface.push_transform(&Transform::from_row(
        drawn_width,
        0.0,
        0.0,
        -drawn_height,
        left,
        top + drawn_height,
    ));
    surface.draw_graphic(form.clone());
    surface.pop();
}

/// A form whose box is like no other's: a unit wide, and as many units high as its number.
fn form(surface: &mut Surface<'_>, idx: usize) -> Graphic {
    let mut builder = surface.stream_builder();
    let mut inner = builder.surface();
    let mut path = PathBuilder::new();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pictures")]
    if let Some(rect) = Rect::from_xywh(0.0, 0.0, 1.0, (idx + 1) as f32) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        inner.set_fill(Some(super::pdf::fill(crate::layout::Ink::Black)));
        inner.draw_path(&path);
    }
    inner.finish();
    Graphic::new(builder.finish(), false)
}

/// The file continued: each form's number names its picture.
pub(super) fn put_in(mut pdf: Vec<u8>, images: &[Image<'_>]) -> Result<Vec<u8>, RenderError> {
    let drawn = images.iter().enumerate().filter(|(_, image)| image.form.is_some());
    let drawn: Vec<_> = drawn.map(|(idx, image)| (idx, &image.raster)).collect();
    if drawn.is_empty() {
        return Ok(pdf);
    }
    let lost = || RenderError::Writer("a picture has no place in the file".to_owned());
    let tail = Tail::read(&pdf).ok_or_else(lost)?;
    let (trailer, before) = (tail.trailer.to_vec(), tail.table);
    let mut numbers = Vec::new();
    for (idx, _) in &drawn {
        let mark = format!("/BBox[0 0 1 {}]", idx + 1);
        let is_form = |head: &&(usize, &[u8])| has(head.1, b"/Subtype/Form") && has(head.1, mark.as_bytes());
        numbers.push(tail.heads.iter().find(is_form).ok_or_else(lost)?.0);
    }
    let mut table = String::from("xref\n");
    for ((_, raster), number) in drawn.iter().zip(numbers) {
        // A new line, so that the object begins one.
        pdf.push(b'\n');
        table.push_str(&format!("{number} 1\n{:010} 00000 n\r\n", pdf.len()));
        put(&mut pdf, number, raster);
    }
    let start = pdf.len();
    let trailer = String::from_utf8_lossy(&trailer).into_owned();
    let end = format!("{table}trailer\n<<{trailer}/Prev {before}>>\nstartxref\n{start}\n%%EOF");
    pdf.extend(end.into_bytes());
    Ok(pdf)
}

/// Writes a picture under a number.
fn put(pdf: &mut Vec<u8>, number: usize, raster: &Raster<'_>) {
    let Raster { width, height, bits, space, coding, data } = raster;
    let n_colours = if *space == Space::Rgb { 3 } else { 1 };
    let space = match space {
        Space::Gray => "/DeviceGray".to_owned(),
        Space::Rgb => "/DeviceRGB".to_owned(),
        Space::Table(table) => {
            let hex: String = table.iter().map(|byte| format!("{byte:02X}")).collect();
            format!("[/Indexed/DeviceRGB {} <{hex}>]", table.len() / 3 - 1)
        }
    };
    let filter = match coding {
        Coding::Jpeg => "/DCTDecode".to_owned(),
        Coding::PngRows => format!(
            "/FlateDecode/DecodeParms<</Predictor 15/Colors {n_colours}/BitsPerComponent {bits}/Columns {width}>>"
        ),
    };
    let length: usize = data.iter().map(|piece| piece.len()).sum();
    // Writing to a vector does not fail.
    _ = write!(
        pdf,
        "{number} 0 obj\n<</Length {length}/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace{space}/BitsPerComponent {bits}/Filter{filter}>>\nstream\n"
    );
    data.iter().for_each(|piece| pdf.extend(*piece));
    pdf.extend(b"\nendstream\nendobj\n");
}

/// What the end of a file says.
struct Tail<'a> {
    /// What stands in the trailer's brackets.
    trailer: &'a [u8],
    /// Where the table begins.
    table: usize,
    /// The number of each object, and its beginning as far as its data.
    heads: Vec<(usize, &'a [u8])>,
}

impl<'a> Tail<'a> {
    /// Reads the one table of a file as krilla writes it.
    fn read(pdf: &'a [u8]) -> Option<Self> {
        let at = pdf.windows(9).rposition(|window| window == b"startxref")?;
        let table = number(pdf.get(at + 9..)?)?;
        let mut rest = pdf.get(table..at)?.strip_prefix(b"xref\n0 ")?;
        let n_objects = number(rest)?;
        rest = rest.get(rest.iter().position(|byte| *byte == b'\n')? + 1..)?;
        let mut heads = Vec::new();
        for idx in 0..n_objects {
            let (entry, after) = rest.split_at_checked(20)?;
            rest = after;
            if entry.get(17) == Some(&b'n') {
                heads.push((idx, head(pdf.get(number(entry)?..)?)));
            }
        }
        let trailer = rest.strip_prefix(b"trailer\n<<")?.strip_suffix(b">>\n")?;
        Some(Self { trailer, table, heads })
    }
}

/// An object as far as its data or its end.
fn head(object: &[u8]) -> &[u8] {
    let is_end = |at: &usize| {
        object.get(*at..).is_some_and(|rest| rest.starts_with(b"stream\n") || rest.starts_with(b"endobj"))
    };
    // The dictionaries that are looked for are short.
    let end = (0..object.len().min(2000)).find(is_end).unwrap_or_default();
    object.get(..end).unwrap_or_default()
}

/// The digits that come first, after blanks.
fn number(bytes: &[u8]) -> Option<usize> {
    let text: String = bytes
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace())
        .take_while(|byte| byte.is_ascii_digit())
        .map(|byte| char::from(*byte))
        .collect();
    text.parse().ok()
}

fn has(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}
