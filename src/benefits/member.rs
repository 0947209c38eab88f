//! One row of the profile as `member`, for a benefit that is tested row by row.

use crate::{
    model::{Date, Datum, Each, Expr, SortedMap, Value},
    rules::{self, Scope},
};

/// What the rules call the row.
const MEMBER: &str = "member";

/// The profile, with one row of a table called `member`.
pub(super) struct Member<'a> {
    profile: &'a dyn Scope,
    /// The table and the row's place in it; none while the rows are not known.
    table: &'a str,
    idx: Option<usize>,
    row: Datum,
}

/// The rows of a benefit's table. Where they are not known, one that is not known stands for them all.
pub(super) fn rows<'a>(each: &'a Each, profile: &'a dyn Scope) -> Vec<Member<'a>> {
    let table = each.table.as_str();
    let of = |idx, row| Member { profile, table, idx, row };
    match profile.get(table) {
        Datum::Value(Value::List(rows)) => {
            rows.into_iter().enumerate().map(|(idx, row)| of(Some(idx), row)).collect()
        }
        Datum::Absent => Vec::new(),
        Datum::Unknown(_) | Datum::Error(_) | Datum::Value(_) => vec![of(None, Datum::unknown(table))],
    }
}

/// Whether a rule reads the row.
pub(super) fn is_read(rule: &Expr) -> bool {
    rules::paths(rule).iter().any(|path| path.split('.').next() == Some(MEMBER))
}

/// A path as the profile has it, `household[0].birthDate` for the row's `member.birthDate`.
pub(super) fn border(path: &str, row: Option<&str>) -> String {
    match (path.strip_prefix(MEMBER), row) {
        (Some(rest), Some(row)) if rest.is_empty() || rest.starts_with('.') => [row, rest].concat(),
        _ => path.to_owned(),
    }
}

impl Member<'_> {
    /// The row's path at the border, `household[0]`.
    pub(super) fn path(&self) -> Option<String> {
        Some([self.table, "[", &self.idx?.to_string(), "]"].concat())
    }

    /// What stands in the row under some names.
    fn part(&self, names: &str) -> Datum {
        let mut datum = &self.row;
        let mut rest = names;
        while !rest.is_empty() {
            let Datum::Value(Value::Map(parts)) = datum else { break };
            let (name, below) = rest.split_once('.').unwrap_or((rest, ""));
            let Some(part) = SortedMap::get(parts, name) else {
                return self.profile.missing(&[&self.path().unwrap_or_default(), ".", names].concat());
            };
            (datum, rest) = (part, below);
        }
        match datum {
            // A question has no parts.
            Datum::Value(_) if !rest.is_empty() => Datum::Absent,
            Datum::Value(_) | Datum::Absent | Datum::Unknown(_) | Datum::Error(_) => datum.clone(),
        }
    }
}

impl Scope for Member<'_> {
    fn get(&self, path: &str) -> Datum {
        match path.split_once('.').unwrap_or((path, "")) {
            (MEMBER, names) => self.part(names),
            _ => self.profile.get(path),
        }
    }

    fn param(&self, name: &str) -> Datum {
        self.profile.param(name)
    }

    fn today(&self) -> Date {
        self.profile.today()
    }

    fn missing(&self, path: &str) -> Datum {
        self.profile.missing(path)
    }
}
