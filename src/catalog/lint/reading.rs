//! What several rules look up in a form's tree: its rules, what its pages ask and what its papers print, with pointers.

use serde_json::Value;

use super::{
    Linted, kinds,
    wire::{Pointer, list, text},
};
use crate::{
    model::{Expr, Field, Path},
    rules,
};

/// The keys of a rule that hold an expression.
pub(super) const ACTIONS: [&str; 4] = ["show", "require", "value", "check"];

/// A rule as written.
pub(super) struct RuleAt<'a> {
    /// Where its expression stands.
    pub(super) at: Pointer,
    /// What it governs.
    pub(super) on: &'a str,
    /// `show`, `require`, `value` or `check`.
    pub(super) action: &'static str,
    /// The expression as written.
    pub(super) source: &'a str,
    /// The expression.
    pub(super) expr: Expr,
}

/// A condition that belongs to no question: of a benefit, or of a row.
pub(super) struct ConditionAt {
    /// Where it stands.
    pub(super) at: Pointer,
    /// The expression.
    pub(super) expr: Expr,
}

/// A path that something names.
pub(super) struct PathAt<'a> {
    /// Where.
    pub(super) at: Pointer,
    /// The path.
    pub(super) path: &'a str,
}

/// The rules that can be read, in their order in the file.
pub(super) fn rules<'a>(linted: &'a Linted) -> Vec<RuleAt<'a>> {
    let mut found = Vec::new();
    for (idx, rule) in list(linted.root(), "rules").iter().enumerate() {
        let at = Pointer::root().at("rules").idx(idx);
        let Some(on) = text(rule, "on") else { continue };
        for action in ACTIONS {
            if let Some(source) = text(rule, action)
                && let Ok(expr) = rules::parse(source)
            {
                found.push(RuleAt { at: at.at(action), on, action, source, expr });
            }
        }
    }
    found
}

/// The conditions of a benefit and of rows.
pub(super) fn conditions(linted: &Linted) -> Vec<ConditionAt> {
    let mut found = Vec::new();
    let mut add = |value: &Value, key: &str, at: Pointer| {
        if let Some(Ok(expr)) = text(value, key).map(rules::parse) {
            found.push(ConditionAt { at: at.at(key), expr });
        }
    };
    for (idx, value) in list(linted.root(), "eligible").iter().enumerate() {
        add(value, "rule", Pointer::root().at("eligible").idx(idx));
    }
    for (at, row) in rows(linted) {
        add(row, "when", at);
    }
    found
}

/// The rows of all documents.
pub(super) fn rows<'a>(linted: &'a Linted) -> Vec<(Pointer, &'a Value)> {
    let mut found = Vec::new();
    for (idx, document) in list(linted.root(), "documents").iter().enumerate() {
        let at = Pointer::root().at("documents").idx(idx).at("grid").at("rows");
        let rows = document.get("grid").map(|grid| list(grid, "rows")).unwrap_or_default();
        found.extend(rows.iter().enumerate().map(|(idx, row)| (at.idx(idx), row)));
    }
    found
}

/// The questions that pages ask, and the index of their page. What a name of several questions stands for is there one by one,
/// at the place of the name.
pub(super) fn asked<'a>(linted: &'a Linted) -> Vec<(usize, PathAt<'a>)> {
    let mut found: Vec<(usize, PathAt)> = Vec::new();
    for (page_idx, page) in list(linted.root(), "pages").iter().enumerate() {
        let at = Pointer::root().at("pages").idx(page_idx).at("sections");
        for (idx, section) in list(page, "sections").iter().enumerate() {
            let names = list(section, "fields").iter().filter_map(Value::as_str);
            let sections =
                linted.form.pages.get(page_idx).map(|page| page.sections.as_slice()).unwrap_or_default();
            let lowered = sections.get(idx).map(|section| section.fields.as_slice()).unwrap_or_default();
            for path in lowered.iter().filter(|path| !is_frame(linted, path)) {
                let is_named = |name: &str| path.is_within(&Path::new(name));
                // Its own name, or else that of what it stands in.
                let own = names.clone().position(|name| name == path.as_str());
                let Some(name_idx) = own.or_else(|| names.clone().position(is_named)) else { continue };
                let at = at.idx(idx).at("fields").idx(name_idx);
                found.push((page_idx, PathAt { at, path: path.as_str() }));
            }
        }
    }
    found
}

/// Whether a path is of something that holds questions.
pub(super) fn is_frame(linted: &Linted, path: &Path) -> bool {
    linted.form.field(path).is_some_and(|field| kinds::facts(field).is_frame)
}

/// The page on which a question, or the first of a group, is asked.
pub(super) fn page_of(asked: &[(usize, PathAt)], path: &str) -> Option<usize> {
    let path = Path::new(path);
    let is_at = |at: &PathAt| Path::new(at.path).is_within(&path) || path.is_within(&Path::new(at.path));
    asked.iter().find(|(_, at)| is_at(at)).map(|(idx, _)| *idx)
}

/// The paths that papers print.
pub(super) fn printed<'a>(linted: &'a Linted) -> Vec<PathAt<'a>> {
    let mut found = Vec::new();
    for (idx, document) in list(linted.root(), "documents").iter().enumerate() {
        let at = Pointer::root().at("documents").idx(idx);
        words(document, "subtitle", &at, &mut found);
        for (idx, note) in list(document, "notes").iter().enumerate() {
            placeholders(note, &at.at("notes").idx(idx), &mut found);
        }
    }
    for (at, row) in rows(linted) {
        for (idx, cell) in list(row, "cells").iter().enumerate() {
            cell_paths(cell, &at.at("cells").idx(idx), &mut found);
        }
    }
    found
}

fn cell_paths<'a>(cell: &'a Value, at: &Pointer, found: &mut Vec<PathAt<'a>>) {
    for key in ["bind", "boxes", "ticks", "signature", "picture"] {
        if let Some(path) = text(cell, key) {
            found.push(PathAt { at: at.at(key), path });
        }
    }
    for (idx, tick) in list(cell, "ticks").iter().enumerate() {
        if let Some(path) = text(tick, "path") {
            found.push(PathAt { at: at.at("ticks").idx(idx).at("path"), path });
        }
    }
    words(cell, "text", at, found);
    words(cell, "sign", at, found);
    if let Some(opinion) = cell.get("opinion") {
        words(opinion, "text", &at.at("opinion"), found);
    }
}

fn words<'a>(value: &'a Value, key: &str, at: &Pointer, found: &mut Vec<PathAt<'a>>) {
    if let Some(words) = value.get(key) {
        placeholders(words, &at.at(key), found);
    }
}

/// `{path}` in words.
fn placeholders<'a>(words: &'a Value, at: &Pointer, found: &mut Vec<PathAt<'a>>) {
    for language in ["zh", "en"] {
        let parts = text(words, language).unwrap_or_default().split('{').skip(1);
        for (path, _) in parts.filter_map(|part| part.split_once('}')) {
            if path != "today"
                && !found.iter().any(|other| other.path == path && other.at.as_str() == at.as_str())
            {
                found.push(PathAt { at: at.clone(), path });
            }
        }
    }
}

/// The questions that the form uses, groups left out.
pub(super) fn questions<'a>(linted: &'a Linted) -> impl Iterator<Item = &'a Field> {
    linted.form.fields.iter().filter(|field| !kinds::facts(field).is_frame)
}

/// The node of a question or group in the tree.
pub(super) fn node<'a>(linted: &'a Linted, path: &str) -> Option<&'a Value> {
    linted.root().pointer(linted.pointer_of(path).as_str())
}

/// Every path that rules and conditions read.
pub(super) fn read(linted: &Linted) -> Vec<String> {
    let rules = rules(linted).into_iter().map(|rule| rule.expr);
    let conditions = conditions(linted).into_iter().map(|condition| condition.expr);
    rules.chain(conditions).flat_map(|expr| rules::paths(&expr)).collect()
}

/// Whether one of some paths is a path, a group around it, or a part of it.
pub(super) fn names(paths: &[String], path: &Path) -> bool {
    paths.iter().map(|other| Path::new(other)).any(|other| path.is_within(&other) || other.is_within(path))
}

/// Whether the identity number beside it gives the answer.
pub(super) fn is_derived(path: &str, is_asked: &dyn Fn(&str) -> bool) -> bool {
    let (group, name) = path.rsplit_once('.').map_or(("", path), |(group, name)| (group, name));
    let number = if group.is_empty() { "idNumber".to_owned() } else { format!("{group}.idNumber") };
    matches!(name, "birthDate" | "sex") && is_asked(&number)
}
