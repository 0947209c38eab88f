//! The sheets while they are being filled.

use super::addendum::Addendum;
use super::sheet::{Aside, ContentId, Ink, Mark, Node, Piece, PieceKind, Sheet, Stroke};
use super::text;
use super::{HEIGHT, MARGIN};
use crate::fonts::Face;

/// Sheets and how far down the last one is filled.
pub(super) struct Flow<'a> {
    pub(super) face: &'a Face,
    /// Where the next block begins.
    pub(super) y: f32,
    /// What the document's cells could not hold.
    pub(super) addenda: Vec<Addendum>,
    sheets: Vec<Sheet>,
    n_content: usize,
}

/// How a line of text is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) is_bold: bool,
}

impl Style {
    /// Upright type of this size.
    pub(super) fn plain(size: f32) -> Self {
        Self { size, is_bold: false }
    }
}

impl<'a> Flow<'a> {
    /// No sheets yet.
    pub(super) fn new(face: &'a Face) -> Self {
        Self { face, y: MARGIN, addenda: Vec::new(), sheets: Vec::new(), n_content: 0 }
    }

    /// A new sheet, filled from the top margin.
    pub(super) fn start_sheet(&mut self) {
        self.sheets.push(Sheet::default());
        self.y = MARGIN;
    }

    /// How many sheets there are.
    pub(super) fn n_sheets(&self) -> usize {
        self.sheets.len()
    }

    /// What was made.
    pub(super) fn into_sheets(self) -> Vec<Sheet> {
        self.sheets
    }

    /// The height that is left.
    pub(super) fn room(&self) -> f32 {
        HEIGHT - MARGIN - self.y
    }

    /// A new sheet where less than this is left, unless this one is empty.
    pub(super) fn reserve(&mut self, height: f32) {
        // A hundredth of a point forgives the rounding of sums.
        if height > self.room() + 0.01 && self.y > MARGIN {
            self.start_sheet();
        }
    }

    /// Puts decoration on the last sheet.
    pub(super) fn frame(&mut self, marks: Vec<Mark>) {
        if let Some(last) = self.sheets.len().checked_sub(1) {
            self.aside(last, Aside::Frame, marks);
        }
    }

    /// Puts decoration on a sheet.
    pub(super) fn aside(&mut self, sheet: usize, aside: Aside, marks: Vec<Mark>) {
        if let Some(sheet) = self.sheets.get_mut(sheet)
            && !marks.is_empty()
        {
            sheet.pieces.push(Piece { kind: PieceKind::Aside(aside), marks });
        }
    }

    /// Puts content on the last sheet.
    pub(super) fn content(&mut self, replacement: Option<String>, marks: Vec<Mark>) -> Node {
        let id = ContentId(self.n_content);
        self.n_content += 1;
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.pieces.push(Piece { kind: PieceKind::Content { id, replacement }, marks });
        }
        Node::Content(id)
    }

    /// One line of text. Characters without a glyph become boxes with a text of their own.
    pub(super) fn line(&mut self, line: &str, x: f32, baseline: f32, style: Style) -> Vec<Node> {
        let mut nodes = Vec::new();
        let (mut run, mut run_x, mut at) = (String::new(), x, x);
        for c in line.chars().filter(|c| text::is_drawn(*c)) {
            let step = text::advance(self.face, c, style.size);
            if self.face.glyph(c).is_some() {
                if run.is_empty() {
                    run_x = at;
                }
                run.push(c);
            } else {
                self.flush(&mut run, run_x, baseline, style, &mut nodes);
                let marks = self.boxed(c, at, baseline, style.size);
                nodes.push(self.content(None, marks));
            }
            at += step;
        }
        self.flush(&mut run, run_x, baseline, style, &mut nodes);
        nodes
    }

    fn flush(&mut self, run: &mut String, x: f32, y: f32, style: Style, nodes: &mut Vec<Node>) {
        if !run.is_empty() {
            let text = std::mem::take(run);
            let mark = Mark::Text { x, y, size: style.size, is_bold: style.is_bold, ink: Ink::Black, text };
            nodes.push(self.content(None, vec![mark]));
        }
    }

    /// One line of text as marks, for decoration and for content with a text of its own.
    pub(super) fn run(&self, line: &str, x: f32, y: f32, size: f32, ink: Ink) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut at = x;
        for c in line.chars().filter(|c| text::is_drawn(*c)) {
            if self.face.glyph(c).is_none() {
                marks.extend(self.boxed(c, at, y, size));
            } else if let Some(Mark::Text { text, .. }) = marks.last_mut() {
                // A box ends with its frame, so this is a run.
                text.push(c);
            } else {
                marks.push(Mark::Text { x: at, y, size, is_bold: false, ink, text: c.to_string() });
            }
            at += text::advance(self.face, c, size);
        }
        marks
    }

    /// A box in the place of a character: ticked, to be ticked, or to write in what the typeface lacks. Its text is that
    /// of an empty glyph.
    pub(super) fn boxed(&self, c: char, x: f32, y: f32, size: f32) -> Vec<Mark> {
        let edge = size * 0.8;
        let (left, top) = (x + size * 0.08, y - size * 0.78);
        let mut marks = Vec::new();
        if let Some(carrier) = [readable(c), '☐'].into_iter().find(|c| self.face.blank(*c).is_some()) {
            let text = carrier.to_string();
            marks.push(Mark::Text { x, y, size, is_bold: false, ink: Ink::Black, text });
        }
        let stroke = Stroke::thin(Ink::Black);
        marks.push(Mark::Frame { x: left, y: top, width: edge, height: edge, stroke });
        if c == '☑' {
            let at = |across: f32, down: f32| (left + edge * across, top + edge * down);
            let points = vec![at(0.16, 0.5), at(0.42, 0.8), at(0.9, 0.12)];
            marks.push(Mark::Line { points, stroke: Stroke::HOOK });
        }
        marks
    }
}

/// The character as text; private characters and those that are none mean nothing to others, and PDF/A refuses them.
fn readable(c: char) -> char {
    let is_private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{F0000}'..);
    if is_private || u32::from(c) & 0xFFFE == 0xFFFE { '☐' } else { c }
}

/// The base line of a line of text whose box begins at `top`.
pub(super) fn baseline(face: &Face, top: f32, size: f32, leading: f32) -> f32 {
    top + (leading - 1.0) * size / 2.0 + face.ascent() * size
}
