//! Patterns in linear time: unanchored, without `\p` and look-around, which `regex-lite` does not take.

use std::cell::RefCell;

use regex_lite::{Regex, RegexBuilder};

/// What a compiled pattern may weigh, in bytes; `a{1000}{1000}` weighs more.
const MAX_SIZE: usize = 200_000;

/// Compiled patterns that are kept: a form has few, and is worked out at every keystroke.
const N_KEPT: usize = 64;

thread_local! {
    /// The patterns used last, the latest at the end.
    static KEPT: RefCell<Vec<(String, Option<Regex>)>> = const { RefCell::new(Vec::new()) };
}

fn compile(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).size_limit(MAX_SIZE).nest_limit(50).build().ok()
}

/// Whether the engine takes a pattern.
#[must_use]
pub fn is_pattern(pattern: &str) -> bool {
    compile(pattern).is_some()
}

/// Whether a pattern is found anywhere in a text; `None` for a pattern that the engine does not take.
#[must_use]
pub fn matches(pattern: &str, text: &str) -> Option<bool> {
    KEPT.with_borrow_mut(|kept| {
        let entry = match kept.iter().position(|(of, _)| of == pattern) {
            Some(idx) => kept.remove(idx),
            None => (pattern.to_owned(), compile(pattern)),
        };
        let found = entry.1.as_ref().map(|regex| regex.is_match(text));
        kept.push(entry);
        if kept.len() > N_KEPT {
            kept.remove(0);
        }
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_unanchored() {
        assert_eq!(matches("b", "abc"), Some(true));
        assert_eq!(matches("^b", "abc"), Some(false));
        assert_eq!(matches(r"^\d{6}$", "420105"), Some(true));
        assert_eq!(matches("^[一-龥·]+$", "阿依古丽·买买提"), Some(true));
    }

    #[test]
    fn a_pattern_means_the_same_however_many_came_between() {
        for _ in 0..2 {
            for n in 0..2 * N_KEPT {
                assert_eq!(matches(&format!("^a{{{n}}}$"), &"a".repeat(n)), Some(true));
                assert_eq!(matches("^b$", "b"), Some(true));
                assert_eq!(matches("(", "b"), None);
            }
        }
        KEPT.with_borrow(|kept| assert_eq!(kept.len(), N_KEPT));
    }

    #[test]
    fn what_is_not_linear_is_refused() {
        for pattern in [r"\p{Han}", r"(?=a)", r"(?!a)", r"(?<=a)b", r"(a)\1", "(", "[", "a{1000}{1000}", "*"]
        {
            assert!(!is_pattern(pattern), "{pattern}");
        }
        assert!(!is_pattern(&"(".repeat(10_000)));
    }

    #[test]
    fn a_long_text_takes_no_more_than_its_length() {
        assert_eq!(matches("(a*)*b", &"a".repeat(10_000)), Some(false));
    }
}
