//! Follows every reference of a form: into the dictionary, the code tables, shared grids, departments and parameters.
//!
//! **Invariant:** a `$ref` that is left in the result leads nowhere or in a circle; where each piece came from is remembered, so that a fault in it is told at its
//! own file and line.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    Sources,
    wire::{self, Fault, Pointer, text},
};
use crate::diag::Code;

/// The dictionary's file.
pub(super) const ELEMENTS: &str = "elements.json";
/// The catalogue's file.
pub(super) const CATALOG: &str = "catalog.json";
/// The parameters' file.
pub(super) const PARAMS: &str = "params.json";

/// A form with every reference followed.
#[derive(Debug)]
pub(super) struct Inlined {
    /// The tree.
    pub(super) root: Value,
    /// Where pieces came from: pointer in the tree → file and pointer there.
    pub(super) origins: BTreeMap<String, (String, String)>,
    /// Names that lead nowhere.
    pub(super) faults: Vec<Fault>,
    /// Files that are referred to and can not be read. What they hold is not known, so nothing is said about it.
    pub(super) unreadable: BTreeSet<String>,
    /// Pointers of the references into them.
    blind: BTreeSet<String>,
}

impl Inlined {
    fn empty() -> Self {
        let (origins, faults) = (BTreeMap::new(), Vec::new());
        Self { root: Value::Null, origins, faults, unreadable: BTreeSet::new(), blind: BTreeSet::new() }
    }

    /// Whether a fault only says that something stands in a file that can not be read: the reference, or what it would bring.
    pub(super) fn is_blind(&self, fault: &Fault) -> bool {
        let is_param = matches!(&fault.code, Code::UnknownName { name, .. } if name.starts_with("param."));
        let of = |reference: &String| {
            reference == &fault.pointer || reference.strip_suffix("/$ref") == Some(&fault.pointer)
        };
        self.blind.iter().any(of) || (is_param && self.unreadable.contains(PARAMS))
    }

    /// File and pointer of a place in the tree.
    pub(super) fn origin(&self, pointer: &str, file: &str) -> (String, String) {
        let mut prefix = pointer;
        loop {
            if let Some((file, start)) = self.origins.get(prefix) {
                let rest = pointer.get(prefix.len()..).unwrap_or_default();
                return (file.clone(), format!("{start}{rest}"));
            }
            match prefix.rsplit_once('/') {
                Some((shorter, _)) => prefix = shorter,
                None => return (file.to_owned(), pointer.to_owned()),
            }
        }
    }
}

/// The files that references lead to, each read once.
struct Library<'a> {
    sources: &'a Sources,
    files: BTreeMap<String, Option<Value>>,
    inlined: Inlined,
}

/// Follows the references of a form.
pub(super) fn inline(sources: &Sources, name: &str, root: &Value) -> Inlined {
    let mut library = Library { sources, files: BTreeMap::new(), inlined: Inlined::empty() };
    library.files.insert(name.to_owned(), Some(root.clone()));

    let mut tree = root.clone();
    let at = Pointer::root();
    if let Some(answers) = tree.get_mut("answers") {
        let at = at.at("answers");
        *answers = library.node(answers, name, &at, &at, &mut Vec::new());
    }
    if let Some(Value::Array(documents)) = tree.get_mut("documents") {
        for (idx, document) in documents.iter_mut().enumerate() {
            let at = at.at("documents").idx(idx).at("grid");
            if let Some(grid) = document.get_mut("grid") {
                *grid = library.node(grid, name, &at, &at, &mut Vec::new());
            }
        }
    }
    library.department(&mut tree);
    library.life_events(&tree);
    library.params(&mut tree);
    library.inlined.root = tree;
    library.inlined
}

/// Whether a reference in a file leads to a piece that is there, and not back to itself. What lies behind a file that can not
/// be read is taken to be there.
pub(super) fn leads_somewhere(sources: &Sources, file: &str, reference: &str) -> bool {
    let mut library = Library { sources, files: BTreeMap::new(), inlined: Inlined::empty() };
    let node = Value::Object(Map::from_iter([("$ref".to_owned(), Value::String(reference.to_owned()))]));
    let at = Pointer::root();
    let is_left = library.node(&node, file, &at, &at, &mut Vec::new()).get("$ref").is_some();
    !is_left || !library.inlined.blind.is_empty()
}

impl Library<'_> {
    fn file(&mut self, name: &str) -> Option<&Value> {
        let sources = self.sources;
        let unreadable = &mut self.inlined.unreadable;
        let read = || {
            let found = wire::read(sources.0.get(name)?);
            if found.is_err() {
                unreadable.insert(name.to_owned());
            }
            found.ok()
        };
        self.files.entry(name.to_owned()).or_insert_with(read).as_ref()
    }

    /// A node with its references followed. `here` is its place in `file`, `out` its place in the tree.
    fn node(
        &mut self,
        node: &Value,
        file: &str,
        here: &Pointer,
        out: &Pointer,
        path: &mut Vec<(String, String)>,
    ) -> Value {
        let Value::Object(members) = node else { return node.clone() };
        let mut merged = Map::new();
        if let Some(reference) = text(node, "$ref") {
            match self.target(reference, file) {
                Some((target_file, pointer, target))
                    if !path.contains(&(target_file.clone(), pointer.clone())) =>
                {
                    path.push((target_file.clone(), pointer.clone()));
                    let start = Pointer::of(&pointer);
                    let found = self.node(&target, &target_file, &start, out, path);
                    path.pop();
                    merged = into_members(found, is_codes(&target_file));
                }
                // `lower` names what still has a reference.
                target => {
                    if target.is_none() && self.is_unreadable(reference, file) {
                        self.inlined.blind.insert(out.at("$ref").as_str().to_owned());
                    }
                    self.remember(file, &here.at("$ref"), &out.at("$ref"));
                    merged.insert("$ref".to_owned(), Value::String(reference.to_owned()));
                }
            }
        }
        for (key, value) in members.iter().filter(|(key, _)| *key != "$ref") {
            let (table, out_table) = (here, out);
            let (here, out) = (here.at(key), out.at(key));
            if key == "properties"
                && let Value::Object(properties) = value
            {
                let below = merged.get(key).and_then(Value::as_object).cloned().unwrap_or_default();
                let properties = self.properties(below, properties, file, (&here, &out), path);
                merged.insert(key.clone(), Value::Object(properties));
            } else if key == "items" && value.is_object() {
                // As one member of the table: what a form says about its rows is laid over what the dictionary says.
                let items = Map::from_iter([(key.clone(), value.clone())]);
                let below = merged.remove(key).map(|items| Map::from_iter([(key.clone(), items)]));
                merged.extend(self.properties(
                    below.unwrap_or_default(),
                    &items,
                    file,
                    (table, out_table),
                    path,
                ));
            } else {
                self.remember(file, &here, &out);
                merged.insert(key.clone(), value.clone());
            }
        }
        Value::Object(merged)
    }

    /// Members over those of the referred group: what a form says about a member is laid over what the dictionary says.
    fn properties(
        &mut self,
        mut below: Map<String, Value>,
        members: &Map<String, Value>,
        file: &str,
        (here, out): (&Pointer, &Pointer),
        path: &mut Vec<(String, String)>,
    ) -> Map<String, Value> {
        for (name, value) in members {
            let (here, out) = (here.at(name), out.at(name));
            if !below.contains_key(name) {
                self.remember(file, &here, &out);
            }
            let over = self.node(value, file, &here, &out, path);
            let laid = match (below.remove(name), over) {
                (Some(Value::Object(mut under)), Value::Object(over)) => {
                    under.extend(over);
                    Value::Object(under)
                }
                (_, over) => over,
            };
            below.insert(name.clone(), laid);
        }
        below
    }

    fn remember(&mut self, file: &str, here: &Pointer, out: &Pointer) {
        self.inlined.origins.insert(out.as_str().to_owned(), (file.to_owned(), here.as_str().to_owned()));
    }

    /// What a reference leads to: file, pointer there, and the piece.
    fn target(&mut self, reference: &str, file: &str) -> Option<(String, String, Value)> {
        let (name, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let name = if name.is_empty() { file.to_owned() } else { resolved(file, name)? };
        let found = self.file(&name)?.pointer(pointer)?.clone();
        Some((name, pointer.to_owned(), found))
    }

    /// Whether the file that a reference names is there and can not be read.
    fn is_unreadable(&self, reference: &str, file: &str) -> bool {
        let name = reference.split_once('#').map_or(reference, |(name, _)| name);
        resolved(file, name).is_some_and(|name| self.inlined.unreadable.contains(&name))
    }

    fn department(&mut self, tree: &mut Value) {
        let Some(key) = text(tree, "department").map(str::to_owned) else { return };
        let departments = self.file(CATALOG).and_then(|catalog| catalog.get("departments")).cloned();
        match departments.as_ref().and_then(|departments| departments.get(&key)) {
            Some(words) => {
                if let Some(department) = tree.get_mut("department") {
                    *department = words.clone();
                }
            }
            None => {
                let names = departments.as_ref().and_then(Value::as_object).into_iter().flatten();
                let names: Vec<&str> = names.map(|(name, _)| name.as_str()).collect();
                // Without a catalogue (a form looked at alone) the name stands for itself.
                if !names.is_empty() {
                    let at = Pointer::root().at("department");
                    let code = Code::BadValue { expected: names.join(" | ") };
                    self.inlined.faults.push(at.fault(code));
                }
            }
        }
    }

    /// Names life events that the catalogue does not have.
    fn life_events(&mut self, tree: &Value) {
        let known = self.file(CATALOG).and_then(|catalog| catalog.get("lifeEvents")?.as_object()).cloned();
        let (Some(known), Some(guide)) = (known, tree.get("guide")) else { return };
        let at = Pointer::root().at("guide").at("lifeEvents");
        for (idx, key) in wire::texts(guide, "lifeEvents").iter().enumerate() {
            if !known.contains_key(key) {
                let names: Vec<&str> = known.keys().map(String::as_str).collect();
                self.inlined.faults.push(at.idx(idx).fault(Code::BadValue { expected: names.join(" | ") }));
            }
        }
    }

    /// The catalogue's parameters below the form's own.
    fn params(&mut self, tree: &mut Value) {
        let shared = self.file(PARAMS).and_then(Value::as_object).cloned().unwrap_or_default();
        let Value::Object(members) = tree else { return };
        let own = members.get("params").and_then(Value::as_object).cloned().unwrap_or_default();
        let mut params = Map::new();
        for (name, rows) in shared.into_iter().filter(|(name, _)| name != "format") {
            let here = Pointer::root().at(&name);
            self.remember(PARAMS, &here, &Pointer::root().at("params").at(&name));
            params.insert(name, rows);
        }
        for (name, rows) in own {
            self.inlined.origins.remove(Pointer::root().at("params").at(&name).as_str());
            params.insert(name, rows);
        }
        members.insert("params".to_owned(), Value::Object(params));
    }
}

/// Whether a file is a code table: only its codes belong to a question.
fn is_codes(file: &str) -> bool {
    file.starts_with("codes/")
}

fn into_members(value: Value, only_codes: bool) -> Map<String, Value> {
    let Value::Object(mut members) = value else { return Map::new() };
    if only_codes {
        members.retain(|key, _| matches!(key.as_str(), "type" | "oneOf"));
    }
    members
}

/// A file name relative to another file's folder; `None` where it leaves the catalogue.
fn resolved(from: &str, name: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in name.split('/') {
        match part {
            ".." => {
                parts.pop()?;
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_relative_to_their_file() {
        for (from, name, expect) in [
            ("items/SQ031/form.json", "../../elements.json", Some("elements.json")),
            ("elements.json", "codes/sex.json", Some("codes/sex.json")),
            ("elements.json", "../secret.json", None),
            ("items/SQ031/form.json", "./x.json", Some("items/SQ031/x.json")),
        ] {
            assert_eq!(resolved(from, name).as_deref(), expect, "{name}");
        }
    }
}
