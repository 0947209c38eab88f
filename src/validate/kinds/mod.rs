//! What each kind of question makes of what was typed, one file a kind.
//!
//! **Invariant:** pure. The original text is never changed; a kind returns a value, faults, or both (a warning leaves the
//! value). An empty text is nobody's business here but [`name`]'s: whether an answer is needed, `validate::state` says.

pub mod address;
pub mod attachment;
pub mod bank_card;
pub mod boxes;
pub mod choice;
pub mod choices;
pub mod citizen_id;
pub mod date;
pub mod decimal;
pub mod document;
pub mod email;
pub mod integer;
pub mod month;
pub mod name;
pub mod phone;
pub mod signature;
pub mod text;
pub mod yes_no;

use crate::model::{Choice, Date, Kind, Locale, Tables, Value};

use super::{IssueKind, Severity, fold};

/// What a kind made of an answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The value, where there is one.
    pub value: Option<Value>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// One thing that is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub kind: IssueKind,
    /// How grave.
    pub severity: Severity,
    /// In which part of an address.
    pub part: Option<&'static str>,
}

impl Fault {
    /// A fault that blocks.
    #[must_use]
    pub fn error(kind: IssueKind) -> Self {
        Self { kind, severity: Severity::Error, part: None }
    }

    /// A fault that can be confirmed.
    #[must_use]
    pub fn warning(kind: IssueKind) -> Self {
        Self { kind, severity: Severity::Warning, part: None }
    }
}

impl Reading {
    /// A good answer.
    #[must_use]
    pub fn good(value: Value) -> Self {
        Self { value: Some(value), faults: Vec::new() }
    }

    /// A value that somebody should look at.
    #[must_use]
    pub fn doubtful(value: Value, kind: IssueKind) -> Self {
        Self { value: Some(value), faults: vec![Fault::warning(kind)] }
    }

    /// An answer that is none.
    #[must_use]
    pub fn wrong(kind: IssueKind) -> Self {
        Self { value: None, faults: vec![Fault::error(kind)] }
    }

    fn text(result: Result<String, IssueKind>) -> Self {
        match result {
            Ok(text) => Self::good(Value::Text(text)),
            Err(kind) => Self::wrong(kind),
        }
    }
}

/// Reads what was typed. A group takes no answer, and an address is read by [`address::read`] from its parts.
#[must_use]
pub fn read(kind: &Kind, raw: &str, tables: &Tables, today: Date) -> Reading {
    match kind {
        Kind::Group | Kind::Rows | Kind::Address => Reading::default(),
        Kind::Text { is_long } => Reading::good(Value::Text(fold::text(raw, *is_long))),
        Kind::Name => name::read(raw),
        Kind::Integer => integer::read(raw),
        Kind::Decimal => decimal::read(raw),
        Kind::Money => decimal::money(raw),
        Kind::Date => date::read(raw),
        Kind::Month => month::read(raw),
        Kind::Choice(choices) => choice::read(choices, raw),
        Kind::Choices(choices) => choices::read(choices, raw),
        Kind::YesNo => yes_no::read(raw),
        Kind::Phone => phone::read(raw),
        Kind::Email => email::read(raw),
        Kind::CitizenId => citizen_id::read(raw, tables, today),
        Kind::BankCard => Reading::text(bank_card::parse(raw)),
        Kind::Document(kind) => document::read(*kind, raw, tables, today),
        Kind::Signature => signature::read(raw),
        Kind::Attachment(accept) => attachment::read(accept, raw),
    }
}

/// A value as it would be typed: the text that enters it again. Empty for an address, which is entered by its parts.
#[must_use]
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Bool(true) => "true".to_owned(),
        Value::Bool(false) => "false".to_owned(),
        Value::Number(number) => number.normalize().to_string(),
        Value::Text(text) => text.clone(),
        Value::Date(day) => day.to_string(),
        Value::List(items) => choices::canonical(items),
        Value::Map(_) => String::new(),
    }
}

/// A typed text as its kind compares it, good or not: folded where it is an identifier or a number.
#[must_use]
pub fn clean(kind: &Kind, raw: &str) -> String {
    match kind {
        Kind::Group | Kind::Rows | Kind::Address => String::new(),
        Kind::Text { is_long } => fold::text(raw, *is_long),
        Kind::Name => name::clean(raw),
        Kind::Integer | Kind::Decimal => decimal::clean(raw),
        Kind::Money => decimal::clean_money(raw),
        Kind::Date | Kind::Month => date::clean(raw),
        Kind::Choice(_) | Kind::Choices(_) | Kind::YesNo | Kind::Signature | Kind::Attachment(_) => {
            raw.to_owned()
        }
        Kind::Phone => phone::clean(raw),
        Kind::Email => email::clean(raw),
        Kind::Document(kind) => document::clean(*kind, raw),
        Kind::CitizenId | Kind::BankCard => fold::identifier(raw),
    }
}

/// A value as people read it on the screen: a choice's label, 2023年2月23日, digits in groups.
#[must_use]
pub fn shown(kind: &Kind, value: &Value, locale: Locale) -> String {
    grouped(kind, &text_of(kind, value, locale, |choice| &choice.label))
}

/// A value as it stands on paper: as [`shown`], but a choice in the office's word and an identifier's characters together.
#[must_use]
pub fn printed(kind: &Kind, value: &Value, locale: Locale) -> String {
    let text = text_of(kind, value, locale, Choice::on_paper);
    if *kind == Kind::Money { grouped(kind, &text) } else { text }
}

/// A value in words, without groups of digits.
fn text_of(kind: &Kind, value: &Value, locale: Locale, word: choice::Word) -> String {
    match (kind, value) {
        (Kind::Choice(choices), Value::Text(code)) => choice::words(choices, code, word, locale).to_owned(),
        (Kind::YesNo, Value::Bool(answer)) => yes_no::shown(*answer, locale).to_owned(),
        (Kind::Address, Value::Map(parts)) => address::shown(parts),
        (_, Value::Date(day)) => date::shown(*day, locale),
        (Kind::Choices(choices), Value::List(items)) => choices::shown(choices, items, word, locale),
        (Kind::Money, Value::Number(number)) => decimal::yuan(*number),
        (Kind::Month, Value::Text(text)) => month::shown(text, locale),
        (Kind::Phone, Value::Text(text)) => phone::printed(text),
        (Kind::Document(kind), Value::Text(text)) => document::printed(*kind, text),
        (Kind::Signature, Value::Text(text)) => signature::shown(text, locale).to_owned(),
        (Kind::Attachment(_), Value::Text(text)) => attachment::shown(text, locale),
        (_, Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Map(_)) => {
            canonical(value)
        }
    }
}

/// The digits of an identifier or a number in groups; other texts, and what is no such identifier yet, stay as they are. What it
/// returns reads the same as what it was given.
#[must_use]
pub fn grouped(kind: &Kind, text: &str) -> String {
    match kind {
        Kind::CitizenId => citizen_id::grouped(text),
        Kind::BankCard => bank_card::grouped(text),
        Kind::Phone => phone::grouped(text),
        Kind::Document(kind) => document::grouped(*kind, text),
        Kind::Integer | Kind::Decimal => decimal::grouped(text, 5),
        Kind::Money => decimal::grouped(text, 4),
        Kind::Group
        | Kind::Rows
        | Kind::Text { .. }
        | Kind::Name
        | Kind::Date
        | Kind::Month
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::YesNo
        | Kind::Email
        | Kind::Address
        | Kind::Signature
        | Kind::Attachment(_) => text.to_owned(),
    }
}

/// What stands in place of a value of which no part may be seen, however long it is.
const HIDDEN: &str = "***";

/// What is left of a value where others may look on. `None` where nothing of its kind is shown in words.
#[must_use]
pub fn masked(kind: &Kind, value: &Value) -> Option<String> {
    match (kind, value) {
        (Kind::Name, Value::Text(text)) => Some(name::masked(text)),
        (Kind::Date, Value::Date(day)) => Some(format!("{:04}-**-**", day.year())),
        (Kind::Phone, Value::Text(text)) => Some(keep(text, 3, 4)),
        (Kind::CitizenId, Value::Text(text)) => Some(keep(text, 6, 4)),
        (Kind::BankCard, Value::Text(text)) => Some(keep(text, 0, 4)),
        (Kind::Email, Value::Text(text)) => Some(email::masked(text)),
        (Kind::Document(kind), Value::Text(text)) => document::masked(*kind, text),
        (Kind::Address, Value::Map(parts)) => Some(address::masked(parts)),
        // What someone suffers from, earns or owns: a part of it tells it all.
        (
            Kind::Text { .. }
            | Kind::Integer
            | Kind::Decimal
            | Kind::Money
            | Kind::Month
            | Kind::Choice(_)
            | Kind::Choices(_)
            | Kind::YesNo
            | Kind::Signature,
            _,
        ) => Some(HIDDEN.to_owned()),
        (
            Kind::Group
            | Kind::Rows
            | Kind::Name
            | Kind::Date
            | Kind::Phone
            | Kind::Email
            | Kind::CitizenId
            | Kind::BankCard
            | Kind::Document(_)
            | Kind::Address
            | Kind::Attachment(_),
            _,
        ) => None,
    }
}

/// Keeps the first and last characters and hides those between. A text too short to hide anything is hidden whole.
fn keep(text: &str, n_first: usize, n_last: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let n_chars = chars.len();
    let (n_first, n_last) = if n_chars > n_first + n_last { (n_first, n_last) } else { (0, 0) };
    let hide = |(idx, c): (usize, &char)| if idx < n_first || idx + n_last >= n_chars { *c } else { '*' };
    chars.iter().enumerate().map(hide).collect()
}

/// Characters in groups of these sizes with blanks between; what is left over stands together at the end.
fn in_groups(text: &str, sizes: &[usize]) -> String {
    let mut grouped = String::with_capacity(text.len() + sizes.len());
    let mut ends = sizes.iter().scan(0, |end, size| {
        *end += size;
        Some(*end)
    });
    let mut next = ends.next();
    for (idx, c) in text.chars().enumerate() {
        if next == Some(idx) {
            grouped.push(' ');
            next = ends.next();
        }
        grouped.push(c);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_may_see() {
        let check = |kind: Kind, text: &str, want: &str| {
            assert_eq!(masked(&kind, &Value::Text(text.into())).as_deref(), Some(want));
        };
        check(Kind::Name, "李华", "李*");
        check(Kind::Name, "欧阳娜娜", "欧***");
        check(Kind::Name, "阿卜杜拉·买买提", "阿卜杜拉·***");
        check(Kind::CitizenId, "42010519790606018X", "420105********018X");
        check(Kind::Phone, "13812344567", "138****4567");
        check(Kind::Phone, "110", "***");
        check(Kind::BankCard, "6212345678901232", "************1232");
        let born = Value::Date(Date::new(1944, 5, 6).unwrap());
        assert_eq!(masked(&Kind::Date, &born).as_deref(), Some("1944-**-**"));
        for kind in [Kind::Text { is_long: false }, Kind::Money, Kind::YesNo, Kind::Month, Kind::Signature] {
            check(kind, "示例银行", "***");
        }
    }

    #[test]
    fn digits_in_groups() {
        let check = |kind: Kind, text: &str, want: &str| assert_eq!(grouped(&kind, text), want);
        check(Kind::CitizenId, "42010519790606018X", "420105 19790606 018X");
        check(Kind::CitizenId, "4201", "4201");
        check(Kind::BankCard, "6222023200123456785", "6222 0232 0012 3456 785");
        check(Kind::Phone, "13871234567", "138 7123 4567");
        check(Kind::Phone, "02784468300", "027-84468300");
        check(Kind::Phone, "02784468300-12", "027-84468300-12");
        check(Kind::Phone, "071384468300", "0713-84468300");
        check(Kind::Phone, "4008123456", "400-812-3456");
        check(Kind::Name, "李 华", "李 华");
    }
}
