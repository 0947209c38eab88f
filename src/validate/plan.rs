//! A form's fields laid out for quick finding: by path, with their groups, and whether a page asks them.
//!
//! **Invariant:** made once for each look at the answers, in time that grows with the form and no faster.

use crate::model::{Field, Form, Kind, sort};

/// The layout of a form.
pub(super) struct Plan<'a> {
    /// The form.
    pub(super) form: &'a Form,
    /// Paths in order, each with its field's place.
    sorted: Vec<(&'a str, usize)>,
    parents: Vec<Option<usize>>,
    asked: Vec<bool>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(form: &'a Form) -> Self {
        let fields = form.fields.iter().enumerate();
        let mut sorted: Vec<(&str, usize)> = fields.map(|(idx, field)| (field.path.as_str(), idx)).collect();
        sort(&mut sorted, |a, b| a > b);
        let mut plan = Self { form, sorted, parents: Vec::new(), asked: vec![false; form.fields.len()] };
        plan.parents = plan.find_parents();

        let pages = form.pages.iter().flat_map(|page| &page.sections).flat_map(|section| &section.fields);
        for path in pages {
            if let Some(is_asked) = plan.find(path.as_str()).and_then(|idx| plan.asked.get_mut(idx)) {
                *is_asked = true;
            }
        }
        plan
    }

    fn find_parents(&self) -> Vec<Option<usize>> {
        // Neighbours share their group, so the last one found is nearly always the right one.
        let mut last: (&str, Option<usize>) = ("", None);
        let mut parents = Vec::with_capacity(self.form.fields.len());
        for field in &self.form.fields {
            let group = field.path.as_str().rsplit_once('.').map_or("", |(group, _)| group);
            if group != last.0 {
                last = (group, self.find(group));
            }
            parents.push(last.1);
        }
        parents
    }

    /// The place of the field at a path.
    pub(super) fn find(&self, path: &str) -> Option<usize> {
        let place = self.sorted.binary_search_by_key(&path, |row| row.0).ok()?;
        self.sorted.get(place).map(|row| row.1)
    }

    /// The field at a place.
    pub(super) fn field(&self, idx: usize) -> Option<&'a Field> {
        self.form.fields.get(idx)
    }

    /// Every place, in the order of paths.
    pub(super) fn order(&self) -> impl Iterator<Item = usize> {
        self.sorted.iter().map(|row| row.1)
    }

    /// The group that a field stands in.
    pub(super) fn parent(&self, idx: usize) -> Option<usize> {
        self.parents.get(idx).copied().flatten()
    }

    /// Whether a page asks the field.
    pub(super) fn is_asked(&self, idx: usize) -> bool {
        self.asked.get(idx).is_some_and(|is_asked| *is_asked)
    }

    /// Everything that stands below a group, with paths, in the order of paths.
    pub(super) fn below(&self, group: &str) -> impl Iterator<Item = (&'a str, usize)> {
        let stem = format!("{group}.");
        let start = self.sorted.partition_point(|row| row.0 < stem.as_str());
        self.sorted.iter().skip(start).copied().take_while(move |row| row.0.starts_with(&stem))
    }

    /// The field beside another, by its last name.
    pub(super) fn sibling(&self, idx: usize, name: &str) -> Option<usize> {
        let path = self.field(idx)?.path.as_str();
        match path.rsplit_once('.') {
            Some((group, _)) => self.find(&format!("{group}.{name}")),
            None => self.find(name),
        }
    }

    /// Whether the field holds fields instead of an answer.
    pub(super) fn is_group(&self, idx: usize) -> bool {
        self.field(idx).is_some_and(|field| field.kind == Kind::Group)
    }
}
