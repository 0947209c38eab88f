//! The published vectors (`tests/vectors.json`), for every kind that is built.

use std::{collections::BTreeMap, path::Path};

use serde_json::Value;
use yuntian::{
    catalog,
    model::{Date, Tables},
    validate,
};

/// Kinds that come later; taken off the list when they are built.
const LATER: [&str; 14] = [
    "birth_cert",
    "biz_reg_no",
    "disability_cert",
    "food_licence",
    "foreign_pr",
    "hm_travel_permit",
    "hmt_residence_permit",
    "marriage_cert",
    "org_code",
    "passport_cn",
    "plate",
    "postcode",
    "tw_travel_permit",
    "uscc",
];

fn read(file: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

#[test]
fn every_vector_of_a_built_kind_holds() {
    let tables = Tables {
        regions: catalog::regions(&read("forms/regions/regions.json")),
        streets: catalog::streets(&read("forms/regions/hanyang.json")),
    };
    assert!(tables.regions.is_some() && tables.streets.is_some());
    let today = Date::new(2026, 11, 23).unwrap();
    let file: Value = serde_json::from_slice(&read("tests/vectors.json")).unwrap();
    let mut counts = BTreeMap::new();
    for vector in file["vectors"].as_array().unwrap() {
        let kind = vector["kind"].as_str().unwrap();
        let value = vector["value"].as_str().map_or_else(|| vector["value"].to_string(), str::to_owned);
        let Some(verdict) = validate::identifier(kind, &value, &tables, today) else {
            assert!(LATER.contains(&kind), "{kind} is not built");
            continue;
        };
        *counts.entry(kind).or_insert(0) += 1;

        let severity = vector["severity"].as_str().unwrap_or("valid");
        assert_eq!(verdict.as_str(), severity, "{kind} {value}");
        assert_eq!(verdict.code, vector["error"].as_str(), "{kind} {value}");
        let claims = [
            ("normalized", &verdict.normalized),
            ("output", &verdict.output),
            ("upgraded", &verdict.upgraded),
        ];
        for (key, found) in claims {
            if let Some(want) = vector[key].as_str() {
                assert_eq!(found.as_deref(), Some(want), "{kind} {value}: {key}");
            }
        }
    }
    assert_eq!(counts.len() + LATER.len(), 23);
    assert_eq!(counts["cn_id18"], 14);
}
