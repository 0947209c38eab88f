//! Labelled codes on sheets of A4, two by four, with lines to cut along.

use crate::{
    fonts::Face,
    layout::{Aside, ContentId, Ink, Mark, Node, Piece, PieceKind, Sheet, Sheets, Stroke, Tag},
    model::Locale,
    qr::{self, Code},
};

/// A4, and what is left white around, in points.
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 28.0;
/// Labels across and down.
const ACROSS: usize = 2;
const DOWN: usize = 4;
/// The side of a code with its quiet zone.
const CODE: f32 = 132.0;
/// Between code and text, and around both.
const GAP: f32 = 10.0;
/// Sizes of the title and of the lines below.
const TITLE: f32 = 13.0;
const LINE: f32 = 9.0;
/// The most lines of a title.
const MOST_LINES: usize = 5;

/// A code with what stands beside it.
pub(super) struct Label {
    /// What the item is called.
    pub(super) title: String,
    /// Id, department, district, notes.
    pub(super) lines: Vec<String>,
    /// Where the code leads.
    pub(super) address: String,
    /// The code.
    pub(super) code: Code,
}

/// Every label on its sheet.
pub(super) fn sheets(labels: &[Label], face: &Face, title: &str, locale: Locale) -> Sheets {
    let mut sheets = Vec::new();
    let mut nodes = Vec::new();
    let mut n_content = 0;
    for (n, some) in labels.chunks(ACROSS * DOWN).enumerate() {
        let mut sheet = Sheet { pieces: vec![cuts()] };
        for (idx, label) in some.iter().enumerate() {
            let (x, y) = corner(idx);
            let mut add = |marks: Vec<Mark>| {
                let id = ContentId(n_content);
                n_content += 1;
                sheet.pieces.push(Piece { kind: PieceKind::Content { id, replacement: None }, marks });
                Node::Content(id)
            };
            let (code_x, code_y) = (x + GAP, y + (row_height() - CODE) / 2.0);
            let area = [code_x, code_y, CODE, CODE];
            let figure = Tag::Figure { alt: label.address.clone(), sheet: n, area };
            let figure = Node::Group(figure, vec![add(squares(&label.code, code_x, code_y))]);
            let (text_x, width) = (code_x + CODE + GAP, column_width() - CODE - 3.0 * GAP);
            let mut at = code_y + TITLE;
            let mut texts = Vec::new();
            for text in wrapped(&label.title, TITLE, width, face, MOST_LINES) {
                texts.push(add(vec![words(text, text_x, at, TITLE, true)]));
                at += TITLE * 1.3;
            }
            at += LINE * 0.5;
            for line in &label.lines {
                for text in wrapped(line, LINE, width, face, 2) {
                    texts.push(add(vec![words(text, text_x, at, LINE, false)]));
                    at += LINE * 1.45;
                }
            }
            nodes.push(Node::Group(Tag::Section, vec![figure, Node::Group(Tag::Paragraph, texts)]));
        }
        sheets.push(sheet);
    }
    let language = match locale {
        Locale::Zh => "zh-CN",
        Locale::En => "en",
    };
    Sheets {
        title: title.to_owned(),
        language: language.to_owned(),
        width: WIDTH,
        height: HEIGHT,
        sheets,
        structure: nodes,
        outline: Vec::new(),
    }
}

fn column_width() -> f32 {
    (WIDTH - 2.0 * MARGIN) / 2.0
}

fn row_height() -> f32 {
    (HEIGHT - 2.0 * MARGIN) / 4.0
}

/// The upper left corner of a label.
fn corner(idx: usize) -> (f32, f32) {
    let times = |n: usize, length: f32| (0..n).map(|_| length).sum::<f32>() + MARGIN;
    (times(idx % ACROSS, column_width()), times(idx / ACROSS, row_height()))
}

/// Where to cut: around all labels and between them.
fn cuts() -> Piece {
    let stroke = Stroke { is_dashed: true, ..Stroke::solid(0.5, Ink::Gray) };
    let line = |from: (f32, f32), to: (f32, f32)| Mark::Line { points: vec![from, to], stroke };
    let mut marks = Vec::new();
    for idx in 0..=ACROSS {
        let (x, _) = if idx == ACROSS { (WIDTH - MARGIN, 0.0) } else { corner(idx) };
        marks.push(line((x, MARGIN), (x, HEIGHT - MARGIN)));
    }
    for idx in 0..=DOWN {
        let (_, y) = corner(idx * ACROSS);
        marks.push(line((MARGIN, y), (WIDTH - MARGIN, y)));
    }
    Piece { kind: PieceKind::Aside(Aside::Frame), marks }
}

/// The dark squares, a run a line as thick as a square, and a little more so that no gap shows between rows.
fn squares(code: &Code, x: f32, y: f32) -> Vec<Mark> {
    let unit = CODE / small(code.whole());
    let quiet = small(qr::QUIET) * unit;
    let stroke = Stroke::solid(unit * 1.02, Ink::Black);
    let run = |(row, column, n): &(usize, usize, usize)| {
        let at = y + quiet + (small(*row) + 0.5) * unit;
        let (from, to) = (x + quiet + small(*column) * unit, x + quiet + small(column + n) * unit);
        Mark::Line { points: vec![(from, at), (to, at)], stroke }
    };
    code.runs.iter().map(run).collect()
}

/// A code has at most 177 squares a side.
fn small(n: usize) -> f32 {
    u16::try_from(n).map(f32::from).unwrap_or_default()
}

fn words(text: String, x: f32, y: f32, size: f32, is_bold: bool) -> Mark {
    Mark::Text { x, y, size, is_bold, ink: Ink::Black, text }
}

/// A text in lines, broken at a blank or between any two Chinese characters; what is too much ends in `…`.
fn wrapped(text: &str, size: f32, width: f32, face: &Face, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let mut pen = 0.0;
    for c in text.chars() {
        let Some(glyph) = face.glyph(c) else { continue };
        let advance = glyph.advance * size;
        if pen + advance > width {
            let last = lines.last_mut().map(std::mem::take).unwrap_or_default();
            let is_word = c.is_ascii_alphanumeric() && last.ends_with(|c: char| c.is_ascii_alphanumeric());
            let (kept, moved) = last.rsplit_once(' ').filter(|_| is_word).unwrap_or((&last, ""));
            let next = moved.to_owned();
            pen = next.chars().filter_map(|c| face.glyph(c)).map(|glyph| glyph.advance * size).sum();
            if let Some(line) = lines.last_mut() {
                *line = kept.to_owned();
            }
            lines.push(next);
        }
        pen += advance;
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(line) = lines.last_mut() {
            line.pop();
            line.push(if face.glyph('…').is_some() { '…' } else { '.' });
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}
