//! Yes or no, entered as `true` or `false`.

use super::Reading;
use crate::{
    model::{Locale, Value},
    validate::IssueKind,
};

/// Reads yes or no.
#[must_use]
pub fn read(raw: &str) -> Reading {
    match raw {
        "true" => Reading::good(Value::Bool(true)),
        "false" => Reading::good(Value::Bool(false)),
        _ => Reading::wrong(IssueKind::Format),
    }
}

/// As people read it.
pub(super) fn shown(answer: bool, locale: Locale) -> &'static str {
    match (locale, answer) {
        (Locale::Zh, true) => "是",
        (Locale::Zh, false) => "否",
        (Locale::En, true) => "Yes",
        (Locale::En, false) => "No",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no() {
        assert_eq!(read("true"), Reading::good(Value::Bool(true)));
        assert_eq!(read("是"), Reading::wrong(IssueKind::Format));
    }
}
