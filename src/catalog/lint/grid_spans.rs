//! # F017 A row that does not fill its table
//!
//! The spans of a row, and of the cells that reach down into it from above, add up to the grid's `columns`; no cell runs into another
//! or reaches below the table.
//!
//! Good:
//!
//! ```json
//! {"documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 12, "rows": [
//!    {"height": 9, "cells": [{"span": 8, "bind": "age"}, {"span": 4, "blank": true}]}]}}]}
//! ```
//!
//! Bad, at `/documents/1/grid/rows/0`:
//!
//! ```json
//! {"documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 12, "rows": [
//!    {"height": 9, "cells": [{"span": 8, "bind": "age"}]}]}}]}
//! ```
use super::{
    Linted,
    wire::{Fault, Pointer},
};
use crate::{
    diag::Code,
    model::{Cell, Grid},
};

/// Adds up each row.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for (idx, document) in linted.form.documents.iter().enumerate() {
        let at = Pointer::root().at("documents").idx(idx).at("grid").at("rows");
        if let Some(table) = &document.grid {
            grid(table, &at, faults);
        }
    }
}

fn grid(grid: &Grid, at: &Pointer, faults: &mut Vec<Fault>) {
    let wanted = usize::from(grid.columns);
    // For each column, how many more rows a cell from above takes.
    let mut taken = vec![0_usize; wanted];
    for (idx, row) in grid.rows.iter().enumerate() {
        let at = at.idx(idx);
        let n_left = grid.rows.len() - idx;
        for (idx, cell) in row.cells.iter().enumerate() {
            let at = at.at("cells").idx(idx);
            if cell.span == 0 {
                faults.push(at.at("span").fault(Code::BadValue { expected: format!("1 … {wanted}") }));
            }
            if cell.down == 0 || usize::from(cell.down) > n_left {
                faults.push(at.at("down").fault(Code::BadValue { expected: format!("1 … {n_left}") }));
            }
        }
        let found = place(&row.cells, &mut taken);
        if found != wanted {
            faults.push(at.fault(Code::BadGrid { found, wanted }));
        }
        for rows in &mut taken {
            *rows = rows.saturating_sub(1);
        }
    }
}

/// Puts a row's cells into the free columns, and counts the columns that this takes; where a cell runs into one from
/// above, only what is covered counts, so that it never comes out even.
fn place(cells: &[Cell], taken: &mut [usize]) -> usize {
    let mut n_taken = taken.iter().filter(|rows| **rows > 0).count();
    let mut column = 0;
    for cell in cells {
        while taken.get(column).is_some_and(|rows| *rows > 0) {
            column += 1;
        }
        n_taken += usize::from(cell.span);
        for _ in 0..cell.span {
            if let Some(rows) = taken.get_mut(column) {
                *rows = usize::from(cell.down).max(1);
            }
            column += 1;
        }
    }
    if n_taken == taken.len() { taken.iter().filter(|rows| **rows > 0).count() } else { n_taken }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    const LOWER: &str = r#"{"span": 2, "text": {"zh": "{note}{today}", "en": "{note}"}}"#;

    #[test]
    fn spans_add_up_to_the_columns() {
        check(LOWER, r#"{"span": 1, "blank": true}, {"span": 1, "bind": "note"}"#, &[]);
        check(LOWER, r#"{"span": 3, "bind": "note"}"#, &["F017 /documents/0/grid/rows/1 17"]);
        check(LOWER, r#"{"span": 1, "bind": "note"}"#, &["F017 /documents/0/grid/rows/1 17"]);
        check(
            r#""columns": 4"#,
            r#""columns": 5"#,
            &["F017 /documents/0/grid/rows/0 16", "F017 /documents/0/grid/rows/1 17"],
        );
    }

    #[test]
    fn a_cell_may_not_reach_below_the_table() {
        check(r#""down": 2"#, r#""down": 3"#, &["F006 /documents/0/grid/rows/0/cells/0/down 16"]);
    }
}
