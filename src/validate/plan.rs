//! A form's questions laid out for quick finding: by path, with their groups and rows, and whether a page asks them.
//!
//! **Invariant:** made once for each look at the answers, in time that grows with the form and its rows and no faster.

use crate::model::{Answers, Field, Form, Kind, Path, Rows, SortedSet, sort};

/// The layout of a form with the rows that were entered. What it says of a field holds for the form it was made of alone.
#[derive(Debug, Default)]
pub struct Plan {
    /// The rows that were entered.
    rows: Rows,
    /// Every question in the form's order, those of a table once for each row.
    spots: Vec<Spot>,
    /// Spots in the order of their paths.
    sorted: Vec<usize>,
    /// Where each spot stands among the sorted ones.
    ranks: Vec<usize>,
    parents: Vec<Option<usize>>,
    asked: Vec<bool>,
}

/// A question, a group, a table or a row, where it stands.
#[derive(Debug)]
struct Spot {
    /// Its field in the form's list; a row's is its table.
    field_idx: usize,
    path: Path,
    frame: Frame,
}

impl Plan {
    /// Lays out a form with the rows of the answers.
    #[must_use]
    pub fn new(form: &Form, answers: &Answers) -> Self {
        let rows = Rows::of(form, answers);
        let places = rows.places(form);
        let spots: Vec<Spot> = places
            .into_iter()
            .map(|place| Spot {
                field_idx: place.field_idx,
                frame: Frame::of(place.field, place.is_row),
                path: place.path,
            })
            .collect();
        let mut sorted: Vec<usize> = (0..spots.len()).collect();
        let path = |idx: &usize| spots.get(*idx).map(|spot| &spot.path);
        sort(&mut sorted, |a, b| path(a) > path(b));
        let pages = form.pages.iter().flat_map(|page| &page.sections).flat_map(|section| &section.fields);
        let asked: SortedSet<&Path> = pages.collect();
        let is_asked =
            |spot: &Spot| form.fields.get(spot.field_idx).is_some_and(|field| asked.contains(&field.path));
        let asked = spots.iter().map(is_asked).collect();
        let mut ranks = vec![0; sorted.len()];
        for (rank, idx) in sorted.iter().enumerate() {
            if let Some(of) = ranks.get_mut(*idx) {
                *of = rank;
            }
        }
        let mut plan = Self { rows, spots, sorted, ranks, parents: Vec::new(), asked };
        plan.parents = plan.find_parents();
        plan
    }

    /// Whether the answers have the rows it was made with.
    #[must_use]
    pub fn has_rows_of(&self, form: &Form, answers: &Answers) -> bool {
        Rows::of(form, answers) == self.rows
    }

    /// The rows it was made with.
    #[must_use]
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    fn find_parents(&self) -> Vec<Option<usize>> {
        // Neighbours share their group, so the last one found is nearly always the right one.
        let mut last: (&str, Option<usize>) = ("", None);
        let mut parents = Vec::with_capacity(self.spots.len());
        for spot in &self.spots {
            let group = spot.path.as_str().rsplit_once(['.', '#']).map_or("", |(group, _)| group);
            if group != last.0 {
                last = (group, self.find(group));
            }
            parents.push(last.1);
        }
        parents
    }

    /// Every question, group, table and row in the form's order: its field in the form's list, its path, and its place
    /// in [`super::State::fields`].
    pub fn places(&self) -> impl Iterator<Item = (usize, &Path, usize)> {
        self.spots.iter().zip(&self.ranks).map(|(spot, rank)| (spot.field_idx, &spot.path, *rank))
    }

    /// The place of a path in [`super::State::fields`].
    #[must_use]
    pub fn rank(&self, path: &Path) -> Option<usize> {
        self.find(path.as_str()).and_then(|idx| self.ranks.get(idx).copied())
    }

    /// How many places there are.
    pub(super) fn len(&self) -> usize {
        self.spots.len()
    }

    /// The place of a path.
    pub(super) fn find(&self, path: &str) -> Option<usize> {
        let of = |idx: &usize| self.spots.get(*idx).map_or("", |spot| spot.path.as_str());
        let place = self.sorted.binary_search_by(|idx| of(idx).cmp(path)).ok()?;
        self.sorted.get(place).copied()
    }

    /// The places of a field of the form: one, or one for each row of its table.
    pub(super) fn find_all(&self, field: &Path) -> Vec<usize> {
        if let Some(idx) = self.find(field.as_str()) {
            return vec![idx];
        }
        let is_table = |row: &(&'_ Path, &'_ Vec<_>)| field.is_within(row.0);
        let Some((table, ids)) = self.rows.0.iter().find(is_table) else { return Vec::new() };
        let place = |id: &_| self.find(field.in_row(table, &table.row(*id)).as_str());
        ids.iter().filter_map(place).collect()
    }

    /// The field at a place; of a row its table. The form must be the one that was laid out.
    pub(super) fn field<'a>(&self, form: &'a Form, idx: usize) -> Option<&'a Field> {
        self.spots.get(idx).and_then(|spot| form.fields.get(spot.field_idx))
    }

    /// The path of a place.
    pub(super) fn path(&self, idx: usize) -> Option<&Path> {
        self.spots.get(idx).map(|spot| &spot.path)
    }

    /// Every place, in the order of paths.
    pub(super) fn order(&self) -> impl Iterator<Item = usize> {
        self.sorted.iter().copied()
    }

    /// The group, row or table that a place stands in.
    pub(super) fn parent(&self, idx: usize) -> Option<usize> {
        self.parents.get(idx).copied().flatten()
    }

    /// Whether a page asks the field.
    pub(super) fn is_asked(&self, idx: usize) -> bool {
        self.asked.get(idx).is_some_and(|is_asked| *is_asked)
    }

    /// Everything that stands below a group, with paths, in the order of paths.
    pub(super) fn below(&self, group: &str) -> impl Iterator<Item = (&str, usize)> {
        let stem = format!("{group}.");
        let of = |idx: usize| self.spots.get(idx).map_or("", |spot| spot.path.as_str());
        let start = self.sorted.partition_point(|idx| of(*idx) < stem.as_str());
        let from = self.sorted.iter().skip(start).map(move |idx| (of(*idx), *idx));
        from.take_while(move |row| row.0.starts_with(&stem))
    }

    /// The field beside another, by its last name.
    pub(super) fn sibling(&self, idx: usize, name: &str) -> Option<usize> {
        let path = self.path(idx)?.as_str();
        match path.rsplit_once('.') {
            Some((group, _)) => self.find(&format!("{group}.{name}")),
            None => self.find(name),
        }
    }

    /// What stands at a place.
    pub(super) fn frame(&self, idx: usize) -> Frame {
        self.spots.get(idx).map_or(Frame::None, |spot| spot.frame)
    }
}

/// What holds fields instead of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// A question; it holds none.
    None,
    /// A group.
    Group,
    /// A table.
    Table,
    /// A row of a table.
    Row,
}

impl Frame {
    fn of(field: &Field, is_row: bool) -> Self {
        if is_row {
            Self::Row
        } else if field.kind == Kind::Group {
            Self::Group
        } else if field.kind == Kind::Rows {
            Self::Table
        } else {
            Self::None
        }
    }
}
