//! One of a list: what is stored is its code.

use super::Reading;
use crate::{
    model::{Choice, Locale, Value},
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

/// What people read for a code; the code itself where the list does not have it.
pub(super) fn label<'a>(choices: &'a [Choice], code: &'a str, locale: Locale) -> &'a str {
    choices.iter().find(|choice| choice.code == code).map_or(code, |choice| choice.label.get(locale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Localized;

    #[test]
    fn only_a_code_of_the_list_is_one() {
        let choices = [Choice { code: "80".into(), label: Localized { zh: "80-89周岁".into(), en: None } }];
        assert_eq!(read(&choices, "80"), Reading::good(Value::Text("80".into())));
        assert_eq!(read(&choices, "80-89周岁"), Reading::wrong(IssueKind::NotAChoice));
        assert_eq!(label(&choices, "80", Locale::En), "80-89周岁");
    }
}
