//! Two tabs saved the same draft: which way out.
//!
//! **Invariant:** answers are never mixed: what comes out is one tab's answers as a whole, and the other's are lost only where they
//! are the same or were not changed.

use crate::model::Answers;

/// The way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Ours is written over theirs: there, nothing was answered since.
    Over,
    /// Theirs is taken: here, nothing was answered since.
    Take,
    /// Both changed: ours becomes a draft of its own.
    Apart,
}

/// The way out, by what both began with.
#[must_use]
pub fn way(base: Option<&Answers>, ours: &Answers, theirs: &Answers) -> Way {
    if theirs == ours || base == Some(theirs) {
        Way::Over
    } else if base == Some(ours) {
        Way::Take
    } else {
        Way::Apart
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Entry, Path};

    fn answers(name: &str) -> Answers {
        let mut answers = Answers::default();
        answers.entries.insert(Path::new("who.name"), Entry::Text(name.to_owned()));
        answers
    }

    #[test]
    fn only_two_changes_part() {
        let check = |base: Option<&str>, ours: &str, theirs: &str, expect: Way| {
            let base = base.map(answers);
            assert_eq!(way(base.as_ref(), &answers(ours), &answers(theirs)), expect, "{ours} {theirs}");
        };
        check(Some("a"), "b", "a", Way::Over);
        check(Some("a"), "b", "b", Way::Over);
        check(Some("a"), "a", "b", Way::Take);
        check(Some("a"), "a", "a", Way::Over);
        check(Some("a"), "b", "c", Way::Apart);
        check(None, "b", "c", Way::Apart);
        check(None, "b", "b", Way::Over);
    }
}
