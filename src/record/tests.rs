//! What a record reads and writes, on a small form made here.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::{
    model::{
        Accept, Answers, Consent, Date, Datum, Decimal, Draft, Entry, Field, Form, FormId, FormKind, Guide,
        Handover, Kind, Localized, MediaType, PageId, Params, Path, Purpose, RowId, Rows, Sensitivity, Shape,
        SortedMap, SortedSet, Value,
    },
    validate::Submission,
};

pub(super) fn form() -> Form {
    let field = |path: &str, kind: Kind| Field {
        path: Path::new(path),
        kind,
        label: Localized::default(),
        print: None,
        hint: None,
        help: None,
        role: None,
        owner: None,
        sensitivity: Sensitivity::General,
        purpose: None,
        autocomplete: None,
        is_required: false,
        is_read_only: path == "age",
        shape: Shape::default(),
    };
    Form {
        id: FormId::new("T1"),
        version: 2,
        kind: FormKind::Item,
        valid_from: Date::new(2026, 1, 1).unwrap(),
        title: Localized::default(),
        department: Localized::default(),
        minutes: 1,
        guide: Guide::default(),
        fields: vec![
            field("who", Kind::Group),
            field("who.name", Kind::Name),
            field("who.home", Kind::Address),
            field("age", Kind::Integer),
            field("n", Kind::Integer),
            field("yes", Kind::YesNo),
            field("tier", Kind::Choice(Vec::new())),
            field("kin", Kind::Rows),
            field("kin.name", Kind::Name),
            field("kin.home", Kind::Address),
            field("photo", Kind::Attachment(Accept { types: vec![MediaType::Jpeg], most_bytes: 99 })),
        ],
        pages: Vec::new(),
        rules: Vec::new(),
        documents: Vec::new(),
        consents: Vec::new(),
        commitments: Vec::new(),
        params: Params(SortedMap::new()),
        migrate: Vec::new(),
        benefits: Vec::new(),
        is_plain: false,
    }
}

fn read_json(json: &Json) -> Result<Entered, RecordError> {
    read(json.to_string().as_bytes(), &form())
}

fn entries(entered: &Entered) -> Vec<(String, String)> {
    let answers = entered.answers();
    answers.entries.keys().map(|path| (path.to_string(), answers.raw(path).to_owned())).collect()
}

fn refused(json: &Json, want: &str) {
    assert_eq!(read_json(json).unwrap_err().to_string(), want);
}

#[test]
fn bare_answers_become_what_would_be_typed() {
    let entered = read_json(&json!({
        "who": {"name": "王秀英", "home": {"division": "420105005003", "detail": "1号", "place": null}},
        "age": 82, "n": 3.0, "yes": false, "tier": "80"
    }));
    let entered = entered.unwrap();
    let found = entries(&entered);
    let found: Vec<_> = found.iter().map(|(path, raw)| (path.as_str(), raw.as_str())).collect();
    let want = [
        ("n", "3"),
        ("tier", "80"),
        ("who.home.detail", "1号"),
        ("who.home.division", "420105005003"),
        ("who.name", "王秀英"),
        ("yes", "false"),
    ];
    assert_eq!(found, want);
    let entry = |path: &str| entered.answers().entries.get(&Path::new(path)).cloned();
    assert_eq!(entry("yes"), Some(Entry::YesNo(false)));
    assert_eq!(entry("tier"), Some(Entry::Choice(String::from("80"))));
}

/// What stands for a file is entered as one text, also out of a version whose questions are not known.
#[test]
fn a_file_is_entered_as_its_digest_kind_and_size() {
    let photo = json!({"sha256": "ab", "mediaType": "image/jpeg", "bytes": 12});
    let want = [("photo".to_owned(), "ab image/jpeg 12".to_owned())];
    assert_eq!(entries(&read_json(&json!({"photo": photo})).unwrap()), want);
    let older = json!({"form": "T1", "version": 1, "answers": {"photo": photo}});
    assert_eq!(entries(&read_json(&older).unwrap()), want);
    refused(&json!({"photo": "ab"}), "/photo: expected object");
    refused(&json!({"photo": {"sha256": "ab", "mediaType": "image/jpeg"}}), "/photo/bytes is missing");
    refused(&json!({"photo": {"name": "me.jpg"}}), "/photo/name: the form has no such answer");
    refused(
        &json!({"photo": {"sha256": "ab", "mediaType": "image/jpeg", "bytes": 1.5}}),
        "/photo/bytes: expected integer",
    );
}

#[test]
fn what_the_form_does_not_have_is_named_by_its_place() {
    refused(&json!({"who": {"nick": "x"}}), "/who/nick: the form has no such answer");
    refused(&json!({"a/b~": 1}), "/a~1b~0: the form has no such answer");
    refused(&json!({"who.name": "x"}), "/who.name: the form has no such answer");
    refused(&json!({"who": {"home": {"street": "x"}}}), "/who/home/street: the form has no such answer");
}

#[test]
fn a_wrong_type_is_named_by_its_place() {
    refused(&json!([]), ": expected object");
    refused(&json!({"who": "x"}), "/who: expected object");
    refused(&json!({"who": {"name": 3}}), "/who/name: expected string");
    refused(&json!({"who": {"home": "x"}}), "/who/home: expected object");
    refused(&json!({"n": "3"}), "/n: expected integer");
    refused(&json!({"yes": "true"}), "/yes: expected boolean");
    refused(&json!({"tier": [1]}), "/tier: expected string");
}

#[test]
fn a_file_of_another_form_or_a_later_version_is_refused() {
    let export =
        |form: &str, version: u32| json!({"form": form, "version": version, "answers": {}, "consents": []});
    refused(&export("T2", 1), "a file of form T2, not of T1");
    refused(&export("T1", 3), "a file of version 3; this is version 2");
    assert!(matches!(read_json(&export("T1", 1)), Ok(Entered::Export(Export { version: 1, .. }))));
    refused(&json!({"form": "T1", "answers": {}}), "/version is missing");
    refused(
        &json!({"form": "T1", "version": 1, "answers": {}, "consents": [{"at": "x"}]}),
        "/consents/0/purpose is missing",
    );
}

#[test]
fn limits_are_kept() {
    assert!(matches!(read(b"{", &form()), Err(RecordError::NotJson { line: 1, column: 1 })));
    let big = vec![b' '; MAX_BYTES + 1];
    assert!(matches!(read(&big, &form()), Err(RecordError::PastLimit { what: "bytes", .. })));
    let deep = |n: usize| format!("{{\"n\":{}{}}}", "[".repeat(n), "]".repeat(n));
    assert!(matches!(read(deep(32).as_bytes(), &form()), Err(RecordError::PastLimit { what: "levels", .. })));
    assert!(matches!(read(deep(31).as_bytes(), &form()), Err(RecordError::Type { .. })));
    assert!(read(deep(100_000).as_bytes(), &form()).is_err());
    let rows: Vec<u32> = (0..501).collect();
    let draft = json!({"draft": 1, "form": "T1", "version": 1, "entries": {"rows": rows}});
    assert!(matches!(read_json(&draft), Err(RecordError::PastLimit { what: "rows", .. })));
}

fn submission() -> Submission {
    let text = |text: &str| Value::Text(text.to_owned());
    let parts = [("division", text("420105005003")), ("detail", text("1号"))];
    let parts = parts.map(|(name, value)| (name.to_owned(), Datum::Value(value)));
    Submission {
        form: FormId::new("T1"),
        version: 2,
        values: SortedMap::from([
            (Path::new("age"), Value::Number(Decimal::from(82))),
            (Path::new("born"), Value::Date(Date::new(1944, 5, 6).unwrap())),
            (Path::new("who.home"), Value::Map(SortedMap::from(parts))),
            (Path::new("who.name"), text("王秀英")),
            (Path::new("yes"), Value::Bool(true)),
        ]),
        rows: Rows::default(),
        derived: SortedSet::from([Path::new("age")]),
        consents: vec![Consent {
            purpose: Purpose::new("bank"),
            at: String::from("2026-11-23T08:30:00+08:00"),
        }],
        warnings: Vec::new(),
    }
}

#[test]
fn a_submission_has_one_spelling() {
    let want = concat!(
        r#"{"answers":{"age":82,"born":"1944-05-06","who":{"home":{"detail":"1号","division":"420105005003"},"#,
        r#""name":"王秀英"},"yes":true},"consents":[{"at":"2026-11-23T08:30:00+08:00","purpose":"bank"}],"#,
        r#""form":"T1","version":2}"#,
    );
    assert_eq!(String::from_utf8(canonical(&form(), &submission())).unwrap(), want);
}

#[test]
fn an_export_states_its_digest_and_is_read_back() {
    let mut submission = submission();
    submission.values.remove(&Path::new("born"));
    let Ok(Entered::Export(export)) = read(&export(&form(), &submission), &form()) else {
        panic!("no export")
    };
    assert_eq!(export.digest, Some(digest(&canonical(&form(), &submission))));
    assert_eq!(export.answers.consents, submission.consents);
    assert_eq!(export.answers.raw(&Path::new("who.home.detail")), "1号");
    // A computed answer is computed again.
    assert_eq!(export.answers.raw(&Path::new("age")), "");
}

#[test]
fn a_profile_knows_null_from_nothing() {
    let profile =
        read_profile(r#"{"person": {"birthDate": null, "n": 1.50, "l": [true, "x"]}}"#.as_bytes()).unwrap();
    let Some(Datum::Value(Value::Map(person))) = profile.get("person") else { panic!("no person") };
    assert_eq!(person.get("birthDate"), Some(&Datum::Absent));
    assert_eq!(person.get("n"), Some(&Datum::Value(Value::Number(Decimal::new(15, 1)))));
    assert_eq!(person.get("hukou"), None);
    assert!(read_profile(b"[]").is_err());
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let path = "[a-z]{1,4}(#[0-9])?(\\.[a-z]{1,4})?".prop_map(|path| Path::new(&path)).boxed();
    let page = "[a-z]{1,3}".prop_map(|page| PageId::new(&page)).boxed();
    let entry = prop_oneof![
        any::<String>().prop_map(Entry::Text),
        any::<String>().prop_map(Entry::Choice),
        any::<bool>().prop_map(Entry::YesNo),
        prop::collection::vec(any::<u32>().prop_map(RowId), 0..4).prop_map(Entry::Rows),
    ];
    let consent = ("[a-z]{1,5}", any::<String>())
        .prop_map(|(purpose, at)| Consent { purpose: Purpose::new(&purpose), at });
    let paths = prop::collection::btree_set(path.clone(), 0..4).boxed();
    (
        prop::collection::btree_map(path.clone(), entry, 0..8),
        prop::collection::vec(consent, 0..3),
        prop::option::of(page.clone()),
        paths.clone(),
        prop::collection::btree_set(page, 0..4),
        paths,
        prop::collection::btree_set((path, any::<String>()), 0..4),
        any::<u32>(),
        prop::option::of(("[0-9a-f]{16}", any::<bool>())),
    )
        .prop_map(|(entries, consents, page, touched, left, declined, confirmed, version, handover)| {
            Draft {
                handover: handover.map(|(id, has_base)| Handover {
                    id,
                    base: has_base.then(|| Answers {
                        entries: entries.clone().into_iter().collect(),
                        consents: consents.clone(),
                    }),
                }),
                form: FormId::new("T1"),
                version,
                answers: Answers { entries: entries.into_iter().collect(), consents },
                page,
                touched: touched.into_iter().collect(),
                left: left.into_iter().collect(),
                declined: declined.into_iter().collect(),
                confirmed: confirmed.into_iter().collect(),
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_is_read_as_written(draft in any_draft()) {
        prop_assert_eq!(read_draft(&write_draft(&draft)), Ok(draft));
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, &form());
        let _ = read_profile(&bytes);
    }

    #[test]
    fn any_text_in_a_file_is_read_without_a_panic(key in any::<String>(), text in any::<String>()) {
        let _ = read_json(&json!({"who": {key.clone(): text.clone()}, key: text}));
    }
}
