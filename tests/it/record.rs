//! Exported files and drafts of the catalogue's forms.

use yuntian::{
    model::{Draft, Tables},
    record::{self, Entered},
    validate,
};

use crate::scenario::{example, form, today};

const FORMS: [&str; 2] = ["items/SQ031", "benefits/MS01"];

#[test]
fn an_export_is_read_back_to_the_same_digest() {
    for folder in FORMS {
        let form = form(folder);
        for name in ["minimal", "full"] {
            let entered = record::read(&example(folder, name), &form).unwrap();
            let submit =
                |entered: &Entered| validate::finish(&form, entered.answers(), &Tables::default(), today());
            let submission = submit(&entered).unwrap();
            let file = record::export(&form, &submission);
            let again = record::read(&file, &form).unwrap();
            let canonical = record::canonical(&form, &submission);
            assert_eq!(record::canonical(&form, &submit(&again).unwrap()), canonical, "{folder} {name}");
            let Entered::Export(export) = again else { panic!("no export") };
            assert_eq!(export.digest, Some(record::digest(&canonical)));
            assert_eq!(record::reference(&canonical).len(), 10);
        }
    }
}

#[test]
fn canonical_bytes_hold_what_was_derived() {
    let form = form("items/SQ031");
    let entered = record::read(&example("items/SQ031", "full"), &form).unwrap();
    let submission = validate::finish(&form, entered.answers(), &Tables::default(), today()).unwrap();
    let text = String::from_utf8(record::canonical(&form, &submission)).unwrap();
    assert!(text.contains(r#""ageToday":82"#), "{text}");
    assert!(text.contains(r#""byAgent":true"#));
    assert!(text.contains(r#""consents":[{"at":"2026-11-23T08:30:00+08:00","purpose":"bank"}"#));
}

#[test]
fn every_example_survives_as_a_draft() {
    for folder in FORMS {
        let form = form(folder);
        for name in ["minimal", "full", "refused-too-young"] {
            let entered = record::read(&example(folder, name), &form).unwrap();
            let mut draft = Draft::new(form.id.clone(), form.version);
            draft.answers = entered.answers().clone();
            assert_eq!(
                record::read(&record::write_draft(&draft), &form),
                Ok(Entered::Draft(draft, Vec::new())),
                "{folder} {name}"
            );
        }
    }
}
