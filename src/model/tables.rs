//! Tables that load when they are needed: administrative divisions, and the district's streets and communities.

/// The tables that have been loaded. What is missing makes a check pending, not a warning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tables {
    /// County codes, current and retired (GB/T 2260).
    pub regions: Option<Regions>,
    /// The district's streets and communities.
    pub streets: Option<Streets>,
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

/// The streets of a district with their communities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Streets {
    /// The district's name, `汉阳区`.
    pub area: String,
    /// The streets in the order of their codes.
    pub rows: Vec<Street>,
}

/// A street (街道).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Street {
    /// Its code of nine digits.
    pub code: String,
    /// Its name, `鹦鹉街道`.
    pub name: String,
    /// Code of twelve digits and name of each of its communities.
    pub communities: Vec<(String, String)>,
}

impl Streets {
    /// District, street and community of a code of nine or twelve digits, as an address has them: 汉阳区鹦鹉街道夹河社区.
    #[must_use]
    pub fn words(&self, code: &str) -> Option<String> {
        let street = self.rows.iter().find(|street| code.starts_with(&street.code))?;
        let community = match street.communities.iter().find(|(of, _)| of == code) {
            Some((_, name)) => name.strip_suffix("居委会").unwrap_or(name),
            None if code == street.code => "",
            None => return None,
        };
        Some(format!("{}{}{community}", self.area, street.name))
    }
}
