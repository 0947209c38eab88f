//! Parameters: amounts and thresholds that change with time, each row with its source.

use super::{Date, SortedMap, Value};

/// Every parameter a form's rules use, by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Params(pub SortedMap<String, Vec<ParamRow>>);

/// A value and the days on which it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct ParamRow {
    /// From this day on.
    pub valid_from: Date,
    /// Up to and with this day.
    pub valid_to: Option<Date>,
    /// The value; `None` is not known yet (to be confirmed), and absent at run time.
    pub value: Option<Value>,
    /// Where it comes from.
    pub source: Option<String>,
}

impl Params {
    /// The row that holds on a day: of several the one that began last.
    #[must_use]
    pub fn row(&self, name: &str, on: Date) -> Option<&ParamRow> {
        let holds = |row: &&ParamRow| row.valid_from <= on && row.valid_to.is_none_or(|to| on <= to);
        self.0.get(name)?.iter().filter(holds).max_by_key(|row| row.valid_from)
    }
}
