//! Placing blocks one under the other; tables have a file of their own.

use super::cell::Area;
use super::flow::{Flow, Style, baseline};
use super::sheet::{Ink, Mark, Node, Stroke, Tag};
use super::{MARGIN, MM, TEXT_WIDTH, cell, drawing, marker_text, table, text};
use crate::model::Align;
use crate::packet::{Block, Checkbox, TextBlock, TextRole};

/// Line height of running text, in type sizes.
const LEADING: f32 = 1.5;
/// Line height of titles and notes.
const TIGHT: f32 = 1.35;
/// A picture has at least so much height.
const LEAST_PICTURE: f32 = 60.0 * MM;
/// A heading is not left alone at the foot of a sheet.
const AFTER_HEADING: f32 = 24.0 * MM;

/// Places a block; `next` is what follows it.
pub(super) fn place(flow: &mut Flow<'_>, block: &Block, next: Option<&Block>) -> Vec<Node> {
    match block {
        Block::Text(block) if block.text.trim().is_empty() => Vec::new(),
        Block::Text(block) => vec![place_text(flow, block, next)],
        Block::Split { left, right, size } => place_split(flow, left, right, *size),
        Block::List { items, size } => vec![place_list(flow, items, *size)],
        Block::Table(table) => {
            let node = table::place(flow, table);
            flow.y += 2.0 * MM;
            vec![node]
        }
        Block::Picture(picture) => {
            flow.reserve(LEAST_PICTURE);
            let area = Area { x: MARGIN, y: flow.y, width: TEXT_WIDTH, height: flow.room() };
            flow.y += area.height;
            vec![drawing::picture(flow, picture, area)]
        }
        Block::Signature { lines } => vec![place_signature(flow, lines)],
        Block::Space(height) => {
            flow.y += height * MM;
            Vec::new()
        }
    }
}

fn place_text(flow: &mut Flow<'_>, block: &TextBlock, next: Option<&Block>) -> Node {
    let lines = text::lines(flow.face, &block.text, block.size, TEXT_WIDTH).lines;
    let tag = match block.role {
        TextRole::Title => Tag::Heading { level: 1, title: block.text.clone() },
        TextRole::Heading => Tag::Heading { level: 2, title: block.text.clone() },
        TextRole::Paragraph | TextRole::Note => Tag::Paragraph,
    };
    let (leading, before, after) = match block.role {
        TextRole::Title => (TIGHT, 0.0, 2.0),
        TextRole::Heading => (TIGHT, 2.5, 1.2),
        TextRole::Paragraph => (LEADING, 0.0, 1.0),
        TextRole::Note => (TIGHT, 0.3, 0.8),
    };
    if flow.y > MARGIN {
        flow.y += before * MM;
    }
    let step = block.size * leading;
    let is_followed = next.is_some() && matches!(block.role, TextRole::Title | TextRole::Heading);
    #[expect(clippy::cast_precision_loss, reason = "a heading has a few lines")]
    let height = step * lines.len() as f32;
    if is_followed {
        flow.reserve(height + AFTER_HEADING);
    }
    let style = Style { size: block.size, is_bold: block.is_bold };
    let mut children = Vec::new();
    for line in &lines {
        flow.reserve(step);
        let x = match block.align {
            Align::Start => MARGIN,
            Align::Center => MARGIN + (TEXT_WIDTH - text::width(flow.face, line, block.size)) / 2.0,
        };
        let y = baseline(flow.face, flow.y, block.size, leading);
        children.extend(flow.line(line, x, y, style));
        flow.y += step;
    }
    flow.y += after * MM;
    Node::Group(tag, children)
}

/// Left and right on one line; under one another where they do not fit.
fn place_split(flow: &mut Flow<'_>, left: &str, right: &str, size: f32) -> Vec<Node> {
    let (left, right) = (&text::open_date(left), &text::open_date(right));
    let widths = text::width(flow.face, left, size) + text::width(flow.face, right, size);
    let is_one_line = widths + size <= TEXT_WIDTH && !left.contains('\n') && !right.contains('\n');
    let step = size * LEADING;
    let mut nodes = Vec::new();
    for (side, is_right) in [(left, false), (right, true)] {
        let lines = text::lines(flow.face, side, size, TEXT_WIDTH).lines;
        let mut children = Vec::new();
        for line in lines {
            if !is_one_line || !is_right || left.is_empty() {
                flow.reserve(step);
                flow.y += step;
            }
            let room = TEXT_WIDTH - text::width(flow.face, &line, size);
            let x = if is_right { MARGIN + room } else { MARGIN };
            let y = baseline(flow.face, flow.y - step, size, LEADING);
            children.extend(flow.line(&line, x, y, Style::plain(size)));
        }
        if !children.is_empty() {
            nodes.push(Node::Group(Tag::Paragraph, children));
        }
    }
    flow.y += 0.5 * MM;
    nodes
}

fn place_list(flow: &mut Flow<'_>, items: &[(Checkbox, String)], size: f32) -> Node {
    let widest = items.iter().map(|(marker, _)| match marker {
        Checkbox::Number(_) | Checkbox::Bullet => text::width(flow.face, &marker_text(marker), size),
        Checkbox::Ticked | Checkbox::Unticked => size,
    });
    let indent = widest.fold(size, f32::max) + size * 0.5;
    let step = size * LEADING;
    let mut groups = Vec::new();
    for (marker, item) in items {
        let lines = text::lines(flow.face, item, size, TEXT_WIDTH - indent).lines;
        let (mut label, mut body) = (Vec::new(), Vec::new());
        for (n, line) in lines.iter().enumerate() {
            flow.reserve(step);
            let y = baseline(flow.face, flow.y, size, LEADING);
            if n == 0 {
                label = place_marker(flow, marker, MARGIN, y, size);
            }
            body.extend(flow.line(line, MARGIN + indent, y, Style::plain(size)));
            flow.y += step;
        }
        if !body.is_empty() {
            let parts = vec![Node::Group(Tag::Label, label), Node::Group(Tag::Body, body)];
            groups.push(Node::Group(Tag::Item, parts));
        }
    }
    flow.y += 1.5 * MM;
    let is_numbered = items.iter().any(|(marker, _)| matches!(marker, Checkbox::Number(_)));
    Node::Group(Tag::List { is_numbered }, groups)
}

fn place_marker(flow: &mut Flow<'_>, marker: &Checkbox, x: f32, y: f32, size: f32) -> Vec<Node> {
    match marker {
        Checkbox::Number(_) | Checkbox::Bullet => flow.line(&marker_text(marker), x, y, Style::plain(size)),
        Checkbox::Ticked | Checkbox::Unticked => vec![cell::checkbox(flow, marker, x, y, size)],
    }
}

/// Lines to sign on, two side by side where there is more than one.
fn place_signature(flow: &mut Flow<'_>, lines: &[String]) -> Node {
    let size = 11.0;
    let step = 12.0 * MM;
    let column = TEXT_WIDTH / 2.0;
    let gap = 6.0 * MM;
    let rows = lines.chunks(2);
    #[expect(clippy::cast_precision_loss, reason = "a few lines to sign")]
    flow.reserve(step * rows.len() as f32);
    let mut children = Vec::new();
    for row in rows {
        flow.reserve(step);
        let y = flow.y + step - 3.0 * MM;
        for (x, label, gap) in [(MARGIN, row.first(), gap), (MARGIN + column, row.get(1), 0.0)] {
            let Some(label) = label else { continue };
            let width = text::width(flow.face, label, size);
            // A long label may not leave its line too short to sign on.
            let label_size = if width > column - gap - 25.0 * MM { 9.0 } else { size };
            children.extend(flow.line(label, x, y, Style::plain(label_size)));
            let start = x + text::width(flow.face, label, label_size) + 1.5 * MM;
            let end = (x + column - gap).max(start + 15.0 * MM);
            let rule = Mark::line((start, y + 2.0), (end, y + 2.0), Stroke::thin(Ink::Black));
            flow.frame(vec![rule]);
        }
        flow.y += step;
    }
    flow.y += MM;
    Node::Group(Tag::Paragraph, children)
}
