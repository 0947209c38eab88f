//! What holds for any answers whatever.

use std::collections::BTreeSet;

use proptest::prelude::*;
use yuntian::{
    model::{Answers, Entry, Field, Form, Kind, Path, RuleKind, Shape, Tables},
    validate::{Knowledge, finish, kinds, state, survey},
};

use super::validate::{check, choice, field, form, required, rule, today};

/// One field of each kind, with rules of each kind between them.
fn every_kind() -> Form {
    let shape = Shape {
        min_length: Some(2),
        max_length: Some(20),
        pattern: Some("^[^x]*$".to_owned()),
        ..Shape::default()
    };
    form(
        vec![
            field("p", Kind::Group),
            required("p.idNumber", Kind::CitizenId),
            field("p.birthDate", Kind::Date),
            field("p.sex", choice(&["1", "2"])),
            required("p.name", Kind::Name),
            field("p.home", Kind::Address),
            field("p.phone", Kind::Phone),
            field("n", Kind::Integer),
            field("yes", Kind::YesNo),
            Field { shape, ..field("text", Kind::Text { is_long: true }) },
            field("card", Kind::BankCard),
            Field { is_read_only: true, ..field("age", Kind::Integer) },
        ],
        vec![
            rule("age", RuleKind::Value, "age(p.birthDate, today)"),
            rule("p.phone", RuleKind::Show, "yes || n > 3"),
            rule("card", RuleKind::Show, "has(p.phone)"),
            rule("text", RuleKind::Require, "age >= 80"),
            check("n", "n * n < 100 && text != p.name"),
        ],
    )
}

fn paths() -> Vec<&'static str> {
    vec![
        "p.idNumber",
        "p.birthDate",
        "p.sex",
        "p.name",
        "p.home.division",
        "p.home.place",
        "p.home.detail",
        "p.phone",
        "n",
        "yes",
        "text",
        "card",
        "age",
        "p",
        "nowhere",
        "p.home",
        "",
    ]
}

fn raw() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => any::<String>(),
        3 => proptest::sample::select(vec![
            "420105194405060225", "110105491231002", "1944-05-06", "1", "2", "王秀英", "420105002001", "鹦鹉大道1号",
            "13871234567", "027-84468300", "5", "true", "false", "6212345678901232", " ", "", "😀", "０", "-", "x",
        ]).prop_map(str::to_owned),
        1 => "[0-9０-９Xx \u{2010}-\u{2015}年月日/.()+#-]{0,24}",
    ]
}

fn entries() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    proptest::collection::vec((proptest::sample::select(paths()), raw()), 0..16)
}

fn entered<'a>(entries: impl IntoIterator<Item = &'a (&'static str, String)>) -> Answers {
    let entry = |(path, raw): &(&str, String)| (Path::new(path), Entry::Text(raw.clone()));
    Answers { entries: entries.into_iter().map(entry).collect(), consents: Vec::new() }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_are_worked_out(entries in entries(), is_left: bool) {
        let (form, answers) = (every_kind(), entered(&entries));
        let before = answers.clone();
        let knowledge = if is_left { Knowledge::Left } else { Knowledge::Unasked };
        let tables = Tables::default();
        let first = state(&form, &answers, &|_| knowledge, &tables, today());
        prop_assert_eq!(&first, &state(&form, &answers, &|_| knowledge, &tables, today()));
        prop_assert_eq!(first.fields.len(), form.fields.len());
        for found in first.fields.values().filter(|found| !found.is_shown) {
            prop_assert!(found.issues.is_empty() && found.datum.value().is_none() && !found.is_required);
        }
        prop_assert!(answers == before, "what was typed stays");
    }

    #[test]
    fn finish_and_survey_agree(entries in entries()) {
        let (form, answers, tables) = (every_kind(), entered(&entries), Tables::default());
        let found = survey(&form, &answers, &tables, today());
        match finish(&form, &answers, &tables, today()) {
            Ok(done) => {
                prop_assert!(found.open.is_empty() && found.wrong.is_empty());
                prop_assert_eq!(&done.values, &found.values);
                prop_assert_eq!(&finish(&form, &answers, &tables, today()).unwrap(), &done);
            }
            Err(issues) => prop_assert_eq!(issues.len(), found.open.len() + found.wrong.len() + found.warnings.len()),
        }
    }

    #[test]
    fn a_finished_value_typed_again_is_the_same(entries in entries()) {
        let (form, tables) = (every_kind(), Tables::default());
        let Ok(done) = finish(&form, &entered(&entries), &tables, today()) else { return Ok(()) };
        for field in form.fields.iter().filter(|field| !matches!(field.kind, Kind::Group | Kind::Address)) {
            if let Some(value) = done.values.get(&field.path) {
                let again = kinds::read(&field.kind, &kinds::canonical(value), &tables, today());
                prop_assert_eq!(again.value.as_ref(), Some(value), "{}", field.path);
            }
        }
    }

    #[test]
    fn the_order_of_answers_does_not_matter(entries in entries()) {
        let mut seen = BTreeSet::new();
        let distinct: Vec<_> = entries.into_iter().filter(|(path, _)| seen.insert(*path)).collect();
        let form = every_kind();
        let work = |answers: Answers| state(&form, &answers, &|_| Knowledge::Left, &Tables::default(), today());
        prop_assert_eq!(work(entered(&distinct)), work(entered(distinct.iter().rev())));
    }

    #[test]
    fn grouping_digits_changes_no_value(raw in raw()) {
        for kind in [Kind::CitizenId, Kind::BankCard, Kind::Phone] {
            let (tables, clean) = (Tables::default(), kinds::clean(&kind, &raw));
            let grouped = kinds::grouped(&kind, &clean);
            prop_assert_eq!(kinds::read(&kind, &grouped, &tables, today()), kinds::read(&kind, &clean, &tables, today()));
        }
    }

    #[test]
    fn a_cleaned_text_is_worth_what_was_typed(raw in raw()) {
        let tables = Tables::default();
        for field in every_kind().fields {
            let read = |text: &str| kinds::read(&field.kind, text, &tables, today()).value;
            prop_assert_eq!(read(&kinds::clean(&field.kind, &raw)), read(&raw), "{}", field.path);
        }
    }
}
