//! A value as it is written on paper: digits together, amounts as 1,234.50, choices in the office's words, 2023年2月23日.

use crate::{
    model::{Date, Decimal, Field, Kind, Locale, Money, TextFormat, Value, capitals},
    validate::kinds,
};

/// A value of a field as text.
pub(super) fn value(field: &Field, value: &Value, format: TextFormat, locale: Locale) -> String {
    match (format, value) {
        (TextFormat::HanDate, Value::Date(date)) => date.in_words(),
        (TextFormat::YearMonth, Value::Date(date)) => {
            let month = format!("{:04}-{:02}", date.year(), date.month());
            kinds::printed(&Kind::Month, &Value::Text(month), locale)
        }
        (TextFormat::Capitals, Value::Number(number)) => {
            amount(*number).unwrap_or_else(|| number.to_string())
        }
        (TextFormat::Plain | TextFormat::HanDate | TextFormat::YearMonth | TextFormat::Capitals, _) => {
            kinds::printed(&field.kind, value, locale)
        }
    }
}

/// A value that stands one character a box, where a comma would take one.
pub(super) fn boxed(field: &Field, value: &Value, locale: Locale) -> String {
    let text = kinds::printed(&field.kind, value, locale);
    if field.kind == Kind::Money { text.replace(',', "") } else { text }
}

/// 2023年2月23日.
pub(super) fn date(date: Date, locale: Locale) -> String {
    kinds::printed(&Kind::Date, &Value::Date(date), locale)
}

/// An amount in capitals; none where it is negative or too large.
fn amount(yuan: Decimal) -> Option<String> {
    let fen = i64::try_from(yuan.checked_mul(Decimal::ONE_HUNDRED)?.trunc().mantissa()).ok()?;
    Money::from_fen(fen).map(capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_in_capitals() {
        let text = |yuan: &str| amount(yuan.parse().unwrap());
        assert_eq!(text("1680.32").as_deref(), Some("人民币壹仟陆佰捌拾元零叁角贰分"));
        assert_eq!(text("100").as_deref(), Some("人民币壹佰元整"));
    }
}
