//! Patterns in linear time: unanchored, without `\p` and look-around, which `regex-lite` does not take.

use regex_lite::{Regex, RegexBuilder};

/// What a compiled pattern may weigh, in bytes; `a{1000}{1000}` weighs more.
const MAX_SIZE: usize = 200_000;

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
    compile(pattern).map(|regex| regex.is_match(text))
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
