//! What stands in a cell: how high it is, and its marks.

use super::flow::{Flow, Style, baseline};
use super::sheet::{Ink, Mark, Node, Stroke};
use super::{MM, text};
use super::{drawing, opinion};
use crate::fonts::Face;
use crate::model::Align;
use crate::packet::{BlockCell, BlockContent, Checkbox, Open};

/// Space at the left and right within a cell.
pub(super) const PAD_X: f32 = 1.3 * MM;
/// Space above and below.
pub(super) const PAD_Y: f32 = 0.5 * MM;
/// Line height in type sizes.
pub(super) const LEADING: f32 = 1.2;
/// Edge of a box for one character.
const BOX: f32 = 5.0 * MM;
/// Height of such a box.
const BOX_HEIGHT: f32 = 6.2 * MM;
/// Place for a photo.
const PHOTO: (f32, f32) = (25.0 * MM, 35.0 * MM);

/// A rectangle of the sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Area {
    /// Without the space inside its edges.
    pub(super) fn inner(self) -> Self {
        Self {
            x: self.x + PAD_X,
            y: self.y + PAD_Y,
            width: self.width - 2.0 * PAD_X,
            height: self.height - 2.0 * PAD_Y,
        }
    }
}

/// How much a content needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    /// Its height with the space above and below.
    pub(super) height: f32,
    /// A word had to be cut.
    pub(super) is_forced: bool,
}

/// A number of lines as a height.
pub(super) fn stacked(n_lines: usize, size: f32, leading: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred lines at most")]
    let n = n_lines as f32;
    n * size * leading
}

/// Measures at a type size and an inner width.
pub(super) fn measure(face: &Face, content: &BlockContent, size: f32, width: f32) -> Measured {
    let (height, is_forced) = match content {
        BlockContent::Text(text) => {
            let lines = text::lines(face, text, size, width);
            (stacked(lines.lines.len(), size, LEADING), lines.is_forced)
        }
        BlockContent::Open(_) => (0.0, false),
        BlockContent::Boxes { .. } => (BOX_HEIGHT, false),
        BlockContent::Ticks(ticks) => {
            let rows = tick_rows(face, ticks, size, width);
            (stacked(rows.len(), size, LEADING), rows.iter().flatten().any(|tick| tick.is_cut))
        }
        BlockContent::Photo { .. } => (PHOTO.1 - 2.0 * PAD_Y, false),
        BlockContent::Drawn(_) => (drawing::HEIGHT, false),
        BlockContent::Sign { text, signer, date, drawn } => {
            let parts = opinion::Signed { text, signer, date, drawn: drawn.as_ref() };
            opinion::sign_height(face, parts, size, width)
        }
        BlockContent::Opinion { text, ticks, lines, .. } => {
            opinion::height(face, text, ticks, lines, size, width)
        }
    };
    Measured { height: height + 2.0 * PAD_Y, is_forced }
}

/// Whether choices need more than one line.
pub(super) fn is_wrapped(face: &Face, content: &BlockContent, size: f32, width: f32) -> bool {
    match content {
        BlockContent::Ticks(ticks) => tick_rows(face, ticks, size, width).len() > 1,
        BlockContent::Text(_)
        | BlockContent::Open(_)
        | BlockContent::Boxes { .. }
        | BlockContent::Photo { .. }
        | BlockContent::Drawn(_)
        | BlockContent::Sign { .. }
        | BlockContent::Opinion { .. } => false,
    }
}

/// Draws a cell. The nodes are its content; the marks belong to the table's frame. Where nothing is to be read (a
/// repeated header row), the text itself is among the marks.
pub(super) fn draw(
    flow: &mut Flow<'_>,
    cell: &BlockCell,
    area: Area,
    size: f32,
    is_read: bool,
) -> (Vec<Node>, Vec<Mark>) {
    let inner = area.inner();
    let mut nodes = Vec::new();
    let mut marks = Vec::new();
    match &cell.content {
        BlockContent::Text(text) => {
            let lines = text::lines(flow.face, text, size, inner.width).lines;
            let top = inner.y + (inner.height - stacked(lines.len(), size, LEADING)) / 2.0;
            for (n, line) in lines.iter().enumerate() {
                let x = aligned(flow.face, cell.align, line, size, inner);
                let y = baseline(flow.face, top + stacked(n, size, LEADING), size, LEADING);
                if is_read {
                    nodes.extend(flow.line(line, x, y, Style::plain(size)));
                } else {
                    marks.extend(flow.run(line, x, y, size, Ink::Black));
                }
            }
        }
        BlockContent::Open(Open::Free) => {}
        BlockContent::Open(Open::Missing) => {
            let edge = 0.9 * MM;
            marks.push(Mark::Frame {
                x: area.x + edge,
                y: area.y + edge,
                width: area.width - 2.0 * edge,
                height: area.height - 2.0 * edge,
                stroke: Stroke::DASHED,
            });
        }
        BlockContent::Boxes { n, text } => draw_boxes(flow, *n, text, inner, &mut nodes, &mut marks),
        BlockContent::Ticks(ticks) => {
            let rows = tick_rows(flow.face, ticks, size, inner.width);
            let top = inner.y + (inner.height - stacked(rows.len(), size, LEADING)) / 2.0;
            draw_ticks(flow, &rows, (inner.x, top), (size, LEADING), &mut nodes);
        }
        BlockContent::Photo { text, picture } => {
            let (width, height) = (PHOTO.0.min(area.width), PHOTO.1.min(area.height));
            let (x, y) = (area.x + (area.width - width) / 2.0, area.y + (area.height - height) / 2.0);
            if let (Some(picture), true) = (picture, is_read) {
                nodes.push(drawing::picture(flow, picture, Area { x, y, width, height }));
                return (nodes, marks);
            }
            marks.push(Mark::Frame { x, y, width, height, stroke: Stroke::DASHED });
            let lines = text::lines(flow.face, text, size, inner.width).lines;
            let top = inner.y + (inner.height - stacked(lines.len(), size, LEADING)) / 2.0;
            for (n, line) in lines.iter().enumerate() {
                let x = aligned(flow.face, Align::Center, line, size, inner);
                let y = baseline(flow.face, top + stacked(n, size, LEADING), size, LEADING);
                nodes.extend(flow.line(line, x, y, Style::plain(size)));
            }
        }
        BlockContent::Drawn(drawn) => {
            let place = drawing::place(drawn, inner, cell.align);
            if is_read {
                nodes.push(drawing::figure(flow, drawn, place));
            } else {
                marks.extend(drawing::marks(drawn, place));
            }
        }
        BlockContent::Sign { text, signer, date, drawn } => {
            let parts = opinion::Signed { text, signer, date, drawn: drawn.as_ref() };
            opinion::draw_sign(flow, parts, inner, size, &mut nodes, &mut marks);
        }
        BlockContent::Opinion { text, ticks, lines, seal, date } => {
            let parts = opinion::Parts { text, ticks, lines, seal, date };
            opinion::draw(flow, parts, inner, size, &mut nodes, &mut marks);
        }
    }
    (nodes, marks)
}

fn aligned(face: &Face, align: Align, line: &str, size: f32, inner: Area) -> f32 {
    match align {
        Align::Start => inner.x,
        Align::Center => inner.x + (inner.width - text::width(face, line, size)) / 2.0,
    }
}

/// Boxes side by side, one character in each; read as one text.
fn draw_boxes(
    flow: &mut Flow<'_>,
    n: u8,
    text: &str,
    inner: Area,
    nodes: &mut Vec<Node>,
    frame: &mut Vec<Mark>,
) {
    let count = f32::from(n.max(1));
    let edge = BOX.min(inner.width / count);
    let height = BOX_HEIGHT.min(inner.height);
    let y = inner.y + (inner.height - height) / 2.0;
    let stroke = Stroke::INNER;
    frame.push(Mark::Frame { x: inner.x, y, width: edge * count, height, stroke });
    for i in 1..n {
        let x = inner.x + edge * f32::from(i);
        frame.push(Mark::line((x, y), (x, y + height), stroke));
    }
    let size = 11.5_f32.min(edge);
    let base = baseline(flow.face, y, size, height / size);
    let mut marks = vec![Mark::Carrier { x: inner.x, y: base, size }];
    for (i, c) in (0..n).zip(text.chars()) {
        let x = inner.x + edge * f32::from(i) + (edge - text::advance(flow.face, c, size)) / 2.0;
        marks.extend(flow.run(&c.to_string(), x, base, size, Ink::Black));
    }
    // More characters than boxes stand behind the last one rather than being lost.
    let rest: String = text.chars().skip(n.into()).collect();
    marks.extend(flow.run(&rest, inner.x + edge * count + 1.0, base, size, Ink::Black));
    marks.push(Mark::Carrier { x: inner.x + edge * (count - 0.5), y: base, size });
    if !text.is_empty() {
        nodes.push(flow.content(Some(text.to_owned()), marks));
    }
}

/// A box to tick with a line of its label.
#[derive(Debug, Clone)]
pub(super) struct TickLine {
    /// None on the second line of a long label.
    marker: Option<Checkbox>,
    label: String,
    x: f32,
    is_cut: bool,
}

/// How far the label stands from the left of its box, in type sizes.
const AFTER_BOX: f32 = 1.15;
/// How far the next box stands from the label, in type sizes.
const BETWEEN: f32 = 1.1;

/// Boxes with their labels in rows that wrap between choices.
pub(super) fn tick_rows(
    face: &Face,
    ticks: &[(Checkbox, String)],
    size: f32,
    width: f32,
) -> Vec<Vec<TickLine>> {
    let indent = AFTER_BOX * size;
    let mut rows: Vec<Vec<TickLine>> = Vec::new();
    let mut x = 0.0;
    for (marker, label) in ticks {
        let whole = indent + text::width(face, label, size);
        if rows.is_empty() || (x + whole > width + 0.01 && x > 0.0) {
            rows.push(Vec::new());
            x = 0.0;
        }
        let lines = text::lines(face, label, size, width - indent - x);
        let is_cut = lines.is_forced;
        for (n, line) in lines.lines.into_iter().enumerate() {
            if n > 0 {
                rows.push(Vec::new());
                x = 0.0;
            }
            if let Some(row) = rows.last_mut() {
                let marker = (n == 0).then(|| marker.clone());
                let line_width = text::width(face, &line, size);
                row.push(TickLine { marker, label: line, x, is_cut });
                x += indent + line_width + BETWEEN * size;
            }
        }
    }
    rows
}

/// Draws rows of boxes from `top`.
pub(super) fn draw_ticks(
    flow: &mut Flow<'_>,
    rows: &[Vec<TickLine>],
    (x, top): (f32, f32),
    (size, leading): (f32, f32),
    nodes: &mut Vec<Node>,
) {
    for (n, row) in rows.iter().enumerate() {
        let y = baseline(flow.face, top + stacked(n, size, leading), size, leading);
        for tick in row {
            if let Some(marker) = &tick.marker {
                nodes.push(checkbox(flow, marker, x + tick.x, y, size));
            }
            nodes.extend(flow.line(&tick.label, x + tick.x + AFTER_BOX * size, y, Style::plain(size)));
        }
    }
}

/// A box, ticked or not, drawn as lines with ☑ or ☐ as its text.
pub(super) fn checkbox(flow: &mut Flow<'_>, marker: &Checkbox, x: f32, baseline: f32, size: f32) -> Node {
    let c = if *marker == Checkbox::Ticked { '☑' } else { '☐' };
    let marks = flow.boxed(c, x, baseline, size);
    flow.content(None, marks)
}
