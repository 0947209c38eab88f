//! # F011 Rules that wait for each other
//!
//! A `value` or `show` rule waits for the rules of everything it reads, of the groups around that, and of what stands below it. Where
//! two wait for each other nobody could say which is first. The circle is found while a form is lowered, for a form with one can not
//! be used at all; here it is told of.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "age >= 6"}]}
//! ```
//!
//! Bad, at `/rules/5/show`:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "has(books)"}]}
//! ```
#[cfg(test)]
mod tests {
    use super::super::testing::check;

    const SHOW: &str = r#"{"on": "note", "show": "byAgent"}"#;

    #[test]
    fn a_circle_is_named_at_its_first_rule() {
        check(SHOW, r#"{"on": "note", "show": "size(who.name) > 1"}"#, &[]);
        check(SHOW, r#"{"on": "note", "show": "total > 1"}"#, &["F011 /rules/0/show 13"]);
        check(SHOW, r#"{"on": "note", "show": "has(note)"}"#, &["F011 /rules/0/show 13"]);
        check(SHOW, r#"{"on": "who", "show": "who.name != 'x'"}"#, &["F011 /rules/0/show 13"]);
    }

    #[test]
    fn a_check_may_read_what_it_is_on() {
        check(SHOW, r#"{"on": "note", "check": "note != 'x'", "message": {"zh": "错", "en": "Wrong"}}"#, &[]);
    }
}
