//! The guide: what a person reads before starting.

use serde_json::Value;

use super::{date, whole_u32, words, words_of, yes};
use crate::{
    catalog::wire::{list, text, texts},
    model::{Guide, Limit, LimitUnit, Material},
};

/// Lowers `guide`.
pub(super) fn lower(value: &Value) -> Guide {
    Guide {
        summary: words_of(value, "summary").unwrap_or_default(),
        authority: words_of(value, "authority"),
        base_code: text(value, "baseCode").map(str::to_owned),
        audience: words_of(value, "audience"),
        legal_limit: limit(value.get("legalLimit")),
        promised_limit: limit(value.get("promisedLimit")),
        conditions: words(value, "conditions"),
        materials: list(value, "materials").iter().filter_map(material).collect(),
        steps: words(value, "steps"),
        fees: words_of(value, "fees"),
        places: words(value, "places"),
        phone: text(value, "phone").map(str::to_owned),
        synonyms: texts(value, "synonyms"),
        tags: texts(value, "tags"),
        source: text(value, "source").map(str::to_owned),
        checked_on: date(value, "checkedOn"),
        is_sample: yes(value, "sample"),
    }
}

fn limit(value: Option<&Value>) -> Option<Limit> {
    let value = value?;
    let unit = if text(value, "unit")? == "day" { LimitUnit::Day } else { LimitUnit::Workday };
    Some(Limit { n: whole_u32(value, "n")?, unit })
}

fn material(value: &Value) -> Option<Material> {
    Some(Material {
        title: words_of(value, "title")?,
        is_required: yes(value, "required"),
        is_deferrable: yes(value, "deferrable"),
        form: words_of(value, "form"),
        copies: whole_u32(value, "copies").unwrap_or(1),
        note: words_of(value, "note"),
    })
}
