//! A form's questions laid out for quick finding: by path, with their groups and rows, and whether a page asks them.
//!
//! **Invariant:** made once for each look at the answers, in time that grows with the form and its rows and no faster.

use crate::model::{Field, Form, Kind, Path, Place, Rows, SortedSet, sort};

/// The layout of a form.
pub(super) struct Plan<'a> {
    /// The form.
    pub(super) form: &'a Form,
    /// The rows that were entered.
    pub(super) rows: Rows,
    /// Every question in the form's order, those of a table once for each row.
    places: Vec<Place<'a>>,
    /// Places in the order of their paths.
    sorted: Vec<usize>,
    parents: Vec<Option<usize>>,
    asked: Vec<bool>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(form: &'a Form, rows: Rows) -> Self {
        let places = rows.places(form);
        let mut sorted: Vec<usize> = (0..places.len()).collect();
        let path = |idx: &usize| places.get(*idx).map(|place| &place.path);
        sort(&mut sorted, |a, b| path(a) > path(b));
        let pages = form.pages.iter().flat_map(|page| &page.sections).flat_map(|section| &section.fields);
        let asked: SortedSet<&Path> = pages.collect();
        let asked = places.iter().map(|place| asked.contains(&place.field.path)).collect();
        let mut plan = Self { form, rows, places, sorted, parents: Vec::new(), asked };
        plan.parents = plan.find_parents();
        plan
    }

    fn find_parents(&self) -> Vec<Option<usize>> {
        // Neighbours share their group, so the last one found is nearly always the right one.
        let mut last: (&str, Option<usize>) = ("", None);
        let mut parents = Vec::with_capacity(self.places.len());
        for place in &self.places {
            let group = place.path.as_str().rsplit_once(['.', '#']).map_or("", |(group, _)| group);
            if group != last.0 {
                last = (group, self.find(group));
            }
            parents.push(last.1);
        }
        parents
    }

    /// How many places there are.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The place of a path.
    pub(super) fn find(&self, path: &str) -> Option<usize> {
        let of = |idx: &usize| self.places.get(*idx).map_or("", |place| place.path.as_str());
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

    /// The field at a place; of a row its table.
    pub(super) fn field(&self, idx: usize) -> Option<&'a Field> {
        self.places.get(idx).map(|place| place.field)
    }

    /// The path of a place.
    pub(super) fn path(&self, idx: usize) -> Option<&Path> {
        self.places.get(idx).map(|place| &place.path)
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
        let of = |idx: usize| self.places.get(idx).map_or("", |place| place.path.as_str());
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
        match self.places.get(idx) {
            Some(place) if place.is_row => Frame::Row,
            Some(place) if place.field.kind == Kind::Group => Frame::Group,
            Some(place) if place.field.kind == Kind::Rows => Frame::Table,
            Some(_) | None => Frame::None,
        }
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
