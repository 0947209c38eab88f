//! Telephone numbers of the mainland: mobile, landline with its area code, 400 and 800.
//!
//! Segments change; one that is not known is a warning, never an error.

use super::{Fault, Reading, fold, in_groups};
use crate::{model::Value, validate::IssueKind};

/// Reads a mobile or landline number. Stored are its digits, before an extension a hyphen.
#[must_use]
pub fn read(raw: &str) -> Reading {
    let digits = clean(raw);
    if digits.starts_with('1') { mobile(raw) } else { landline(raw) }
}

/// Reads a mobile number: 11 digits beginning with 1. `+86` is dropped.
#[must_use]
pub fn mobile(raw: &str) -> Reading {
    let number = clean(raw);
    if number.len() != 11 || !number.starts_with('1') || !is_digits(&number) {
        return Reading::wrong(IssueKind::Format);
    }
    let is_known = is_known_segment(number.as_bytes());
    let faults = if is_known { Vec::new() } else { vec![Fault::warning(IssueKind::Segment)] };
    Reading { value: Some(Value::Text(number)), faults }
}

/// Reads a landline number: area code and 7 or 8 digits that begin with 2 to 8 (8 digits in 010 and 02x), with an
/// extension of up to 6 digits; or 400 and 800 with 7 digits.
#[must_use]
pub fn landline(raw: &str) -> Reading {
    match parse_landline(&clean(raw)) {
        Some(number) => Reading::good(Value::Text(number)),
        None => Reading::wrong(IssueKind::Format),
    }
}

fn parse_landline(text: &str) -> Option<String> {
    let (number, extension) = match text.split_once('-') {
        Some((number, extension)) => (number, Some(extension)),
        None => (text, None),
    };
    let is_service = (number.starts_with("400") || number.starts_with("800")) && number.len() == 10;
    let is_good = is_digits(number)
        && extension.is_none_or(|digits| is_digits(digits) && digits.len() <= 6)
        && (is_service || is_area_and_local(number.as_bytes()));
    is_good.then(|| text.to_owned())
}

fn is_area_and_local(number: &[u8]) -> bool {
    let n_area = match number {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return false,
    };
    let n_local = number.len().saturating_sub(n_area);
    let is_first_good = number.get(n_area).is_some_and(|b| (b'2'..=b'8').contains(b));
    is_first_good && (n_local == 8 || (n_local == 7 && n_area == 4))
}

fn is_known_segment(number: &[u8]) -> bool {
    match number {
        [b'1', b'3' | b'8', ..] => true,
        [b'1', b'4', third, ..] => (b'5'..=b'9').contains(third),
        [b'1', b'5' | b'9', third, ..] => *third != b'4',
        [b'1', b'6', third, ..] => matches!(third, b'2' | b'5' | b'6' | b'7'),
        [b'1', b'7', third, ..] => *third != b'9',
        _ => false,
    }
}

/// The digits, without the country's code; a hyphen stands before an extension only.
#[must_use]
pub fn clean(raw: &str) -> String {
    let kept = raw.chars().map(fold::ascii).filter(|c| !fold::is_blank(*c) && !matches!(c, '(' | ')'));
    let folded: String = kept.collect();
    let (number, extension) = split_extension(without_country(&folded));
    let mut number = fold::identifier(number);
    if is_from_abroad(&folded) && !number.starts_with("400") && !number.starts_with("800") {
        // Dialled from abroad, an area code loses its 0; `1` and ten digits are a mobile number.
        let is_mobile = number.starts_with('1') && number.len() == 11;
        if !is_mobile && !number.starts_with('0') && !number.is_empty() {
            number.insert(0, '0');
        }
    }
    if number.len() == 13 && number.starts_with("861") {
        number = number.split_off(2);
    }
    match extension.map(fold::identifier) {
        Some(extension) if !extension.is_empty() => format!("{number}-{extension}"),
        Some(_) | None => number,
    }
}

const FROM_ABROAD: [&str; 2] = ["+86", "0086"];

fn is_from_abroad(text: &str) -> bool {
    FROM_ABROAD.iter().any(|code| text.starts_with(code))
}

fn without_country(text: &str) -> &str {
    FROM_ABROAD.iter().find_map(|code| text.strip_prefix(code)).unwrap_or(text)
}

/// Splits before `转`, `ext` and `#`; and at a hyphen behind at least ten digits, but not in a mobile number.
fn split_extension(text: &str) -> (&str, Option<&str>) {
    for word in ["转", "ext.", "ext", "#"] {
        if let Some((number, extension)) = text.split_once(word) {
            return (number, Some(extension));
        }
    }
    let is_mobile = text.trim_start_matches(fold::is_hyphen).starts_with('1');
    let mut n_digits = 0;
    for (idx, c) in text.char_indices().filter(|_| !is_mobile) {
        n_digits += usize::from(c.is_ascii_digit());
        if fold::is_hyphen(c) && n_digits >= 10 {
            let (number, extension) = text.split_at_checked(idx).unwrap_or((text, ""));
            return (number, extension.strip_prefix(c));
        }
    }
    (text, None)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// As it stands on paper: a landline with a hyphen behind the area code, a mobile number's digits together.
pub(super) fn printed(text: &str) -> String {
    if text.starts_with('1') { text.to_owned() } else { grouped(text) }
}

/// 138 7123 4567, 027-84468300, 400-812-3456.
pub(super) fn grouped(text: &str) -> String {
    let number = text.split('-').next().unwrap_or_default();
    if text.starts_with('1') && text.len() == 11 && is_digits(text) {
        return in_groups(text, &[3, 4, 4]);
    }
    // Already in groups, or not a number yet.
    if parse_landline(text).is_none() {
        return text.to_owned();
    }
    let sizes: &[usize] = match number.as_bytes() {
        [b'4' | b'8', ..] => &[3, 3],
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => &[3],
        _ => &[4],
    };
    in_groups(text, sizes).replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(raw: &str, want: &str) {
        assert_eq!(read(raw), Reading::good(Value::Text(want.to_owned())), "{raw}");
        assert_eq!(read(&grouped(want)).value, Some(Value::Text(want.to_owned())), "{raw}");
    }

    #[test]
    fn numbers_that_ring() {
        for raw in [
            "13871234567",
            "138 7123-4567",
            "+86 138 7123 4567",
            "008613871234567",
            "8613871234567",
            "１３８７１２３４５６７",
            "0086-138-7123-4567",
            "1387123456-7",
        ] {
            accepted(raw, "13871234567");
        }
        for raw in [
            "027-84468300",
            "(027)84468300",
            "（027）8446 8300",
            "+86 27 84468300",
            "02784468300",
            "0086-27-8446-8300",
            "027-84468300转",
        ] {
            accepted(raw, "02784468300");
        }
        accepted("+86 10 8446 8300", "01084468300");
        accepted("+86 431 8446 8300", "043184468300");
        accepted("0713-8446830", "07138446830");
        accepted("400-812-3456", "4008123456");
        accepted("027-84468300-123", "02784468300-123");
        accepted("027-84468300转123", "02784468300-123");
    }

    #[test]
    fn numbers_that_do_not() {
        for raw in [
            "84468300",
            "027-14468300",
            "027-8446830",
            "1387123456",
            "138712345678",
            "027-84468300-1234567",
            "无",
            "13871234567转1",
        ] {
            assert_eq!(read(raw), Reading::wrong(IssueKind::Format), "{raw}");
        }
    }

    #[test]
    fn a_segment_that_is_not_known_is_a_warning() {
        for raw in ["14112345678", "12345678901", "15412345678", "16812345678", "17912345678", "19412345678"]
        {
            assert_eq!(
                read(raw),
                Reading::doubtful(Value::Text(raw.to_owned()), IssueKind::Segment),
                "{raw}"
            );
        }
    }
}
