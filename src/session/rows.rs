//! Rows of tables: added at the end, taken away, moved.
//!
//! **Invariant:** moving rows loses nothing, for what was typed stands under the row's id; a row that is taken away leaves
//! nothing behind.

use crate::model::{Draft, Entry, Kind, Path, RowId};

use super::{Session, outline::Question};

impl Session {
    pub(super) fn add_row(&self, table: &Path) -> Option<Self> {
        let is_table = |question: &&Question| *question.kind == Kind::Rows && !table.as_str().contains('#');
        let question = self.outline.question(table).filter(is_table)?;
        let mut rows = self.derived.rows.table(table).to_vec();
        if rows.len() >= question.limits.max_rows.unwrap_or(Kind::ROW_LIMIT).min(Kind::ROW_LIMIT) {
            return None;
        }
        rows.push(next_id(&rows)?);
        self.with_rows(table, rows, |_| ())
    }

    pub(super) fn remove_row(&self, row: &Path) -> Option<Self> {
        let (table, idx) = self.row(row)?;
        let mut rows = self.derived.rows.table(&table).to_vec();
        rows.remove(idx);
        self.with_rows(&table, rows, |draft| {
            draft.answers.entries.retain(|path, _| !path.is_within(row));
            draft.touched.retain(|path| !path.is_within(row));
            draft.declined.retain(|path| !path.is_within(row));
            draft.confirmed.retain(|(path, _)| !path.is_within(row));
        })
    }

    pub(super) fn move_row(&self, row: &Path, to: usize) -> Option<Self> {
        let (table, idx) = self.row(row)?;
        let mut rows = self.derived.rows.table(&table).to_vec();
        let to = to.min(rows.len().saturating_sub(1));
        if idx == to {
            return None;
        }
        let id = rows.remove(idx);
        rows.insert(to, id);
        self.with_rows(&table, rows, |_| ())
    }

    /// The table of a row and where the row stands in it.
    fn row(&self, row: &Path) -> Option<(Path, usize)> {
        let (table, id) = row.in_table()?;
        let idx = self.derived.rows.idx(row)?;
        (table.row(id) == *row).then_some((table, idx))
    }

    /// The session with other rows in a table; a table without rows is as if it had never had one.
    fn with_rows(&self, table: &Path, rows: Vec<RowId>, change: impl FnOnce(&mut Draft)) -> Option<Self> {
        let next = self.edit(|draft| {
            change(draft);
            if rows.is_empty() {
                draft.answers.entries.remove(table);
            } else {
                draft.answers.entries.insert(table.clone(), Entry::Rows(rows));
            }
            // What was confirmed about the table was about the rows as they stood.
            draft.confirmed.retain(|(confirmed, _)| confirmed != table);
            true
        })?;
        Some(next.derive().on_a_shown_page())
    }
}

/// An id that no row of the table has, larger than all where there is one.
fn next_id(rows: &[RowId]) -> Option<RowId> {
    let largest = rows.iter().map(|row| row.0).max().unwrap_or_default();
    largest.checked_add(1).or_else(|| (1..=u32::MAX).find(|id| !rows.contains(&RowId(*id)))).map(RowId)
}
