//! Where the cells of a table stand: columns, rows, and what an earlier row's cell reaches down over.

use crate::packet::{BlockCell, BlockContent, FormTable};

/// A cell with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'a> {
    pub(super) cell: &'a BlockCell,
    pub(super) row: usize,
    pub(super) column: usize,
    /// Columns, at least 1 and within the table.
    pub(super) span: usize,
    /// Rows, at least 1 and within the table.
    pub(super) down: usize,
}

/// Places every cell. A row with more than fits keeps its last cells in the last column rather than losing them.
pub(super) fn cells(table: &FormTable) -> Vec<Placed<'_>> {
    let columns = usize::from(table.columns.max(1));
    // How many more rows each column is taken for.
    let mut taken = vec![0_usize; columns];
    let mut placed = Vec::new();
    for (row, block_row) in table.rows.iter().enumerate() {
        let mut next = vec![0_usize; columns];
        let mut column = 0;
        for cell in &block_row.cells {
            while taken.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let start = column.min(columns - 1);
            let free = taken.iter().skip(start).take_while(|rows| **rows == 0).count().max(1);
            let span = usize::from(cell.span.max(1)).min(free);
            let down = usize::from(cell.down.max(1)).min(table.rows.len() - row);
            placed.push(Placed { cell, row, column: start, span, down });
            next.iter_mut().skip(start).take(span).for_each(|rows| *rows = down);
            column = start + span;
        }
        for (taken, next) in taken.iter_mut().zip(next) {
            *taken = (*taken).max(next).saturating_sub(1);
        }
    }
    placed
}

/// Runs of rows that a sheet's end may not part: first row and one past the last.
/// A header, or a heading over the whole width, stays with the row below it.
pub(super) fn bands(table: &FormTable, cells: &[Placed<'_>]) -> Vec<(usize, usize)> {
    let n_rows = table.rows.len();
    let mut bands = Vec::new();
    let mut start = 0;
    while start < n_rows {
        let mut end = start + 1;
        let mut row = start;
        while row < end {
            let reach = cells.iter().filter(|cell| cell.row == row).map(|cell| row + cell.down).max();
            let below_header = if is_header(table, row) || is_title(table, row) { row + 2 } else { end };
            end = end.max(reach.unwrap_or(end)).max(below_header).min(n_rows);
            row += 1;
        }
        bands.push((start, end));
        start = end;
    }
    bands
}

/// Whether a row is nothing but a heading over the whole width.
pub(super) fn is_title(table: &FormTable, row: usize) -> bool {
    let cells = table.rows.get(row).map_or(&[][..], |row| row.cells.as_slice());
    matches!(cells, [only] if only.is_heading && only.span >= table.columns && only.down == 1)
}

/// Whether a row is a header.
pub(super) fn is_header(table: &FormTable, row: usize) -> bool {
    table.rows.get(row).is_some_and(|row| row.is_header)
}

/// The header rows that are printed again where a sheet begins with a row: first row and one past the last.
pub(super) fn header_of(table: &FormTable, row: usize) -> Option<(usize, usize)> {
    let end = (0..row).rev().find(|idx| is_header(table, *idx))? + 1;
    let n_rows = (0..end).rev().take_while(|idx| is_header(table, *idx)).count();
    let start = end - n_rows;
    let mut between = table.rows.iter().take(row + 1).skip(end);
    let is_its_own = start == 0 || between.all(|row| row.is_repeated);
    (is_its_own && !is_header(table, row)).then_some((start, end))
}

/// Cuts a table between two rows: a cell that reaches over the cut ends above it, and goes on below it, a heading with its
/// words, anything else empty.
pub(super) fn cut(table: &FormTable, at: usize) -> FormTable {
    let mut out = table.clone();
    let placed = cells(table);
    let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let mut below: Vec<(usize, BlockCell)> =
        placed.iter().filter(|cell| cell.row == at).map(|cell| (cell.column, cell.cell.clone())).collect();
    for cell in placed.iter().filter(|cell| cell.row < at && cell.row + cell.down > at) {
        let mut rest = cell.cell.clone();
        rest.down = small(cell.row + cell.down - at);
        if !rest.is_heading {
            rest.content = BlockContent::Text(String::new());
        }
        below.push((cell.column, rest));
        let nth = placed.iter().filter(|other| other.row == cell.row && other.column < cell.column).count();
        if let Some(above) = out.rows.get_mut(cell.row).and_then(|row| row.cells.get_mut(nth)) {
            above.down = small(at - cell.row);
        }
    }
    below.sort_by_key(|(column, _)| *column);
    if let Some(row) = out.rows.get_mut(at) {
        row.cells = below.into_iter().map(|(_, cell)| cell).collect();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Align;
    use crate::packet::BlockRow;

    fn table(rows: &[&[(u8, u16)]]) -> FormTable {
        let cell = |(span, down): &(u8, u16)| BlockCell {
            span: *span,
            down: *down,
            is_heading: false,
            align: Align::Start,
            path: None,
            content: BlockContent::Text(String::new()),
        };
        let row = |cells: &&[(u8, u16)]| BlockRow {
            height: 9.0,
            is_header: false,
            is_repeated: false,
            cells: cells.iter().map(cell).collect(),
        };
        FormTable { summary: String::new(), columns: 12, size: 10.5, rows: rows.iter().map(row).collect() }
    }

    fn check(rows: &[&[(u8, u16)]], expect: &[(usize, usize, usize)]) {
        let table = table(rows);
        let found: Vec<_> = cells(&table).iter().map(|cell| (cell.row, cell.column, cell.span)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_cell_that_reaches_down_takes_its_columns() {
        check(&[&[(10, 1), (2, 2)], &[(2, 1), (8, 1)]], &[(0, 0, 10), (0, 10, 2), (1, 0, 2), (1, 2, 8)]);
        check(&[&[(2, 2), (10, 1)], &[(10, 1)]], &[(0, 0, 2), (0, 2, 10), (1, 2, 10)]);
        check(&[&[(1, 3)], &[(11, 1)], &[(11, 1)]], &[(0, 0, 1), (1, 1, 11), (2, 1, 11)]);
    }

    #[test]
    fn what_does_not_fit_is_kept() {
        check(&[&[(20, 1)], &[(12, 1), (3, 1)]], &[(0, 0, 12), (1, 0, 12), (1, 11, 1)]);
    }

    #[test]
    fn rows_that_share_a_cell_stay_together() {
        let table = table(&[&[(12, 1)], &[(2, 3), (10, 1)], &[(5, 1), (5, 2)], &[(5, 1)], &[(12, 9)]]);
        assert_eq!(bands(&table, &cells(&table)), [(0, 1), (1, 4), (4, 5)]);
    }

    #[test]
    fn a_header_is_repeated_for_its_own_rows() {
        let one: &[(u8, u16)] = &[(12, 1)];
        let mut table = table(&[one; 7]);
        // A heading row, a header, three rows of it, a sum, a row of something else.
        table.rows[1].is_header = true;
        table.rows[2..5].iter_mut().for_each(|row| row.is_repeated = true);
        let found: Vec<_> = (0..7).map(|row| header_of(&table, row)).collect();
        let own = Some((1, 2));
        assert_eq!(found, [None, None, own, own, own, None, None]);
        assert_eq!(bands(&table, &cells(&table))[1], (1, 3), "it stays with the first of them");
        table.rows[0].is_header = true;
        assert_eq!(header_of(&table, 6), Some((0, 2)), "on top it is the whole table's");
    }

    #[test]
    fn a_cut_parts_what_reaches_over_it() {
        let whole = table(&[&[(2, 3), (10, 1)], &[(5, 1), (5, 1)], &[(10, 1)]]);
        let parted = cut(&whole, 1);
        let found: Vec<_> = cells(&parted).iter().map(|cell| (cell.row, cell.column, cell.down)).collect();
        assert_eq!(found, [(0, 0, 1), (0, 2, 1), (1, 0, 2), (1, 2, 1), (1, 7, 1), (2, 2, 1)]);
    }
}
