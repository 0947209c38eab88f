//! # F008 Something that stands twice
//!
//! A key that stands twice in an object (most programs silently keep the last), two forms with one id, two pages, documents, consents
//! or choices with one name, a question asked on two pages, two rules that both show or both compute one thing.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"card": {"oneOf": [{"const": "senior", "x-label": {"zh": "老年证", "en": "For seniors"}}]}}}}
//! ```
//!
//! Bad, at `/answers/properties/card/oneOf/2`:
//!
//! ```json
//! {"answers": {"properties": {"card": {"oneOf": [{"const": "adult", "x-label": {"zh": "老年证", "en": "For seniors"}}]}}}}
//! ```
use std::collections::BTreeSet;

use super::{
    Sources,
    scan::Scan,
    sources,
    wire::{self, Pointer},
};
use crate::{
    catalog::guides,
    diag::{Code, Diagnostic},
};

/// Keys that stand twice in a text; JSON itself lets that pass.
pub(super) fn keys(bytes: &[u8], name: &str, diagnostics: &mut Vec<Diagnostic>) {
    for (pointer, key, line) in Scan::new(bytes).doubled {
        let mut found = Diagnostic::new(Code::Duplicate { id: key }, name, &pointer);
        found.place.line = Some(line);
        diagnostics.push(found);
    }
}

/// Forms and guides that claim the id of another.
pub(super) fn forms(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for name in sources::form_names(sources) {
        let bytes = sources.0.get(name).map(Vec::as_slice).unwrap_or_default();
        let Some(id) = wire::read(bytes).ok().and_then(|root| wire::text(&root, "id").map(str::to_owned))
        else {
            continue;
        };
        if !seen.insert(id.clone()) {
            diagnostics.push(Diagnostic::new(Code::Duplicate { id }, name, "/id"));
        }
    }
    for name in sources.0.keys().filter(|name| guides::is_guides(name)) {
        let bytes = sources.0.get(name).map(Vec::as_slice).unwrap_or_default();
        let root = wire::read(bytes).unwrap_or_default();
        for (idx, guide) in wire::list(&root, "guides").iter().enumerate() {
            let Some(id) = wire::text(guide, "id").map(str::to_owned) else { continue };
            if !seen.insert(id.clone()) {
                let at = Pointer::root().at("guides").idx(idx).at("id");
                diagnostics.push(Diagnostic::new(Code::Duplicate { id }, name, at.as_str()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{lint, testing};
    use crate::model::Date;

    #[test]
    fn keys_pages_choices_and_questions() {
        testing::check(r#""minutes": 1,"#, r#""minutes": 1, "minutes": 2,"#, &["F008 /minutes 2"]);
        testing::check(
            r#""fields": ["who.name", "byAgent", "note"]"#,
            r#""fields": ["who.name", "byAgent", "note", "byAgent"]"#,
            &["F008 /pages/0/sections/0/fields/3 11"],
        );
        testing::check(
            r#"{"on": "note", "show": "byAgent"},"#,
            r#"{"on": "note", "show": "byAgent"}, {"on": "note", "show": "!byAgent"},"#,
            &["F008 /rules/1/show 13"],
        );
        testing::check(
            r#""note": {"type": "string","#,
            r#""note": {"type": "string", "enum": ["a", "b", "a"],"#,
            &["F008 /answers/properties/note/enum/2 8"],
        );
    }

    #[test]
    fn two_forms_with_one_id() {
        let mut sources = testing::sources(testing::FORM);
        sources.0.insert("items/T2/form.json".to_owned(), testing::FORM.as_bytes().to_vec());
        let found = lint(&sources, Date::new(2026, 11, 23).unwrap());
        let found: Vec<_> =
            found.iter().map(|d| (d.code.id(), d.place.file.as_str(), d.place.line)).collect();
        assert_eq!(
            found,
            [
                ("F007", "elements.json", Some(3)),
                ("F008", "items/T2/form.json", Some(2)),
                ("F065", "items/T2/form.json", Some(2))
            ]
        );
    }
}
