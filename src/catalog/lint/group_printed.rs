//! # F058 A cell for a whole group
//!
//! `bind`, `boxes` and `{path}` print one answer. A group such as `reader` has none of its own.
//!
//! Good:
//!
//! ```json
//! {"documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 1, "rows": [
//!    {"height": 9, "cells": [{"span": 1, "bind": "reader.name"}]}]}}]}
//! ```
//!
//! Bad, at `/documents/1/grid/rows/0/cells/0/bind`:
//!
//! ```json
//! {"documents": [{"id": "more", "title": {"zh": "附表", "en": "More"}, "grid": {"columns": 1, "rows": [
//!    {"height": 9, "cells": [{"span": 1, "bind": "reader"}]}]}}]}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{diag::Lint, model::Path};

/// Looks at each path that a paper prints.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for at in reading::printed(linted) {
        if reading::is_frame(linted, &Path::new(at.path)) {
            faults.push(at.at.lint(Lint::GroupPrinted, at.path));
        }
    }
}
