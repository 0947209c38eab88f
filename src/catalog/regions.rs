//! The lazily loaded table of county codes, current and retired (GB/T 2260).

use serde_json::Value;

use super::wire;
use crate::model::{RegionStatus, Regions};

/// The table's file, relative to the catalogue.
pub const REGIONS: &str = "regions/regions.json";

/// Reads the table; `None` where it is not one. A list of `[code, name]` or `[code, name, retired]`.
#[must_use]
pub fn regions(bytes: &[u8]) -> Option<Regions> {
    let root = wire::read(bytes).ok()?;
    let rows = root.get("rows").and_then(Value::as_array)?;
    let mut rows: Vec<(u32, String, RegionStatus)> = rows.iter().map(row).collect::<Option<_>>()?;
    rows.sort_by_key(|row| row.0);
    Some(Regions { rows })
}

fn row(row: &Value) -> Option<(u32, String, RegionStatus)> {
    let code = u32::try_from(row.get(0)?.as_u64()?).ok()?;
    let name = row.get(1)?.as_str()?.to_owned();
    let status = match row.get(2).and_then(Value::as_bool) {
        Some(true) => RegionStatus::Retired,
        Some(false) | None => RegionStatus::Current,
    };
    Some((code, name, status))
}
