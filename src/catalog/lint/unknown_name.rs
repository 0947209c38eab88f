//! # F012 A function or parameter that is not there
//!
//! Parameters stand in `params.json` or in the form's `params`; [the language](../rules.md) lists the functions. The
//! nearest one is named. It is found while a form is lowered; here it is told of.
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
    use super::super::testing::{FORM, check, sources};
    use crate::{
        catalog::lint_file,
        diag::Code,
        model::{Date, Locale},
        text,
    };

    #[test]
    fn parameters_too() {
        check("param.base", "param.bass", &["F012 /rules/1/value 14"]);
    }

    /// What a rule calls, and the name that is offered for it.
    fn offered(rule: &str, want: Option<&str>) {
        let form = FORM.replacen("size(note) + param.base", rule, 1);
        let found = lint_file(&sources(&form), "items/T1/form.json", Date::new(2026, 11, 23).unwrap());
        let mut told = found.iter().filter_map(|found| {
            let Code::UnknownName { near, .. } = &found.code else { return None };
            Some((near.as_deref(), text::diagnose(found, Locale::En).1))
        });
        let (near, hint) = told.next().unwrap_or_else(|| panic!("{rule}: {found:?}"));
        assert_eq!(near, want, "{rule}");
        assert!(want.is_none_or(|want| hint == format!("did you mean “{want}”?")), "{hint}");
    }

    #[test]
    fn the_nearest_one_is_offered() {
        offered("aeg(today, today)", Some("age"));
        offered("Size(note)", Some("size"));
        offered("year(today, today)", Some("years"));
        offered("hsa(note)", Some("has"));
        offered("note.startwith(\\\"a\\\")", Some("startsWith"));
        offered("[1]. exist(n, n > 0)", Some("exists"));
        offered("param.bass", Some("param.base"));
        // A method is no function, and nothing is guessed where nothing is near.
        offered("startwith(note, note)", None);
        offered("len(note)", None);
        offered("param.poverty", None);
    }
}
