//! The materials of a guide: a list in JSON, a list of titles, or rows of a second sheet.

use serde_json::{Map, Value, json};

use super::{
    book::Cell,
    fault::FaultKind,
    words::{self, MEDIUM, ORIGIN, limit, plain, sentences, word, yes},
};

/// What is known of a material, under each name that portals give it.
const TITLE: &[&str] = &["materialTitle", "title", "name", "材料名称", "申请材料", "申请材料名称", "clmc"];
const REQUIRED: &[&str] =
    &["isMust", "required", "必要性", "材料必要性", "是否必要", "是否必需", "necessity"];
const FORM: &[&str] = &["materialType", "form", "材料类型", "材料形态", "原件或复印件"];
const COPIES: &[&str] = &["copiesNum", "copies", "份数", "材料份数", "纸质材料份数"];
const MEDIUM_KEYS: &[&str] = &["pageformat", "medium", "commitWay", "材料形式", "提交方式", "介质"];
const ORIGIN_KEYS: &[&str] = &["sourceChannel", "origin", "来源渠道", "材料来源", "材料来源渠道"];
const STANDARD: &[&str] = &["acceptStandard", "materialStandard", "standard", "受理标准", "材料标准"];
const NOTE: &[&str] = &["materialExplain", "note", "填报须知", "材料说明", "备注"];
const FREE: &[&str] = &["freeSubmission", "licence", "免提交", "电子证照", "是否免提交"];
const DEFERRABLE: &[&str] = &["deferrable", "容缺", "是否容缺", "是否可容缺", "容缺后补"];
const FOLLOW: &[&str] = &["followWithin", "补交期限", "容缺期限", "容缺补交期限"];

/// Whether a head of a second sheet is the material's title.
pub(super) fn is_title(head: &str) -> bool {
    ["材料名称", "申请材料名称", "materialTitle"].contains(&head.trim())
}

/// The materials of a cell. What is wrong with one is told, and the rest of it is taken.
pub(super) fn of_cell(cell: &Cell, faults: &mut Vec<FaultKind>) -> Vec<Value> {
    let list = match cell {
        Cell::Json(value) => value.clone(),
        Cell::Text(text) if text.trim_start().starts_with(['[', '{']) => match serde_json::from_str(text) {
            Ok(value) => value,
            Err(_) => {
                faults.push(FaultKind::BadJson);
                return Vec::new();
            }
        },
        Cell::Text(text) => {
            return sentences(text).into_iter().map(|title| json!({"title": {"zh": title}})).collect();
        }
        Cell::Lost | Cell::Formula => return Vec::new(),
    };
    let items = match list {
        Value::Array(items) => items,
        one @ Value::Object(_) => vec![one],
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    let mut materials = Vec::new();
    for item in &items {
        match item {
            Value::String(title) => materials.push(json!({"title": {"zh": plain(title)}})),
            Value::Object(members) => {
                let look = |names: &[&str]| names.iter().find_map(|name| shown(members.get(*name)?));
                materials.extend(of(&look, faults));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {
                faults.push(FaultKind::BadJson)
            }
        }
    }
    materials
}

/// A scalar, or words in our spelling, as text.
fn shown(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(is_so) => (if *is_so { "是" } else { "否" }).to_owned(),
        Value::Object(words) => match words.get("n").and_then(Value::as_u64) {
            Some(n) => {
                [&n.to_string(), words.get("unit").and_then(Value::as_str).unwrap_or_default()].concat()
            }
            None => words.get("zh")?.as_str()?.to_owned(),
        },
        Value::Null | Value::Array(_) => return None,
    };
    Some(plain(&text)).filter(|text| !text.is_empty())
}

/// A material, of what is found under its names.
pub(super) fn of(look: &dyn Fn(&[&str]) -> Option<String>, faults: &mut Vec<FaultKind>) -> Option<Value> {
    let Some(title) = look(TITLE) else {
        faults.push(FaultKind::Missing);
        return None;
    };
    let mut material = Map::from_iter([("title".to_owned(), json!({"zh": title}))]);
    let mut put = |key: &str, value: Value| {
        material.insert(key.to_owned(), value);
    };
    if let Some(text) = look(REQUIRED) {
        match yes(&text) {
            Some(is_required) => put("required", is_required.into()),
            None => faults.push(FaultKind::UnknownWord { known: "必要、非必要、是、否" }),
        }
        if text.contains("容缺") {
            put("deferrable", true.into());
        }
    }
    if look(DEFERRABLE).and_then(|text| yes(&text)) == Some(true) {
        put("deferrable", true.into());
    }
    if let Some(text) = look(FOLLOW) {
        match limit(&text) {
            Some(words::Limit::Of(n, unit)) => put("followWithin", json!({"n": n, "unit": unit})),
            Some(words::Limit::AtOnce) => {}
            None => faults.push(FaultKind::BadLimit),
        }
    }
    if let Some(text) = look(FORM) {
        put("form", json!({"zh": text}));
    }
    if let Some(text) = look(COPIES) {
        let n = text.trim_end_matches('份').trim_end_matches(".0").trim().parse::<u32>().ok();
        match n.filter(|n| *n <= 100) {
            Some(n) => put("copies", n.into()),
            None => faults.push(FaultKind::BadNumber),
        }
    }
    for (key, names, list, known) in [
        ("medium", MEDIUM_KEYS, MEDIUM, "纸质、电子、纸质和电子、纸质或电子"),
        ("origin", ORIGIN_KEYS, ORIGIN, "申请人自备、政府部门核发、其他"),
    ] {
        if let Some(text) = look(names) {
            match word(&text, list) {
                Some(word) => put(key, word.into()),
                None => faults.push(FaultKind::UnknownWord { known }),
            }
        }
    }
    let mut note = look(NOTE);
    if let Some(text) = look(FREE) {
        match yes(&text) {
            Some(false) => {}
            Some(true) => {
                note = Some(note.map_or_else(|| "可免提交".to_owned(), |note| [&note, "；可免提交"].concat()))
            }
            None => put("licence", json!({"zh": text})),
        }
    }
    for (key, text) in [("standard", look(STANDARD)), ("note", note)] {
        if let Some(text) = text {
            put(key, json!({"zh": text}));
        }
    }
    Some(material.into())
}
