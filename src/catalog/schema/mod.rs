//! JSON Schemas that the catalogue gives away: of a form's answers, and of the form format itself.
//!
//! **Invariant:** the schema of the answers holds only what the form uses, and no reference out of itself.

mod format;

use serde_json::{Map, Value, json};

pub use format::format_schema;

use crate::model::{Attached, Choice, Decimal, Field, Form, Kind, Path, Shape, Strokes};

/// The dialect of every schema here.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// One bundled JSON Schema 2020-12 of a form's answers. It takes bare answers as well as an exported file
/// `{form, version, answers, consents, digest}`, whose `answers` it looks at in the same way.
#[must_use]
pub fn schema(form: &Form) -> Value {
    let root = group(form, &Path::new(""));
    let consent = json!({
        "type": "object",
        "properties": {"purpose": {"type": "string"}, "at": {"type": "string", "format": "date-time"}},
        "required": ["purpose", "at"],
    });
    let exported = json!({
        "properties": {
            "form": {"const": form.id.as_str()},
            "version": {"type": "integer", "minimum": 1},
            "answers": {"$ref": "#"},
            "consents": {"type": "array", "items": consent},
            "digest": {"type": ["string", "null"]},
        },
    });
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), DIALECT.into());
    schema.insert("title".to_owned(), form.title.zh.as_str().into());
    schema.insert("type".to_owned(), "object".into());
    schema.insert("properties".to_owned(), root.properties);
    schema.insert("if".to_owned(), json!({"required": ["form", "answers"]}));
    schema.insert("then".to_owned(), exported);
    schema.insert("else".to_owned(), json!({"required": root.required}));
    Value::Object(schema)
}

struct Group {
    properties: Value,
    required: Vec<String>,
}

/// The members of a group.
fn group(form: &Form, path: &Path) -> Group {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in &form.fields {
        let Some(name) = member_name(&field.path, path) else { continue };
        properties.insert(name.to_owned(), question(form, field));
        if field.is_required {
            required.push(name.to_owned());
        }
    }
    Group { properties: Value::Object(properties), required }
}

/// The last name of a path that stands directly below a group.
fn member_name<'a>(path: &'a Path, group: &Path) -> Option<&'a str> {
    let rest = if group.as_str().is_empty() {
        path.as_str()
    } else {
        path.as_str().strip_prefix(group.as_str())?.strip_prefix('.')?
    };
    (!rest.contains('.')).then_some(rest)
}

fn question(form: &Form, field: &Field) -> Value {
    let mut node = Map::new();
    let mut set = |key: &str, value: Value| {
        node.insert(key.to_owned(), value);
    };
    set("title", field.label.zh.as_str().into());
    match &field.kind {
        Kind::Group => {
            let Group { properties, required } = group(form, &field.path);
            set("type", "object".into());
            set("properties", properties);
            if !required.is_empty() {
                set("required", required.into());
            }
        }
        Kind::Rows => {
            let Group { properties, required } = group(form, &field.path);
            let mut items = json!({"type": "object", "properties": properties});
            if let (Some(items), false) = (items.as_object_mut(), required.is_empty()) {
                items.insert("required".to_owned(), required.into());
            }
            set("type", "array".into());
            set("items", items);
            // A table that must be answered has a row.
            let least = field.shape.min_rows.unwrap_or_default().max(usize::from(field.is_required));
            if least > 0 {
                set("minItems", least.into());
            }
            set("maxItems", field.shape.max_rows.unwrap_or(Kind::ROW_LIMIT).min(Kind::ROW_LIMIT).into());
        }
        Kind::Address => {
            set("type", "object".into());
            let limits = [
                json!({"type": "string", "pattern": Kind::DIVISION_PATTERN}),
                json!({"type": "string", "maxLength": Kind::PLACE_LIMIT}),
                json!({"type": "string", "maxLength": Kind::DETAIL_LIMIT}),
            ];
            let parts = Kind::ADDRESS_PARTS.map(str::to_owned).into_iter().zip(limits);
            set("properties", Value::Object(parts.collect()));
        }
        Kind::Attachment(accept) => {
            set("type", "object".into());
            let types: Vec<&str> = accept.types.iter().map(|of| of.as_str()).collect();
            set(
                "properties",
                json!({
                    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                    "mediaType": {"enum": types},
                    "bytes": {"type": "integer", "minimum": 1, "maximum": accept.most_bytes},
                }),
            );
            set("required", json!(Attached::PARTS));
            set("additionalProperties", false.into());
        }
        Kind::Integer => set("type", "integer".into()),
        Kind::Decimal => set("type", "number".into()),
        Kind::Money | Kind::Month => {
            set("type", "string".into());
            let pattern = if field.kind == Kind::Money { Kind::MONEY_PATTERN } else { Kind::MONTH_PATTERN };
            set("pattern", pattern.into());
        }
        Kind::Signature => {
            set("type", "string".into());
            set("pattern", Strokes::PATTERN.into());
            set("maxLength", Strokes::MOST_CHARS.into());
        }
        Kind::YesNo => set("type", "boolean".into()),
        Kind::Date => {
            set("type", "string".into());
            set("format", "date".into());
        }
        Kind::Choice(choices) => {
            set("type", "string".into());
            set("oneOf", one_of(choices));
        }
        Kind::Choices(choices) => {
            set("type", "array".into());
            set("items", json!({"type": "string", "oneOf": one_of(choices)}));
            set("uniqueItems", true.into());
        }
        Kind::Text { .. }
        | Kind::Name
        | Kind::Phone
        | Kind::Email
        | Kind::CitizenId
        | Kind::BankCard
        | Kind::Document(_) => {
            set("type", "string".into());
            if field.shape.max_length.is_none() {
                set("maxLength", Shape::TEXT_LIMIT.into());
            }
        }
    }
    if field.is_read_only {
        set("readOnly", true.into());
    }
    match &field.kind {
        Kind::Money => money_limits(&field.shape, &mut set),
        Kind::Month => day_limits(&field.shape, 7, &mut set),
        // Its own limits are all it has.
        Kind::Signature | Kind::Attachment(_) => {}
        Kind::Group
        | Kind::Rows
        | Kind::Text { .. }
        | Kind::Name
        | Kind::Integer
        | Kind::Decimal
        | Kind::Date
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::YesNo
        | Kind::Phone
        | Kind::Email
        | Kind::CitizenId
        | Kind::BankCard
        | Kind::Document(_)
        | Kind::Address => limits(&field.shape, &mut set),
    }
    Value::Object(node)
}

fn one_of(choices: &[Choice]) -> Value {
    choices.iter().map(|choice| json!({"const": choice.code, "title": choice.label.zh})).collect()
}

/// The limits of an amount. It is a text, so that `minimum` would say nothing of it.
fn money_limits(shape: &Shape, set: &mut dyn FnMut(&str, Value)) {
    for (key, limit) in [("formatMinimum", shape.minimum), ("formatMaximum", shape.maximum)] {
        if let Some(number) = limit {
            set(key, format!("{number:.2}").into());
        }
    }
}

/// The limits of a day, or of the first characters of one.
fn day_limits(shape: &Shape, n_chars: usize, set: &mut dyn FnMut(&str, Value)) {
    for (key, limit) in [("formatMinimum", shape.earliest), ("formatMaximum", shape.latest)] {
        if let Some(day) = limit {
            set(key, day.to_string().chars().take(n_chars).collect::<String>().into());
        }
    }
}

fn limits(shape: &Shape, set: &mut dyn FnMut(&str, Value)) {
    if let Some(n) = shape.min_length {
        set("minLength", n.into());
    }
    if let Some(n) = shape.max_length {
        set("maxLength", n.into());
    }
    if let Some(pattern) = &shape.pattern {
        set("pattern", pattern.as_str().into());
    }
    for (key, limit) in [("minimum", shape.minimum), ("maximum", shape.maximum)] {
        if let Some(number) = limit.and_then(number) {
            set(key, number);
        }
    }
    day_limits(shape, 10, set);
}

/// An exact decimal as a JSON number.
fn number(decimal: Decimal) -> Option<Value> {
    serde_json::from_str(&decimal.normalize().to_string()).ok()
}
