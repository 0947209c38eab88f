//! Typed values, and what a path can be for a rule: a value, absent, or unknown.

use std::fmt;

use super::{Date, Decimal, SortedMap, SortedSet};

/// A value of the rule language, and what `validate` makes of an answer.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// An exact decimal; money is one, in yuan.
    Number(Decimal),
    /// A text, a choice's code, an identity number …
    Text(String),
    /// A day.
    Date(Date),
    /// A list; the rows of a table are maps in one.
    List(Vec<Datum>),
    /// A group of answers by name.
    Map(SortedMap<String, Datum>),
}

/// What a path or an expression comes to.
#[derive(Clone, PartialEq)]
pub enum Datum {
    /// It is there.
    Value(Value),
    /// Skipped or hidden; CEL's "no such field".
    Absent,
    /// Not asked yet; the paths it waits for.
    Unknown(SortedSet<String>),
    /// An expression that can not be worked out.
    Error(EvalError),
}

/// Why an expression can not be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum EvalError {
    /// A function or operator got a value of another type.
    #[error("no such overload")]
    Type,
    /// Division by zero.
    #[error("division by zero")]
    DivisionByZero,
    /// A number past what a decimal holds.
    #[error("number out of range")]
    Range,
    /// A list is shorter.
    #[error("index out of range")]
    Index,
    /// A name that the form does not have.
    #[error("unknown name")]
    Name,
    /// A text that is no date.
    #[error("not a date")]
    Date,
    /// A pattern that the linear-time engine does not take.
    #[error("bad pattern")]
    Pattern,
    /// More steps than a rule may take.
    #[error("too many steps")]
    Limit,
}

impl Datum {
    /// The value, where it is there.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Unknown(_) | Self::Error(_) => None,
        }
    }

    /// Whether this is the value `true`; absent, unknown and errors are not.
    #[must_use]
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Value(Value::Bool(true)))
    }

    /// Unknown, waiting for one path.
    #[must_use]
    pub fn unknown(path: &str) -> Self {
        Self::Unknown(SortedSet::from([path.to_owned()]))
    }
}

/// No answer ever reaches a log: this prints types and lengths only.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(_) => f.write_str("Bool(…)"),
            Self::Number(_) => f.write_str("Number(…)"),
            Self::Text(text) => write!(f, "Text({} chars)", text.chars().count()),
            Self::Date(_) => f.write_str("Date(…)"),
            Self::List(list) => write!(f, "List({})", list.len()),
            Self::Map(map) => write!(f, "Map({})", map.len()),
        }
    }
}

/// As [`Value`]'s: no answer is printed.
impl fmt::Debug for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => value.fmt(f),
            Self::Absent => f.write_str("Absent"),
            Self::Unknown(paths) => write!(f, "Unknown({paths:?})"),
            Self::Error(error) => write!(f, "Error({error:?})"),
        }
    }
}
