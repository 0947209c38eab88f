//! `lint`: every fault of every form, examples run included.

use std::path::{Path, PathBuf};

use super::{
    args, report,
    world::{self, Exit, Stop, World},
};
use crate::{
    catalog::{self, Sources},
    diag::{Code, Diagnostic, Severity},
    produce,
    text::Note,
};

/// Runs `lint`.
pub(super) fn run(world: &World, args: &args::Lint) -> Result<Exit, Stop> {
    let mut diagnostics = Vec::new();
    if args.paths.is_empty() {
        diagnostics.extend(catalogue(world, &world.sources()?, &world.forms));
    }
    for path in &args.paths {
        if !path.exists() {
            return Err(Stop::wrong_use(Note::NoForm { id: path.display().to_string() }));
        }
        diagnostics.extend(at_path(world, path));
    }
    let n_errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    if world.is_json {
        report::json(&report::diagnostics_json(&diagnostics, world.locale));
    } else {
        report::diagnostics(&diagnostics, world.locale);
        let note = Note::Count { errors: n_errors, warnings: diagnostics.len() - n_errors };
        report::note(&note, world.locale);
    }
    Ok(if n_errors == 0 { Exit::Good } else { Exit::Refused })
}

/// Every fault of a catalogue below `root`.
fn catalogue(world: &World, sources: &Sources, root: &Path) -> Vec<Diagnostic> {
    let mut diagnostics = catalog::lint(sources, world.today);
    for name in catalog::in_order(sources) {
        diagnostics.extend(examples(world, sources, &name));
    }
    world::shown_as(diagnostics, &|name| root.join(name).display().to_string())
}

/// Every fault of what stands at a path: a catalogue, a part of ours, or form files from elsewhere.
fn at_path(world: &World, path: &Path) -> Vec<Diagnostic> {
    if ["catalog.json", "elements.json", "items"].iter().any(|name| path.join(name).exists()) {
        return catalogue(world, &world::read_sources(path), path);
    }
    let mut sources = world.sources().unwrap_or_default();
    if let Some(prefix) = within(path, &world.forms) {
        let is_meant = |name: &str| name == prefix || name.starts_with(&format!("{prefix}/"));
        let names: Vec<String> = sources.0.keys().filter(|name| is_meant(name)).cloned().collect();
        let found = names.iter().flat_map(|name| {
            let mut found = catalog::lint_file(&sources, name, world.today);
            if name.ends_with("/form.json") {
                found.extend(examples(world, &sources, name));
            }
            found
        });
        return world::shown_as(found.collect(), &|name| world.shown_name(name));
    }
    let mut diagnostics = Vec::new();
    for file in form_files(path) {
        let shown = file.display().to_string();
        match world.read(&file) {
            Ok(bytes) => {
                let name = world::take_in(&mut sources, &file, bytes);
                let mut found = catalog::lint_file(&sources, &name, world.today);
                found.extend(examples(world, &sources, &name));
                let folder = name.strip_suffix("form.json").unwrap_or_default();
                let parent = file.parent().unwrap_or(Path::new("")).to_owned();
                diagnostics.extend(world::shown_as(found, &|found| match found.strip_prefix(folder) {
                    Some(_) if found == name => shown.clone(),
                    Some(rest) => parent.join(rest).display().to_string(),
                    None => world.shown_name(found),
                }));
            }
            Err(_) => {
                let code = Code::Unreadable { reason: shown.clone() };
                diagnostics.push(Diagnostic::new(code, &shown, ""));
            }
        }
    }
    diagnostics
}

/// Runs a form's examples.
fn examples(world: &World, sources: &Sources, name: &str) -> Vec<Diagnostic> {
    let tables = world.tables();
    catalog::examples(sources, name, &|form, bytes| produce::example(form, bytes, &tables, world.today))
}

/// A path's name within a folder, with `/` between; `None` where it lies elsewhere.
fn within(path: &Path, root: &Path) -> Option<String> {
    let (path, root) = (path.canonicalize().ok()?, root.canonicalize().ok()?);
    let rest = path.strip_prefix(&root).ok()?;
    let parts: Vec<String> = rest.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    Some(parts.join("/"))
}

/// The form files at a path: the file itself; a folder's `form.json` files, or, where it has none, its JSON files.
fn form_files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let names = world::read_sources(path).0.into_keys().filter(|name| name.ends_with(".json"));
    let names: Vec<String> = names.collect();
    let is_form = |name: &&String| **name == "form.json" || name.ends_with("/form.json");
    let is_example = |name: &str| name.starts_with("answers/") || name.contains("/answers/");
    let has_forms = names.iter().any(|name| is_form(&name));
    let meant = names.iter().filter(|name| if has_forms { is_form(name) } else { !is_example(name) });
    meant.map(|name| path.join(name)).collect()
}
