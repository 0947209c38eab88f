//! The published vectors (`tests/vectors.json`), through the library and through the command line.

use std::{collections::BTreeMap, path::Path, process::Command};

use serde_json::Value;
use yuntian::{
    catalog,
    model::{Date, Tables},
    validate,
};

fn read(file: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

#[test]
fn every_vector_holds() {
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
        let verdict = validate::identifier(kind, &value, &tables, today);
        let verdict = verdict.unwrap_or_else(|| panic!("{kind} is not built"));
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
    assert_eq!((counts.len(), counts.values().sum::<i32>()), (23, 104));
}

#[test]
fn the_command_line_says_the_same() {
    let file: Value = serde_json::from_slice(&read("tests/vectors.json")).unwrap();
    for vector in file["vectors"].as_array().unwrap() {
        let kind = vector["kind"].as_str().unwrap();
        let value = vector["value"].as_str().map_or_else(|| vector["value"].to_string(), str::to_owned);
        let mut command = Command::new(env!("CARGO_BIN_EXE_yuntian"));
        command.args(["validate", kind, &value, "--today", "2026-11-23"]);
        let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        let found: Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|_| panic!("{kind} {value}: {}", String::from_utf8_lossy(&output.stderr)));

        let severity = vector["severity"].as_str().unwrap_or("valid");
        assert_eq!(found["verdict"], severity, "{kind} {value}");
        assert_eq!(found["code"], vector["error"], "{kind} {value}");
        assert_eq!(output.status.code(), Some(i32::from(severity == "error")), "{kind} {value}");
        for key in ["normalized", "output", "upgraded"] {
            assert!(vector[key].is_null() || found[key] == vector[key], "{kind} {value}: {key}");
        }
    }
}
