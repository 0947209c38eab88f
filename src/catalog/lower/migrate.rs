//! The steps of `migrate`: from the version they begin at, in their order in the file.

use serde_json::Value;

use super::{Lowering, whole_u32};
use crate::{
    catalog::wire::{Pointer, text, texts},
    diag::Code,
    model::{Migration, Path, Step},
};

/// The keys of which a step has exactly one.
const STEPS: [&str; 5] = ["move", "rename", "drop", "split", "default"];

impl Lowering {
    /// Lowers `migrate`.
    pub(super) fn migrate(&mut self, values: &[Value], at: &Pointer) -> Vec<Migration> {
        let mut steps = Vec::new();
        for (idx, value) in values.iter().enumerate() {
            let at = at.idx(idx);
            let found: Vec<&str> = STEPS.into_iter().filter(|key| value.get(key).is_some()).collect();
            let [key] = found.as_slice() else {
                self.fault(&at, Code::BadValue { expected: STEPS.join(" | ") });
                continue;
            };
            let Some(from) = whole_u32(value, "from") else { continue };
            match step(value, key) {
                Ok(step) => steps.push(Migration { from, step }),
                Err(keyword) => self.fault(&at, Code::Missing { keyword }),
            }
        }
        // Of one version in their order; versions from the oldest.
        steps.sort_by_key(|step| step.from);
        steps
    }
}

/// A step, or the key that it lacks.
fn step(value: &Value, key: &str) -> Result<Step, &'static str> {
    let path = text(value, key).map(Path::new).unwrap_or_else(|| Path::new(""));
    Ok(match key {
        "move" => Step::Move { from: path, to: Path::new(text(value, "to").ok_or("to")?) },
        "drop" => Step::Drop { path },
        "rename" => {
            let values = value.get("values").and_then(Value::as_object).ok_or("values")?;
            let pairs = values.iter().filter_map(|(old, new)| Some((old.clone(), new.as_str()?.to_owned())));
            Step::Rename { path, values: pairs.collect() }
        }
        "split" => {
            let to: Vec<Path> = texts(value, "to").iter().map(|to| Path::new(to)).collect();
            let at = text(value, "at").filter(|at| !at.is_empty()).ok_or("at")?;
            if to.is_empty() {
                return Err("to");
            }
            Step::Split { from: path, at: at.to_owned(), to }
        }
        _ => Step::Default { path, value: typed(value.get("value").ok_or("value")?).ok_or("value")? },
    })
}

/// A scalar as one would type it.
fn typed(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
