//! Characters that no font has, and the answers that show them.

use std::collections::BTreeSet;

use crate::{
    model::Path,
    packet::Paper,
    validate::{Issue, IssueKind, Severity},
};

/// The answers that show characters without a glyph, each pair once, in the paper's order of characters.
pub(super) fn missing(paper: &Paper, without: &BTreeSet<char>) -> Vec<(Path, char)> {
    let mut found: Vec<(Path, char)> = Vec::new();
    if without.is_empty() {
        return found;
    }
    paper.texts(&mut |path, text| {
        let Some(path) = path else { return };
        for c in text.chars().filter(|c| without.contains(c)) {
            if !found.iter().any(|(at, other)| at == path && *other == c) {
                found.push((path.clone(), c));
            }
        }
    });
    // Outside the table's cells, in words of the form or of a letter, there is no answer to name.
    let outside = without.iter().filter(|c| !found.iter().any(|(_, other)| other == *c));
    let outside: Vec<(Path, char)> = outside.map(|c| (Path::new(""), *c)).collect();
    found.extend(outside);
    found
}

/// The same as issues, for the notes on a cover.
pub(super) fn issues(missing: &[(Path, char)]) -> Vec<Issue> {
    let answers = missing.iter().filter(|(path, _)| !path.as_str().is_empty());
    let issue = |(path, found): &(Path, char)| Issue {
        field: path.clone(),
        kind: IssueKind::NoGlyph { found: *found },
        severity: Severity::Warning,
    };
    answers.map(issue).collect()
}
