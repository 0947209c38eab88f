//! Breaking text into lines (Unicode line breaking, so that no line begins with a full stop).

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::fonts::Face;

/// Text broken to a width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lines {
    /// The lines, blanks at their ends left out.
    pub(super) lines: Vec<String>,
    /// A word was too long and had to be cut.
    pub(super) is_forced: bool,
}

/// Whether a character leaves a mark or a space. Controls and marks of direction do not.
pub(super) fn is_drawn(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// How wide a character is; one that has no glyph gets a box of one em.
pub(super) fn advance(face: &Face, c: char, size: f32) -> f32 {
    if !is_drawn(c) {
        return 0.0;
    }
    face.glyph(c).map_or(1.0, |glyph| glyph.advance) * size
}

/// How wide a text is on one line.
pub(super) fn width(face: &Face, text: &str, size: f32) -> f32 {
    text.chars().map(|c| advance(face, c, size)).sum()
}

/// Breaks a text; an empty text has no lines.
pub(super) fn lines(face: &Face, text: &str, size: f32, available: f32) -> Lines {
    let mut out = Lines { lines: Vec::new(), is_forced: false };
    if text.is_empty() {
        return out;
    }
    // Sums of advances differ in the last bits from the widths they are compared with.
    let available = available + 0.01;
    let mut line = String::new();
    let mut line_width = 0.0;
    let mut start = 0;
    for (end, kind) in linebreaks(text) {
        let word = text.get(start..end).unwrap_or_default();
        start = end;
        let inked = width(face, word.trim_end(), size);
        if line_width + inked > available && !line.trim_end().is_empty() {
            out.lines.push(line.trim_end().to_owned());
            line.clear();
            line_width = 0.0;
        }
        if inked > available {
            for c in word.trim_end().chars() {
                let step = advance(face, c, size);
                if line_width + step > available && !line.is_empty() {
                    out.is_forced = true;
                    out.lines.push(std::mem::take(&mut line));
                    line_width = 0.0;
                }
                line.push(c);
                line_width += step;
            }
        } else {
            line.push_str(word);
            line_width += width(face, word, size);
        }
        if kind == BreakOpportunity::Mandatory && (end < text.len() || word.ends_with('\n')) {
            out.lines.push(line.trim_end().to_owned());
            line.clear();
            line_width = 0.0;
        }
    }
    if !line.trim_end().is_empty() {
        out.lines.push(line.trim_end().to_owned());
    }
    out
}
