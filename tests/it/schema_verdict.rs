//! The schemas that the catalogue gives away, held against the `jsonschema` crate.

use serde_json::{Value, json};
use yuntian::catalog;

use crate::catalog::{form, sources};

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn the_formats_schema_takes_every_form_and_stands_in_the_tree() {
    let schema = catalog::format_schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let sources = sources();
    for name in catalog::in_order(&sources) {
        let errors: Vec<String> =
            validator.iter_errors(&json(&sources.0[&name])).map(|e| e.to_string()).collect();
        assert_eq!(errors, [""; 0], "{name}");
    }
    assert_eq!(json(&sources.0["schema.json"]), schema, "run `yuntian schema > forms/schema.json`");
    assert!(!validator.is_valid(&json!({"format": "yuntian/1"})));
}

#[test]
fn a_forms_schema_takes_its_answers_bare_and_exported() {
    let sources = sources();
    for (id, folder) in [("SQ031", "items"), ("MS01", "benefits")] {
        let validator = jsonschema::validator_for(&catalog::schema(&form(id))).unwrap();
        for file in ["minimal", "full"] {
            let answers = json(&sources.0[&format!("{folder}/{id}/answers/{file}.json")]);
            assert!(validator.is_valid(&answers), "{id} {file}");
        }
        assert!(!validator.is_valid(&json!({"applicant": {"name": 1}})), "{id}");
        assert!(!validator.is_valid(&json!({"form": id, "answers": {"applicant": {"name": 1}}})), "{id}");
    }
}
