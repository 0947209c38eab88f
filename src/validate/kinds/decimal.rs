//! Exact numbers: with decimal places, and amounts in yuan to the fen.
//!
//! **Invariant:** what passes is exact in JSON too: a decimal has at most 15 digits, 5 of them behind the point, so that every
//! reader prints it as it was written; an amount is a text with two places.

use std::str::FromStr as _;

use super::{Reading, fold};
use crate::{
    model::{Decimal, Money, Value},
    validate::IssueKind,
};

/// Digits that a number of JSON keeps.
const N_DIGITS: usize = 15;
/// Places behind the point that are printed without an exponent everywhere.
const N_PLACES: usize = 5;

/// Reads a number with or without decimal places.
#[must_use]
pub fn read(raw: &str) -> Reading {
    let Some(number) = parse(&clean(raw), N_PLACES) else { return Reading::wrong(IssueKind::Format) };
    let n_digits = number.normalize().mantissa().unsigned_abs().to_string().len();
    if n_digits > N_DIGITS {
        let limit = "9".repeat(N_DIGITS - N_PLACES);
        return Reading::wrong(if number.is_sign_negative() {
            IssueKind::TooSmall { limit: ["-", &limit].concat() }
        } else {
            IssueKind::TooLarge { limit }
        });
    }
    Reading::good(Value::Number(number.normalize()))
}

/// Reads an amount in yuan: `1,234.50`, `￥1234.5`, `1234.5元`.
#[must_use]
pub fn money(raw: &str) -> Reading {
    let Some(number) = parse(&clean_money(raw), 2) else { return Reading::wrong(IssueKind::Format) };
    match amount(number) {
        Some(_) => Reading::good(Value::Number(number.normalize())),
        None if number.is_sign_negative() => {
            Reading::wrong(IssueKind::TooSmall { limit: text_of(-Money::LIMIT) })
        }
        None => Reading::wrong(IssueKind::TooLarge { limit: text_of(Money::LIMIT) }),
    }
}

fn text_of(fen: i64) -> String {
    Money::from_fen(fen).map(|amount| amount.to_string()).unwrap_or_default()
}

/// A number of yuan as an amount; `None` past its limit or below the fen.
fn amount(yuan: Decimal) -> Option<Money> {
    let fen = yuan.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    if fen.scale() > 0 { None } else { Money::from_fen(i64::try_from(fen.mantissa()).ok()?) }
}

/// An amount as JSON has it: `1234.50`.
#[must_use]
pub fn yuan(number: Decimal) -> String {
    amount(number).map_or_else(|| number.normalize().to_string(), |amount| amount.to_string())
}

fn parse(text: &str, n_places: usize) -> Option<Decimal> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, places) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    // Zeros that say nothing do not count.
    let n = places.trim_end_matches('0').len();
    let is_good = are_digits(whole) && are_digits(places) && n <= n_places && text.len() <= 40;
    // A number past what a decimal holds is past every limit.
    if is_good { Some(Decimal::from_str(text).unwrap_or(past(text))) } else { None }
}

fn past(text: &str) -> Decimal {
    if text.starts_with('-') { Decimal::MIN } else { Decimal::MAX }
}

/// The number folded: its sign stays, commas between thousands go.
#[must_use]
pub fn clean(raw: &str) -> String {
    // A hyphen is a sign: `3-5` is no 35.
    let text = raw.split(fold::is_hyphen).map(fold::identifier).collect::<Vec<_>>().join("-");
    without_commas(&text).unwrap_or(text)
}

/// As [`clean`], without the signs of the currency.
#[must_use]
pub fn clean_money(raw: &str) -> String {
    let text = raw.trim_matches(|c| fold::is_blank(c) || matches!(c, '¥' | '￥' | '元' | '圆' | '整'));
    clean(text)
}

/// `1,234,567.5` without its commas; `None` where they do not part thousands, since `12,5` may mean something else.
fn without_commas(text: &str) -> Option<String> {
    let (whole, rest) = text.split_at_checked(text.find('.').unwrap_or(text.len()))?;
    let mut groups = whole.split(',');
    let first = groups.next()?.trim_start_matches(['+', '-']);
    let is_good =
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3) && !rest.contains(',');
    is_good.then(|| [&whole.replace(',', ""), rest].concat())
}

/// Digits before the point by three, where there are at least `n_least`: a year is no number to part.
pub(super) fn grouped(text: &str, n_least: usize) -> String {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let whole = digits.split('.').next().unwrap_or_default();
    let is_number = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if !is_number || whole.len() < n_least {
        return text.to_owned();
    }
    let mut grouped = String::from(if digits.len() < text.len() { "-" } else { "" });
    for (idx, c) in digits.chars().enumerate() {
        if idx > 0 && idx < whole.len() && (whole.len() - idx).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(c);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Reading {
        Reading::good(Value::Number(text.parse().unwrap()))
    }

    #[test]
    fn decimals() {
        for (raw, want) in [
            ("86.5", "86.5"),
            (" ８６．５０ ", "86.5"),
            ("-0.25", "-0.25"),
            ("－1,234.5", "-1234.5"),
            ("1,234,567", "1234567"),
            ("0.00001", "0.00001"),
            ("999999999999999", "999999999999999"),
            ("+7", "7"),
        ] {
            assert_eq!(read(raw), number(want), "{raw}");
        }
        for raw in [
            "",
            ".",
            "1.",
            ".5",
            "1.2.3",
            "12,34",
            "1,2345",
            "1,234,5",
            "0.000001",
            "1e3",
            "八十六",
            "--1",
            "3-5",
            "1,234.5,6",
        ] {
            assert_eq!(read(raw), Reading::wrong(IssueKind::Format), "{raw}");
        }
        assert_eq!(read("1234567890.123456").faults.len(), 1);
        assert_eq!(
            read("12345678901.12345"),
            Reading::wrong(IssueKind::TooLarge { limit: "9999999999".into() })
        );
        assert_eq!(read(&"-9".repeat(39)).faults.len(), 1);
        assert_eq!(
            read(&["-", &"9".repeat(35)].concat()),
            Reading::wrong(IssueKind::TooSmall { limit: "-9999999999".into() })
        );
    }

    #[test]
    fn amounts() {
        for (raw, want) in [
            ("1234.5", "1234.50"),
            ("￥1,234.50", "1234.50"),
            ("1234.5元", "1234.50"),
            ("100 元整", "100.00"),
            ("¥ -3", "-3.00"),
            ("9999999999999.99", "9999999999999.99"),
        ] {
            let Some(Value::Number(found)) = money(raw).value else { panic!("{raw}") };
            assert_eq!(yuan(found), want, "{raw}");
        }
        assert_eq!(money("1.005"), Reading::wrong(IssueKind::Format));
        assert_eq!(money("1.5万元"), Reading::wrong(IssueKind::Format));
        assert_eq!(
            money("10000000000000"),
            Reading::wrong(IssueKind::TooLarge { limit: "9999999999999.99".into() })
        );
        assert_eq!(
            money("-10000000000000"),
            Reading::wrong(IssueKind::TooSmall { limit: "-9999999999999.99".into() })
        );
    }

    #[test]
    fn thousands_are_parted() {
        let check = |text: &str, n_least: usize, want: &str| assert_eq!(grouped(text, n_least), want);
        check("1234.50", 4, "1,234.50");
        check("-1234567", 5, "-1,234,567");
        check("2026", 5, "2026");
        check("12345.6789", 5, "12,345.6789");
        check("12a45", 4, "12a45");
        check("", 0, "");
    }
}
