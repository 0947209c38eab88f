//! The lazily loaded tables: county codes, and the district's streets and communities.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{RegionStatus, Regions, Street, Streets};

/// The table of county codes, relative to the catalogue.
pub const REGIONS: &str = "regions/regions.json";
/// The district's streets and communities, relative to the catalogue.
pub const STREETS: &str = "regions/hanyang.json";

#[derive(Deserialize)]
struct RegionFile {
    current: BTreeMap<String, String>,
    retired: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct StreetFile {
    area: Named,
    streets: Vec<StreetRow>,
}

#[derive(Deserialize)]
struct StreetRow {
    code: String,
    name: String,
    communities: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    code: String,
    name: String,
}

/// The table of county codes; `None` where the bytes are no such table.
#[must_use]
pub fn regions(bytes: &[u8]) -> Option<Regions> {
    let file: RegionFile = serde_json::from_slice(bytes).ok()?;
    let mut rows = Vec::with_capacity(file.current.len() + file.retired.len());
    for (table, status) in [(file.current, RegionStatus::Current), (file.retired, RegionStatus::Retired)] {
        for (code, name) in table {
            rows.push((code.parse().ok()?, name, status));
        }
    }
    rows.sort_unstable_by_key(|row| row.0);
    Some(Regions { rows })
}

/// The district's streets and communities; `None` where the bytes are no such table.
#[must_use]
pub fn streets(bytes: &[u8]) -> Option<Streets> {
    let file: StreetFile = serde_json::from_slice(bytes).ok()?;
    let named = |community: Named| (community.code, community.name);
    let rows = file.streets.into_iter().map(|row| Street {
        code: row.code,
        name: row.name,
        communities: row.communities.into_iter().map(named).collect(),
    });
    Some(Streets { area: file.area.name, rows: rows.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_tables_open() {
        let regions = regions(include_bytes!("../../forms/regions/regions.json")).unwrap();
        assert_eq!(regions.find(420_105), Some(("汉阳区", RegionStatus::Current)));
        assert_eq!(regions.find(420_121), Some(("汉阳县", RegionStatus::Retired)));
        assert_eq!(regions.find(999_999), None);
        let streets = streets(include_bytes!("../../forms/regions/hanyang.json")).unwrap();
        assert_eq!(streets.rows.len(), 11);
        assert_eq!(streets.words("420105002001").as_deref(), Some("汉阳区建桥街道钟家村社区"));
        assert_eq!(streets.words("420105999"), None);
    }

    #[test]
    fn other_bytes_are_none() {
        assert_eq!(regions(b"{}"), None);
        assert_eq!(regions(br#"{"current": {"x": ""}, "retired": {}}"#), None);
        assert_eq!(streets(b"[]"), None);
    }
}
