//! The boxes that somebody signs: the applicant's declaration and an office's opinion.

use super::cell::{self, Area, stacked};
use super::flow::{Flow, Style, baseline};
use super::sheet::{Ink, Mark, Node, Stroke};
use super::{MM, drawing, text};
use crate::fonts::Face;
use crate::model::Align;
use crate::packet::{Checkbox, Drawing};

/// Line height of what somebody signs, in type sizes.
const LEADING: f32 = 1.45;
/// Height of a row to sign on.
const SIGN_ROW: f32 = 8.0 * MM;
/// Length of a line to sign on.
const SIGN_LINE: f32 = 30.0 * MM;
/// Length of the shortest line to sign on.
const SHORT_LINE: f32 = 18.0 * MM;
/// Room to write an opinion.
const ROOM: f32 = 3.0 * MM;

/// What an opinion box says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) text: &'a str,
    pub(super) ticks: &'a [String],
    pub(super) lines: &'a [String],
    pub(super) seal: &'a str,
    pub(super) date: &'a str,
}

/// What a declaration says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signed<'a> {
    pub(super) text: &'a str,
    pub(super) signer: &'a str,
    pub(super) date: &'a str,
    pub(super) drawn: Option<&'a Drawing>,
}

/// Between a line to sign and the date.
const GAP: f32 = 3.0 * MM;

/// Height of a declaration, and whether a word was cut.
pub(super) fn sign_height(face: &Face, parts: Signed<'_>, size: f32, width: f32) -> (f32, bool) {
    let lines = text::lines(face, parts.text, size, width);
    let row = if parts.drawn.is_some() { drawing::HEIGHT + MM } else { SIGN_ROW };
    let below = if is_narrow(face, parts, size, width) { SIGN_ROW } else { 0.0 };
    (stacked(lines.lines.len(), size, LEADING) + row + below, lines.is_forced)
}

/// Whether the date needs a line of its own under the line to sign.
fn is_narrow(face: &Face, parts: Signed<'_>, size: f32, width: f32) -> bool {
    let date = text::width(face, &text::open_date(parts.date), size);
    text::width(face, parts.signer, size) + SHORT_LINE + GAP + date + MM > width
}

/// Height of an opinion box, and whether a word was cut.
pub(super) fn height(
    face: &Face,
    opinion: &str,
    ticks: &[String],
    _lines: &[String],
    size: f32,
    width: f32,
) -> (f32, bool) {
    let lines = text::lines(face, opinion, size, width);
    let rows = cell::tick_rows(face, &unticked(ticks), size, width);
    (stacked(lines.lines.len() + rows.len(), size, LEADING) + ROOM + 2.0 * SIGN_ROW, lines.is_forced)
}

fn unticked(ticks: &[String]) -> Vec<(Checkbox, String)> {
    ticks.iter().map(|label| (Checkbox::Unticked, label.clone())).collect()
}

/// The statement at the top; at the bottom right the line to sign and the date, and on the line what was signed on the screen.
pub(super) fn draw_sign(
    flow: &mut Flow<'_>,
    parts: Signed<'_>,
    inner: Area,
    size: f32,
    nodes: &mut Vec<Node>,
    frame: &mut Vec<Mark>,
) {
    let Signed { text: statement, signer, date, drawn } = parts;
    let top = inner.y + MM;
    paragraph(flow, statement, Area { y: top, ..inner }, size, nodes);
    let date_y = inner.y + inner.height - 2.2 * MM;
    let is_narrow = is_narrow(flow.face, parts, size, inner.width);
    let y = if is_narrow { date_y - SIGN_ROW } else { date_y };
    let date = &text::open_date(date);
    let right = inner.x + inner.width - MM;
    let date_x = right - text::width(flow.face, date, size);
    let end = if is_narrow { right } else { date_x - GAP };
    let label = text::width(flow.face, signer, size);
    let line = SIGN_LINE.min((end - inner.x - label).max(SHORT_LINE));
    let line_x = end - line;
    nodes.extend(flow.line(signer, line_x - label, y, Style::plain(size)));
    frame.push(Mark::line((line_x, y + 2.0), (line_x + line, y + 2.0), Stroke::thin(Ink::Black)));
    if let Some(drawn) = drawn {
        let height = drawing::HEIGHT;
        let place = Area { x: line_x, y: y + 1.0 - height, width: line, height };
        nodes.push(drawing::figure(flow, drawn, drawing::place(drawn, place, Align::Center)));
    }
    nodes.extend(flow.line(date, date_x, date_y, Style::plain(size)));
}

/// Boxes and text at the top; at the bottom the lines to sign, the place of the seal, and the date under it.
pub(super) fn draw(
    flow: &mut Flow<'_>,
    parts: Parts<'_>,
    inner: Area,
    size: f32,
    nodes: &mut Vec<Node>,
    frame: &mut Vec<Mark>,
) {
    let top = inner.y + MM;
    let rows = cell::tick_rows(flow.face, &unticked(parts.ticks), size, inner.width);
    cell::draw_ticks(flow, &rows, (inner.x, top), (size, LEADING), nodes);
    let below = Area { y: top + stacked(rows.len(), size, LEADING), ..inner };
    paragraph(flow, parts.text, below, size, nodes);

    let date_y = inner.y + inner.height - 2.2 * MM;
    let sign_y = date_y - SIGN_ROW + MM;
    let date = &text::open_date(parts.date);
    let seal_width = text::width(flow.face, parts.seal, size);
    let right = inner.x + inner.width - 2.0 * MM;
    let date_width = text::width(flow.face, date, size);
    let seal_x = right - (date_width + seal_width) / 2.0;

    // The lines share what is left of the seal.
    let labels: f32 = parts.lines.iter().map(|label| text::width(flow.face, label, size)).sum();
    let n = f32::from(u8::try_from(parts.lines.len().max(1)).unwrap_or(u8::MAX));
    let gap = 5.0 * MM;
    let room = (seal_x - gap) - inner.x - labels - gap * n;
    let line = SIGN_LINE.min((room / n).max(SHORT_LINE));
    let mut x = (seal_x - gap - labels - (line + gap) * n).max(inner.x);
    for label in parts.lines {
        nodes.extend(flow.line(label, x, sign_y, Style::plain(size)));
        let start = x + text::width(flow.face, label, size) + 1.0;
        frame.push(Mark::line((start, sign_y + 2.0), (start + line, sign_y + 2.0), Stroke::thin(Ink::Black)));
        x = start + line + gap;
    }
    nodes.extend(flow.line(parts.seal, seal_x, sign_y, Style::plain(size)));
    nodes.extend(flow.line(date, right - date_width, date_y, Style::plain(size)));
}

/// Text from the top of an area.
fn paragraph(flow: &mut Flow<'_>, content: &str, area: Area, size: f32, nodes: &mut Vec<Node>) {
    for (n, line) in text::lines(flow.face, content, size, area.width).lines.iter().enumerate() {
        let y = baseline(flow.face, area.y + stacked(n, size, LEADING), size, LEADING);
        nodes.extend(flow.line(line, area.x, y, Style::plain(size)));
    }
}
