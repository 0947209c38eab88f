//! One of a list: what is stored is its code.

use super::Reading;
use crate::{
    model::{Choice, Locale, Localized, Value},
    validate::IssueKind,
};

/// Reads a choice by its code.
#[must_use]
pub fn read(choices: &[Choice], raw: &str) -> Reading {
    if choices.iter().any(|choice| choice.code == raw) {
        Reading::good(Value::Text(raw.to_owned()))
    } else {
        Reading::wrong(IssueKind::NotAChoice)
    }
}

/// Which words of a choice: its label, or what stands on paper.
pub(super) type Word = fn(&Choice) -> &Localized;

/// The words for a code; the code itself where the list does not have it.
pub(super) fn words<'a>(choices: &'a [Choice], code: &'a str, word: Word, locale: Locale) -> &'a str {
    choices.iter().find(|choice| choice.code == code).map_or(code, |choice| word(choice).get(locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_code_of_the_list_is_one() {
        let text = |zh: &str| Localized { zh: zh.into(), en: None };
        let choices = [Choice { code: "80".into(), label: text("80-89周岁"), print: Some(text("80档")) }];
        assert_eq!(read(&choices, "80"), Reading::good(Value::Text("80".into())));
        assert_eq!(read(&choices, "80-89周岁"), Reading::wrong(IssueKind::NotAChoice));
        assert_eq!(words(&choices, "80", |choice| &choice.label, Locale::En), "80-89周岁");
        assert_eq!(words(&choices, "80", Choice::on_paper, Locale::Zh), "80档");
        assert_eq!(words(&choices, "90", Choice::on_paper, Locale::Zh), "90");
    }
}
