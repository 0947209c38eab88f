//! A submission as JSON, with derived values.

use serde_json::{Map, Value as Json, json};

use crate::{
    model::{Attached, Datum, Form, Kind, Path, Value},
    validate::{Submission, kinds},
};

use super::canonical::{canonical, digest};

/// The largest whole number that every reader of JSON holds exactly, 2^53.
const EXACT: i64 = 1 << 53;

/// The exported file: `{form, version, answers, consents, digest}`.
#[must_use]
pub fn export(form: &Form, submission: &Submission) -> Vec<u8> {
    let mut tree = tree(form, submission);
    tree.insert(String::from("digest"), digest(&canonical(form, submission)).into());
    let mut text = format!("{:#}", Json::Object(tree)).into_bytes();
    text.push(b'\n');
    text
}

/// `{form, version, answers, consents}`.
pub(super) fn tree(form: &Form, submission: &Submission) -> Map<String, Json> {
    let mut answers = Map::new();
    let in_no_row = submission.values.iter().filter(|(path, _)| path.in_table().is_none());
    for (path, value) in in_no_row {
        place(&mut answers, path, answer_json(form, path, value));
    }
    for (table, rows) in &submission.rows.0 {
        let rows = rows.iter().map(|id| row(form, submission, &table.row(*id)));
        place(&mut answers, table, rows.collect());
    }
    let consents = submission
        .consents
        .iter()
        .map(|consent| json!({"purpose": consent.purpose.as_str(), "at": consent.at}));
    let mut tree = Map::new();
    tree.insert(String::from("form"), submission.form.as_str().into());
    tree.insert(String::from("version"), submission.version.into());
    tree.insert(String::from("answers"), Json::Object(answers));
    tree.insert(String::from("consents"), consents.collect());
    tree
}

/// What stands in a row.
fn row(form: &Form, submission: &Submission, row: &Path) -> Json {
    let mut members = Map::new();
    let stem = row.child("");
    let below = submission.values.from_key(&stem).take_while(|(path, _)| path.is_within(row));
    for (path, value) in below {
        if let Some(name) = path.as_str().strip_prefix(stem.as_str()) {
            place(&mut members, &Path::new(name), answer_json(form, path, value));
        }
    }
    Json::Object(members)
}

/// Puts a value where its path says, making the groups on the way. A value of a whole group joins what is there.
fn place(members: &mut Map<String, Json>, path: &Path, value: Json) {
    let mut members = members;
    let mut names = path.as_str().split('.').peekable();
    while let Some(name) = names.next() {
        if names.peek().is_none() {
            match (members.get_mut(name), value) {
                (Some(Json::Object(old)), Json::Object(new)) => old.extend(new),
                (_, value) => {
                    members.insert(name.to_owned(), value);
                }
            }
            return;
        }
        let group = members.entry(name.to_owned()).or_insert_with(|| Json::Object(Map::new()));
        match group.as_object_mut() {
            Some(group) => members = group,
            None => return,
        }
    }
}

/// A value as its kind has it: an amount is a text with two places, a decimal a number.
fn answer_json(form: &Form, path: &Path, value: &Value) -> Json {
    match (form.field(&path.template()).map(|field| &field.kind), value) {
        (Some(Kind::Money), Value::Number(number)) => Json::String(kinds::decimal::yuan(*number)),
        (Some(Kind::Decimal), Value::Number(number)) if !number.is_integer() => {
            let text = number.normalize().to_string();
            // Its kind has few enough digits that the nearest double prints them again.
            text.parse::<f64>().map_or(Json::String(text), Json::from)
        }
        (Some(Kind::Attachment(_)), Value::Text(text)) => match kinds::attachment::parse(text) {
            Some(attached) => attachment_json(&attached),
            None => value_json(value),
        },
        (Some(_) | None, _) => value_json(value),
    }
}

/// `{sha256, mediaType, bytes}`.
fn attachment_json(attached: &Attached) -> Json {
    let parts = [
        Json::from(attached.sha256.as_str()),
        Json::from(attached.media_type.as_str()),
        Json::from(attached.n_bytes),
    ];
    Json::Object(Attached::PARTS.iter().map(|part| (*part).to_owned()).zip(parts).collect())
}

fn value_json(value: &Value) -> Json {
    match value {
        Value::Bool(is_yes) => Json::Bool(*is_yes),
        // A number that the tree can not hold exactly stays exact as a text.
        Value::Number(number) => {
            let number = number.normalize();
            let whole =
                i64::try_from(number).ok().filter(|whole| number.is_integer() && whole.abs() <= EXACT);
            whole.map_or_else(|| Json::String(number.to_string()), Json::from)
        }
        Value::Text(text) => Json::String(text.clone()),
        Value::Date(date) => Json::String(date.to_string()),
        Value::List(items) => items.iter().map(|item| item.value().map_or(Json::Null, value_json)).collect(),
        Value::Map(members) => {
            let there = members.iter().filter_map(|(name, datum)| match datum {
                Datum::Value(value) => Some((name.clone(), value_json(value))),
                Datum::Absent | Datum::Unknown(_) | Datum::Error(_) => None,
            });
            Json::Object(there.collect())
        }
    }
}
