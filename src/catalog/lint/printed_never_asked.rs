//! # F050 A cell for an answer that nobody gives
//!
//! A paper prints a question that no page asks and no rule computes, so the cell is always empty. Ask it, or make the cell `blank`
//! for the pen.
//!
//! Good:
//!
//! ```json
//! {"documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 1, "rows": [
//!    {"height": 9, "cells": [{"span": 1, "bind": "age"}]}]}}]}
//! ```
//!
//! Bad, at `/documents/1/grid/rows/0/cells/0/bind`:
//!
//! ```json
//! {"documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 1, "rows": [
//!    {"height": 9, "cells": [{"span": 1, "bind": "guardian.phone"}]}]}}],
//!  "answers": {"properties": {"guardian": {"properties": {"phone": {"x-autocomplete": "off"}}}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{diag::Lint, model::Path};

/// Looks at each path that a paper prints.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let known = known(linted);
    for at in reading::printed(linted) {
        let Some(field) = linted.form.field(&Path::new(at.path)) else { continue };
        // What is required as well is told at its question.
        if !reading::is_frame(linted, &field.path)
            && !field.is_required
            && !is_given(&known, field.path.as_str())
        {
            faults.push(at.at.lint(Lint::PrintedNeverAsked, at.path));
        }
    }
}

/// What pages ask and rules compute.
fn known(linted: &Linted) -> Vec<String> {
    let rules = reading::rules(linted).into_iter().filter(|rule| rule.action == "value");
    let asked = reading::asked(linted).into_iter().map(|(_, at)| at.path.to_owned());
    asked.chain(rules.map(|rule| rule.on.to_owned())).collect()
}

fn is_given(known: &[String], path: &str) -> bool {
    let is_known = |path: &str| known.iter().any(|other| other == path);
    is_known(path) || reading::is_derived(path, &is_known)
}

/// Whether a question is printed though nobody gives it; then this rule says so and no other.
pub(super) fn is_told(linted: &Linted, path: &str) -> bool {
    let is_required = linted.form.field(&Path::new(path)).is_some_and(|field| field.is_required);
    !is_required
        && reading::printed(linted).iter().any(|at| at.path == path)
        && !is_given(&known(linted), path)
}
