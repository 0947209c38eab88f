//! Whole numbers, as JSON can carry them exactly.

use super::{Reading, decimal};
use crate::{
    model::{Decimal, Value},
    validate::IssueKind,
};

/// The largest number that every JSON reader keeps exactly, 2^53 − 1.
const LIMIT: i64 = 9_007_199_254_740_991;

/// Reads a whole number: digits, with a sign before them.
#[must_use]
pub fn read(raw: &str) -> Reading {
    let text = clean(raw);
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Reading::wrong(IssueKind::Format);
    }
    match digits.parse::<i64>() {
        Ok(number) if number <= LIMIT => {
            Reading::good(Value::Number(Decimal::from(if is_negative { -number } else { number })))
        }
        Ok(_) | Err(_) if is_negative => Reading::wrong(IssueKind::TooSmall { limit: (-LIMIT).to_string() }),
        Ok(_) | Err(_) => Reading::wrong(IssueKind::TooLarge { limit: LIMIT.to_string() }),
    }
}

/// The number folded: its sign stays, commas between thousands go.
#[must_use]
pub fn clean(raw: &str) -> String {
    decimal::clean(raw)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers() {
        let check = |raw: &str, want: i64| {
            assert_eq!(read(raw), Reading::good(Value::Number(Decimal::from(want))), "{raw}");
        };
        check("80", 80);
        check(" ８０ ", 80);
        check("-3", -3);
        check("－3", -3);
        check("+007", 7);
        check("1,234,567", 1_234_567);
        check("9007199254740991", LIMIT);
    }

    #[test]
    fn what_is_none() {
        let check = |raw: &str, want: IssueKind| assert_eq!(read(raw), Reading::wrong(want), "{raw}");
        for raw in ["1.5", "八十", "12,34", "1e3", "-", "80岁", "0x10"] {
            check(raw, IssueKind::Format);
        }
        check("9007199254740992", IssueKind::TooLarge { limit: LIMIT.to_string() });
        check(&format!("-{}", "9".repeat(50)), IssueKind::TooSmall { limit: (-LIMIT).to_string() });
    }
}
