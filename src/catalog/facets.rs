//! The ways to browse that the catalogue names: departments and life events.

use serde_json::Value;

use super::{
    Sources,
    inline::CATALOG,
    wire::{self, localized, text},
};
use crate::model::Localized;

/// A department or a life event of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// What forms call it by.
    pub key: String,
    /// What people call it.
    pub name: Localized,
    /// Whether it is for firms.
    pub is_firm: bool,
    /// The path of its picture, an SVG of 32 by 32; empty where it has none.
    pub picture: String,
}

/// The departments and the life events of a catalogue, each in the order of `catalog.json`; none where it can not be read.
#[must_use]
pub fn facets(sources: &Sources) -> (Vec<Facet>, Vec<Facet>) {
    let bytes = sources.0.get(CATALOG).map(Vec::as_slice).unwrap_or_default();
    let catalog = wire::read(bytes).unwrap_or_default();
    let of = |name: &str| {
        let members = catalog.get(name).and_then(Value::as_object).into_iter().flatten();
        members.filter_map(|(key, value)| facet(key, value)).collect()
    };
    (of("departments"), of("lifeEvents"))
}

fn facet(key: &str, value: &Value) -> Option<Facet> {
    Some(Facet {
        key: key.to_owned(),
        name: localized(value)?,
        is_firm: text(value, "audience") == Some("firm"),
        picture: text(value, "picture").map(str::to_owned).unwrap_or_default(),
    })
}
