//! # F083 A former id that belongs to something else
//!
//! `formerIds` leads printed QR codes and old links to what took their place. An id that a form or guide still has leads there, so it can be no
//! former one; and an id can have one successor only.
//!
//! Good:
//!
//! ```json
//! {"formerIds": ["DEMO0"]}
//! ```
//!
//! Bad, at `/formerIds/0`:
//!
//! ```json
//! {"formerIds": ["DEMO"]}
//! ```
use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Sources, sources,
    wire::{self, Pointer, list, text, texts},
};
use crate::{
    catalog::guides,
    diag::{Diagnostic, Lint},
};

/// Looks at the former ids of the whole catalogue.
pub(super) fn check(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    let read = |name: &str| {
        wire::read(sources.0.get(name).map(Vec::as_slice).unwrap_or_default()).unwrap_or_default()
    };
    let mut things: Vec<Thing> = Vec::new();
    for name in sources::form_names(sources) {
        things.extend(Thing::of(name, &read(name), Pointer::root()));
    }
    for name in sources.0.keys().filter(|name| guides::is_guides(name)) {
        for (idx, guide) in list(&read(name), "guides").iter().enumerate() {
            things.extend(Thing::of(name, guide, Pointer::root().at("guides").idx(idx)));
        }
    }
    let ids: BTreeSet<&str> = things.iter().map(|thing| thing.id.as_str()).collect();
    let mut claimed = BTreeSet::new();
    for thing in &things {
        for (idx, old) in thing.former.iter().enumerate() {
            if ids.contains(old.as_str()) || !claimed.insert(old.as_str()) {
                let fault = thing.at.at("formerIds").idx(idx).lint(Lint::FormerId, old);
                diagnostics.push(Diagnostic::new(fault.code, thing.file, &fault.pointer));
            }
        }
    }
}

/// Something with an id.
struct Thing<'a> {
    file: &'a str,
    id: String,
    former: Vec<String>,
    at: Pointer,
}

impl<'a> Thing<'a> {
    fn of(file: &'a str, value: &Value, at: Pointer) -> Option<Self> {
        let id = text(value, "id")?.to_owned();
        Some(Self { file, id, former: texts(value, "formerIds"), at })
    }
}
