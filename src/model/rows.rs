//! The rows of tables: in which order they stand, and every question with its rows put in.
//!
//! **Invariant:** a row's id never depends on where the row stands; only here does an id become a number. A table within a
//! table is refused when a form is read, so a path has one row at most.

use super::{Answers, Entry, Field, Form, Kind, Path, RowId, SortedMap, SortedSet};

/// The rows of each table in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows(pub SortedMap<Path, Vec<RowId>>);

/// A question, a group, a table or a row, where it stands among the answers.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// The field; of a row its table.
    pub field: &'a Field,
    /// Where the field stands in the form's list, from 0.
    pub field_idx: usize,
    /// Where it stands, `family#3.name`; of a row `family#3`.
    pub path: Path,
    /// It is a row of the table.
    pub is_row: bool,
}

impl Rows {
    /// The rows that were entered for a form's tables; a row that is named twice counts once.
    #[must_use]
    pub fn of(form: &Form, answers: &Answers) -> Self {
        let mut rows = SortedMap::new();
        for field in form.fields.iter().filter(|field| field.kind == Kind::Rows) {
            if let Some(Entry::Rows(ids)) = answers.entries.get(&field.path) {
                let mut seen = SortedSet::new();
                let ids = ids.iter().copied().filter(|id| seen.insert(*id)).collect();
                rows.insert(field.path.clone(), ids);
            }
        }
        Self(rows)
    }

    /// The rows of a table; none where nothing was entered.
    #[must_use]
    pub fn table(&self, table: &Path) -> &[RowId] {
        self.0.get(table).map_or(&[], Vec::as_slice)
    }

    /// Where the row of a path stands in its table, from 0.
    #[must_use]
    pub fn idx(&self, path: &Path) -> Option<usize> {
        let (table, id) = path.in_table()?;
        self.table(&table).iter().position(|row| *row == id)
    }

    /// A path as it is written at the border, rows counted from 0: `family[2].name`.
    #[must_use]
    pub fn border(&self, path: &Path) -> String {
        let text = path.as_str();
        match (text.split_once('#'), self.idx(path)) {
            (Some((table, rest)), Some(idx)) => {
                let rest = rest.find('.').and_then(|dot| rest.get(dot..)).unwrap_or_default();
                format!("{table}[{idx}]{rest}")
            }
            (Some(_) | None, _) => text.to_owned(),
        }
    }

    /// Every question of a form in its order, those of a table once for each row.
    #[must_use]
    pub fn places<'a>(&self, form: &'a Form) -> Vec<Place<'a>> {
        let mut places = Vec::with_capacity(form.fields.len());
        let mut rest = form.fields.as_slice();
        let mut field_idx = 0;
        while let Some((field, after)) = rest.split_first() {
            rest = after;
            places.push(Place { field, field_idx, path: field.path.clone(), is_row: false });
            let table_idx = field_idx;
            field_idx += 1;
            if field.kind != Kind::Rows {
                continue;
            }
            let n_members = rest.iter().take_while(|member| member.path.is_within(&field.path)).count();
            let (members, after) = rest.split_at_checked(n_members).unwrap_or((rest, &[]));
            rest = after;
            for id in self.table(&field.path) {
                let row = field.path.row(*id);
                places.push(Place { field, field_idx: table_idx, path: row.clone(), is_row: true });
                places.extend(members.iter().enumerate().map(|(idx, member)| Place {
                    field: member,
                    field_idx: field_idx + idx,
                    path: member.path.in_row(&field.path, &row),
                    is_row: false,
                }));
            }
            field_idx += members.len();
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_counted_from_0_at_the_border() {
        let rows = Rows(SortedMap::from([(Path::new("family"), vec![RowId(7), RowId(3)])]));
        let check = |path: &str, want: &str| assert_eq!(rows.border(&Path::new(path)), want);
        check("family#3.name", "family[1].name");
        check("family#7", "family[0]");
        check("family#3.home.detail", "family[1].home.detail");
        check("family", "family");
        check("name", "name");
        // A row that is gone has no number.
        check("family#9.name", "family#9.name");
    }
}
