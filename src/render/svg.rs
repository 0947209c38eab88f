//! The preview: each sheet as one SVG picture.
//!
//! **Invariant:** shapes, applicants' pictures and presentation attributes only: no style, no script, no text element, no
//! reference outside the picture. Each distinct glyph is drawn once, as a symbol. What the sheet says is told by the page that shows it.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::fonts::Face;
use crate::layout::{Ink, Mark, Sheet, Sheets, Stroke};

/// One picture a sheet.
#[must_use]
pub fn svg(sheets: &Sheets, face: &Face) -> Vec<String> {
    sheets.sheets.iter().map(|sheet| picture(sheets, sheet, face)).collect()
}

fn picture(sheets: &Sheets, sheet: &Sheet, face: &Face) -> String {
    let (width, height) = (Short(sheets.width), Short(sheets.height));
    let mut out = String::new();
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" viewBox=\"0 0 {width} {height}\">"
        ),
    );
    for c in glyphs(sheet) {
        if let Some(outline) = face.outline(c).filter(|outline| !outline.is_empty()) {
            let id = u32::from(c);
            put(
                &mut out,
                format_args!("<symbol id=\"g{id:x}\" overflow=\"visible\"><path d=\"{outline}\"/></symbol>"),
            );
        }
    }
    put(&mut out, format_args!("<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"));
    for mark in sheet.pieces.iter().flat_map(|piece| &piece.marks) {
        draw(&mut out, mark, face);
    }
    out.push_str("</svg>");
    out
}

fn glyphs(sheet: &Sheet) -> BTreeSet<char> {
    let marks = sheet.pieces.iter().flat_map(|piece| &piece.marks);
    marks
        .filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text),
            Mark::Carrier { .. } | Mark::Line { .. } | Mark::Picture { .. } | Mark::Frame { .. } => None,
        })
        .flat_map(|text| text.chars())
        .collect()
}

fn draw(out: &mut String, mark: &Mark, face: &Face) {
    match mark {
        Mark::Text { x, y, size, is_bold, ink, text } => {
            let scale = size / face.units_per_em();
            put(
                out,
                format_args!("<g transform=\"translate({} {}) scale({scale:.5})\"", Short(*x), Short(*y)),
            );
            put(out, format_args!(" fill=\"{}\"", color(*ink)));
            if *is_bold {
                put(out, format_args!(" stroke=\"{}\" stroke-width=\"{}\"", color(*ink), Short(0.3 / scale)));
            }
            out.push('>');
            let mut at = 0.0;
            for c in text.chars() {
                if !c.is_whitespace() && face.blank(c).is_none() {
                    put(out, format_args!("<use href=\"#g{:x}\" x=\"{}\"/>", u32::from(c), Short(at)));
                }
                at += face.glyph(c).map_or(0.0, |glyph| glyph.advance) * face.units_per_em();
            }
            out.push_str("</g>");
        }
        Mark::Carrier { .. } => {}
        Mark::Line { points, stroke } => {
            out.push_str("<polyline points=\"");
            for (n, (x, y)) in points.iter().enumerate() {
                let gap = if n == 0 { "" } else { " " };
                put(out, format_args!("{gap}{},{}", Short(*x), Short(*y)));
            }
            put(out, format_args!("\" {}/>", Lines(*stroke)));
        }
        Mark::Picture { x, y, width, height, picture } => {
            let (x, y, width, height) = (Short(*x), Short(*y), Short(*width), Short(*height));
            put(
                out,
                format_args!(
                    "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" href=\"data:{};base64,",
                    picture.media_type.as_str()
                ),
            );
            base64(out, &picture.bytes);
            out.push_str("\"/>");
        }
        Mark::Frame { x, y, width, height, stroke } => {
            let (x, y, width, height) = (Short(*x), Short(*y), Short(*width), Short(*height));
            put(
                out,
                format_args!(
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {}/>",
                    Lines(*stroke)
                ),
            );
        }
    }
}

/// Bytes in the alphabet of RFC 4648.
fn base64(out: &mut String, bytes: &[u8]) {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out.reserve(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let byte = |idx: usize| part.get(idx).map_or(0, |byte| u32::from(*byte));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for idx in 0..4 {
            let six = usize::try_from(bits >> (18 - 6 * idx) & 63).unwrap_or_default();
            let is_there = usize::try_from(idx).unwrap_or_default() <= part.len();
            out.push(ALPHABET.get(six).filter(|_| is_there).map_or('=', |letter| char::from(*letter)));
        }
    }
}

/// Writing to a string does not fail.
fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    _ = out.write_fmt(text);
}

fn color(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => "#000",
        Ink::Gray => "#606060",
    }
}

/// A stroke as attributes.
struct Lines(Stroke);

impl std::fmt::Display for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Stroke { width, ink, is_dashed, is_round } = self.0;
        write!(f, "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"", color(ink), Short(width))?;
        if is_round {
            f.write_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"")?;
        }
        if is_dashed { f.write_str(" stroke-dasharray=\"2 2\"") } else { Ok(()) }
    }
}

/// A length with at most two places.
#[derive(Clone, Copy)]
struct Short(f32);

impl std::fmt::Display for Short {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = format!("{:.2}", self.0);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_as_rfc_4648_has_them() {
        for (bytes, want) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
        ] {
            let mut text = String::new();
            base64(&mut text, bytes.as_bytes());
            assert_eq!(text, want);
        }
    }
}
