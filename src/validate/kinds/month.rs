//! A month of a year, in the ways people write it: 2026-11, 2026/1, 2026.1, 202611, 2026年1月. Kept as `2026-01`.

use super::{Reading, date};
use crate::{
    model::{Date, Locale, Value},
    validate::IssueKind,
};

/// Reads a month.
#[must_use]
pub fn read(raw: &str) -> Reading {
    let text = date::clean(raw);
    let text = text.trim_end_matches('份');
    // Its first day is a day like any other.
    let day = match text.strip_suffix('月') {
        Some(month) => [month, "月1日"].concat(),
        None if text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit()) => [text, "01"].concat(),
        None => [
            text,
            if text.contains('/') {
                "/1"
            } else if text.contains('.') {
                ".1"
            } else {
                "-1"
            },
        ]
        .concat(),
    };
    match date::parse(&day) {
        Some(day) => Reading::good(Value::Text(format!("{:04}-{:02}", day.year(), day.month()))),
        None => Reading::wrong(IssueKind::Format),
    }
}

/// 2023年2月; in English as ISO 8601 has it.
pub(super) fn shown(text: &str, locale: Locale) -> String {
    match (Date::parse_iso(&[text, "-01"].concat()), locale) {
        (Some(day), Locale::Zh) => format!("{}年{}月", day.year(), day.month()),
        (Some(_) | None, _) => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_as_people_write_them() {
        for raw in
            ["2026-01", "2026/1", "2026.1", "202601", "2026年1月", "2026 年 1 月份", "２０２６年０１月"]
        {
            assert_eq!(read(raw), Reading::good(Value::Text("2026-01".into())), "{raw}");
        }
        for raw in ["2026", "2026-13", "2026-00", "2026-01-01", "1月", "26-1", "2026年", "20261"] {
            assert_eq!(read(raw), Reading::wrong(IssueKind::Format), "{raw}");
        }
        assert_eq!(shown("2026-01", Locale::Zh), "2026年1月");
        assert_eq!(shown("2026-01", Locale::En), "2026-01");
    }
}
