//! Where the cells of a table stand: columns, rows, and what an earlier row's cell reaches down over.

use crate::packet::{BlockCell, FormTable};

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
pub(super) fn bands(cells: &[Placed<'_>], n_rows: usize) -> Vec<(usize, usize)> {
    let mut bands = Vec::new();
    let mut start = 0;
    while start < n_rows {
        let mut end = start + 1;
        let mut row = start;
        while row < end {
            let reach = cells.iter().filter(|cell| cell.row == row).map(|cell| row + cell.down).max();
            end = end.max(reach.unwrap_or(end)).min(n_rows);
            row += 1;
        }
        bands.push((start, end));
        start = end;
    }
    bands
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Align;
    use crate::packet::{BlockContent, BlockRow};

    fn table(rows: &[&[(u8, u8)]]) -> FormTable {
        let cell = |(span, down): &(u8, u8)| BlockCell {
            span: *span,
            down: *down,
            is_heading: false,
            align: Align::Start,
            path: None,
            content: BlockContent::Text(String::new()),
        };
        let row = |cells: &&[(u8, u8)]| BlockRow {
            height: 9.0,
            is_header: false,
            cells: cells.iter().map(cell).collect(),
        };
        FormTable { summary: String::new(), columns: 12, size: 10.5, rows: rows.iter().map(row).collect() }
    }

    fn check(rows: &[&[(u8, u8)]], expect: &[(usize, usize, usize)]) {
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
        assert_eq!(bands(&cells(&table), 5), [(0, 1), (1, 4), (4, 5)]);
    }
}
