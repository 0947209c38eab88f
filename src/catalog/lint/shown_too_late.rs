//! # F042 A question shown by the answer of a later page
//!
//! Until the later page is answered the question is hidden, and afterwards it stands on a page that has been left.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "has(reader.phone)"}]}
//! ```
//!
//! Bad, at `/rules/5/show`:
//!
//! ```json
//! {"rules": [{"on": "reader.phone", "show": "byPost"}]}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{diag::Lint, model::Path, rules};

/// Looks at each `show`: all that it reads is asked on its page or before.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let asked = reading::asked(linted);
    let rules = reading::rules(linted);
    for rule in rules.iter().filter(|rule| rule.action == "show") {
        let Some(own) = last_page(&asked, rule.on) else { continue };
        let mut wanted: Vec<String> = rules::paths(&rule.expr).into_iter().collect();
        let mut idx = 0;
        // What is computed waits for what it reads; nothing waits for itself, so this ends.
        while let Some(path) = wanted.get(idx).cloned() {
            idx += 1;
            for other in rules.iter().filter(|other| other.action == "value" && other.on == path) {
                for read in rules::paths(&other.expr) {
                    if !wanted.contains(&read) {
                        wanted.push(read);
                    }
                }
            }
        }
        if wanted.iter().filter_map(|path| reading::page_of(&asked, path)).any(|page| page > own) {
            faults.push(rule.at.lint(Lint::ShownTooLate, rule.on));
        }
    }
}

/// The last page that asks something of a question or group.
fn last_page(asked: &[(usize, reading::PathAt)], path: &str) -> Option<usize> {
    let path = Path::new(path);
    let pages = asked.iter().filter(|(_, at)| Path::new(at.path).is_within(&path));
    pages.map(|(page, _)| *page).max()
}
