//! The schemas that the catalogue gives away, and our own verdict on answers, held against the `jsonschema` crate.

use std::{collections::BTreeSet, sync::OnceLock};

use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};
use serde_json::{Value as Json, json};
use yuntian::{
    catalog,
    model::{Date, Datum, Decimal, Field, Form, Kind, Path, Shape, Strokes, Tables, Value},
    rules,
    validate::{fold, kinds, shape},
};

use crate::catalog::{form, sources};

fn json(bytes: &[u8]) -> Json {
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

/// A form with every keyword of the profile, each with something to limit.
const EVERY_KEYWORD: &str = r##"{
  "format": "yuntian/1", "id": "SQ999", "version": 2, "validFrom": "2026-01-01",
  "title": {"zh": "样", "en": "All"}, "department": {"zh": "样", "en": "All"}, "minutes": 1,
  "guide": {"summary": {"zh": "样", "en": "All"}, "source": "x", "checkedOn": "2026-11-23"},
  "answers": {"type": "object", "required": ["text", "who", "pets"], "properties": {
    "text": {"type": "string", "x-kind": "text", "minLength": 2, "maxLength": 5, "x-label": {"zh": "一", "en": "1"}},
    "long": {"type": "string", "x-kind": "longText", "x-label": {"zh": "二", "en": "2"}},
    "plate": {"type": "string", "pattern": "[A-Z][0-9]{2,}$", "x-label": {"zh": "三", "en": "3"}},
    "one": {"oneOf": [{"const": "a", "x-label": {"zh": "甲", "en": "A"}}, {"const": "b", "x-label": {"zh": "乙", "en": "B"}}],
      "x-label": {"zh": "四", "en": "4"}},
    "few": {"enum": ["x", "yy"], "maxLength": 1, "x-label": {"zh": "五", "en": "5"}},
    "whole": {"type": "integer", "minimum": -1, "maximum": 7, "x-label": {"zh": "六", "en": "6"}},
    "half": {"type": "integer", "minimum": 0.5, "maximum": 1e1, "x-label": {"zh": "七", "en": "7"}},
    "yes": {"type": "boolean", "x-label": {"zh": "八", "en": "8"}},
    "area": {"type": "number", "minimum": 0.5, "maximum": 100, "x-label": {"zh": "积", "en": "Area"}},
    "fee": {"type": "string", "x-kind": "money", "minimum": 0, "maximum": 1000.5, "x-label": {"zh": "费", "en": "Fee"}},
    "since": {"type": "string", "x-kind": "month", "formatMinimum": "2024-02-29", "x-label": {"zh": "月", "en": "Since"}},
    "several": {"type": "array", "x-kind": "choices", "x-label": {"zh": "选", "en": "Several"},
      "items": {"oneOf": [{"const": "a", "x-label": {"zh": "甲", "en": "A"}}, {"const": "b", "x-label": {"zh": "乙", "en": "B"}}]}},
    "mail": {"type": "string", "x-kind": "email", "maxLength": 20, "x-label": {"zh": "邮", "en": "Mail"}},
    "code": {"type": "string", "x-kind": "creditCode", "x-label": {"zh": "码", "en": "Code"}},
    "signed": {"type": "string", "x-kind": "signature", "x-label": {"zh": "签", "en": "Signed"}},
    "file": {"type": "object", "x-kind": "attachment", "x-accept": ["image/jpeg"], "x-maxBytes": 9, "x-label": {"zh": "附", "en": "File"}},
    "day": {"type": "string", "format": "date", "formatMinimum": "2024-02-29", "formatMaximum": "2026-11-23",
      "x-label": {"zh": "九", "en": "9"}},
    "computed": {"type": "integer", "readOnly": true, "minimum": 1, "x-label": {"zh": "十", "en": "10"}},
    "who": {"type": "object", "required": ["name", "home"], "x-label": {"zh": "人", "en": "Who"}, "properties": {
      "name": {"type": "string", "x-kind": "name", "minLength": 1, "maxLength": 50, "x-label": {"zh": "名", "en": "Name"}},
      "id": {"type": "string", "x-kind": "citizenId", "maxLength": 18, "x-label": {"zh": "号", "en": "Id"}},
      "phone": {"type": "string", "x-kind": "phone", "pattern": "^[0-9-]+$", "x-label": {"zh": "话", "en": "Phone"}},
      "card": {"type": "string", "x-kind": "bankCard", "minLength": 8, "x-label": {"zh": "卡", "en": "Card"}},
      "home": {"type": "object", "x-kind": "address", "x-label": {"zh": "址", "en": "Home"}}}},
    "kin": {"type": "array", "minItems": 2, "maxItems": 3, "x-label": {"zh": "亲", "en": "Kin"}, "items": {"type": "object",
      "required": ["name"], "properties": {
        "name": {"type": "string", "minLength": 2, "x-label": {"zh": "名", "en": "Name"}},
        "age": {"type": "integer", "maximum": 7, "x-label": {"zh": "龄", "en": "Age"}}}}},
    "pets": {"type": "array", "x-label": {"zh": "宠", "en": "Pets"}, "items": {"type": "object", "properties": {
        "name": {"type": "string", "x-label": {"zh": "名", "en": "Name"}}}}}}},
  "pages": [{"id": "all", "title": {"zh": "样", "en": "All"}, "sections": [{"fields": ["text", "long", "plate", "one", "few",
    "whole", "half", "yes", "area", "fee", "since", "several", "mail", "code", "signed", "file", "day", "who.name", "who.id", "who.phone", "who.card", "who.home", "kin", "pets"]}]}],
  "rules": [{"on": "computed", "value": "whole + 1"}]
}"##;

/// The forms, each with answers that the schema takes.
fn cases() -> &'static [(Form, Json, jsonschema::Validator)] {
    static CASES: OnceLock<Vec<(Form, Json, jsonschema::Validator)>> = OnceLock::new();
    CASES.get_or_init(|| {
        let mut sources = sources();
        let name = "items/SQ999/form.json";
        sources.0.insert(name.to_owned(), EVERY_KEYWORD.as_bytes().to_vec());
        let (pack, diagnostics) = catalog::pack(&sources, name);
        let every = catalog::open(&pack.unwrap_or_else(|| panic!("{diagnostics:?}"))).0.unwrap();
        let full = |name: &str| json(&sources.0[&format!("{name}/answers/full.json")])["answers"].clone();
        let answers = json!({
            "text": "长长", "long": "x", "plate": "鄂A12", "one": "a", "few": "x", "whole": 7, "half": 1, "yes": false,
            "area": 86.5, "fee": "1000.50", "since": "2024-02", "several": ["b", "a"], "mail": "x", "code": "y", "signed": "1,2 3,4;5,6", "file": {"sha256": "0".repeat(64), "mediaType": "image/jpeg", "bytes": 9},
            "day": "2024-02-29", "computed": 8,
            "who": {"name": "李", "id": "420105194405060225", "phone": "027-1", "card": "12345678",
                "home": {"division": "420105005", "place": "x", "detail": "y"}},
            "kin": [{"name": "一二", "age": 7}, {"name": "三四"}], "pets": [{}],
        });
        let cases =
            [(form("SQ031"), full("items/SQ031")), (form("MS01"), full("benefits/MS01")), (every, answers)];
        cases.into_iter().map(|(form, answers)| {
            let validator = tool(&catalog::schema(&form));
            (form, answers, validator)
        }).collect()
    })
}

/// The other tool. Formats are looked at; `formatMinimum` and `formatMaximum` are told to it, as they are to Ajv.
fn tool(schema: &Json) -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .with_keyword("formatMinimum", |_, limit, _| {
            Ok(Box::new(DayLimit { limit: limit.clone(), is_minimum: true }))
        })
        .with_keyword("formatMaximum", |_, limit, _| {
            Ok(Box::new(DayLimit { limit: limit.clone(), is_minimum: false }))
        })
        .build(schema)
        .unwrap()
}

/// `formatMinimum` or `formatMaximum`: ISO days and months stand in the order of their texts, amounts in that of numbers.
struct DayLimit {
    limit: Json,
    is_minimum: bool,
}

impl jsonschema::Keyword<'_> for DayLimit {
    fn validate(&self, instance: &Json) -> Result<(), jsonschema::ValidationError<'static>> {
        if self.is_valid(instance) {
            Ok(())
        } else {
            Err(jsonschema::ValidationError::custom("past the limit"))
        }
    }

    fn is_valid(&self, instance: &Json) -> bool {
        let amount = |json: &Json| json.as_str().and_then(|text| text.parse::<Decimal>().ok());
        if let (Some(amount), Some(limit)) = (amount(instance), amount(&self.limit)) {
            return if self.is_minimum { amount >= limit } else { amount <= limit };
        }
        match (instance.as_str(), self.limit.as_str()) {
            (Some(day), Some(limit)) if self.is_minimum => day >= limit,
            (Some(day), Some(limit)) => day <= limit,
            (_, _) => true,
        }
    }
}

/// Our verdict on the members of a group: JSON types and `format` here, `oneOf` by the kind of choices, every
/// other keyword by `validate::shape`.
fn is_good(form: &Form, group: &str, members: &Json) -> bool {
    let Some(members) = members.as_object() else { return false };
    let below = |field: &&Field| match field.path.as_str().rsplit_once('.') {
        Some((above, _)) => above == group,
        None => group.is_empty(),
    };
    form.fields.iter().filter(below).all(|field| {
        let name = field.path.as_str().rsplit('.').next().unwrap();
        match members.get(name) {
            None => !field.is_required,
            Some(members) if field.kind == Kind::Group => is_good(form, field.path.as_str(), members),
            Some(rows) if field.kind == Kind::Rows => is_good_table(form, field, rows),
            Some(parts) if field.kind == Kind::Address => is_good_address(parts),
            Some(answer) => {
                value(field, answer).is_some_and(|value| shape::check(&field.shape, &value).is_empty())
            }
        }
    })
}

/// A table: its rows are groups, and a table that must be answered has one.
fn is_good_table(form: &Form, field: &Field, rows: &Json) -> bool {
    let Some(rows) = rows.as_array() else { return false };
    let is_missing = field.is_required && rows.is_empty();
    !is_missing
        && shape::check_rows(&field.shape, rows.len(), field.is_required).is_empty()
        && rows.iter().all(|row| is_good(form, field.path.as_str(), row))
}

/// An answer as a value, where it has the type, the format and the code that the schema asks for.
fn value(field: &Field, answer: &Json) -> Option<Value> {
    match &field.kind {
        Kind::Integer => {
            let number = answer.as_f64().filter(|number| number.fract() == 0.0)?;
            Some(Value::Number(format!("{number}").parse().unwrap()))
        }
        Kind::Decimal => Some(Value::Number(format!("{}", answer.as_f64()?).parse().unwrap())),
        Kind::Money => {
            let text =
                answer.as_str().filter(|text| rules::matches(Kind::MONEY_PATTERN, text) == Some(true))?;
            Some(Value::Number(text.parse().unwrap()))
        }
        Kind::Month => {
            let text =
                answer.as_str().filter(|text| rules::matches(Kind::MONTH_PATTERN, text) == Some(true))?;
            Some(Value::Text(text.to_owned()))
        }
        Kind::Choices(choices) => {
            let codes = answer.as_array()?.iter().map(Json::as_str).collect::<Option<Vec<_>>>()?;
            let is_once = codes.iter().collect::<BTreeSet<_>>().len() == codes.len();
            let is_known = |code: &&str| kinds::choice::read(choices, code).value.is_some();
            let item = |code: &&str| Datum::Value(Value::Text((*code).to_owned()));
            (is_once && codes.iter().all(is_known)).then(|| Value::List(codes.iter().map(item).collect()))
        }
        // Its value is held against the schema's pattern; no keyword of the form limits it.
        Kind::Signature => {
            let text = answer.as_str().filter(|text| rules::matches(Strokes::PATTERN, text) == Some(true))?;
            (text.len() <= Strokes::MOST_CHARS).then_some(Value::Bool(true))
        }
        Kind::YesNo => answer.as_bool().map(Value::Bool),
        Kind::Date => Date::parse_iso(answer.as_str()?).map(Value::Date),
        Kind::Choice(choices) => kinds::choice::read(choices, answer.as_str()?).value,
        Kind::Text { .. }
        | Kind::Name
        | Kind::Phone
        | Kind::Email
        | Kind::CitizenId
        | Kind::BankCard
        | Kind::Document(_) => answer.as_str().map(|text| Value::Text(text.to_owned())),
        Kind::Attachment(accept) => {
            let members = answer.as_object().filter(|members| members.len() == 3)?;
            let text = |name: &str| members.get(name).and_then(Json::as_str);
            let n_bytes = members.get("bytes")?.as_u64()?;
            let raw = format!("{} {} {n_bytes}", text("sha256")?, text("mediaType")?);
            kinds::attachment::read(accept, &raw).value
        }
        Kind::Group | Kind::Rows | Kind::Address => None,
    }
}

/// The limits of an address as the model has them; its kind must agree wherever it folds nothing.
fn is_good_address(parts: &Json) -> bool {
    let Some(parts) = parts.as_object() else { return false };
    let pattern = Shape { pattern: Some(Kind::DIVISION_PATTERN.to_owned()), ..Shape::default() };
    let limit = |limit| Shape { max_length: Some(limit), ..Shape::default() };
    let shapes = [pattern, limit(Kind::PLACE_LIMIT), limit(Kind::DETAIL_LIMIT)];
    Kind::ADDRESS_PARTS.iter().zip(shapes).enumerate().all(|(idx, (part, shape))| {
        let Some(answer) = parts.get(*part) else { return true };
        let Some(text) = answer.as_str() else { return false };
        let is_good = shape::check(&shape, &Value::Text(text.to_owned())).is_empty();
        let folded = if idx == 0 { fold::identifier(text) } else { fold::text(text, false) };
        if folded == text && !fold::is_empty(text) {
            let mut typed = ["420105005", "x", "y"];
            typed[idx] = text;
            let reading = kinds::address::read(typed, &Tables::default());
            assert_eq!(reading.faults.is_empty(), is_good, "{part} {text}");
        }
        is_good
    })
}

/// Every place of the answers, the parts of addresses among them, as a pointer.
fn places(form: &Form) -> Vec<String> {
    let is_table = |path: &str| form.field(&Path::new(path)).is_some_and(|field| field.kind == Kind::Rows);
    // The first row stands for all of a table's.
    let pointer = |path: &str| {
        let mut at = String::new();
        let mut pointer = String::new();
        for name in path.split('.') {
            if is_table(&at) {
                pointer += "/0";
            }
            at = if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
            pointer = format!("{pointer}/{name}");
        }
        pointer
    };
    let mut places = vec!["/kin/1".to_owned(), "/pets/0".to_owned()];
    for field in &form.fields {
        places.push(pointer(field.path.as_str()));
        if field.kind == Kind::Address {
            places.extend(Kind::ADDRESS_PARTS.map(|part| pointer(field.path.child(part).as_str())));
        }
    }
    places
}

/// Answers that stand on a limit of some question, just past it, or are of another type.
fn odd() -> Vec<Json> {
    let lengths =
        [1, 2, 3, 5, 6, 7, 8, 17, 18, 19, 20, 21, 30, 31, 50, 51, 60, 61, 100, 101, 200, 201, 2000, 2001];
    let texts = [
        "",
        " ",
        "a",
        "b",
        "c",
        "x",
        "yy",
        "80",
        "90",
        "01",
        "1",
        "2",
        "10",
        "card",
        "passbook",
        "children",
        "鄂A12",
        "paper",
        "1,2;3,4",
        "1,2;",
        "A1",
        "A12 ",
        "A123\n",
        "12345678",
        "027-1",
        "true",
        "2024-02-28",
        "2024-02-29",
        "2024-03-01",
        "2026-11-23",
        "2026-11-24",
        "2025-02-29",
        "2025-2-1",
        "2025/01/01",
        "20250101",
        "2025-01-01T00:00:00Z",
        "1944-05-06",
        "42010",
        "420105",
        "42010500",
        "420105005",
        "4201050050",
        "420105005003",
        "4201050050031",
        "0.00",
        "1000.50",
        "1000.51",
        "-0.01",
        "12345678901234.00",
        "1.5",
        "2024-02",
        "2024-01",
        "2024-13",
        "４２０",
        "\u{0}",
    ];
    let numbers = json!([-2, -1, 0, 1, 7, 8, 10, 11, 0.5, 1.0, 1.5, -0.0, 9_007_199_254_740_991_i64, 99.5, 100.5, true, false, [], {}, ["a"], ["a", "b"], ["a", "a"], ["c"], ["a", 1],
        {"division": "x", "place": 1}, {"name": "李"}, [{"name": "李"}], [{"name": "李二"}, {"name": "张三"}, {}],
        [{"name": "李二", "age": 1}, {"name": "张三"}, {"name": "王五"}], [{}, {}, {}, {}]]);
    let long = lengths.iter().flat_map(|n| ["7", "长", "𬭎"].map(|c| Json::from(c.repeat(*n))));
    let texts = texts.iter().map(|text| Json::from(*text));
    long.chain(texts).chain(numbers.as_array().unwrap().iter().cloned()).collect()
}

/// Puts an answer at a place, or takes it away; where the group above it is no longer one, nothing.
fn put(answers: &mut Json, place: &str, answer: Option<Json>) {
    let (above, name) = place.rsplit_once('/').unwrap();
    let group = answers.pointer_mut(above);
    if let Some(Json::Array(rows)) = group {
        let idx = name.parse().unwrap_or(usize::MAX);
        match answer {
            Some(answer) if idx < rows.len() => rows[idx] = answer,
            None if idx < rows.len() => drop(rows.remove(idx)),
            Some(_) | None => {}
        }
        return;
    }
    let Some(members) = answers.pointer_mut(above).and_then(Json::as_object_mut) else { return };
    match answer {
        Some(answer) => drop(members.insert(name.to_owned(), answer)),
        None => drop(members.shift_remove(name)),
    }
}

fn exported(form: &Form, answers: &Json) -> Json {
    json!({"form": form.id.as_str(), "version": form.version, "answers": answers, "consents": [], "digest": null})
}

#[test]
fn each_odd_answer_at_each_place_has_the_same_verdict() {
    let mut keywords = BTreeSet::new();
    for (form, full, tool) in cases() {
        assert!(tool.is_valid(full) && is_good(form, "", full), "{}", form.id);
        for place in places(form) {
            for answer in odd().into_iter().map(Some).chain([None]) {
                let mut answers = full.clone();
                put(&mut answers, &place, answer.clone());
                let want = tool.is_valid(&answers);
                assert_eq!(is_good(form, "", &answers), want, "{} {place} {answer:?}", form.id);
                assert_eq!(tool.is_valid(&exported(form, &answers)), want, "{} {place} exported", form.id);
                keywords.extend(
                    tool.iter_errors(&answers).filter_map(|error| {
                        error.schema_path().as_str().rsplit('/').next().map(str::to_owned)
                    }),
                );
            }
        }
    }
    let keywords: Vec<&str> = keywords.iter().map(String::as_str).collect();
    assert_eq!(
        keywords,
        [
            "additionalProperties",
            "format",
            "formatMaximum",
            "formatMinimum",
            "maxItems",
            "maxLength",
            "maximum",
            "minItems",
            "minLength",
            "minimum",
            "oneOf",
            "pattern",
            "required",
            "type",
            "uniqueItems"
        ],
        "each keyword has refused something"
    );
}

fn changes() -> impl Strategy<Value = Vec<(Index, Option<Json>)>> {
    let answer = prop_oneof![
        6 => select(odd()),
        2 => any::<String>().prop_map(Json::from),
        1 => "[0-9A-Z-]{0,20}".prop_map(Json::from),
        1 => "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(Json::from),
        1 => (-20_i64..20).prop_map(Json::from),
        1 => any::<i32>().prop_map(Json::from),
    ];
    vec((any::<Index>(), proptest::option::weighted(0.9, answer)), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_have_the_same_verdict(which: Index, changes in changes()) {
        let (form, full, tool) = which.get(cases());
        let (places, mut answers) = (places(form), full.clone());
        for (place, answer) in changes {
            put(&mut answers, place.get::<String>(&places), answer);
        }
        let want = tool.is_valid(&answers);
        prop_assert_eq!(is_good(form, "", &answers), want, "{} {}", form.id, answers);
        prop_assert_eq!(tool.is_valid(&exported(form, &answers)), want);
    }
}
