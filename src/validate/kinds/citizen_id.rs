//! Citizens' identity numbers, GB 11643-1999, and their forerunners of 15 digits.
//!
//! Six digits of division, eight of the birth date, three in sequence (odd is male), and a check character by ISO 7064
//! MOD 11-2. A division may be retired: numbers outlive counties. One that never existed is a warning.

use super::{Fault, Reading, fold, in_groups};
use crate::{
    model::{Date, Tables, Value},
    validate::IssueKind,
};

/// What a number says about its holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The number with 18 characters.
    pub number: String,
    /// The day of birth.
    pub birth: Date,
    /// Whether the sequence is odd.
    pub is_male: bool,
}

/// Reads a number of 18 characters, or of 15, which is upgraded.
#[must_use]
pub fn read(raw: &str, tables: &Tables, today: Date) -> Reading {
    let text = fold::identifier(raw);
    match if text.len() == 15 { upgrade(&text, today) } else { parse(&text, today) } {
        Ok(number) => {
            let faults = doubts(&text, tables).into_iter().map(Fault::warning).collect();
            Reading { value: Some(Value::Text(number)), faults }
        }
        Err(kind) => Reading::wrong(kind),
    }
}

/// Checks a folded number of 18 characters, its division left out.
///
/// # Errors
/// `Format`, then `BirthDate`, then `CheckDigit`.
pub fn parse(text: &str, today: Date) -> Result<String, IssueKind> {
    let (digits, check) = text.split_at_checked(17).ok_or(IssueKind::Format)?;
    if !is_digits(digits) || !matches!(check.as_bytes(), [b'0'..=b'9' | b'X']) {
        return Err(IssueKind::Format);
    }
    let birth = birth_of(text).ok_or(IssueKind::BirthDate)?;
    if birth > today || birth.year() < 1800 {
        return Err(IssueKind::BirthDate);
    }
    if check_character(digits) != check.chars().next() {
        return Err(IssueKind::CheckDigit);
    }
    Ok(text.to_owned())
}

/// Checks a folded number of 15 digits and gives it 18 characters.
///
/// # Errors
/// `Format`, then `BirthDate`.
pub fn upgrade(text: &str, today: Date) -> Result<String, IssueKind> {
    if text.len() != 15 || !is_digits(text) {
        return Err(IssueKind::Format);
    }
    let (division, rest) = text.split_at_checked(6).ok_or(IssueKind::Format)?;
    let century = if is_of_centenarian(text) { "18" } else { "19" };
    let digits = format!("{division}{century}{rest}");
    let check = check_character(&digits).ok_or(IssueKind::Format)?;
    parse(&format!("{digits}{check}"), today)
}

/// What stands in a checked number of 18 characters; residence permits and foreigners' cards have birth date and sex at the
/// same places.
#[must_use]
pub fn holder(number: &str) -> Option<Holder> {
    if number.len() != 18 {
        return None;
    }
    let birth = birth_of(number)?;
    let sequence = number.as_bytes().get(16)?;
    Some(Holder { number: number.to_owned(), birth, is_male: sequence % 2 == 1 })
}

/// What should be looked at in a folded number that is right otherwise. Without the table nothing is doubted.
#[must_use]
pub fn doubts(text: &str, tables: &Tables) -> Option<IssueKind> {
    if text.len() == 15 && is_of_centenarian(text) {
        return Some(IssueKind::BirthDate);
    }
    let regions = tables.regions.as_ref()?;
    let code: u32 = text.get(..6)?.parse().ok()?;
    // The residence permits for people of Hong Kong, Macao and Taiwan have these, with the same rule.
    let is_permit = matches!(code, 810_000 | 820_000 | 830_000);
    (!is_permit && regions.find(code).is_none()).then_some(IssueKind::Region)
}

/// Among numbers of 15 digits the sequences from 996 were for people of a hundred and more, born in the 1800s.
fn is_of_centenarian(text: &str) -> bool {
    matches!(text.as_bytes(), [.., b'9', b'9', b'6'..=b'9'])
}

fn birth_of(number: &str) -> Option<Date> {
    let part = |from: usize, to: usize| number.get(from..to);
    Date::new(part(6, 10)?.parse().ok()?, part(10, 12)?.parse().ok()?, part(12, 14)?.parse().ok()?)
}

/// The check character of 17 digits.
fn check_character(digits: &str) -> Option<char> {
    // ISO 7064 MOD 11-2 from the left: the weight of a digit is 2 to the number of characters behind it.
    let rest = digits.bytes().fold(0, |rest, b| (rest + u32::from(b - b'0')) * 2 % 11);
    match (12 - rest) % 11 {
        10 => Some('X'),
        digit => char::from_digit(digit, 10),
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Division, birth date and the rest apart.
pub(super) fn grouped(text: &str) -> String {
    if text.len() == 18 && text.bytes().all(|b| b.is_ascii_alphanumeric()) {
        in_groups(text, &[6, 8, 4])
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{RegionStatus, Regions};

    fn today() -> Date {
        Date::new(2026, 11, 23).unwrap()
    }

    fn tables() -> Tables {
        let row = |code, status| (code, String::new(), status);
        let rows = vec![
            row(110_105, RegionStatus::Current),
            row(420_105, RegionStatus::Current),
            row(420_121, RegionStatus::Retired),
        ];
        Tables { regions: Some(Regions { rows }), ..Tables::default() }
    }

    fn accepted(raw: &str, want: &str) {
        assert_eq!(read(raw, &tables(), today()), Reading::good(Value::Text(want.into())), "{raw}");
    }

    fn refused(raw: &str, want: IssueKind) {
        assert_eq!(read(raw, &tables(), today()), Reading::wrong(want), "{raw}");
    }

    #[test]
    fn numbers_that_are_right() {
        accepted("11010519491231002X", "11010519491231002X");
        accepted("11010519491231002x", "11010519491231002X");
        accepted("４２０１０５ １９７９０６０６ ０１８Ｘ", "42010519790606018X");
        accepted("420121196603010121", "420121196603010121");
        accepted("110105491231002", "11010519491231002X");
        accepted("420105650704123", "420105196507041235");
    }

    #[test]
    fn numbers_that_are_wrong() {
        refused("420105199002300012", IssueKind::BirthDate);
        refused("42010519000229001X", IssueKind::BirthDate);
        refused("420105209001010014", IssueKind::BirthDate);
        refused("420105199013010014", IssueKind::BirthDate);
        refused("420105199001010103", IssueKind::CheckDigit);
        refused("4201O5199001010013", IssueKind::Format);
        refused("42010519900101001", IssueKind::Format);
        refused("42010565070412X", IssueKind::Format);
        refused("420105651304123", IssueKind::BirthDate);
        refused("四二零一零五一九九零", IssueKind::Format);
        refused("😀😀😀😀1", IssueKind::Format);
    }

    #[test]
    fn an_unknown_division_is_a_warning_and_without_a_table_nothing() {
        let number = "999999199001010016";
        let good = Value::Text(number.into());
        assert_eq!(read(number, &tables(), today()), Reading::doubtful(good.clone(), IssueKind::Region));
        assert_eq!(read(number, &Tables::default(), today()), Reading::good(good));
        assert_eq!(read("810000199408230021", &tables(), today()).faults, []);
    }

    #[test]
    fn a_centenarian_of_old_is_a_warning() {
        let reading = read("110105201231996", &tables(), today());
        assert_eq!(reading.faults, [Fault::warning(IssueKind::BirthDate)]);
        assert!(matches!(reading.value, Some(Value::Text(text)) if text.starts_with("11010518201231996")));
    }

    #[test]
    fn the_holder() {
        let holder = holder("420105194405060225").unwrap();
        assert_eq!((holder.birth, holder.is_male), (Date::new(1944, 5, 6).unwrap(), false));
    }
}
