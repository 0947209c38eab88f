//! Texts and numbers as CEL writes them: quotes of four kinds, escapes, raw texts; decimals, exponents, hexadecimals.

use super::{parse::ParseError, token::is_name_part};
use crate::model::Decimal;

/// The text whose opening quote stands at `at`, and where it ends.
pub(super) fn text(chars: &[char], at: usize, is_raw: bool) -> Result<(String, usize), ParseError> {
    let get = |idx: usize| chars.get(idx).copied();
    let quote = get(at);
    let is_long = get(at + 1) == quote && get(at + 2) == quote;
    let width = if is_long { 3 } else { 1 };
    let mut idx = at + width;
    let mut text = String::new();
    loop {
        let Some(c) = get(idx) else {
            return Err(ParseError { offset: at, expected: "closing_quote" });
        };
        if Some(c) == quote && (!is_long || (get(idx + 1) == quote && get(idx + 2) == quote)) {
            return Ok((text, idx + width));
        }
        match c {
            '\n' | '\r' if !is_long => return Err(ParseError { offset: at, expected: "closing_quote" }),
            '\\' if !is_raw => {
                let (c, end) = escape(chars, idx).ok_or(ParseError { offset: idx, expected: "escape" })?;
                text.push(c);
                idx = end;
            }
            _ => {
                text.push(c);
                idx += 1;
            }
        }
    }
}

/// The character that the escape at `at` stands for, and where it ends.
fn escape(chars: &[char], at: usize) -> Option<(char, usize)> {
    let kind = *chars.get(at + 1)?;
    let coded = |start: usize, n_digits: usize, radix: u32| {
        let mut code = 0_u32;
        for idx in start..start + n_digits {
            code = code * radix + chars.get(idx)?.to_digit(radix)?;
        }
        Some((char::from_u32(code)?, start + n_digits))
    };
    let plain = match kind {
        '\\' | '"' | '\'' | '`' | '?' => kind,
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        'x' | 'X' => return coded(at + 2, 2, 16),
        'u' => return coded(at + 2, 4, 16),
        'U' => return coded(at + 2, 8, 16),
        '0'..='3' => return coded(at + 1, 3, 8),
        _ => return None,
    };
    Some((plain, at + 2))
}

/// The number at `at`, and where it ends.
pub(super) fn number(chars: &[char], at: usize) -> Result<(Decimal, usize), ParseError> {
    let wrong = ParseError { offset: at, expected: "number" };
    let get = |idx: usize| chars.get(idx).copied();
    let mut end = at;
    let mut digits = |from: usize| {
        let n = chars.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
        end = from + n;
        n
    };

    if get(at) == Some('0') && matches!(get(at + 1), Some('x' | 'X')) {
        let text: String = chars.iter().skip(at + 2).take_while(|c| c.is_ascii_hexdigit()).collect();
        end = at + 2 + text.len();
        let value = u64::from_str_radix(&text, 16).map_err(|_| wrong)?;
        return if ends_well(chars, end) { Ok((Decimal::from(value), end)) } else { Err(wrong) };
    }

    let mut next = at + digits(at);
    if get(next) == Some('.') && get(next + 1).is_some_and(|c| c.is_ascii_digit()) {
        next += 1 + digits(next + 1);
    }
    let mantissa: String = chars.iter().take(next).skip(at).collect();
    let mut exponent = 0;
    if matches!(get(next), Some('e' | 'E')) {
        let is_negative = get(next + 1) == Some('-');
        let from = if is_negative || get(next + 1) == Some('+') { next + 2 } else { next + 1 };
        if digits(from) == 0 {
            return Err(wrong);
        }
        let text: String = chars.iter().take(end).skip(from).collect();
        exponent = text.parse::<i32>().map_err(|_| wrong)?;
        exponent = if is_negative { -exponent } else { exponent };
    }
    let value = scaled(&mantissa, exponent).ok_or(wrong)?;
    if ends_well(chars, end) { Ok((value, end)) } else { Err(wrong) }
}

/// A digit string times a power of ten, where it is exact.
fn scaled(mantissa: &str, exponent: i32) -> Option<Decimal> {
    let mut value = Decimal::from_str_exact(mantissa).ok()?;
    if value.is_zero() {
        return Some(value);
    }
    if !(-28..=28).contains(&exponent) {
        return None;
    }
    for _ in 0..exponent {
        value = value.checked_mul(Decimal::TEN)?;
    }
    let scale = value.scale().checked_add(u32::try_from(-exponent.min(0)).ok()?)?;
    value.set_scale(scale).ok()?;
    Some(value.normalize())
}

/// `12u` and `3px` are no numbers.
fn ends_well(chars: &[char], end: usize) -> bool {
    !chars.get(end).is_some_and(|c| is_name_part(*c))
}
