//! A scope over plain data, as a benefit's profile and `eval --data` have it: a key that is missing is unknown, and one
//! that is there without a value is absent.

use super::Scope;
use crate::model::{Date, Datum, EvalError, Params, SortedMap, Value};

/// Data that may be incomplete.
pub struct Data<'a> {
    /// By name; groups are maps, tables are lists of maps.
    pub root: &'a SortedMap<String, Datum>,
    /// The parameters.
    pub params: &'a Params,
    /// The day on which rules are worked out.
    pub today: Date,
}

impl Scope for Data<'_> {
    fn get(&self, path: &str) -> Datum {
        let mut map = self.root;
        let mut names = path.split('.').peekable();
        while let Some(name) = names.next() {
            match map.get(name) {
                None => return Datum::unknown(path),
                Some(datum) if names.peek().is_none() => return datum.clone(),
                Some(Datum::Value(Value::Map(inner))) => map = inner,
                Some(Datum::Value(_)) => return Datum::Error(EvalError::Type),
                Some(other) => return other.clone(),
            }
        }
        Datum::unknown(path)
    }

    fn param(&self, name: &str) -> Datum {
        if !self.params.0.contains_key(name) {
            return Datum::Error(EvalError::Name);
        }
        let value = self.params.row(name, self.today).and_then(|row| row.value.clone());
        value.map_or(Datum::Absent, Datum::Value)
    }

    fn today(&self) -> Date {
        self.today
    }

    fn missing(&self, path: &str) -> Datum {
        Datum::unknown(path)
    }
}
