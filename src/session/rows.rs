//! Rows of tables: added at the end, taken away, moved.
//!
//! **Invariant:** moving rows loses nothing, for what was typed stands under the row's id; a row that is taken away leaves
//! nothing behind in the draft, and can be put back as long as its page is open.

use std::rc::Rc;

use crate::model::{Draft, Entry, Kind, Path, RowId};

use super::{Session, outline::Question};

/// A row that was taken away, with all that was typed in it.
#[derive(Clone)]
pub(super) struct Removed {
    row: Path,
    idx: usize,
    entries: Vec<(Path, Entry)>,
    touched: Vec<Path>,
    declined: Vec<Path>,
    confirmed: Vec<(Path, String)>,
}

impl Removed {
    fn of(draft: &Draft, row: &Path, idx: usize) -> Self {
        let within = |path: &Path| path.is_within(row);
        let entries = draft.answers.entries.iter().filter(|(path, _)| within(path));
        Self {
            row: row.clone(),
            idx,
            entries: entries.map(|(path, entry)| (path.clone(), entry.clone())).collect(),
            touched: draft.touched.iter().filter(|path| within(path)).cloned().collect(),
            declined: draft.declined.iter().filter(|path| within(path)).cloned().collect(),
            confirmed: draft.confirmed.iter().filter(|(path, _)| within(path)).cloned().collect(),
        }
    }
}

impl Session {
    pub(super) fn add_row(&self, table: &Path) -> Option<Self> {
        if !self.has_room(table) {
            return None;
        }
        let mut rows = self.derived.rows.table(table).to_vec();
        rows.push(next_id(&rows)?);
        self.with_rows(table, rows, |_| ())
    }

    /// Whether a path is a table that can take one more row.
    fn has_room(&self, table: &Path) -> bool {
        let is_table = |question: &&Question| *question.kind == Kind::Rows && !table.as_str().contains('#');
        self.outline.question(table).filter(is_table).is_some_and(|question| {
            let limit = question.limits.max_rows.unwrap_or(Kind::ROW_LIMIT).min(Kind::ROW_LIMIT);
            self.derived.rows.table(table).len() < limit
        })
    }

    pub(super) fn remove_row(&self, row: &Path) -> Option<Self> {
        let (table, idx) = self.row(row)?;
        let mut rows = self.derived.rows.table(&table).to_vec();
        rows.remove(idx);
        let removed = Removed::of(&self.draft, row, idx);
        let mut next = self.with_rows(&table, rows, |draft| {
            draft.answers.entries.retain(|path, _| !path.is_within(row));
            draft.touched.retain(|path| !path.is_within(row));
            draft.declined.retain(|path| !path.is_within(row));
            draft.confirmed.retain(|(path, _)| !path.is_within(row));
        })?;
        // An empty row is nothing to bring back.
        if !removed.entries.is_empty() {
            Rc::make_mut(&mut next.removed).push(removed);
        }
        Some(next)
    }

    /// Puts the row back that was taken away from a table last, where it stood.
    pub(super) fn restore_row(&self, table: &Path) -> Option<Self> {
        let (at, removed) = self.removed_from(table)?;
        let mut rows = self.derived.rows.table(table).to_vec();
        // A row that was added since may have its id.
        let (_, id) = removed.row.in_table()?;
        let id = if rows.contains(&id) { next_id(&rows)? } else { id };
        rows.insert(removed.idx.min(rows.len()), id);
        let row = table.row(id);
        let place = |path: &Path| path.template().in_row(table, &row);
        let mut next = self.with_rows(table, rows, |draft| {
            for (path, entry) in &removed.entries {
                draft.answers.entries.insert(place(path), entry.clone());
            }
            for path in &removed.touched {
                draft.touched.insert(place(path));
            }
            for path in &removed.declined {
                draft.declined.insert(place(path));
            }
            for (path, code) in &removed.confirmed {
                draft.confirmed.insert((place(path), code.clone()));
            }
        })?;
        Rc::make_mut(&mut next.removed).remove(at);
        Some(next)
    }

    /// Where the row stood that [`Self::restore_row`] would put back; `None` where there is none, or no room.
    pub(super) fn restorable(&self, table: &Path) -> Option<usize> {
        self.removed_from(table).map(|(_, removed)| removed.idx)
    }

    fn removed_from(&self, table: &Path) -> Option<(usize, &Removed)> {
        let is_of = |removed: &&Removed| removed.row.in_table().is_some_and(|(of, _)| of == *table);
        let last = self.removed.iter().enumerate().rfind(|(_, removed)| is_of(removed));
        last.filter(|_| self.has_room(table))
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
