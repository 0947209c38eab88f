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

    fn asked<'a>(&mut self, values: &'a [Value], at: &Pointer, asked: &mut BTreeSet<&'a str>) -> Vec<Path> {
        let mut paths = Vec::new();
        for (idx, path) in values.iter().enumerate().filter_map(|(idx, value)| Some((idx, value.as_str()?))) {
            let at = at.idx(idx);
            if !self.uses(path, &at) {
                continue;
            }
            match self.field(path).map(|field| matches!(field.kind, Kind::Group)) {
                Some(false) if asked.insert(path) => paths.push(Path::new(path)),
                Some(false) => self.fault(&at, Code::Duplicate { id: path.to_owned() }),
                // What could not be read has its fault.
                None if self.broken.contains(path) => {}
                // A group, or a part of an address.
                Some(true) | None => self.fault(&at, Code::BadValue { expected: "question".to_owned() }),
            }
        }
        paths
    }
}
