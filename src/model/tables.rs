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

    /// The divisions in use directly below one, by code; those below 0 are the provinces. A county without a city of its own
    /// stands below its province.
    #[must_use]
    pub fn below(&self, code: u32) -> Vec<(u32, &str)> {
        let places = self.rows.iter().filter_map(|row| Some((row.0, self.place(row.0)?)));
        places.filter(|(below, _)| self.above(*below) == code).collect()
    }

    /// The division that one stands below; 0 for a province.
    #[must_use]
    pub fn above(&self, code: u32) -> u32 {
        let (city, province) = (code / 100 * 100, code / 10_000 * 10_000);
        if code == province {
            0
        } else if code != city && self.place(city).is_some() {
            city
        } else {
            province
        }
    }

    /// Province, city and county of a code in use, as an address has them: 湖北省武汉市江岸区.
    #[must_use]
    pub fn words(&self, code: u32) -> Option<String> {
        let own = self.place(code)?;
        let above = match self.above(code) {
            0 => String::new(),
            above => self.words(above)?,
        };
        Some(above + own)
    }

    /// The name of a code in use where people use it: the table also has 市辖区 and what means "directly below a province".
    fn place(&self, code: u32) -> Option<&str> {
        let (name, status) = self.find(code)?;
        let is_place = status == RegionStatus::Current && name != "市辖区" && !name.contains('-');
        is_place.then_some(name)
    }
}

/// The streets of a district with their communities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Streets {
    /// The district's name with what it lies in, `湖北省武汉市汉阳区`.
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
    /// A code of nine or twelve digits in words, from the province down: 湖北省武汉市汉阳区鹦鹉街道夹河社区.
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
