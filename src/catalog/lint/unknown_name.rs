//! # F012 A function or parameter that is not there
//!
//! Parameters stand in `params.json` or in the form's `params`; [the language](../rules.md) lists the functions. It is found while a
//! form is lowered; here it is told of.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "size(reader.name) > 1"}]}
//! ```
//!
//! Bad, at `/rules/5/show`:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "len(reader.name) > 1"}]}
//! ```

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn parameters_too() {
        check("param.base", "param.bass", &["F012 /rules/1/value 14"]);
    }
}
