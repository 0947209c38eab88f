//! Numbers of bank cards: 13 to 19 digits with a check digit (ISO/IEC 7812, Luhn). A passbook's number has none; a form
//! asks whether it is a card or a passbook.

use super::{fold, in_groups};
use crate::validate::IssueKind;

/// Reads a card's number.
///
/// # Errors
/// `Format` where it is not 13 to 19 digits, `CheckDigit` where the last disagrees.
pub fn parse(raw: &str) -> Result<String, IssueKind> {
    let number = fold::identifier(raw);
    if !(13..=19).contains(&number.len()) || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IssueKind::Format);
    }
    // From the right, each second digit counts twice; 9 is taken off what passes it.
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(idx, b)| match u32::from(b - b'0') * if idx % 2 == 1 { 2 } else { 1 } {
            weighed @ 10.. => weighed - 9,
            weighed => weighed,
        })
        .sum();
    if sum.is_multiple_of(10) { Ok(number) } else { Err(IssueKind::CheckDigit) }
}

/// Digits by four.
pub(super) fn grouped(text: &str) -> String {
    if text.len() >= 13 && text.bytes().all(|b| b.is_ascii_digit()) {
        in_groups(text, &[4, 4, 4, 4, 4])
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards() {
        let check = |raw: &str, want: Result<&str, IssueKind>| {
            assert_eq!(parse(raw), want.map(str::to_owned), "{raw}")
        };
        check("6212 3456 7890 1232", Ok("6212345678901232"));
        check("6222023200123456785", Ok("6222023200123456785"));
        check("6212345678901233", Err(IssueKind::CheckDigit));
        check("621234567890", Err(IssueKind::Format));
        check("62123456789012321234", Err(IssueKind::Format));
        check("六二一二三四五六七八九零一二三二", Err(IssueKind::Format));
    }
}
