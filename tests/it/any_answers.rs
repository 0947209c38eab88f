//! What holds for any answers whatever.

use std::collections::BTreeSet;

use proptest::prelude::*;
use yuntian::{
    catalog,
    model::{
        Accept, Answers, DocumentKind, Entry, Field, Form, Kind, MediaType, Path, RuleKind, Shape, Tables,
    },
    record,
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
            field("d", Kind::Group),
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
            field("d.documentType", choice(&["citizenId", "passport", "other"])),
            field("d.documentNumber", Kind::Document(DocumentKind::Personal)),
            field("d.birthDate", Kind::Date),
            field("area", Kind::Decimal),
            field("fee", Kind::Money),
            field("since", Kind::Month),
            field("few", several(&["1", "2", "x"])),
            field("mail", Kind::Email),
            field("code", Kind::Document(DocumentKind::CreditCode)),
            field("plate", Kind::Document(DocumentKind::Plate)),
            field("disabled", Kind::Document(DocumentKind::Disability)),
            field("alien", Kind::Document(DocumentKind::ForeignResidence)),
            field("wed", Kind::Document(DocumentKind::Marriage)),
            field("deed", Kind::Document(DocumentKind::RealEstate)),
            field("signed", Kind::Signature),
            field("file", Kind::Attachment(Accept { types: vec![MediaType::Pdf], most_bytes: 99 })),
            Field { is_read_only: true, ..field("age", Kind::Integer) },
        ],
        vec![
            rule("age", RuleKind::Value, "age(p.birthDate, today)"),
            rule("p.phone", RuleKind::Show, "yes || n > 3"),
            rule("card", RuleKind::Show, "has(p.phone)"),
            rule("text", RuleKind::Require, "age >= 80"),
            check("n", "n * n < 100 && text != p.name"),
            check("fee", "fee * 3 < area && '1' in few && since < 'x'"),
        ],
    )
}

fn several(codes: &[&str]) -> Kind {
    Kind::Choices(choice(codes).choices().unwrap().to_vec())
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
        "d.documentType",
        "d.documentNumber",
        "area",
        "fee",
        "since",
        "few",
        "mail",
        "code",
        "plate",
        "disabled",
        "alien",
        "wed",
        "deed",
        "signed",
        "file",
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
            "420105194405060225", "110105491231002", "1944-05-06", "1", "2", "王秀英", "420105002001", "420100", "110105", "鹦鹉大道1号",
            "13871234567", "027-84468300", "5", "true", "false", "6212345678901232", " ",
            "passport", "E12345678", "1,234.50", "￥12,345元", "0.00001", "999999999999999", "9999999999999.99", "2026年1月", "2,1",
            "x，1", "li@example.com", "91420105MA4K12345U", "91350100M0001TGQXM", "鄂A·D12345", "鄂A1234学",
            "42010519790606123842", "KAZ110090123105", "911398199012310021", "J420105-2023-000123",
            "鄂（2023）武汉市汉阳不动产权第0012345号", "1,2 3,4;5,6", "paper",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 application/pdf 99", "", "😀", "０", "-", "x",
        ]).prop_map(str::to_owned),
        1 => "[-+]?[0-9]{1,14}([.,][0-9]{0,6})?",
        1 => "[0-9A-Z鄂京学(（·]{0,20}",
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
    fn an_exported_value_is_read_back(raw in raw(), at: proptest::sample::Index) {
        let tables = Tables::default();
        let fields: Vec<Field> =
            every_kind().fields.into_iter().filter(|field| !matches!(field.kind, Kind::Group | Kind::Address)).collect();
        let field = Field { path: Path::new("it"), is_required: false, is_read_only: false, ..at.get(&fields).clone() };
        let form = form(vec![field], Vec::new());
        let Ok(done) = finish(&form, &entered([&("it", raw)]), &tables, today()) else { return Ok(()) };
        let file = record::export(&form, &done);
        let again = record::read(&file, &form).unwrap();
        let again = finish(&form, again.answers(), &tables, today()).unwrap();
        prop_assert_eq!(&again.values, &done.values);
        prop_assert_eq!(record::canonical(&form, &again), record::canonical(&form, &done));
        let json: serde_json::Value = serde_json::from_slice(&file).unwrap();
        let validator = jsonschema::validator_for(&catalog::schema(&form)).unwrap();
        prop_assert!(validator.is_valid(&json), "{}", json);
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
        for kind in every_kind().fields.into_iter().map(|field| field.kind) {
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

/// What `validator` finds, where it follows the same rule: it also takes addresses in brackets and names in other scripts.
fn is_email_elsewhere(text: &str) -> bool {
    use validator::ValidateEmail as _;
    text.is_ascii() && !text.contains('[') && text.validate_email()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_email_is_one_elsewhere_too(
        text in prop_oneof![
            "[a-z.!#+/=?^_`{|}~'\\\\-]{0,4}@?[a-zA-Z0-9.-]{0,6}(\\.[a-z-]{0,3}){0,3}",
            "[a-z]{1,70}@[a-z]{1,70}(\\.[a-z0-9]{1,70}){0,4}",
            "[ -~]{0,12}@[ -~]{0,12}",
        ]
    ) {
        let is_here = kinds::email::clean(&text) == text && kinds::email::read(&text).value.is_some();
        // `validator` counts each part; the whole has a limit of its own here, and the HTML standard none for the first part.
        let local = text.split('@').next().unwrap_or_default();
        if text.len() <= 254 && local.len() <= 64 {
            prop_assert_eq!(is_here, is_email_elsewhere(&text), "{}", text);
        }
    }
}
