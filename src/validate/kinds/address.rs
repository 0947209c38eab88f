//! A place: a county, or a street or community of the district, by its code, or the division in words; and the detail.
//!
//! **Invariant:** the value has `division` or `place`, and `detail`. Where a code is given without words and the table is
//! there, `place` gets the table's words, so that paper and screen say the same.

use super::{Fault, Reading, fold};
use crate::{
    model::{Datum, Kind, SortedMap, Tables, Value},
    validate::IssueKind,
};

const DIVISION: &str = "division";
const PLACE: &str = "place";
const DETAIL: &str = "detail";

/// Reads an address from its parts, in the order of `Kind::ADDRESS_PARTS`. No part typed: nothing.
#[must_use]
pub fn read(parts: [&str; 3], tables: &Tables) -> Reading {
    read_as(parts, tables, Detail::Needed)
}

/// Whether an address is one with its detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// It is.
    Needed,
    /// The division is all that is asked.
    Spared,
}

/// As [`read`], for a form that wants the detail or does not.
#[must_use]
pub fn read_as(parts: [&str; 3], tables: &Tables, wanted: Detail) -> Reading {
    let [division, place, detail] = parts;
    if parts.iter().all(|part| fold::is_empty(part)) {
        return Reading::default();
    }
    let division = fold::identifier(division);
    let mut place = fold::text(place, false);
    let detail = fold::text(detail, false);
    let mut faults = Vec::new();
    let mut fault = |part, kind| faults.push(Fault { part: Some(part), ..Fault::error(kind) });

    if !division.is_empty() {
        match words(&division, tables) {
            Ok(Some(words)) if fold::is_empty(&place) => place = words,
            Ok(_) => {}
            Err(kind) => fault(DIVISION, kind),
        }
    } else if fold::is_empty(&place) {
        fault(PLACE, IssueKind::Required);
    }
    if fold::is_empty(&detail) && wanted == Detail::Needed {
        fault(DETAIL, IssueKind::Required);
    }
    for (part, value, limit) in [(PLACE, &place, Kind::PLACE_LIMIT), (DETAIL, &detail, Kind::DETAIL_LIMIT)] {
        let found = value.chars().count();
        if found > limit {
            fault(part, IssueKind::TooLong { limit, found });
        }
    }
    if !faults.is_empty() {
        return Reading { value: None, faults };
    }

    let named = [(DIVISION, division), (PLACE, place), (DETAIL, detail)];
    let present = named.into_iter().filter(|(_, part)| !fold::is_empty(part));
    let value = present.map(|(name, part)| (name.to_owned(), Datum::Value(Value::Text(part)))).collect();
    Reading::good(Value::Map(value))
}

/// The words of a code as `Kind::DIVISION_PATTERN` has it; none where its table is not there.
fn words(code: &str, tables: &Tables) -> Result<Option<String>, IssueKind> {
    let number = match (code.len(), code.parse::<u64>()) {
        (6 | 9 | 12, Ok(number)) if code.bytes().all(|b| b.is_ascii_digit()) => number,
        _ => return Err(IssueKind::Format),
    };
    let found = if code.len() > 6 {
        tables.streets.as_ref().map(|streets| streets.words(code))
    } else {
        let number = u32::try_from(number).unwrap_or_default();
        match &tables.regions {
            // A province or city alone is half an answer.
            Some(regions) if !regions.below(number).is_empty() => return Err(IssueKind::Required),
            regions => regions.as_ref().map(|regions| regions.words(number)),
        }
    };
    found.map(|words| words.ok_or(IssueKind::NotAChoice)).transpose()
}

/// One part of an address's value.
#[must_use]
pub fn part<'a>(parts: &'a SortedMap<String, Datum>, name: &str) -> &'a str {
    match parts.get(name) {
        Some(Datum::Value(Value::Text(text))) => text,
        Some(
            Datum::Value(Value::Bool(_) | Value::Number(_) | Value::Date(_) | Value::List(_) | Value::Map(_))
            | Datum::Absent
            | Datum::Unknown(_)
            | Datum::Error(_),
        )
        | None => "",
    }
}

/// Division and detail in one line; the code alone where its words are not known.
pub(super) fn shown(parts: &SortedMap<String, Datum>) -> String {
    let place = match part(parts, PLACE) {
        "" => part(parts, DIVISION),
        place => place,
    };
    let detail = part(parts, DETAIL);
    // Words that do not end in a Han character would run into the detail.
    let gap = if place.ends_with(|c: char| c.is_ascii()) && !place.is_empty() { " " } else { "" };
    format!("{place}{gap}{detail}")
}

/// The division without the detail.
pub(super) fn masked(parts: &SortedMap<String, Datum>) -> String {
    let place = match part(parts, PLACE) {
        "" => part(parts, DIVISION),
        place => place,
    };
    format!("{place}***")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Locale, RegionStatus, Regions, Street, Streets};
    use crate::validate::kinds;

    fn tables() -> Tables {
        let communities = vec![("420105005003".to_owned(), "夹河社区居委会".to_owned())];
        let street = Street { code: "420105005".into(), name: "鹦鹉街道".into(), communities };
        Tables {
            streets: Some(Streets { area: "湖北省武汉市汉阳区".into(), rows: vec![street] }),
            ..Tables::default()
        }
    }

    fn faults(parts: [&str; 3], tables: &Tables) -> Vec<(&'static str, &'static str)> {
        let reading = read(parts, tables);
        assert!(reading.value.is_none());
        reading.faults.iter().map(|fault| (fault.part.unwrap_or_default(), fault.kind.code())).collect()
    }

    fn said(parts: [&str; 3], tables: &Tables) -> String {
        kinds::shown(&Kind::Address, &read(parts, tables).value.unwrap(), Locale::Zh)
    }

    #[test]
    fn places_here_and_elsewhere() {
        assert_eq!(said(["420105005003", "", "1号"], &tables()), "湖北省武汉市汉阳区鹦鹉街道夹河社区1号");
        assert_eq!(said(["420105005", "", "1号"], &tables()), "湖北省武汉市汉阳区鹦鹉街道1号");
        assert_eq!(said(["420105005003", "", "1号"], &Tables::default()), "420105005003 1号");
        let value = read(["420105005003", "", "1号"], &tables()).value.unwrap();
        assert_eq!(kinds::masked(&Kind::Address, &value).unwrap(), "湖北省武汉市汉阳区鹦鹉街道夹河社区***");
        assert_eq!(
            said(["", "湖北省武汉市江岸区", "解放大道1号"], &tables()),
            "湖北省武汉市江岸区解放大道1号"
        );
    }

    #[test]
    fn parts_that_lack_or_are_wrong() {
        assert_eq!(read(["", " ", ""], &tables()), Reading::default());
        assert_eq!(faults(["420105005003", "", ""], &tables()), [("detail", "required")]);
        assert_eq!(faults(["", "", "1号"], &tables()), [("place", "required")]);
        assert_eq!(faults(["4201", "", "1号"], &tables()), [("division", "format")]);
        assert_eq!(faults(["+42010", "", "1号"], &tables()), [("division", "format")]);
        let row = |code, name: &str, status| (code, name.to_owned(), status);
        let rows = vec![
            row(420_000, "湖北省", RegionStatus::Current),
            row(420_100, "武汉市", RegionStatus::Current),
            row(420_102, "江岸区", RegionStatus::Current),
            row(420_121, "汉阳县", RegionStatus::Retired),
        ];
        let tables = Tables { regions: Some(Regions { rows }), ..tables() };
        assert_eq!(said(["420102", "", "解放大道1号"], &tables), "湖北省武汉市江岸区解放大道1号");
        assert_eq!(faults(["420000", "", "1号"], &tables), [("division", "required")]);
        assert_eq!(faults(["420100", "", "1号"], &tables), [("division", "required")]);
        assert_eq!(faults(["420121", "", "1号"], &tables), [("division", "not_a_choice")]);
        assert_eq!(faults(["420105999999", "", "1号"], &tables), [("division", "not_a_choice")]);
        assert_eq!(faults(["", "某地", &"长".repeat(201)], &tables), [("detail", "too_long")]);
    }
}
