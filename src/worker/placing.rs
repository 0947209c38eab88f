//! Where dropped files belong in a catalogue.
//!
//! **Invariant:** each file has one place, no two files have the same, and the place never depends on the order of dropping.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use serde_json::Value;

/// The folders of a catalogue.
const FOLDERS: [&str; 7] = ["items", "benefits", "bundles", "profile", "codes", "grids", "regions"];
/// Its files that every form may use.
const FILES: [&str; 4] = ["elements.json", "params.json", "catalog.json", "settings.json"];

/// The place of each file by its name as dropped; none where it belongs to no form and to no catalogue.
///
/// What lies in a catalogue keeps its name there. A folder named as its form's id is taken for one of the catalogue's; any other
/// form is one from outside. Where no form is named `form.json`, every JSON file that is no example is looked at as a form.
pub(super) fn places(files: &[(String, Rc<Vec<u8>>)]) -> BTreeMap<String, Option<String>> {
    let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let bytes = |name: &str| files.iter().find(|(other, _)| other == name).map(|(_, bytes)| bytes.as_slice());
    let is_form = |name: &&&str| split(name).1 == "form.json";
    let has_forms = names.iter().any(|name| is_form(&name));
    // The folder of each form, with a slash at its end, and where it goes.
    let mut folders: BTreeMap<String, String> = BTreeMap::new();
    for name in names.iter().filter(is_form) {
        let folder = split(name).0;
        let place = within(folder).filter(|place| place.contains('/')).unwrap_or_else(|| {
            let own = folder.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            let is_own = !own.is_empty() && bytes(name).and_then(id_of).as_deref() == Some(own);
            if is_own { format!("items/{own}/") } else { outside(folder.trim_end_matches('/')) }
        });
        folders.insert(folder.to_owned(), place);
    }
    let mut taken = BTreeSet::new();
    let mut places = BTreeMap::new();
    for name in names {
        let place = place(name, &folders, has_forms);
        let place = place.filter(|place| taken.insert(place.clone())).or_else(|| {
            // A second file for a place stands beside the catalogue.
            let is_form = split(name).1 == "form.json";
            is_form.then(|| format!("{}form.json", outside(name))).filter(|place| taken.insert(place.clone()))
        });
        places.insert(name.to_owned(), place);
    }
    places
}

fn place(name: &str, folders: &BTreeMap<String, String>, has_forms: bool) -> Option<String> {
    let (folder, file) = split(name);
    if let Some(place) = folders.get(folder) {
        if matches!(file, "form.json" | "cases.json") {
            return Some(format!("{place}{file}"));
        }
        // Examples that were chosen together with their form.
        if is_example(file) {
            return Some(format!("{place}answers/{file}"));
        }
    }
    let parent = folder.strip_suffix("answers/").and_then(|parent| folders.get(parent));
    if let Some(place) = parent {
        return Some(format!("{place}answers/{file}"));
    }
    if let Some(place) = within(name) {
        return Some(place);
    }
    let is_alone = !has_forms || folder.is_empty();
    let is_answer = folder.ends_with("answers/") || (has_forms && is_example(file));
    (is_alone && !is_answer).then(|| format!("{}form.json", outside(name.trim_end_matches(".json"))))
}

fn is_example(file: &str) -> bool {
    file == "minimal.json" || file == "full.json" || file.starts_with("refused")
}

/// Folder, with a slash at its end, and file.
fn split(name: &str) -> (&str, &str) {
    name.rfind('/').and_then(|at| name.split_at_checked(at + 1)).unwrap_or(("", name))
}

/// The name within a catalogue that a path shows: `forms/items/SQ031/form.json` → `items/SQ031/form.json`.
fn within(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split('/').collect();
    let folder = parts.iter().position(|part| FOLDERS.contains(part)).filter(|at| at + 1 < parts.len());
    if let Some(at) = folder {
        return Some(parts.get(at..)?.join("/"));
    }
    let file = split(name).1;
    FILES.contains(&file).then(|| file.to_owned())
}

/// A folder beside the catalogue, from which references lead to the catalogue's elements.
fn outside(name: &str) -> String {
    format!("outside/{}/", if name.is_empty() { "form".to_owned() } else { name.replace('/', "_") })
}

fn id_of(bytes: &[u8]) -> Option<String> {
    let root: Value = serde_json::from_slice(bytes).ok()?;
    Some(root.get("id")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[(&str, &str)], expect: &[(&str, &str)]) {
        let files: Vec<_> = files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), Rc::new(text.as_bytes().to_vec())))
            .collect();
        let places = places(&files);
        let found: Vec<(&str, &str)> =
            places.iter().map(|(name, place)| (name.as_str(), place.as_deref().unwrap_or("–"))).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_catalogue_keeps_its_names() {
        check(
            &[
                ("forms/elements.json", ""),
                ("forms/items/A/form.json", ""),
                ("forms/items/A/answers/full.json", ""),
            ],
            &[
                ("forms/elements.json", "elements.json"),
                ("forms/items/A/answers/full.json", "items/A/answers/full.json"),
                ("forms/items/A/form.json", "items/A/form.json"),
            ],
        );
    }

    #[test]
    fn a_folder_named_as_its_form_is_the_catalogue_s() {
        let a = r#"{"id": "A"}"#;
        check(
            &[("A/form.json", a), ("A/answers/full.json", ""), ("A/notes.json", "")],
            &[
                ("A/answers/full.json", "items/A/answers/full.json"),
                ("A/form.json", "items/A/form.json"),
                ("A/notes.json", "–"),
            ],
        );
        check(&[("copy/form.json", a)], &[("copy/form.json", "outside/copy/form.json")]);
        check(
            &[("x/A/form.json", a), ("y/A/form.json", a)],
            &[("x/A/form.json", "items/A/form.json"), ("y/A/form.json", "outside/y_A_form.json/form.json")],
        );
    }

    #[test]
    fn files_alone_are_forms() {
        check(
            &[("form.json", ""), ("full.json", "")],
            &[("form.json", "outside/form/form.json"), ("full.json", "outside/form/answers/full.json")],
        );
        check(
            &[("A.json", ""), ("B.json", ""), ("params.json", "")],
            &[
                ("A.json", "outside/A/form.json"),
                ("B.json", "outside/B/form.json"),
                ("params.json", "params.json"),
            ],
        );
        check(&[("old/A.json", "")], &[("old/A.json", "outside/old_A/form.json")]);
    }
}
