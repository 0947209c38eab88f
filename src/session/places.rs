//! Where the questions of each page stand, with the rows of their tables.
//!
//! **Invariant:** made for a form and its rows; [`Place::at`] is the place of the question in `State::fields` of every
//! state with these rows, so that nothing is looked up by path at a keystroke.

use std::iter;

use crate::{
    model::{Form, Kind, Path},
    validate::Plan,
};

use super::outline::Outline;

/// The questions of each page.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// In the order of the form's pages.
    pages: Vec<PagePlaces>,
}

/// The questions of one page.
#[derive(Debug, Default)]
pub(super) struct PagePlaces {
    /// By section; those of a table's rows stand in the table's place.
    pub(super) sections: Vec<Vec<Place>>,
    /// Where the groups that end on this page stand in `State::fields`.
    pub(super) groups: Vec<usize>,
}

/// A question on a page, whether it is shown or not.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) path: Path,
    /// Its field in the form's list.
    pub(super) field_idx: usize,
    /// Where it stands in `State::fields`.
    pub(super) at: usize,
    /// The rows of a table in order.
    pub(super) rows: Vec<RowPlaces>,
}

/// The questions of a table's row.
#[derive(Debug)]
pub(super) struct RowPlaces {
    pub(super) path: Path,
    pub(super) places: Vec<Place>,
}

impl Places {
    pub(super) fn new(form: &Form, outline: &Outline, plan: &Plan) -> Self {
        let mut pages: Vec<PagePlaces> = form
            .pages
            .iter()
            .map(|page| PagePlaces {
                sections: page.sections.iter().map(|part| section(&part.fields, outline, plan)).collect(),
                groups: Vec::new(),
            })
            .collect();
        for (field_idx, path, at) in plan.places() {
            if form.fields.get(field_idx).is_some_and(|field| field.kind == Kind::Group)
                && let Some(last) = outline.question(path).and_then(|group| group.pages.last())
                && let Some(page) = pages.get_mut(*last)
            {
                page.groups.push(at);
            }
        }
        Self { pages }
    }

    /// The questions of a page.
    pub(super) fn page(&self, page_idx: usize) -> Option<&PagePlaces> {
        self.pages.get(page_idx)
    }
}

impl PagePlaces {
    /// Every question in order, after a table those of its rows.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Place> {
        self.sections.iter().flatten().flat_map(Place::iter)
    }
}

impl Place {
    /// The question, and those of its rows.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Place> {
        iter::once(self).chain(self.rows.iter().flat_map(|row| &row.places))
    }
}

/// The questions of a section; the columns of a table stand behind it in `fields`.
fn section(fields: &[Path], outline: &Outline, plan: &Plan) -> Vec<Place> {
    let mut places = Vec::with_capacity(fields.len());
    let mut rest = fields;
    while let Some((path, after)) = rest.split_first() {
        let columns = columns_of(path, after, outline);
        rest = after.get(columns.len()..).unwrap_or_default();
        let row = |id: &_| {
            let row = path.row(*id);
            let cells = columns.iter().filter_map(|column| place(column.in_row(path, &row), outline, plan));
            RowPlaces { places: cells.collect(), path: row }
        };
        if let Some(mut place) = place(path.clone(), outline, plan) {
            place.rows = plan.rows().table(path).iter().map(row).collect();
            places.push(place);
        }
    }
    places
}

fn place(path: Path, outline: &Outline, plan: &Plan) -> Option<Place> {
    let field_idx = outline.question(&path)?.field_idx;
    Some(Place { field_idx, at: plan.rank(&path)?, path, rows: Vec::new() })
}

fn columns_of<'a>(table: &Path, after: &'a [Path], outline: &Outline) -> &'a [Path] {
    if outline.question(table).is_none_or(|question| *question.kind != Kind::Rows) {
        return &[];
    }
    let n_columns = after.iter().take_while(|column| column.is_within(table)).count();
    after.get(..n_columns).unwrap_or_default()
}
