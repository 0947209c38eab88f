//! Texts too long for their cell: a cell keeps whole sentences, and the rest stands on an addendum page (续页).
//!
//! **Invariant:** nothing is cut off: what a cell keeps and what its addendum holds are together what was written.

use super::cell;
use super::grid::{self, Placed};
use super::text;
use super::{FULL, MM, SMALLEST, TEXT_WIDTH};
use crate::fonts::Face;
use crate::model::Align;
use crate::packet::{Block, BlockCell, BlockContent, FormTable, TextBlock, TextRole, words};

/// How far a cell grows for its text.
const LIMIT: f32 = 0.4 * FULL;
/// A sentence or an item ends after these; failing that, a part of one; failing that, anything.
const ENDS: [&str; 2] = ["。！？；\n", "，、：,;. "];

/// The rest of a text.
pub(super) struct Addendum {
    /// What the cell is called.
    label: String,
    text: String,
}

/// Takes out of a table what its cells can not hold.
pub(super) fn take(face: &Face, table: &mut FormTable) -> Vec<Addendum> {
    let mut addenda = Vec::new();
    let mut kept: Vec<(usize, usize, String)> = Vec::new();
    for placed in grid::cells(table) {
        let BlockContent::Text(text) = &placed.cell.content else { continue };
        let height = table.rows.get(placed.row).map_or(0.0, |row| row.height * MM);
        let width = inner_width(table, placed.span);
        if placed.cell.is_heading || !is_taller(face, text, width, LIMIT.max(height)) {
            continue;
        }
        let end = cut(face, text, width);
        let (above, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        addenda.push(Addendum { label: label(table, &placed), text: rest.trim_start().to_owned() });
        let nth = grid::cells(table)
            .iter()
            .filter(|cell| cell.row == placed.row && cell.column < placed.column)
            .count();
        kept.push((placed.row, nth, [above.trim_end(), words::SEE_ADDENDUM].concat()));
    }
    for (row, nth, text) in kept {
        if let Some(cell) = table.rows.get_mut(row).and_then(|row| row.cells.get_mut(nth)) {
            cell.content = BlockContent::Text(text);
        }
    }
    addenda
}

/// The addenda of a document as blocks.
pub(super) fn blocks(addenda: Vec<Addendum>) -> Vec<Block> {
    let text = |role: TextRole, text: String, size: f32| {
        let is_bold = role == TextRole::Heading;
        Block::Text(TextBlock { role, text, size, is_bold, align: Align::Start })
    };
    let mut blocks = vec![text(TextRole::Heading, words::ADDENDUM.to_owned(), 13.0)];
    for Addendum { label, text: rest } in addenda {
        if !label.is_empty() {
            blocks.push(text(TextRole::Heading, label, 11.0));
        }
        blocks.push(text(TextRole::Paragraph, rest, 10.5));
    }
    blocks
}

/// Whether a cell might need an addendum, judged without a face: every character as wide as the widest.
pub(super) fn may_need(table: &FormTable, of: &BlockCell) -> bool {
    let BlockContent::Text(text) = &of.content else { return false };
    let per_line = (inner_width(table, of.span.into()) / SMALLEST).max(1.0);
    #[expect(clippy::cast_precision_loss, reason = "a few thousand characters at most")]
    let lines = text.split('\n').map(|line| (line.chars().count() as f32 / per_line).ceil().max(1.0));
    // A line break may leave a line a third empty.
    lines.sum::<f32>() * 1.5 * SMALLEST * cell::LEADING > LIMIT
}

/// How wide this many columns are, without the space inside the cell.
pub(super) fn inner_width(table: &FormTable, span: usize) -> f32 {
    let columns = f32::from(table.columns.max(1));
    let span = f32::from(u8::try_from(span).unwrap_or(u8::MAX));
    TEXT_WIDTH * span / columns - 2.0 * cell::PAD_X
}

fn is_taller(face: &Face, text: &str, width: f32, limit: f32) -> bool {
    let n_lines = text::lines(face, text, SMALLEST, width).lines.len();
    cell::stacked(n_lines, SMALLEST, cell::LEADING) + 2.0 * cell::PAD_Y > limit
}

/// Where a text is cut: as late as the cell allows, after a sentence, an item, or at worst a character.
fn cut(face: &Face, text: &str, width: f32) -> usize {
    for ends in ENDS.into_iter().map(Some).chain([None]) {
        let is_end = |c: char| ends.is_none_or(|ends| ends.contains(c));
        let after = text.char_indices().filter(|(_, c)| is_end(*c)).map(|(at, c)| at + c.len_utf8());
        let places: Vec<usize> = after.collect();
        let fits = |end: &usize| {
            let kept = text.get(..*end).unwrap_or_default();
            !is_taller(face, &[kept.trim_end(), words::SEE_ADDENDUM].concat(), width, LIMIT)
        };
        if let Some(end) = places.partition_point(fits).checked_sub(1).and_then(|last| places.get(last)) {
            return *end;
        }
    }
    text.len()
}

/// What a cell is called: the heading to its left, or that of its column.
fn label(table: &FormTable, of: &Placed<'_>) -> String {
    let cells = grid::cells(table);
    let left = cells.iter().rev().find(|cell| {
        cell.cell.is_heading && cell.column < of.column && (cell.row..cell.row + cell.down).contains(&of.row)
    });
    let above = cells.iter().rev().find(|cell| {
        let columns = cell.column..cell.column + cell.span;
        cell.cell.is_heading && cell.row < of.row && columns.contains(&of.column)
    });
    let text = |cell: &Placed<'_>| match &cell.cell.content {
        BlockContent::Text(text) => text.replace('\n', ""),
        BlockContent::Open(_)
        | BlockContent::Boxes { .. }
        | BlockContent::Ticks(_)
        | BlockContent::Photo { .. }
        | BlockContent::Drawn(_)
        | BlockContent::Sign { .. }
        | BlockContent::Opinion { .. } => String::new(),
    };
    left.or(above).map(text).unwrap_or_default()
}
