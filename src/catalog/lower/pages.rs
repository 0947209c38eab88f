//! The pages on which the questions are asked.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Lowering, words_of};
use crate::{
    catalog::wire::{Pointer, list, text},
    diag::Code,
    model::{Kind, Page, PageId, Path, Section},
};

impl Lowering {
    /// Lowers `pages`.
    pub(super) fn pages(&mut self, values: &[Value], at: &Pointer) -> Vec<Page> {
        let mut ids = BTreeSet::new();
        let mut asked = BTreeSet::new();
        let mut pages = Vec::new();
        for (idx, value) in values.iter().enumerate() {
            let at = at.idx(idx);
            let (Some(id), Some(title)) = (text(value, "id"), words_of(value, "title")) else { continue };
            if !ids.insert(id) {
                self.fault(&at.at("id"), Code::Duplicate { id: id.to_owned() });
            }
            let at_sections = at.at("sections");
            let sections = list(value, "sections").iter().enumerate().map(|(idx, section)| Section {
                title: words_of(section, "title"),
                note: words_of(section, "note"),
                fields: self.asked(list(section, "fields"), &at_sections.idx(idx).at("fields"), &mut asked),
            });
            pages.push(Page { id: PageId::new(id), title, sections: sections.collect() });
        }
        pages
    }

    /// A table may be named alone, for all of its questions; or before those that are asked of it; or be left out there.
    fn asked(&mut self, values: &[Value], at: &Pointer, asked: &mut BTreeSet<String>) -> Vec<Path> {
        let mut paths: Vec<Path> = Vec::new();
        for (idx, path) in values.iter().enumerate().filter_map(|(idx, value)| Some((idx, value.as_str()?))) {
            let at = at.idx(idx);
            if !self.uses(path, &at) {
                continue;
            }
            let table = self.table_of(path).map(|table| table.path.clone());
            if let Some(table) = table.filter(|table| paths.last().is_none_or(|last| !last.is_within(table)))
            {
                self.used.insert(table.as_str().to_owned());
                self.ask(table, &at, asked, &mut paths);
            }
            match self.field(path).map(|field| &field.kind) {
                // What could not be read has its fault.
                None if self.broken.contains(path) => {}
                Some(Kind::Rows) => {
                    let table = Path::new(path);
                    self.ask(table.clone(), &at, asked, &mut paths);
                    let is_column =
                        |value: &Value| value.as_str().is_some_and(|next| Path::new(next).is_within(&table));
                    if !values.get(idx + 1).is_some_and(is_column) {
                        self.ask_all(&table, &at, asked, &mut paths);
                    }
                }
                // A group, or a part of an address.
                Some(Kind::Group) | None => {
                    self.fault(&at, Code::BadValue { expected: "question".to_owned() });
                }
                Some(_) => self.ask(Path::new(path), &at, asked, &mut paths),
            }
        }
        paths
    }

    /// Every question of a table's rows.
    fn ask_all(&mut self, table: &Path, at: &Pointer, asked: &mut BTreeSet<String>, paths: &mut Vec<Path>) {
        let is_column = |path: &Path| path != table && path.is_within(table);
        let columns = self.fields.iter().filter(|field| is_column(&field.path) && !field.kind.is_frame());
        let columns: Vec<Path> = columns.map(|field| field.path.clone()).collect();
        for column in columns {
            self.used.insert(column.as_str().to_owned());
            self.ask(column, at, asked, paths);
        }
    }

    fn ask(&mut self, path: Path, at: &Pointer, asked: &mut BTreeSet<String>, paths: &mut Vec<Path>) {
        if asked.insert(path.as_str().to_owned()) {
            paths.push(path);
        } else {
            self.fault(at, Code::Duplicate { id: path.as_str().to_owned() });
        }
    }
}
