//! The keywords of JSON Schema that limit a value: lengths, pattern, numbers and days.
//!
//! **Invariant:** the verdict on a value equals that of a JSON Schema tool over the bundled schema (a property test holds
//! it against the `jsonschema` crate). Kinds and rules are looked at elsewhere. A day's `formatMinimum` and `formatMaximum`
//! are no words of the standard: a tool that does not know them (Ajv does) passes over them.

use crate::{
    model::{Date, Decimal, Kind, Shape, Value},
    rules,
};

use super::IssueKind;

/// What is wrong with a value's shape. A keyword says nothing about a value of another type.
#[must_use]
pub fn check(shape: &Shape, value: &Value) -> Vec<IssueKind> {
    match value {
        Value::Text(text) => of_text(shape, text),
        Value::Number(number) => of_number(shape, *number),
        Value::Date(day) => of_day(shape, *day),
        Value::Bool(_) | Value::List(_) | Value::Map(_) => Vec::new(),
    }
}

/// What is wrong with the number of a table's rows. No rows at all, where some are needed, is told elsewhere.
#[must_use]
pub fn check_rows(shape: &Shape, found: usize, is_required: bool) -> Vec<IssueKind> {
    let limit = shape.max_rows.unwrap_or(Kind::ROW_LIMIT).min(Kind::ROW_LIMIT);
    let too_many = (found > limit).then_some(IssueKind::TooManyRows { limit });
    let is_told = is_required && found == 0;
    let too_few = shape.min_rows.filter(|limit| found < *limit && !is_told);
    let too_few = too_few.map(|limit| IssueKind::TooFewRows { limit });
    too_many.into_iter().chain(too_few).collect()
}

fn of_text(shape: &Shape, text: &str) -> Vec<IssueKind> {
    let mut issues = Vec::new();
    let found = text.chars().count();
    if let Some(limit) = shape.min_length.filter(|limit| found < *limit) {
        issues.push(IssueKind::TooShort { limit });
    }
    let limit = shape.max_length.unwrap_or(Shape::TEXT_LIMIT);
    if found > limit {
        issues.push(IssueKind::TooLong { limit, found });
    }
    // The limits of a month: its own first seven characters of theirs.
    let months =
        |limit: Option<Date>| limit.map(|limit| limit.to_string().chars().take(7).collect::<String>());
    if found == 7 {
        issues.extend(
            months(shape.earliest)
                .filter(|limit| text < limit.as_str())
                .map(|limit| IssueKind::TooEarly { limit }),
        );
        issues.extend(
            months(shape.latest)
                .filter(|limit| text > limit.as_str())
                .map(|limit| IssueKind::TooLate { limit }),
        );
    }
    // A pattern that the engine does not take is the author's fault, which the lint names.
    if let Some(pattern) = &shape.pattern
        && rules::matches(pattern, text) == Some(false)
    {
        issues.push(IssueKind::Pattern);
    }
    issues
}

fn of_number(shape: &Shape, number: Decimal) -> Vec<IssueKind> {
    let too_small = shape.minimum.filter(|limit| number < *limit);
    let too_large = shape.maximum.filter(|limit| number > *limit);
    let issues = [
        too_small.map(|limit| IssueKind::TooSmall { limit: limit.normalize().to_string() }),
        too_large.map(|limit| IssueKind::TooLarge { limit: limit.normalize().to_string() }),
    ];
    issues.into_iter().flatten().collect()
}

fn of_day(shape: &Shape, day: Date) -> Vec<IssueKind> {
    let too_early = shape.earliest.filter(|limit| day < *limit);
    let too_late = shape.latest.filter(|limit| day > *limit);
    let issues = [
        too_early.map(|limit| IssueKind::TooEarly { limit: limit.to_string() }),
        too_late.map(|limit| IssueKind::TooLate { limit: limit.to_string() }),
    ];
    issues.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(shape: &Shape, value: Value) -> Vec<&'static str> {
        check(shape, &value).iter().map(IssueKind::code).collect()
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        let shape = Shape { min_length: Some(2), max_length: Some(3), ..Shape::default() };
        assert_eq!(found(&shape, Value::Text("𬭎".into())), ["too_short"]);
        assert_eq!(found(&shape, Value::Text("𬭎㛃䶮".into())), [""; 0]);
        assert_eq!(found(&shape, Value::Text("𬭎㛃䶮李".into())), ["too_long"]);
    }

    #[test]
    fn every_text_has_a_limit() {
        let of = |n_chars| found(&Shape::default(), Value::Text("长".repeat(n_chars)));
        assert_eq!(of(Shape::TEXT_LIMIT), [""; 0]);
        assert_eq!(of(Shape::TEXT_LIMIT + 1), ["too_long"]);
    }

    #[test]
    fn a_pattern_is_not_anchored() {
        let shape = Shape { pattern: Some("[0-9]+$".into()), ..Shape::default() };
        assert_eq!(found(&shape, Value::Text("鄂A12".into())), [""; 0]);
        assert_eq!(found(&shape, Value::Text("12A".into())), ["pattern"]);
    }

    #[test]
    fn numbers_and_days_have_limits() {
        let shape = Shape {
            minimum: Some(Decimal::from(1)),
            maximum: Some(Decimal::from(9)),
            earliest: Date::new(2026, 1, 1),
            latest: Date::new(2026, 12, 31),
            ..Shape::default()
        };
        assert_eq!(found(&shape, Value::Number(Decimal::from(0))), ["too_small"]);
        assert_eq!(found(&shape, Value::Number(Decimal::from(10))), ["too_large"]);
        assert_eq!(found(&shape, Value::Number(Decimal::from(9))), [""; 0]);
        assert_eq!(found(&shape, Value::Date(Date::new(2025, 12, 31).unwrap())), ["too_early"]);
        assert_eq!(found(&shape, Value::Date(Date::new(2027, 1, 1).unwrap())), ["too_late"]);
    }
}
