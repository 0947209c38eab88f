//! # F047 Two questions side by side with one label
//!
//! Two questions of one section, or of two sections with the same title or none, read the same; nobody can tell them apart.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"books": {"x-label": {"zh": "本数", "en": "Books"}}}}}
//! ```
//!
//! Bad, at `/answers/properties/postTo/x-label`:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"x-label": {"zh": "一次借几本", "en": "Books again"}}}}}
//! ```

use super::{Linted, wire::Fault};
use crate::{
    diag::Lint,
    model::{Field, Localized},
};

/// Looks at each page.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for page in &linted.form.pages {
        let mut seen: Vec<(Option<&Localized>, &str)> = Vec::new();
        for section in &page.sections {
            for field in section.fields.iter().filter_map(|path| linted.form.field(path)) {
                let Field { path, label, .. } = field;
                let key = (section.title.as_ref(), label.zh.as_str());
                if seen.contains(&key) {
                    faults.push(
                        linted.pointer_of(path.as_str()).at("x-label").lint(Lint::DuplicateLabel, &label.zh),
                    );
                }
                seen.push(key);
            }
        }
    }
}
