//! `eval`: works out an expression over data from a file.

use serde_json::Value as Json;

use super::{
    args, report,
    world::{Exit, Stop, World},
};
use crate::{
    model::{Date, Datum, Decimal, ParamRow, Params, SortedMap, Value},
    record,
    rules::{self, Data, ParseError},
    text::Note,
};

/// Runs `eval`: `{value}`, `{absent: true}`, `{unknown: [paths]}` or `{error}`.
pub(super) fn run(world: &World, args: &args::Eval) -> Result<Exit, Stop> {
    let root = match &args.data {
        None => SortedMap::new(),
        Some(file) => record::read_profile(&world.read(file)?).map_err(|error| {
            let (file, reason) = (file.display().to_string(), error.to_string());
            Stop::refused(Note::BadAnswers { file, reason })
        })?,
    };
    let params = read_params(world)?;
    let result = match rules::parse(&args.expression) {
        Ok(expr) => rules::eval(&expr, &Data { root: &root, params: &params, today: world.today }),
        Err(ParseError { offset, expected }) => {
            let reason = Json::String(format!("syntax: expected {expected} at character {offset}"));
            report::raw(&format!("{{\"error\": {reason}}}"));
            return Ok(Exit::Refused);
        }
    };
    let (key, json, exit) = match result {
        Datum::Value(value) => ("value", spell(&value), Exit::Good),
        Datum::Absent => ("absent", "true".to_owned(), Exit::Good),
        Datum::Unknown(paths) => {
            let paths: Vec<Json> = paths.into_iter().map(Json::String).collect();
            ("unknown", Json::Array(paths).to_string(), Exit::Good)
        }
        Datum::Error(error) => ("error", Json::String(error.to_string()).to_string(), Exit::Refused),
    };
    report::raw(&format!("{{\"{key}\": {json}}}"));
    Ok(exit)
}

/// JSON with every digit of a decimal, which a `serde_json::Number` would round.
fn spell(value: &Value) -> String {
    match value {
        Value::Bool(bit) => bit.to_string(),
        Value::Number(number) => plain(*number),
        Value::Text(text) => Json::from(text.as_str()).to_string(),
        Value::Date(day) => Json::from(day.to_string()).to_string(),
        Value::List(list) => {
            let items: Vec<String> = list.iter().map(spell_datum).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(map) => {
            let member = |(key, datum): (&String, &Datum)| {
                format!("{}: {}", Json::from(key.as_str()), spell_datum(datum))
            };
            let members: Vec<String> = map.iter().map(member).collect();
            format!("{{{}}}", members.join(", "))
        }
    }
}

/// As JSON. A decimal loses what a double can not hold.
pub(super) fn json(value: &Value) -> Json {
    serde_json::from_str(&spell(value)).unwrap_or_default()
}

fn spell_datum(datum: &Datum) -> String {
    datum.value().map_or_else(|| "null".to_owned(), spell)
}

/// A decimal without zeros at its end, and zero without a sign.
fn plain(number: Decimal) -> String {
    if number.is_zero() { "0".to_owned() } else { number.normalize().to_string() }
}

/// The parameters of the catalogue; none where it has no such file.
fn read_params(world: &World) -> Result<Params, Stop> {
    let path = world.forms.join("params.json");
    if !path.exists() {
        return Ok(Params::default());
    }
    let wrong = |reason: String| Stop::refused(Note::CanNotRead { file: path.display().to_string(), reason });
    let tree: Json = serde_json::from_slice(&world.read(&path)?).map_err(|error| wrong(error.to_string()))?;
    let members = tree.as_object().ok_or_else(|| wrong("not an object".to_owned()))?;
    let rows = members.iter().filter_map(|(name, rows)| {
        let rows = rows.as_array()?.iter().filter_map(param_row).collect();
        Some((name.clone(), rows))
    });
    Ok(Params(rows.collect()))
}

fn param_row(row: &Json) -> Option<ParamRow> {
    let day = |key: &str| row.get(key).and_then(Json::as_str).and_then(Date::parse_iso);
    Some(ParamRow {
        valid_from: day("validFrom")?,
        valid_to: day("validTo"),
        value: row.get("value").and_then(param_value),
        source: row.get("source").and_then(Json::as_str).map(str::to_owned),
    })
}

fn param_value(value: &Json) -> Option<Value> {
    match value {
        Json::Bool(bit) => Some(Value::Bool(*bit)),
        Json::Number(number) => number.to_string().parse().ok().map(Value::Number),
        Json::String(text) => Some(Value::Text(text.clone())),
        Json::Array(items) => Some(Value::List(
            items.iter().map(|item| param_value(item).map_or(Datum::Absent, Datum::Value)).collect(),
        )),
        Json::Null | Json::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_keep_every_digit() {
        let check = |text: &str, want: &str| assert_eq!(plain(text.parse().unwrap()), want);
        check("1234567890123456789.0123456789", "1234567890123456789.0123456789");
        check("2.50", "2.5");
        check("-0.00", "0");
        check("1200", "1200");
    }
}
