//! A value as it is written on paper: plain digits, labels of choices, 2023年2月23日.

use crate::{
    model::{Date, Decimal, Field, Kind, Locale, Money, TextFormat, Value, capitals},
    validate::kinds,
};

/// A value of a field as text.
pub(super) fn value(field: &Field, value: &Value, format: TextFormat, locale: Locale) -> String {
    match (format, value) {
        (TextFormat::HanDate, Value::Date(date)) => han_date(*date),
        (TextFormat::Capitals, Value::Number(number)) => {
            amount(*number).unwrap_or_else(|| number.to_string())
        }
        (TextFormat::Plain | TextFormat::HanDate | TextFormat::Capitals, _) => {
            kinds::printed(&field.kind, value, locale)
        }
    }
}

/// 2023年2月23日.
pub(super) fn date(date: Date, locale: Locale) -> String {
    kinds::printed(&Kind::Date, &Value::Date(date), locale)
}

fn amount(yuan: Decimal) -> Option<String> {
    let fen = i64::try_from(yuan.checked_mul(Decimal::ONE_HUNDRED)?.trunc().mantissa()).ok()?;
    Money::from_fen(fen).map(capitals)
}

/// 二〇二三年二月二十三日, with 〇 as U+3007.
fn han_date(date: Date) -> String {
    let year: String = format!("{:04}", date.year()).chars().map(han_digit).collect();
    format!("{year}年{}月{}日", han_number(date.month()), han_number(date.day()))
}

fn han_digit(digit: char) -> char {
    match digit {
        '0' => '〇',
        '1' => '一',
        '2' => '二',
        '3' => '三',
        '4' => '四',
        '5' => '五',
        '6' => '六',
        '7' => '七',
        '8' => '八',
        '9' => '九',
        other => other,
    }
}

/// 1 to 99 as they are read: 十, 十二, 二十三.
fn han_number(n: u8) -> String {
    let digit = |n: u8| han_digit(char::from(b'0' + n));
    let mut text = String::new();
    if n >= 20 {
        text.push(digit(n / 10));
    }
    if n >= 10 {
        text.push('十');
    }
    if !n.is_multiple_of(10) {
        text.push(digit(n % 10));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_dates_are_read_aloud() {
        let han = |iso: &str| han_date(Date::parse_iso(iso).unwrap());
        assert_eq!(han("2023-02-23"), "二〇二三年二月二十三日");
        assert_eq!(han("2010-10-10"), "二〇一〇年十月十日");
        assert_eq!(han("1946-12-30"), "一九四六年十二月三十日");
    }

    #[test]
    fn an_amount_is_written_in_capitals() {
        let text = |yuan: &str| amount(yuan.parse().unwrap());
        assert_eq!(text("1680.32").as_deref(), Some("人民币壹仟陆佰捌拾元零叁角贰分"));
        assert_eq!(text("100").as_deref(), Some("人民币壹佰元整"));
    }
}
