//! # F049 An answer that nothing needs
//!
//! A question is asked, but no paper prints it and no rule reads it. What is not needed is not collected. (A form without documents
//! prints all it asks; what is asked of an agent stands in the letter of authority, and a file in the list of attachments.)
//!
//! Good: a paper prints it.
//!
//! ```json
//! {"pages": [{"id": "more", "title": {"zh": "其他", "en": "More"}, "sections": [{"fields": ["guardian.phone"]}]}],
//!  "documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 1, "rows": [
//!    {"height": 9, "cells": [{"span": 1, "bind": "guardian.phone"}]}]}}],
//!  "answers": {"properties": {"guardian": {"properties": {"phone": {"x-autocomplete": "off"}}}}}}
//! ```
//!
//! Bad, at `/pages/2/sections/0/fields/0`:
//!
//! ```json
//! {"pages": [{"id": "more", "title": {"zh": "其他", "en": "More"}, "sections": [{"fields": ["guardian.phone"]}]}],
//!  "answers": {"properties": {"guardian": {"properties": {"phone": {"x-autocomplete": "off"}}}}}}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{
    diag::Lint,
    model::{Kind, Path},
};

/// Looks at each question that is asked.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    // A table that is made of the pages prints all that they ask.
    let documents = &linted.form.documents;
    if documents.is_empty() || documents.iter().any(|document| document.grid.is_none()) {
        return;
    }
    let mut needed: Vec<String> = reading::printed(linted).iter().map(|at| at.path.to_owned()).collect();
    needed.extend(reading::read(linted));
    let is_agent = |path: &Path| {
        let mut fields = linted.form.fields.iter();
        fields.any(|field| {
            path.is_within(&field.path) && field.role.as_ref().is_some_and(|role| role.0 == "agent")
        })
    };
    for (_, at) in reading::asked(linted) {
        let path = Path::new(at.path);
        // A file stands in the list of attachments.
        let is_file = linted.form.field(&path).is_some_and(|field| matches!(field.kind, Kind::Attachment(_)));
        if !reading::names(&needed, &path) && !is_agent(&path) && !is_file {
            faults.push(at.at.lint(Lint::NeverPrinted, at.path));
        }
    }
}
