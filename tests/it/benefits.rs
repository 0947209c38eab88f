//! The engine of the benefits: rows, amounts, what is unknown, the next question, what is handed to a form.

use yuntian::{
    benefits::{
        Finding, Outcome, Profile, check, contradictions, empty, handed, is_for_firm, next_question, state,
        thresholds,
    },
    model::{
        Amount, Benefit, Choice, Confirm, Date, Datum, Each, Eligibility, Field, Form, FormId, FormKind,
        Guide, Kind, Localized, Page, PageId, ParamRow, Params, Path, Role, Rule, RuleKind, Section,
        Sensitivity, Shape, SortedMap, Value,
    },
    record,
    rules::{self, Data, Scope as _},
};

fn today() -> Date {
    Date::new(2026, 11, 26).unwrap()
}

fn said(text: &str) -> Localized {
    Localized { zh: text.to_owned(), en: None }
}

fn blank(kind: FormKind) -> Form {
    Form {
        id: FormId::new("T"),
        version: 1,
        kind,
        valid_from: today(),
        title: said("t"),
        department: said("d"),
        minutes: 1,
        guide: Guide::default(),
        fields: Vec::new(),
        pages: Vec::new(),
        rules: Vec::new(),
        documents: Vec::new(),
        consents: Vec::new(),
        commitments: Vec::new(),
        params: Params::default(),
        migrate: Vec::new(),
        benefits: Vec::new(),
        is_plain: true,
    }
}

fn benefit(rules: &[&str], each: Option<&str>, amount: Option<&str>) -> Form {
    let eligible = rules.iter().map(|rule| Eligibility {
        source: (*rule).to_owned(),
        rule: rules::parse(rule).unwrap(),
        reason: said(rule),
    });
    let row = |value: Option<u32>| {
        let value = value.map(|value| Value::Number(value.into()));
        vec![ParamRow {
            valid_from: Date::new(2026, 1, 1).unwrap(),
            valid_to: None,
            value,
            source: Some("s".into()),
        }]
    };
    let mut form = blank(FormKind::Benefit(Box::new(Benefit {
        eligible: eligible.collect(),
        standard: said("s"),
        confirm: Confirm::None,
        each: each.map(|table| Each { table: Path::new(table), none: said("nobody") }),
        amount: amount.map(|rule| Amount { rule: rules::parse(rule).unwrap(), unit: said("元") }),
    })));
    form.params =
        Params(SortedMap::from([("yearly".to_owned(), row(Some(3600))), ("open".to_owned(), row(None))]));
    form
}

/// A question; in rows as their table has them.
fn field(path: &str, kind: Kind) -> Field {
    Field {
        path: Path::new(path),
        kind,
        label: said(path),
        print: None,
        hint: None,
        help: None,
        role: ["person", "firm"].contains(&path).then(|| Role(path.to_owned())),
        owner: None,
        sensitivity: Sensitivity::General,
        purpose: None,
        autocomplete: None,
        is_required: false,
        is_read_only: false,
        shape: Shape::default(),
    }
}

fn profile_form() -> Form {
    let level = |code: &str| Choice { code: code.to_owned(), label: said(code), print: None };
    let mut form = blank(FormKind::Profile);
    form.fields = vec![
        field("person", Kind::Group),
        field("person.birthDate", Kind::Date),
        field("person.home", Kind::Address),
        field("person.level", Kind::Choice(vec![level("none"), level("1")])),
        field("person.kind", Kind::Text { is_long: false }),
        field("person.years", Kind::Integer),
        field("household", Kind::Rows),
        field("household.birthDate", Kind::Date),
        field("household.claimed", Kind::YesNo),
        field("firm", Kind::Group),
        field("firm.paid", Kind::Money),
    ];
    let asked = form.fields.iter().filter(|field| field.kind != Kind::Group).map(|field| field.path.clone());
    let section = Section { title: None, note: None, fields: asked.collect() };
    form.pages = vec![Page { id: PageId::new("all"), title: said("all"), sections: vec![section] }];
    let rule = |on: &str, source: &str, kind| Rule {
        on: Path::new(on),
        source: source.to_owned(),
        expr: rules::parse(source).unwrap(),
        kind,
    };
    let check = || RuleKind::Check { message: said("no"), is_warning: false };
    form.rules = vec![
        rule("person.kind", "person.level != \"none\"", RuleKind::Show),
        rule("person.years", "person.years <= age(person.birthDate, today) - 16", check()),
    ];
    form
}

/// What a benefit comes to over a profile, read as the command line reads it.
fn come(form: &Form, told: &str) -> Outcome {
    let profile = profile_form();
    let (answers, absent) = record::read_told(told.as_bytes(), &profile).unwrap();
    let state = state(&profile, &answers, &absent, today());
    let empty = empty(&profile, &absent);
    check(form, &Profile { state: &state, empty: &empty, params: &form.params, today: today() })
}

fn expect(form: &Form, told: &str, result: Finding, missing: &[&str]) {
    let outcome = come(form, told);
    assert_eq!(
        (outcome.result, outcome.missing.clone()),
        (result, missing.iter().map(|path| (*path).to_owned()).collect()),
        "{told}"
    );
    // Plain data comes to the same.
    let root = record::read_profile(told.as_bytes()).unwrap();
    let plain = check(form, &Data { root: &root, params: &form.params, today: today() });
    assert_eq!(plain.result, result, "{told}");
}

#[test]
fn rows_are_tested_one_by_one() {
    let child = benefit(&["age(member.birthDate, today) < 3", "!member.claimed"], Some("household"), None);
    let row = |born: &str| format!(r#"{{"birthDate": "{born}", "claimed": false}}"#);
    let told = |rows: &[String]| format!(r#"{{"household": [{}]}}"#, rows.join(", "));
    let (young, old) = (row("2025-01-01"), row("1990-01-01"));
    expect(&child, &told(&[old.clone(), young.clone()]), Finding::Eligible, &[]);
    expect(&child, &told(std::slice::from_ref(&old)), Finding::NotEligible, &[]);
    expect(&child, "{}", Finding::Unknown, &["household"]);
    expect(&child, r#"{"household": []}"#, Finding::NotEligible, &[]);
    expect(
        &child,
        &told(&[old.clone(), r#"{"claimed": false}"#.into()]),
        Finding::Unknown,
        &["household[1].birthDate"],
    );
    // A row that does not qualify waits for nothing.
    expect(
        &child,
        &told(&[r#"{"claimed": true}"#.into(), r#"{"birthDate": "2025-01-01"}"#.into()]),
        Finding::Unknown,
        &["household[1].claimed"],
    );
    // One that may is enough.
    expect(&child, &told(&["{}".into(), young.clone()]), Finding::Eligible, &[]);

    let outcome = come(&child, &told(&[old, young]));
    let members: Vec<_> =
        outcome.tests.iter().map(|test| (test.row.clone().unwrap(), test.result().as_str())).collect();
    assert_eq!(
        members,
        [("household[0]".to_owned(), "not_eligible"), ("household[1]".to_owned(), "eligible")]
    );
    assert_eq!((outcome.failed(), outcome.reasons), (vec![0], vec![]));
    let reasons = come(&child, r#"{"household": []}"#).reasons;
    assert_eq!(reasons, [("size(household) > 0".to_owned(), said("nobody"))]);
}

#[test]
fn a_condition_on_the_person_settles_it_before_the_rows_are_known() {
    let child = benefit(&["age(person.birthDate, today) < 40", "!member.claimed"], Some("household"), None);
    expect(&child, r#"{"person": {"birthDate": "1950-01-01"}}"#, Finding::NotEligible, &[]);
    expect(&child, r#"{"person": {"birthDate": "2000-01-01"}}"#, Finding::Unknown, &["household"]);
}

#[test]
fn an_amount_is_there_once_its_parameters_are() {
    let whole = |rule| benefit(&["person.years > 1"], None, Some(rule));
    let told = r#"{"person": {"years": 3}}"#;
    let amount = |form: &Form, told: &str| come(form, told).amount.map(|amount| amount.to_string());
    assert_eq!(amount(&whole("param.yearly"), told).as_deref(), Some("3600"));
    assert_eq!(amount(&whole("param.yearly * 10 / 3"), told).as_deref(), Some("12000"));
    assert_eq!(amount(&whole("1 / 3"), told).as_deref(), Some("0.33"));
    assert_eq!(amount(&whole("param.open * 2"), told), None);
    assert_eq!(amount(&whole("param.yearly"), r#"{"person": {"years": 0}}"#), None);
    assert_eq!(amount(&whole("param.yearly"), "{}"), None);
    // What reads the row is summed over the rows that may qualify.
    let rows = r#"{"household": [{"claimed": false, "birthDate": "2025-01-01"}, {"claimed": false}, {"claimed": true}]}"#;
    let each = |rule| benefit(&["!member.claimed"], Some("household"), Some(rule));
    assert_eq!(amount(&each("member.claimed ? 1 : param.yearly"), rows).as_deref(), Some("7200"));
    assert_eq!(amount(&each("param.yearly"), rows).as_deref(), Some("3600"));
}

#[test]
fn thresholds_are_those_that_the_rules_read() {
    let form = benefit(&["person.years > param.open"], None, Some("param.yearly"));
    let found: Vec<_> = thresholds(&form, today())
        .into_iter()
        .map(|(name, row)| (name, row.and_then(|row| row.value.clone()).is_some()))
        .collect();
    assert_eq!(found, [("open".to_owned(), false), ("yearly".to_owned(), true)]);
}

#[test]
fn kinds_are_read_by_the_profile_form() {
    let paid = benefit(&["firm.paid * 2 > 100"], None, None);
    assert_eq!(come(&paid, r#"{"firm": {"paid": "60.00"}}"#).result, Finding::Eligible);
    assert_eq!(come(&paid, r#"{"firm": {"paid": 60}}"#).result, Finding::Eligible);
    assert_eq!(come(&paid, r#"{"firm": {"paid": "40"}, "other": {"x": 1}}"#).result, Finding::NotEligible);
    // Of an address the division will do, from anywhere.
    let here = benefit(&["person.home.division.startsWith('420105')"], None, None);
    expect(&here, r#"{"person": {"home": {"division": "420105005003"}}}"#, Finding::Eligible, &[]);
    expect(&here, r#"{"person": {"home": {"division": "420102001001"}}}"#, Finding::NotEligible, &[]);
    expect(&here, "{}", Finding::Unknown, &["person.home.division"]);
    let guarded = benefit(&["has(person.home.division) && person.home.division == '420105'"], None, None);
    expect(&guarded, r#"{"person": {"home": {"division": null}}}"#, Finding::NotEligible, &[]);
    expect(&here, r#"{"person": {"home": null}}"#, Finding::Unknown, &["person.home.division"]);
}

#[test]
fn what_may_still_be_shown_is_unknown() {
    let blind = benefit(&["has(person.kind) && person.kind == 'blind'"], None, None);
    assert_eq!(come(&blind, "{}").missing, ["person.level"]);
    assert_eq!(come(&blind, r#"{"person": {"level": "none"}}"#).result, Finding::NotEligible);
    assert_eq!(come(&blind, r#"{"person": {"level": "1"}}"#).missing, ["person.kind"]);
}

#[test]
fn a_contradiction_is_named_and_nothing_is_guessed() {
    let pension = benefit(&["person.years >= 15"], None, None);
    let told = r#"{"person": {"birthDate": "2000-01-01", "years": 30}}"#;
    let outcome = come(&pension, told);
    assert_eq!((outcome.result, outcome.missing), (Finding::Unknown, vec!["person.years".to_owned()]));
    let form = profile_form();
    let (answers, absent) = record::read_told(told.as_bytes(), &form).unwrap();
    let found = contradictions(&form, &answers, &state(&form, &answers, &absent, today()));
    assert_eq!(found.iter().map(|issue| issue.field.as_str()).collect::<Vec<_>>(), ["person.years"]);
    let clean = record::read_told(br#"{"person": {"years": null}}"#, &form).unwrap();
    assert_eq!(contradictions(&form, &clean.0, &state(&form, &clean.0, &clean.1, today())), []);
}

/// The question after what was told.
fn next(benefits: &[Form], told: &str, skipped: &[&str]) -> Option<String> {
    let form = profile_form();
    let outcomes: Vec<Outcome> = benefits.iter().map(|benefit| come(benefit, told)).collect();
    let may = |path: &Path| !skipped.contains(&path.as_str());
    next_question(&outcomes.iter().collect::<Vec<_>>(), &form, &may).map(Path::to_string)
}

#[test]
fn the_question_that_settles_most_comes_next() {
    let of = |rules: &[&str]| benefit(rules, None, None);
    let old = of(&["age(person.birthDate, today) >= 80", "person.home.division == '420105'"]);
    let disabled = of(&["person.level == '1'", "person.home.division == '420105'"]);
    let pension = of(&["person.years > 15"]);
    let all = [old.clone(), disabled.clone(), pension];
    // The home would settle two halves, the years a whole: of equal ones the first of the form.
    assert_eq!(next(&all, "{}", &[]).as_deref(), Some("person.home"));
    assert_eq!(next(&all, "{}", &["person.home"]).as_deref(), Some("person.years"));
    // Elsewhere only the pension is open; the birth date can not matter any more.
    let elsewhere = r#"{"person": {"home": {"division": "110101"}}}"#;
    assert_eq!(next(&all, elsewhere, &[]).as_deref(), Some("person.years"));
    assert_eq!(next(&all, elsewhere, &["person.years"]), None);
    // A row's question is that of its table.
    let child = benefit(&["!member.claimed"], Some("household"), None);
    assert_eq!(next(&[child], r#"{"household": [{}]}"#, &[]).as_deref(), Some("household"));
}

#[test]
fn what_only_a_parameter_could_settle_is_not_asked() {
    let of = |rule: &str| benefit(&[rule], None, None);
    assert_eq!(next(&[of("person.years > param.open")], "{}", &[]), None);
    assert_eq!(next(&[of("has(person.years) && person.years > param.open")], "{}", &[]), None);
    assert_eq!(
        next(&[of("has(person.years) && person.years > param.yearly")], "{}", &[]).as_deref(),
        Some("person.years")
    );
    let either = of("person.level == '1' || person.years > param.open");
    assert_eq!(next(&[either], "{}", &[]).as_deref(), Some("person.level"));
    // A firm's question is never put for a benefit that is settled.
    let firm = benefit(&["person.level == '1'", "firm.paid > 1"], None, None);
    assert_eq!(next(std::slice::from_ref(&firm), r#"{"person": {"level": "none"}}"#, &[]), None);
    assert!(is_for_firm(&firm) && !is_for_firm(&of("person.years > 1")));
}

#[test]
fn answers_are_handed_over_by_role() {
    let profile = profile_form();
    let mut form = benefit(&[], None, None);
    let group = |path: &str, role: &str| Field { role: Some(Role(role.into())), ..field(path, Kind::Group) };
    form.fields = vec![
        group("who", "person"),
        field("who.birthDate", Kind::Date),
        field("who.home", Kind::Address),
        // Another kind, and a choice that the form does not have.
        field("who.years", Kind::Decimal),
        Field {
            owner: Some(Path::new("who")),
            ..field("level", Kind::Choice(vec![Choice { code: "1".into(), label: said("1"), print: None }]))
        },
        group("child", "member"),
        field("child.birthDate", Kind::Date),
    ];
    let told = r#"{"person": {"birthDate": "1940-01-01", "home": {"division": "420105", "detail": "1号"}, "level": "1", "years": 3},
        "household": [{"birthDate": "2025-01-01"}, {"birthDate": "2024-01-01"}]}"#;
    let (answers, _) = record::read_told(told.as_bytes(), &profile).unwrap();
    let row = Path::new("household#1");
    let found = handed(&profile, &answers, Some(&row), &form);
    let found: Vec<(&str, &str)> = found.iter().map(|(path, raw)| (path.as_str(), raw.as_str())).collect();
    assert_eq!(
        found,
        [
            ("child.birthDate", "2024-01-01"),
            ("who.birthDate", "1940-01-01"),
            ("who.home.detail", "1号"),
            ("who.home.division", "420105"),
            ("level", "1")
        ]
    );
}

/// What has no value is told apart: unknown and absent.
#[test]
fn null_is_absent() {
    let profile = profile_form();
    let (answers, absent) =
        record::read_told(br#"{"person": {"level": null}, "firm": null}"#, &profile).unwrap();
    let state = state(&profile, &answers, &absent, today());
    let params = Params::default();
    let scope = Profile { state: &state, empty: &[], params: &params, today: today() };
    assert_eq!(scope.get("person.level"), Datum::Absent);
    assert_eq!(scope.get("firm.paid"), Datum::Absent);
    assert_eq!(scope.get("person.birthDate"), Datum::unknown("person.birthDate"));
}
