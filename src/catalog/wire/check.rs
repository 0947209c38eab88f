//! Holds a tree against the tables of the spelling: unknown keywords, missing keys, wrong types, all of them.

use serde_json::Value;

use super::{Fault, Key, Pointer, Table, Type};
use crate::{diag::Code, model::Date};

/// Gathers every fault of a value's spelling.
pub(in crate::catalog) fn check(value: &Value, of: &Type, at: &Pointer, faults: &mut Vec<Fault>) {
    match of {
        Type::Object(table) => object(value, table, at, faults),
        Type::List(item) => match value.as_array() {
            Some(items) => {
                for (idx, value) in items.iter().enumerate() {
                    check(value, item, &at.idx(idx), faults);
                }
            }
            None => wrong(of, at, faults),
        },
        Type::Map(item) => match value.as_object() {
            Some(members) => {
                for (key, value) in members {
                    check(value, item, &at.at(key), faults);
                }
            }
            None => wrong(of, at, faults),
        },
        Type::Either(one, other) => {
            let mut first = Vec::new();
            check(value, one, at, &mut first);
            if !first.is_empty() && !is_shaped(value, one) {
                check(value, other, at, faults);
            } else {
                faults.append(&mut first);
            }
        }
        Type::Text
        | Type::Rule
        | Type::Path
        | Type::Whole
        | Type::Number
        | Type::YesNo
        | Type::Date
        | Type::OneOf(_)
        | Type::Scalar
        | Type::Any => {
            if !fits(value, of) {
                wrong(of, at, faults);
            }
        }
    }
}

fn object(value: &Value, table: &Table, at: &Pointer, faults: &mut Vec<Fault>) {
    let Value::Object(members) = value else {
        return faults.push(at.fault(Code::BadValue { expected: "object".to_owned() }));
    };
    for (name, member) in members {
        match table.keys.iter().find(|key| key.name == name) {
            // Null says "not known" where a key may be left out.
            Some(key) if member.is_null() && !key.is_required => {}
            Some(key) => check(member, &key.of, &at.at(name), faults),
            None => faults.push(at.at(name).fault(Code::UnknownKeyword {
                keyword: name.clone(),
                near: near(name, table.keys.iter().map(|key| key.name)),
            })),
        }
    }
    for Key { name, is_required, .. } in table.keys {
        if *is_required && !members.contains_key(*name) {
            faults.push(at.fault(Code::Missing { keyword: name }));
        }
    }
}

/// Whether a value without parts is of a type.
fn fits(value: &Value, of: &Type) -> bool {
    match of {
        Type::Text | Type::Rule | Type::Path => value.is_string(),
        Type::Whole => value.is_u64(),
        Type::Number => value.is_number(),
        Type::YesNo => value.is_boolean(),
        Type::Date => value.as_str().is_some_and(|text| Date::parse_iso(text).is_some()),
        Type::OneOf(words) => value.as_str().is_some_and(|text| words.contains(&text)),
        Type::Scalar => value.is_null() || value.is_string() || value.is_number() || value.is_boolean(),
        Type::Any => true,
        Type::Object(_) | Type::Map(_) => value.is_object(),
        Type::List(_) => value.is_array(),
        Type::Either(one, other) => fits(value, one) || fits(value, other),
    }
}

/// Whether a value has at least the outer shape of a type, so that its faults are those of that type.
fn is_shaped(value: &Value, of: &Type) -> bool {
    matches!(of, Type::Object(_) | Type::Map(_) | Type::List(_)) && fits(value, of)
}

fn wrong(of: &Type, at: &Pointer, faults: &mut Vec<Fault>) {
    faults.push(at.fault(Code::BadValue { expected: of.name() }));
}

/// The known name that is nearest, if one is near enough to be a slip.
pub(in crate::catalog) fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let limit = (name.chars().count() / 2).clamp(1, 3);
    let ranked = known.map(|candidate| (distance(name, candidate), candidate));
    let (_, found) = ranked.filter(|(n_edits, _)| *n_edits <= limit).min()?;
    Some(found.to_owned())
}

/// Edits from one word to another: insert, remove, replace, or let two neighbours change places; letters' case counts as none.
fn distance(one: &str, other: &str) -> usize {
    let lower = |text: &str| -> Vec<char> { text.chars().map(|c| c.to_ascii_lowercase()).collect() };
    let (one, other) = (lower(one), lower(other));
    // A long word is no slip of a short one; this bounds the work.
    if one.len() > 64 || other.len() > 64 {
        return usize::MAX;
    }
    let n_at = |row: &[usize], idx: usize, more: usize| row.get(idx).map_or(usize::MAX, |n| n + more);
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (idx, a) in one.iter().enumerate() {
        let mut left = idx + 1;
        let mut next = vec![left];
        for (column, b) in other.iter().enumerate() {
            left = n_at(&row, column, usize::from(a != b)).min(n_at(&row, column + 1, 1)).min(left + 1);
            let before = |list: &[char], idx: usize| list.get(idx.checked_sub(1)?).copied();
            if before(&one, idx) == Some(*b) && before(&other, column) == Some(*a) {
                left = left.min(n_at(&above, column - 1, 1));
            }
            next.push(left);
        }
        above = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near() {
        let known = ["title", "x-label", "required", "minLength", "age"];
        for (slip, expect) in [
            ("titel", Some("title")),
            ("Required", Some("required")),
            ("x-lable", Some("x-label")),
            ("minlenght", Some("minLength")),
            ("pattern", None),
            ("", None),
            ("aeg", Some("age")),
            ("gea", None),
            ("lenghtMin", None),
        ] {
            assert_eq!(near(slip, known.into_iter()).as_deref(), expect, "{slip}");
        }
    }
}
