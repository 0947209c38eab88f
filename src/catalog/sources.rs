//! The files of a catalogue, in memory. Who reads them (the command line, the author's worker) is not our business.

use std::collections::BTreeMap;

/// The files of a catalogue by their name below `forms/`, with `/` between: `items/SQ031/form.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources(pub BTreeMap<String, Vec<u8>>);

/// The folders that hold one form each.
const FOLDERS: [&str; 3] = ["items", "benefits", "bundles"];
/// The form of the profile: no item of the catalogue, and in none of its lists.
pub const PROFILE: &str = "profile/form.json";
/// The folder of the forms of what a firm or a person keeps of its own, which are in no list either.
const OWN_FOLDER: &str = "own/";
/// Their ids, and the names of their files.
pub const OWN: [(&str, &str); 2] = [("firm", "own/firm/form.json"), ("me", "own/me/form.json")];

/// Name of the file of a form of the catalogue: `SQ031` → `items/SQ031/form.json`.
#[must_use]
pub fn name_of(sources: &Sources, id: &str) -> Option<String> {
    FOLDERS.iter().map(|folder| format!("{folder}/{id}/form.json")).find(|name| sources.0.contains_key(name))
}

/// The names of all form files, those outside the catalogue's folders included.
#[must_use]
pub(super) fn form_names(sources: &Sources) -> Vec<&str> {
    sources.0.keys().map(String::as_str).filter(|name| is_form(name)).collect()
}

/// Whether a name is a form's file: `…/<id>/form.json`, or that of the profile.
pub(super) fn is_form(name: &str) -> bool {
    let is_own = |(folder, file): (&str, &str)| file == "form.json" && folder.contains('/');
    name == PROFILE || name.rsplit_once('/').is_some_and(is_own)
}

/// The folder of a form of the catalogue: `items/SQ031/form.json` → `SQ031`.
pub(super) fn folder_of(name: &str) -> Option<&str> {
    let (kind, rest) = name.split_once('/')?;
    let folder = rest.strip_suffix("/form.json")?;
    (FOLDERS.contains(&kind) && !folder.contains('/')).then_some(folder)
}

/// Whether a name is an example's file or its list of issues: `…/answers/full.json`.
pub(super) fn is_example(name: &str) -> bool {
    name.contains("/answers/")
}

/// The file of a benefit's boundary cases; `None` for what is no benefit of the catalogue.
pub(super) fn cases_of(name: &str) -> Option<String> {
    let folder = name.strip_suffix("form.json")?;
    let is_there = name.starts_with("benefits/") || name.starts_with("outside/");
    is_there.then(|| format!("{folder}cases.json"))
}

/// Whether a file belongs to a form that stands in no list and makes no paper.
#[must_use]
pub fn is_unlisted(name: &str) -> bool {
    name == PROFILE || name.starts_with(OWN_FOLDER)
}

/// The form files in the order of `catalog.json`, those it does not name after them; those in no list are not among them.
#[must_use]
pub fn in_order(sources: &Sources) -> Vec<String> {
    let bytes = sources.0.get("catalog.json").map(Vec::as_slice).unwrap_or_default();
    let ids = super::wire::read(bytes).map(|root| super::wire::texts(&root, "order")).unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    let listed = ids.iter().filter_map(|id| name_of(sources, id));
    for name in listed.chain(form_names(sources).into_iter().map(str::to_owned)) {
        if !is_unlisted(&name) && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
