//! Tables that load when they are needed: administrative divisions.

/// The tables that have been loaded. What is missing makes a check pending, not a warning.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// County codes, current and retired (GB/T 2260).
    pub regions: Option<Regions>,
}

/// County codes of six digits, current and retired.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Regions {
    /// Code, name, and whether retired; sorted by code.
    pub rows: Vec<(u32, String, RegionStatus)>,
}

/// Whether a code is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionStatus {
    /// In use.
    Current,
    /// Retired, and still in old identity numbers.
    Retired,
}

impl Regions {
    /// Name and status of a code.
    #[must_use]
    pub fn find(&self, code: u32) -> Option<(&str, RegionStatus)> {
        let idx = self.rows.binary_search_by_key(&code, |row| row.0).ok()?;
        self.rows.get(idx).map(|row| (row.1.as_str(), row.2))
    }
}
