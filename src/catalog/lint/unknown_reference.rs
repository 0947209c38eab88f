//! # F007 A `$ref` that leads nowhere
//!
//! The file or the name is not there, or the reference leads back to itself.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"$ref": "../../elements.json#/$defs/name"}}}}
//! ```
//!
//! Bad, at `/answers/properties/postTo/$ref`:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"$ref": "../../elements.json#/$defs/nmae"}}}}
//! ```
//!
//! It is found while a form is lowered; here it is told of.

#[cfg(test)]
mod tests {
    use super::super::testing::{FORM, check, sources};
    use crate::{catalog::lint, model::Date};

    /// A file that can not be read is told of once, and nothing of what it would hold.
    #[test]
    fn a_broken_file_is_one_fault() {
        let check = |file: &str, text: &str, expect: &[&str]| {
            let mut sources = sources(FORM);
            sources.0.insert(file.to_owned(), text.as_bytes().to_vec());
            let found = lint(&sources, Date::new(2026, 11, 23).unwrap());
            let found: Vec<String> =
                found.iter().map(|found| format!("{} {}", found.code.id(), found.place.file)).collect();
            assert_eq!(found, expect);
        };
        check("elements.json", "{\"$defs\": {", &["F002 elements.json"]);
        check("params.json", "{", &["F002 params.json"]);
        check("catalog.json", "\u{0}", &["F002 catalog.json"]);
    }

    #[test]
    fn references() {
        check("$defs/person\"", "$defs/persn\"", &["F007 /answers/properties/who/$ref 6"]);
        check("$defs/person\"", "$defs/loop\"", &["F007 elements.json/$defs/loop/$ref 3"]);
        check("../../elements.json", "../../../elements.json", &["F007 /answers/properties/who/$ref 6"]);
    }
}
