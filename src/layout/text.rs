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

/// The blanks of an open date are room to write in: half an em each.
pub(super) fn open_date(date: &str) -> String {
    date.replace("  ", "\u{3000}")
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A face without a single glyph: every character is one em wide.
    fn check(text: &str, n_em: f32, expect: &[&str]) {
        let face = Face::new(crate::fonts::tests::empty()).unwrap();
        assert_eq!(lines(&face, text, 10.0, n_em * 10.0).lines, expect, "{text}");
    }

    #[test]
    fn lines_break_where_a_reader_expects_it() {
        check("", 5.0, &[]);
        check("一二三四五六七", 5.0, &["一二三四五", "六七"]);
        check("一二三四五。六", 5.0, &["一二三四", "五。六"]);
        check("一二三四（五）", 5.0, &["一二三四", "（五）"]);
        check("one two three", 8.0, &["one two", "three"]);
        check("一二 三", 2.0, &["一二", "三"]);
    }

    #[test]
    fn a_line_break_in_the_text_is_kept() {
        check("一\n二", 5.0, &["一", "二"]);
        check("一\n\n二\n", 5.0, &["一", "", "二"]);
        check("一\r\n二", 5.0, &["一", "二"]);
    }

    #[test]
    fn a_word_too_long_is_cut() {
        check("abcdefg", 3.0, &["abc", "def", "g"]);
        check("一abcdefg二", 3.0, &["一", "abc", "def", "g二"]);
        check("abc", 0.1, &["a", "b", "c"]);
    }
}
