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
    use super::super::testing::check;

    #[test]
    fn references() {
        check("$defs/person\"", "$defs/persn\"", &["F007 /answers/properties/who/$ref 6"]);
        check("$defs/person\"", "$defs/loop\"", &["F007 elements.json/$defs/loop/$ref 3"]);
        check("../../elements.json", "../../../elements.json", &["F007 /answers/properties/who/$ref 6"]);
    }
}
