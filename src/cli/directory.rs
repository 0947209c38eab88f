//! The directory of a catalogue: what an id leads to, in a few files that the manifest names.
//!
//! **Invariant:** an id stands in exactly one file, the one that `catalog::shelf` names.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::catalog;

/// What every id leads to: `{"pack", "sample"}`, `{"guides"}`, or `{"now"}` for one that something had before.
#[derive(Debug, Default)]
pub(super) struct Directory(BTreeMap<String, Value>);

impl Directory {
    /// Adds a form: its pack, and the made-up answers of its sample.
    pub(super) fn form(&mut self, id: &str, pack: String, sample: Option<String>) {
        let mut found = Map::from_iter([("pack".to_owned(), pack.into())]);
        found.extend(sample.map(|sample| ("sample".to_owned(), sample.into())));
        self.0.insert(id.to_owned(), found.into());
    }

    /// Adds a guide without a form: the file that it stands in.
    pub(super) fn guide(&mut self, id: &str, file: &str) {
        self.0.entry(id.to_owned()).or_insert_with(|| json!({"guides": file}));
    }

    /// Adds the ids that what is there had before.
    pub(super) fn succeed(&mut self, former: &[(String, Vec<String>)]) {
        let exists: BTreeSet<&str> = self.0.keys().map(String::as_str).collect();
        let old = catalog::succession(former, &exists);
        self.0.extend(old.into_iter().map(|(old, now)| (old, json!({"now": now}))));
    }

    /// The files.
    pub(super) fn files(&self) -> Vec<Vec<u8>> {
        let n = catalog::n_shelves(self.0.len());
        let mut shelves: Vec<BTreeMap<&str, &Value>> = vec![BTreeMap::new(); n];
        for (id, found) in &self.0 {
            if let Some(shelf) = shelves.get_mut(catalog::shelf(id, n)) {
                shelf.insert(id, found);
            }
        }
        shelves.iter().map(|shelf| serde_json::to_vec(shelf).unwrap_or_default()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_stands_where_it_is_looked_for() {
        let mut directory = Directory::default();
        directory.form("SQ031", "packs/SQ031.pack".to_owned(), Some("samples/SQ031.json".to_owned()));
        for n in 1..=300 {
            directory.guide(&format!("G{n:05}"), "guides/0.guides");
        }
        directory.succeed(&[("SQ031".to_owned(), vec!["OLD".to_owned()])]);
        let files = directory.files();
        assert_eq!(files.len(), 5);
        let at = |id: &str| {
            let file: Value = serde_json::from_slice(&files[catalog::shelf(id, 5)]).unwrap();
            file[id].clone()
        };
        assert_eq!(at("SQ031")["sample"], "samples/SQ031.json");
        assert_eq!(at("G00300"), json!({"guides": "guides/0.guides"}));
        assert_eq!(at("OLD"), json!({"now": "SQ031"}));
    }
}
