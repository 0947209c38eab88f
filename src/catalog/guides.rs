//! Guides of items that have no form, many in a file of `guides/`; and the ids that things had before.
//!
//! **Invariant:** a former id never hides something that exists, and following it ends.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Sources, codec, inline, lint, lower,
    sources::form_names,
    wire::{self, list, text, texts},
};
use crate::{
    diag::Diagnostic,
    model::{FormId, LoneGuide},
};

/// The folder of the files.
pub const GUIDES_FOLDER: &str = "guides/";

/// Every guide that has no form, by id; and what is wrong with their files.
#[derive(Debug, Default)]
pub struct Guides {
    /// In the order of their ids.
    pub all: Vec<LoneGuide>,
    /// Faults of the files. Where one is an error, the file's guides are left out.
    pub diagnostics: Vec<Diagnostic>,
}

/// Whether a name is a file of guides.
pub(super) fn is_guides(name: &str) -> bool {
    name.strip_prefix(GUIDES_FOLDER).is_some_and(|file| file.ends_with(".json") && !file.contains('/'))
}

/// Whether an id is one of a guide without a form: `G` and at least five digits.
#[must_use]
pub fn is_lone_id(id: &str) -> bool {
    id.strip_prefix('G').is_some_and(|n| n.len() >= 5 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Reads every file of guides.
#[must_use]
pub fn guides(sources: &Sources) -> Guides {
    let mut guides = Guides::default();
    for name in sources.0.keys().filter(|name| is_guides(name)) {
        let (root, diagnostics) = lint::guides_file(sources, name);
        let is_good = !lint::has_errors(&diagnostics);
        guides.diagnostics.extend(lint::finished(sources, diagnostics));
        if let Some(root) = root.filter(|_| is_good) {
            let departments = named(sources);
            guides.all.extend(list(&root, "guides").iter().filter_map(|guide| lone(guide, &departments)));
        }
    }
    guides.all.sort_by(|one, other| order(one.id.as_str()).cmp(&order(other.id.as_str())));
    guides
}

/// `G99999` before `G100000`.
fn order(id: &str) -> (usize, &str) {
    (id.len(), id)
}

/// Guides as a file that the page reads.
#[must_use]
pub fn pack_guides(guides: &Vec<LoneGuide>) -> Vec<u8> {
    codec::write_guides(guides)
}

fn named(sources: &Sources) -> Value {
    let bytes = sources.0.get(inline::CATALOG).map(Vec::as_slice).unwrap_or_default();
    let root = wire::read(bytes).unwrap_or_default();
    root.get("departments").cloned().unwrap_or_default()
}

fn lone(value: &Value, departments: &Value) -> Option<LoneGuide> {
    let department = value.get("department")?;
    let named = department.as_str().and_then(|key| departments.get(key)).unwrap_or(department);
    Some(LoneGuide {
        id: FormId::new(text(value, "id")?),
        title: wire::localized(value.get("title")?)?,
        department: lower::department(named)?,
        guide: lower::guide(value.get("guide")?),
    })
}

/// The ids that each form and guide had before: its id, and those.
#[must_use]
pub fn former_ids(sources: &Sources) -> Vec<(String, Vec<String>)> {
    let mut former = Vec::new();
    let mut add = |value: &Value| {
        let old = texts(value, "formerIds");
        if let Some(id) = text(value, "id").filter(|_| !old.is_empty()) {
            former.push((id.to_owned(), old));
        }
    };
    for name in form_names(sources) {
        add(&root(sources, name));
    }
    for name in sources.0.keys().filter(|name| is_guides(name)) {
        list(&root(sources, name), "guides").iter().for_each(&mut add);
    }
    former
}

/// The guides of a file as they are written; `None` where it is no file of guides.
#[must_use]
pub fn guides_of(bytes: &[u8]) -> Option<Vec<Value>> {
    let root = wire::read(bytes).ok()?;
    (text(&root, "format") == Some("yuntian-guides/1")).then(|| list(&root, "guides").to_vec())
}

/// Every form's id, Chinese title and basic code.
#[must_use]
pub fn form_titles(sources: &Sources) -> Vec<(String, String, Option<String>)> {
    let of = |root: Value| {
        let code = root.get("guide").and_then(|guide| text(guide, "baseCode")).map(str::to_owned);
        Some((text(&root, "id")?.to_owned(), wire::localized(root.get("title")?)?.zh, code))
    };
    form_names(sources).into_iter().filter_map(|name| of(root(sources, name))).collect()
}

/// The catalogue's departments: key and Chinese name.
#[must_use]
pub fn departments(sources: &Sources) -> Vec<(String, String)> {
    let departments = named(sources);
    let pairs = departments.as_object().into_iter().flatten();
    pairs.filter_map(|(key, words)| Some((key.clone(), wire::localized(words)?.zh))).collect()
}

fn root(sources: &Sources, name: &str) -> Value {
    wire::read(sources.0.get(name).map(Vec::as_slice).unwrap_or_default()).unwrap_or_default()
}

/// Where each former id leads in the end, of what exists: chains followed, circles and what leads nowhere left out. Of two that claim
/// one id, the first has it.
#[must_use]
pub fn succession(former: &[(String, Vec<String>)], exists: &BTreeSet<&str>) -> BTreeMap<String, String> {
    let mut next: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, old) in former {
        for old in old {
            next.entry(old).or_insert(id);
        }
    }
    let last = |old: &str| -> Option<String> {
        let mut at = *next.get(old)?;
        for _ in 0..next.len() {
            if exists.contains(at) {
                return Some(at.to_owned());
            }
            at = next.get(at)?;
        }
        None
    };
    let old = next.keys().filter(|old| !exists.contains(**old));
    old.filter_map(|old| Some(((*old).to_owned(), last(old)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follows(former: &[(&str, &[&str])], exists: &[&str], expect: &[(&str, &str)]) {
        let owned: Vec<(String, Vec<String>)> = former
            .iter()
            .map(|(id, old)| ((*id).to_owned(), old.iter().map(|old| (*old).to_owned()).collect()))
            .collect();
        let found = succession(&owned, &exists.iter().copied().collect());
        let found: Vec<(&str, &str)> = found.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn chains_end_and_circles_are_left_out() {
        follows(&[("B", &["A"])], &["B"], &[("A", "B")]);
        follows(&[("B", &["A"]), ("C", &["B"])], &["C"], &[("A", "C"), ("B", "C")]);
        follows(&[("B", &["A"]), ("A", &["B"])], &[], &[]);
        follows(&[("A", &["A"])], &["A"], &[]);
        // What exists is never hidden.
        follows(&[("B", &["A"])], &["A", "B"], &[]);
        follows(&[("B", &["X"]), ("C", &["X"])], &["B", "C"], &[("X", "B")]);
    }

    #[test]
    fn ids_of_guides() {
        for (id, is_good) in [
            ("G00001", true),
            ("G100000", true),
            ("G1", false),
            ("SQ001", false),
            ("G0000x", false),
            ("G", false),
        ] {
            assert_eq!(is_lone_id(id), is_good, "{id}");
        }
    }
}
