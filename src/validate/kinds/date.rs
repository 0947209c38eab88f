//! Days, in the ways people here write them: 2026-11-23, 2026/1/3, 2026.1.3, 2026。1。3, 20261123, 2026年1月3日.

use super::{Reading, fold};
use crate::{
    model::{Date, Locale, Value},
    validate::IssueKind,
};

/// Reads a day.
#[must_use]
pub fn read(raw: &str) -> Reading {
    match parse(raw) {
        Some(day) => Reading::good(Value::Date(day)),
        None => Reading::wrong(IssueKind::Format),
    }
}

/// The day as typed, folded, its separators made hyphens.
#[must_use]
pub fn clean(raw: &str) -> String {
    let kept = raw.chars().map(fold::ascii).filter(|c| !fold::is_blank(*c) && !c.is_control());
    let separator = |c| match c {
        // What the key of the full stop types while Chinese is written.
        '。' => '.',
        c if fold::is_hyphen(c) => '-',
        c => c,
    };
    kept.map(separator).filter(|c| !fold::is_bidirectional(*c)).collect()
}

/// The day that a text spells.
pub(super) fn parse(raw: &str) -> Option<Date> {
    let text = clean(raw);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if is_digits(&text) {
        let number: u32 = if text.len() == 8 { text.parse().ok()? } else { return None };
        return date(number / 10_000, number / 100 % 100, number % 100);
    }
    let (year, rest, day_end) = match text.split_once('年') {
        Some((year, rest)) => (year, rest.replacen('月', "-", 1), Some(['日', '号'])),
        None => {
            let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
            let (year, rest) = text.split_once(separator)?;
            (year, rest.replace(separator, "-"), None)
        }
    };
    let (month, day) = rest.split_once('-')?;
    let day = day_end.map_or(day, |ends| day.strip_suffix(ends).unwrap_or(day));
    let is_good = is_digits(year)
        && year.len() == 4
        && [month, day].iter().all(|part| is_digits(part) && part.len() <= 2);
    if is_good { date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?) } else { None }
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// 2023年2月23日; in English as ISO 8601 has it, which nobody misreads.
pub(super) fn shown(day: Date, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Locale::En => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        let check = |raw: &str, want: &str| assert_eq!(parse(raw), Date::parse_iso(want), "{raw}");
        check("2026-11-23", "2026-11-23");
        check("2026/1/3", "2026-01-03");
        check("2026.1.3", "2026-01-03");
        check("2026。1。3", "2026-01-03");
        check("20261123", "2026-11-23");
        check("２０２６１１２３", "2026-11-23");
        check("2026年1月3日", "2026-01-03");
        check("2026年1月3号", "2026-01-03");
        check("２０２６年 １月 ３日", "2026-01-03");
        check("２０２６－０１－０３", "2026-01-03");
        check(" 2000–02–29 ", "2000-02-29");
    }

    #[test]
    fn what_is_no_day() {
        for raw in [
            "2023-02-30",
            "1900-2-29",
            "26-1-3",
            "2026-1",
            "2026年13月1日",
            "2026-1-3-4",
            "2026-001-3",
            "明天",
            "202611234",
        ] {
            assert_eq!(read(raw), Reading::wrong(IssueKind::Format), "{raw}");
        }
    }
}
