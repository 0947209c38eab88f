//! `diff`: what old drafts would lose in a newer version of a form, and whether its version rose.

use std::path::Path;

use super::{
    args, report,
    world::{self, Exit, Stop, World},
};
use crate::{catalog, diag::Severity, text::Note};

/// Runs `diff`: `{ok, files, diagnostics}`; it makes no file.
pub(super) fn run(world: &World, args: &args::Diff) -> Result<Exit, Stop> {
    let mut sources = world.sources()?;
    let mut find = |path: &Path| world.find(&mut sources, &path.display().to_string());
    let (old, old_shown) = find(&args.old)?;
    let (new, new_shown) = find(&args.new)?;
    let diagnostics = world::shown_as(catalog::diff(&sources, &old, &new), &|file| {
        if file == new {
            new_shown.clone()
        } else if file == old {
            old_shown.clone()
        } else {
            world.shown_name(file)
        }
    });
    let n_errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    if world.is_json {
        report::outcome(n_errors == 0, &[], &diagnostics, world.locale);
    } else {
        report::diagnostics(&diagnostics, world.locale);
        let note = Note::Count { errors: n_errors, warnings: diagnostics.len() - n_errors };
        report::note(&note, world.locale);
    }
    Ok(if n_errors == 0 { Exit::Good } else { Exit::Refused })
}
