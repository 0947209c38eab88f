//! The fences of `ARCHITECTURE.md`: who may use whom, which crate belongs to which room, and what may stand where.
//!
//! **Invariant:** the table of rooms in `ARCHITECTURE.md` is the law; this file only reads it. Unit tests
//! (`#[cfg(test)]`) may use every room.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// Crates that belong to some rooms only. The second word is the reason that a fault names.
const CRATES: &[(&[&str], &[&str], &str)] = &[
    (
        &["serde", "serde_json", "serde_wasm_bindgen"],
        &["catalog", "record", "search", "intake", "batch", "worker", "cli"],
        "a type that is serialised is part of a border",
    ),
    (&["yew", "yew_router"], &["ui"], "the screen is one room"),
    (
        &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo"],
        &["ui", "store", "worker", "bin"],
        "the engine runs without a browser",
    ),
    (&["idb"], &["store"], "drafts are kept in one room"),
    (&["krilla", "zip"], &["render", "intake"], "file formats end there"),
    (&["skrifa"], &["fonts"], "fonts are read in one room"),
    (&["fast_qr"], &["qr"], "one room draws codes"),
    (&["calamine", "csv", "encoding_rs"], &["intake"], "spreadsheets and old encodings end there"),
    (&["age"], &["carry"], "one room knows the lock"),
    (&["clap"], &["cli"], "the command line is one room"),
    (&["pinyin"], &["search"], "the page ships keys, not the table"),
    (&["regex_lite"], &["rules", "validate"], "it costs 20 kB of the first load"),
];

/// A path of code that begins in a room: where it stands and what it names.
struct Edge {
    place: String,
    names: Vec<String>,
}

/// Gathers every path of a file outside `#[cfg(test)]`, use trees and macro bodies included.
struct Paths<'a> {
    file: &'a str,
    module: Vec<String>,
    found: Vec<Edge>,
}

impl Paths<'_> {
    fn add(&mut self, names: Vec<String>, line: usize) {
        let place = format!("{}:{line}", self.file);
        self.found.push(Edge { place, names: self.absolute(names) });
    }

    /// `super::x` as `crate::…::x`.
    fn absolute(&self, names: Vec<String>) -> Vec<String> {
        let n_up = names.iter().take_while(|name| *name == "super").count();
        if n_up == 0 || n_up > self.module.len() {
            return names;
        }
        let mut whole = vec!["crate".to_owned()];
        whole.extend(self.module.iter().take(self.module.len() - n_up).cloned());
        whole.extend(names.into_iter().skip(n_up));
        whole
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |ident: &syn::Ident| [before, &[ident.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Name(name) => self.add(with(&name.ident), name.ident.span().start().line),
            syn::UseTree::Rename(name) => self.add(with(&name.ident), name.ident.span().start().line),
            syn::UseTree::Glob(star) => self.add(before.to_vec(), star.star_token.spans[0].start().line),
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(item, before)),
        }
    }

    /// Paths inside a macro's tokens, which syn does not read.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut names = Vec::new();
        let (mut colons, mut line) = (0, 0);
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.flush(&mut names, line);
                    }
                    line = ident.span().start().line;
                    names.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    self.flush(&mut names, line);
                    colons = 0;
                }
                TokenTree::Group(group) => {
                    self.flush(&mut names, line);
                    colons = 0;
                    self.tokens(group.stream());
                }
            }
        }
        self.flush(&mut names, line);
    }

    fn flush(&mut self, names: &mut Vec<String>, line: usize) {
        let names = std::mem::take(names);
        if names.len() > 1 {
            self.add(names, line);
        }
    }
}

fn is_test(attrs: &[syn::Attribute]) -> bool {
    attrs.iter().any(|attr| {
        attr.path().is_ident("cfg") && attr.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if is_test(&item.attrs) {
            return;
        }
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !is_test(&item.attrs) {
            self.tree(&item.tree, &[]);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let line = path.segments.first().map_or(0, |segment| segment.ident.span().start().line);
        self.add(names, line);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        visit::visit_path(self, &item.path);
        self.tokens(item.tokens.clone());
    }
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Each source file of `src/` as its shown name and the modules it stands in (`src/ui/app.rs` is `[ui, app]`).
fn sources() -> Vec<(String, Vec<String>, String)> {
    let root = root();
    files(&root.join("src"), ".rs")
        .into_iter()
        .map(|path| {
            let inner = path.strip_prefix(root.join("src")).unwrap().with_extension("");
            let mut module: Vec<_> = inner.iter().map(|name| name.to_string_lossy().into_owned()).collect();
            if module.last().is_some_and(|name| name == "mod" || name == "lib") {
                module.pop();
            }
            let shown = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
            (shown, module, read(&path))
        })
        .collect()
}

fn edges() -> Vec<(String, Edge)> {
    let mut all = Vec::new();
    for (file, module, text) in sources() {
        let Some(room) = module.first().cloned() else { continue };
        let tree = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut paths = Paths { file: &file, module, found: Vec::new() };
        paths.visit_file(&tree);
        all.extend(paths.found.into_iter().map(|edge| (room.clone(), edge)));
    }
    all
}

/// The folders of `src/`.
fn rooms() -> BTreeSet<String> {
    fs::read_dir(root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !files(path, ".rs").is_empty())
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect()
}

/// The table of `ARCHITECTURE.md`: each room and the rooms that it may use.
fn law() -> BTreeMap<String, BTreeSet<String>> {
    let text = read(&root().join("ARCHITECTURE.md"));
    let (_, table) = text.split_once("| room | may use |").expect("ARCHITECTURE.md holds the table of rooms");
    let words = |cell: &str| -> BTreeSet<String> {
        cell.split(',').map(|word| word.trim().trim_matches('`').to_owned()).filter(|w| w != "–").collect()
    };
    let mut law = BTreeMap::new();
    for line in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let mut cells = line.trim_matches('|').split('|');
        let (Some(who), Some(may)) = (cells.next(), cells.next()) else { continue };
        for room in words(who) {
            law.insert(room, words(may));
        }
    }
    law
}

/// The room that a path enters, if it enters one.
fn entered<'a>(edge: &'a Edge, rooms: &BTreeSet<String>) -> Option<&'a String> {
    let [first, second, ..] = edge.names.as_slice() else { return None };
    let is_ours = first == "crate" || first == "yuntian";
    (is_ours && rooms.contains(second)).then_some(second)
}

/// The fence itself: it sees use trees, paths, macros and `super`, and passes tests by.
#[test]
fn the_fence_sees_every_way_in() {
    let text = r#"
        use crate::{model::{self, Path}, ui as screen};
        use super::super::session::View;
        fn draw() -> Html { html! { <p>{ crate::text::say(x) }</p> } }
        fn name() -> crate::record::Draft { yuntian::store::open() }
        #[cfg(test)]
        mod tests { use crate::render; }
    "#;
    let tree = syn::parse_file(text).unwrap();
    let module = vec!["worker".to_owned(), "job".to_owned()];
    let mut paths = Paths { file: "job.rs", module, found: Vec::new() };
    paths.visit_file(&tree);
    let all = ["model", "ui", "session", "text", "record", "store", "render"].map(str::to_owned).into();
    let seen: BTreeSet<_> = paths.found.iter().filter_map(|edge| entered(edge, &all)).cloned().collect();
    assert_eq!(seen, ["model", "ui", "session", "text", "record", "store"].map(str::to_owned).into());
}

#[test]
fn rooms_use_only_what_the_table_allows() {
    let (law, rooms) = (law(), rooms());
    let mut faults = BTreeSet::new();
    for (room, edge) in edges() {
        let Some(other) = entered(&edge, &rooms) else { continue };
        if *other != room && !law.get(&room).is_some_and(|may| may.contains(other)) {
            faults.insert(format!("{}: {room} may not use {other}", edge.place));
        }
    }
    assert!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_table_names_every_room_and_no_other() {
    let (law, rooms) = (law(), rooms());
    for room in &rooms {
        assert!(law.contains_key(room), "ARCHITECTURE.md does not name src/{room}");
    }
    for (room, may) in &law {
        for other in may {
            assert!(law.contains_key(other), "ARCHITECTURE.md: {room} may use {other}, which is no room");
        }
    }
}

#[test]
fn crates_stay_in_their_rooms() {
    let mut faults = BTreeSet::new();
    for (room, edge) in edges() {
        let Some(first) = edge.names.first() else { continue };
        for (crates, may, reason) in CRATES {
            if crates.contains(&first.as_str()) && !may.contains(&room.as_str()) {
                faults.insert(format!("{}: {first} in {room}: {reason}", edge.place));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn programs_are_a_few_lines() {
    for (file, module, text) in sources() {
        if module.first().is_some_and(|room| room == "bin") {
            let n_lines = text.lines().filter(|line| !line.trim_start().starts_with("//")).count();
            assert!(n_lines <= 25, "{file} has {n_lines} lines; a program only calls a room");
        }
    }
}

/// The gate to the page's second file alone is let off, for what a macro writes there.
#[test]
fn unsafe_code_stays_at_the_gate() {
    for (file, _, text) in sources() {
        assert!(!text.contains("(unsafe_code") || file.ends_with("bin/app.rs"), "{file} allows unsafe code");
    }
}

#[test]
fn files_stay_readable() {
    for (file, _, text) in sources() {
        let n_lines = text.lines().count();
        assert!(n_lines <= 600, "{file} has {n_lines} lines; split it");
        assert!(text.starts_with("//!"), "{file} does not say what it is for");
    }
}

/// A strict CSP refuses `style="…"`; classes start with one prefix.
#[test]
fn the_page_has_no_inline_style() {
    for (file, module, text) in sources() {
        if module.first().is_some_and(|room| room == "ui") {
            for (idx, line) in text.lines().enumerate() {
                let is_comment = line.trim_start().starts_with("//");
                assert!(is_comment || !line.contains("style="), "{file}:{}: inline style", idx + 1);
            }
        }
    }
    for path in files(&root().join("src/ui/style"), ".css") {
        let text = read(&path);
        for word in text.split(|c: char| c.is_whitespace() || ",{:>+~()".contains(c)) {
            if word.starts_with('.') && word.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic()) {
                assert!(word.starts_with(".yt-"), "{}: the class {word} lacks the prefix", path.display());
            }
        }
    }
}

/// A registry belongs to the person who builds, not to the tree.
#[test]
fn no_registry_host_is_written() {
    let hosts: Vec<String> = [["crates", "io"], ["npmjs", "org"], ["pypi", "org"], ["npmmirror", "com"]]
        .iter()
        .map(|parts| parts.join("."))
        .collect();
    let root = root();
    let mut all: Vec<_> = fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    for folder in ["src", "tests", "tools", "web", "docs", ".ci"] {
        all.extend(files(&root.join(folder), ""));
    }
    // Cargo writes the registry into its lock files, the fuzzers' own too.
    for path in all.iter().filter(|path| !path.ends_with("Cargo.lock")) {
        let Ok(text) = fs::read_to_string(path) else { continue };
        for host in &hosts {
            assert!(!text.contains(host.as_str()), "{} names {host}", path.display());
        }
    }
}
