//! The lists that lead from the country to a county.

use super::Regions;

/// One list of divisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level<'a> {
    /// The code above all of them; empty for provinces.
    pub above: String,
    /// Which is chosen; empty where none is.
    pub chosen: String,
    /// Code and name of each.
    pub options: Vec<(String, &'a str)>,
}

impl Regions {
    /// The lists on the way to a county: provinces, then what stands below each that was chosen.
    #[must_use]
    pub fn levels(&self, county: &str) -> Vec<Level<'_>> {
        let mut code: u32 = county.parse().unwrap_or_default();
        let text = |code: u32| if code == 0 { String::new() } else { code.to_string() };
        // From the county up; a code that the table does not have stands below nothing.
        let mut chosen = vec![0];
        while code > 0 && self.words(code).is_some() {
            chosen.insert(1, code);
            code = self.above(code);
        }
        let level = |(idx, above): (usize, &u32)| Level {
            above: text(*above),
            chosen: text(chosen.get(idx + 1).copied().unwrap_or_default()),
            options: self.below(*above).into_iter().map(|(code, name)| (text(code), name)).collect(),
        };
        let levels = chosen.iter().enumerate().map(level);
        levels.filter(|level| !level.options.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RegionStatus;

    #[test]
    fn the_lists_lead_from_the_country_to_a_county() {
        let row = |code, name: &str| (code, name.to_owned(), RegionStatus::Current);
        let rows = vec![
            row(420_000, "湖北省"),
            row(420_100, "武汉市"),
            row(420_114, "蔡甸区"),
            row(429_004, "仙桃市"),
        ];
        let regions = Regions { rows };
        let check = |county: &str, want: &[(&str, &str, usize)]| {
            let levels = regions.levels(county);
            let found: Vec<(&str, &str, usize)> = levels
                .iter()
                .map(|level| (level.above.as_str(), level.chosen.as_str(), level.options.len()))
                .collect();
            assert_eq!(found, want, "{county}");
        };
        check("", &[("", "", 1)]);
        check("420000", &[("", "420000", 1), ("420000", "", 2)]);
        check("420100", &[("", "420000", 1), ("420000", "420100", 2), ("420100", "", 1)]);
        check("420114", &[("", "420000", 1), ("420000", "420100", 2), ("420100", "420114", 1)]);
        check("429004", &[("", "420000", 1), ("420000", "429004", 2)]);
        check("999999", &[("", "", 1)]);
        check("x", &[("", "", 1)]);
        assert!(Regions::default().levels("420114").is_empty());
    }
}
