//! Walks every form: no fault at all, and every example does what its file name says.

use yuntian::{
    catalog,
    model::{Date, Form, Tables},
    produce,
};

use crate::catalog::sources;

/// The day on which the examples were written; they speak of ages.
fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

#[test]
fn no_form_has_a_fault() {
    assert_eq!(catalog::lint(&sources(), today()), []);
}

#[test]
fn every_example_does_what_its_name_says() {
    let sources = sources();
    let tables = Tables {
        regions: catalog::regions(&sources.0[catalog::REGIONS]),
        streets: catalog::streets(&sources.0[catalog::STREETS]),
    };
    let run = |form: &Form, bytes: &[u8]| produce::example(form, bytes, &tables, today());
    for name in catalog::in_order(&sources) {
        assert_eq!(catalog::examples(&sources, &name, &run), [], "{name}");
        let folder = name.replace("form.json", "answers/");
        for file in ["minimal.json", "full.json"] {
            assert!(sources.0.contains_key(&format!("{folder}{file}")), "{folder}{file}");
        }
    }
}
