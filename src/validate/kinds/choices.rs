//! Several of a list. They are entered as their codes with commas between; the value has each once, in the list's order.

use super::{Reading, choice};
use crate::{
    model::{Choice, Datum, Kind, Locale, Value},
    validate::IssueKind,
};

/// The codes that were entered.
pub fn codes(raw: &str) -> impl Iterator<Item = &str> {
    let is_between = |c: char| c == Kind::BETWEEN_CODES || matches!(c, '，' | '、' | ';' | '；' | '\n');
    raw.split(is_between).map(str::trim).filter(|code| !code.is_empty())
}

/// Reads the codes of several choices.
#[must_use]
pub fn read(choices: &[Choice], raw: &str) -> Reading {
    let is_known = |code: &str| choices.iter().any(|choice| choice.code == code);
    if codes(raw).next().is_none() || !codes(raw).all(is_known) {
        return Reading::wrong(IssueKind::NotAChoice);
    }
    let chosen = choices.iter().filter(|choice| codes(raw).any(|code| code == choice.code));
    Reading::good(Value::List(chosen.map(|choice| Datum::Value(Value::Text(choice.code.clone()))).collect()))
}

/// Adds a code to those entered, or takes it out; the rest stays in its order.
#[must_use]
pub fn toggled(raw: &str, code: &str) -> String {
    let has = codes(raw).any(|of| of == code);
    let mut kept: Vec<&str> = codes(raw).filter(|of| *of != code).collect();
    if !has {
        kept.push(code);
    }
    kept.join(",")
}

/// The texts of a list's value.
fn texts(items: &[Datum]) -> impl Iterator<Item = &str> {
    items.iter().filter_map(|item| match item {
        Datum::Value(Value::Text(text)) => Some(text.as_str()),
        Datum::Value(Value::Bool(_) | Value::Number(_) | Value::Date(_) | Value::List(_) | Value::Map(_))
        | Datum::Absent
        | Datum::Unknown(_)
        | Datum::Error(_) => None,
    })
}

/// The codes as they would be entered.
pub(super) fn canonical(items: &[Datum]) -> String {
    joined(texts(items), ",")
}

/// The words of each: 路灯、绿化.
pub(super) fn shown(choices: &[Choice], items: &[Datum], word: choice::Word, locale: Locale) -> String {
    let between = match locale {
        Locale::Zh => "、",
        Locale::En => ", ",
    };
    joined(texts(items).map(|code| choice::words(choices, code, word, locale)), between)
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>, between: &str) -> String {
    texts.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Localized;

    #[test]
    fn several_of_a_list() {
        let choices = ["1", "2", "3"].map(|code| Choice {
            code: code.into(),
            label: Localized { zh: ["第", code].concat(), en: None },
            print: None,
        });
        let Some(Value::List(items)) = read(&choices, "3，1,3").value else { panic!() };
        assert_eq!(canonical(&items), "1,3");
        assert_eq!(shown(&choices, &items, |choice| &choice.label, Locale::Zh), "第1、第3");
        assert_eq!(read(&choices, "1,4"), Reading::wrong(IssueKind::NotAChoice));
        assert_eq!(read(&choices, " , "), Reading::wrong(IssueKind::NotAChoice));
        assert_eq!(toggled("1,3", "2"), "1,3,2");
        assert_eq!(toggled("1,3", "1"), "3");
        assert_eq!(toggled("", "1"), "1");
    }
}
