//! The lazily loaded tables: county codes, and the district's streets and communities.

use serde_json::Value;

use crate::model::{RegionStatus, Regions, Street, Streets};

/// The table of county codes, relative to the catalogue.
pub const REGIONS: &str = "regions/regions.json";
/// The district's streets and communities, relative to the catalogue.
pub const STREETS: &str = "regions/hanyang.json";

/// The table of county codes; `None` where the bytes are no such table.
#[must_use]
pub fn regions(bytes: &[u8]) -> Option<Regions> {
    let file: Value = serde_json::from_slice(bytes).ok()?;
    let mut rows = Vec::new();
    for (key, status) in [("current", RegionStatus::Current), ("retired", RegionStatus::Retired)] {
        for (code, name) in file.get(key)?.as_object()? {
            rows.push((code.parse().ok()?, name.as_str()?.to_owned(), status));
        }
    }
    rows.sort_unstable_by_key(|row| row.0);
    Some(Regions { rows })
}

/// The district's streets and communities; `None` where the bytes are no such table.
#[must_use]
pub fn streets(bytes: &[u8]) -> Option<Streets> {
    let file: Value = serde_json::from_slice(bytes).ok()?;
    let mut rows = Vec::new();
    for row in file.get("streets")?.as_array()? {
        let mut communities = Vec::new();
        for community in row.get("communities")?.as_array()? {
            communities.push((text(community, "code")?, text(community, "name")?));
        }
        rows.push(Street { code: text(row, "code")?, name: text(row, "name")?, communities });
    }
    let area = file.get("area")?;
    Some(Streets { area: text(area, "within")? + &text(area, "name")?, rows })
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
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
        assert_eq!(regions.below(0).len(), 34);
        let names = |code| regions.below(code).iter().map(|row| row.1).collect::<Vec<_>>();
        assert_eq!(names(420_100).len(), 13);
        assert!(names(420_000).contains(&"武汉市") && names(420_000).contains(&"仙桃市"));
        assert!(names(110_000).contains(&"朝阳区") && names(441_900).is_empty());
        let words = |code| regions.words(code).unwrap_or_default();
        assert_eq!(words(420_102), "湖北省武汉市江岸区");
        assert_eq!(words(429_004), "湖北省仙桃市");
        assert_eq!(words(110_105), "北京市朝阳区");
        assert_eq!(words(810_000), "香港特别行政区");
        for none in [420_121, 420_101, 429_000, 0, 999_999] {
            assert_eq!(words(none), "", "{none}");
        }
        let streets = streets(include_bytes!("../../forms/regions/hanyang.json")).unwrap();
        assert_eq!(streets.rows.len(), 11);
        assert_eq!(streets.words("420105002001").as_deref(), Some("湖北省武汉市汉阳区建桥街道钟家村社区"));
        assert_eq!(streets.words("420105999"), None);
    }

    #[test]
    fn other_bytes_are_none() {
        assert_eq!(regions(b"{}"), None);
        assert_eq!(regions(br#"{"current": {"x": ""}, "retired": {}}"#), None);
        assert_eq!(streets(b"[]"), None);
    }
}
