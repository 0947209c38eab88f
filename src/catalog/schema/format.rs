//! The JSON Schema of the form format, made of the same tables that the check goes by; `forms/schema.json` is this.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::DIALECT;
use crate::catalog::wire::{self, Table, Type};

/// The JSON Schema 2020-12 of a form file; the catalogue's other files stand in its `$defs`.
#[must_use]
pub fn format_schema() -> Value {
    let mut defs = BTreeMap::new();
    for root in [
        &wire::FORM,
        &wire::ELEMENTS,
        &wire::CODES,
        &wire::PARAM_ROW,
        &wire::SETTINGS,
        &wire::CATALOG,
        &wire::CASE,
        &wire::GUIDES,
        &wire::SCHEMA,
    ] {
        table(root, &mut defs);
    }
    let defs: Map<String, Value> = defs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    json!({
        "$schema": DIALECT,
        "title": "yuntian/1",
        "$ref": "#/$defs/form",
        "$defs": defs,
    })
}

fn table(of: &'static Table, defs: &mut BTreeMap<&'static str, Value>) {
    if defs.contains_key(of.name) {
        return;
    }
    // Held before its members are looked at: a question may hold questions.
    defs.insert(of.name, Value::Null);
    let mut properties = Map::new();
    for key in of.keys {
        let value = spelled(&key.of, defs);
        let value = if key.is_required { value } else { json!({"anyOf": [value, {"type": "null"}]}) };
        properties.insert(key.name.to_owned(), value);
    }
    let required: Vec<&str> = of.keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
    let object = json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    });
    defs.insert(of.name, object);
}

fn spelled(of: &'static Type, defs: &mut BTreeMap<&'static str, Value>) -> Value {
    match of {
        Type::Text | Type::Path => json!({"type": "string"}),
        Type::Rule => json!({"type": "string", "maxLength": crate::rules::MAX_CHARS}),
        Type::Whole => json!({"type": "integer", "minimum": 0}),
        Type::Number => json!({"type": "number"}),
        Type::YesNo => json!({"type": "boolean"}),
        Type::Date => json!({"type": "string", "format": "date"}),
        Type::OneOf(words) => json!({"enum": words}),
        Type::Any => json!({}),
        Type::Scalar => json!({"type": ["string", "number", "boolean", "null"]}),
        Type::Object(of) => {
            table(of, defs);
            let whole = json!({"$ref": format!("#/$defs/{}", of.name)});
            // A grid that several forms share is named; references are followed before a form is checked.
            let named = json!({"type": "object", "properties": {"$ref": {"type": "string"}}, "required": ["$ref"],
                "additionalProperties": false});
            if of.name == "grid" { json!({"anyOf": [whole, named]}) } else { whole }
        }
        Type::Map(item) => json!({"type": "object", "additionalProperties": spelled(item, defs)}),
        Type::List(item) => json!({"type": "array", "items": spelled(item, defs)}),
        Type::Either(one, other) => json!({"anyOf": [spelled(one, defs), spelled(other, defs)]}),
    }
}
