//! A table: row heights, type sizes, and where sheets part it.

use super::addendum::{self, inner_width};
use super::cell::{self, Area};
use super::flow::Flow;
use super::grid::{self, Placed};
use super::sheet::{Mark, Node, Stroke, Tag};
use super::{FULL, MARGIN, MM, SMALLEST, TEXT_WIDTH, text};
use crate::packet::{BlockCell, BlockContent, BlockRow, FormTable};

/// Places a table from where the flow stands, over as many sheets as it needs.
pub(super) fn place(flow: &mut Flow<'_>, table: &FormTable) -> Node {
    let mut table = table.clone();
    let addenda = addendum::take(flow.face, &mut table);
    flow.addenda.extend(addenda);
    let table = part_tall_bands(flow, part_tall_rows(flow, &table));
    let cells = grid::cells(&table);
    let heights = heights(flow, &table, &cells);
    let sizes: Vec<f32> = cells.iter().map(|cell| size(flow, &table, cell, &heights)).collect();
    let drawing = Drawing { table: &table, cells: &cells, heights: &heights, sizes: &sizes };

    let mut rows: Vec<Vec<Node>> = table.rows.iter().map(|_| Vec::new()).collect();
    let mut fragment = Fragment { top: flow.y, marks: Vec::new(), is_first: true };
    for (start, end) in grid::bands(&table, &cells) {
        let needed: f32 = drawing.height(start, end);
        if needed > flow.room() + 0.01
            && flow.y > MARGIN
            && !(fragment.is_first && start == 0 && needed > FULL)
        {
            drawing.close(flow, &mut fragment);
            flow.start_sheet();
            fragment = Fragment { top: flow.y, marks: Vec::new(), is_first: false };
            if let Some((first, last)) = grid::header_of(&table, start)
                && drawing.height(first, last) + needed <= FULL
            {
                drawing.band(flow, &mut fragment, first, last, None);
            }
        }
        drawing.band(flow, &mut fragment, start, end, Some(&mut rows));
    }
    drawing.close(flow, &mut fragment);

    let rows = rows.into_iter().map(|cells| Node::Group(Tag::Row, cells)).collect();
    Node::Group(Tag::Table { summary: table.summary.clone() }, vec![Node::Group(Tag::Rows, rows)])
}

/// Least heights first; where the smallest type does not fit, the last of the cell's rows grows.
fn heights(flow: &Flow<'_>, table: &FormTable, cells: &[Placed<'_>]) -> Vec<f32> {
    let mut heights: Vec<f32> = table.rows.iter().map(|row| row.height.max(0.0) * MM).collect();
    let mut by_reach: Vec<&Placed<'_>> = cells.iter().collect();
    by_reach.sort_by_key(|placed| placed.down);
    for placed in by_reach {
        let smallest = SMALLEST.min(table.size);
        let needed =
            cell::measure(flow.face, &placed.cell.content, smallest, inner_width(table, placed.span)).height;
        let have: f32 = heights.iter().skip(placed.row).take(placed.down).sum();
        if needed > have
            && let Some(last) = heights.get_mut(placed.row + placed.down - 1)
        {
            *last += needed - have;
        }
    }
    heights
}

/// The largest type that fits, in steps of half a point. Choices would rather be up to 2 pt smaller than wrap.
fn size(flow: &Flow<'_>, table: &FormTable, placed: &Placed<'_>, heights: &[f32]) -> f32 {
    let have: f32 = heights.iter().skip(placed.row).take(placed.down).sum();
    let width = inner_width(table, placed.span);
    // Choices too many for one line at any size take the largest type that fits.
    let least = (table.size - 2.0).max(SMALLEST);
    let is_hopeless = cell::is_wrapped(flow.face, &placed.cell.content, least, width);
    let mut size = table.size;
    while size > SMALLEST {
        let measured = cell::measure(flow.face, &placed.cell.content, size, width);
        let may_wrap = is_hopeless || !cell::is_wrapped(flow.face, &placed.cell.content, size, width);
        if measured.height <= have + 0.01 && !measured.is_forced && may_wrap {
            return size;
        }
        size = (size - 0.5).max(SMALLEST);
    }
    size
}

/// Rows that share a cell and that no sheet holds together are parted between two of them.
fn part_tall_bands(flow: &Flow<'_>, mut table: FormTable) -> FormTable {
    // Each cut makes a band shorter by a row at least.
    for _ in 0..table.rows.len() {
        let cells = grid::cells(&table);
        let heights = heights(flow, &table, &cells);
        let height = |start: usize, end: usize| -> f32 { heights.iter().take(end).skip(start).sum() };
        let header = |row| grid::header_of(&table, row).map_or(0.0, |(first, last)| height(first, last));
        // As the sheets will be filled, so that a cut leaves no sheet half empty.
        let mut room = flow.room();
        let mut tall = None;
        for (start, end) in grid::bands(&table, &cells) {
            let needed = height(start, end);
            if needed > room + 0.01 {
                let whole = FULL - header(start);
                if needed > whole && end - start > 1 && !is_headed(&table, start, end) {
                    tall = Some((start, end, room, whole));
                    break;
                }
                room = whole;
            }
            room -= needed;
        }
        let Some((start, end, room, whole)) = tall else { break };
        let fits = |room: f32| (start + 1..end).rev().find(|at| height(start, *at) <= room);
        let is_worth = |at: &usize| !is_headed(&table, start, at + 1);
        let at = fits(room).filter(is_worth).or_else(|| fits(whole)).unwrap_or(start + 1);
        table = grid::cut(&table, at);
    }
    table
}

/// A header and the one row that stays with it: nothing of it can be cut.
fn is_headed(table: &FormTable, start: usize, end: usize) -> bool {
    (start..end.saturating_sub(1)).all(|row| grid::is_header(table, row) || grid::is_title(table, row))
}

/// A row that no sheet holds goes on in a row below: its texts are parted between lines.
fn part_tall_rows(flow: &Flow<'_>, table: &FormTable) -> FormTable {
    let mut out = FormTable { rows: Vec::new(), ..table.clone() };
    for row in &table.rows {
        let mut row = row.clone();
        while let Some(rest) = part_row(flow, table, &mut row) {
            out.rows.push(std::mem::replace(&mut row, rest));
        }
        out.rows.push(row);
    }
    out
}

/// Leaves in `row` what a sheet holds and returns the rest; none where all of it fits.
fn part_row(flow: &Flow<'_>, table: &FormTable, row: &mut BlockRow) -> Option<BlockRow> {
    let size = SMALLEST.min(table.size);
    let most = FULL * 0.9;
    let is_tall = |cell: &BlockCell| {
        let measured = cell::measure(flow.face, &cell.content, size, inner_width(table, cell.span.into()));
        matches!(cell.content, BlockContent::Text(_)) && measured.height > most
    };
    if !row.cells.iter().any(is_tall) {
        return None;
    }
    let mut rest = row.clone();
    rest.height = 0.0;
    for (kept, moved) in row.cells.iter_mut().zip(&mut rest.cells) {
        let is_parted = is_tall(kept);
        let BlockContent::Text(text) = &mut kept.content else {
            moved.content = BlockContent::Text(String::new());
            continue;
        };
        if !is_parted {
            if !moved.is_heading {
                moved.content = BlockContent::Text(String::new());
            }
            continue;
        }
        let lines = text::lines(flow.face, text, size, inner_width(table, moved.span.into())).lines;
        let n_kept = lines.len().min(n_lines(most, size));
        moved.content = BlockContent::Text(lines.get(n_kept..).unwrap_or_default().join("\n"));
        *text = lines.get(..n_kept).unwrap_or_default().join("\n");
    }
    Some(rest)
}

/// How many lines a height holds.
fn n_lines(height: f32, size: f32) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a positive number below a hundred"
    )]
    let n = ((height - 2.0 * cell::PAD_Y) / (size * cell::LEADING)) as usize;
    n.max(1)
}

/// The part of a table on one sheet.
struct Fragment {
    top: f32,
    marks: Vec<Mark>,
    is_first: bool,
}

/// What drawing needs to know.
struct Drawing<'a> {
    table: &'a FormTable,
    cells: &'a [Placed<'a>],
    heights: &'a [f32],
    sizes: &'a [f32],
}

impl Drawing<'_> {
    /// The height of rows.
    fn height(&self, start: usize, end: usize) -> f32 {
        self.heights.iter().skip(start).take(end.saturating_sub(start)).sum()
    }

    /// Draws rows below what is there. Without `rows` they are repeated header rows, which nobody reads twice.
    fn band(
        &self,
        flow: &mut Flow<'_>,
        fragment: &mut Fragment,
        start: usize,
        end: usize,
        mut rows: Option<&mut Vec<Vec<Node>>>,
    ) {
        let column = TEXT_WIDTH / f32::from(self.table.columns.max(1));
        let at = |n: usize| MARGIN + column * f32::from(u8::try_from(n).unwrap_or(u8::MAX));
        for (placed, size) in self.cells.iter().zip(self.sizes) {
            if placed.row < start || placed.row >= end {
                continue;
            }
            let y = flow.y + self.height(start, placed.row);
            let height = self.height(placed.row, placed.row + placed.down);
            let (left, right) = (at(placed.column), at(placed.column + placed.span));
            if placed.column > 0 {
                fragment.marks.push(Mark::line((left, y), (left, y + height), Stroke::INNER));
            }
            if y > fragment.top + 0.01 {
                fragment.marks.push(Mark::line((left, y), (right, y), Stroke::INNER));
            }
            let area = Area { x: left, y, width: right - left, height };
            let (content, marks) = cell::draw(flow, placed.cell, area, *size, rows.is_some());
            fragment.marks.extend(marks);
            if let Some(row) = rows.as_mut().and_then(|rows| rows.get_mut(placed.row)) {
                row.push(Node::Group(self.tag(placed), content));
            }
        }
        flow.y += self.height(start, end);
    }

    /// The border around what stands on this sheet.
    fn close(&self, flow: &mut Flow<'_>, fragment: &mut Fragment) {
        let mut marks = std::mem::take(&mut fragment.marks);
        if flow.y > fragment.top {
            let (y, height) = (fragment.top, flow.y - fragment.top);
            marks.push(Mark::Frame { x: MARGIN, y, width: TEXT_WIDTH, height, stroke: Stroke::OUTER });
        }
        flow.frame(marks);
    }

    fn tag(&self, placed: &Placed<'_>) -> Tag {
        let small = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
        let (span, down) = (small(placed.span), small(placed.down));
        if placed.cell.is_heading {
            Tag::Header { span, down, is_column: grid::is_header(self.table, placed.row) }
        } else {
            Tag::Data { span, down }
        }
    }
}
