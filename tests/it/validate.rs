//! What answers are worth, over small forms written here.

use yuntian::{
    model::{
        Answers, Choice, Consent, ConsentText, Date, Datum, Decimal, Entry, Field, Form, FormId, FormKind,
        Guide, Kind, Localized, Page, PageId, ParamRow, Params, Path, Purpose, Rule, RuleKind, Section,
        Sensitivity, Shape, SortedMap, SortedSet, Tables, Value,
    },
    rules,
    validate::{Knowledge, Offer, State, Submission, finish, state, survey},
};

/// The day on which every form here is filled.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

/// A field that is asked, with nothing special.
pub(crate) fn field(path: &str, kind: Kind) -> Field {
    Field {
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
        is_read_only: false,
        shape: Shape::default(),
    }
}

/// A field that must be answered.
pub(crate) fn required(path: &str, kind: Kind) -> Field {
    Field { is_required: true, ..field(path, kind) }
}

/// A rule, as its author writes it.
pub(crate) fn rule(on: &str, kind: RuleKind, source: &str) -> Rule {
    Rule { on: Path::new(on), source: source.to_owned(), expr: rules::parse(source).unwrap(), kind }
}

/// A check that blocks.
pub(crate) fn check(on: &str, source: &str) -> Rule {
    rule(on, RuleKind::Check { message: Localized::default(), is_warning: false }, source)
}

/// A list of codes.
pub(crate) fn choice(codes: &[&str]) -> Kind {
    let choice = |code: &&str| Choice { code: (*code).to_owned(), label: Localized::default(), print: None };
    Kind::Choice(codes.iter().map(choice).collect())
}

/// A form whose one page asks every field that is neither a group nor read-only nor named `unlisted`.
pub(crate) fn form(fields: Vec<Field>, rules: Vec<Rule>) -> Form {
    let is_asked = |field: &&Field| {
        field.kind != Kind::Group && !field.is_read_only && !field.path.as_str().ends_with("unlisted")
    };
    let asked = fields.iter().filter(is_asked).map(|field| field.path.clone()).collect();
    let section = Section { title: None, note: None, fields: asked };
    Form {
        id: FormId::new("T001"),
        version: 1,
        kind: FormKind::Item,
        valid_from: today(),
        title: Localized::default(),
        department: Localized::default(),
        minutes: 1,
        guide: Guide::default(),
        fields,
        pages: vec![Page { id: PageId::new("all"), title: Localized::default(), sections: vec![section] }],
        rules,
        documents: Vec::new(),
        consents: Vec::new(),
        commitments: Vec::new(),
        params: Params::default(),
        migrate: Vec::new(),
        benefits: Vec::new(),
        is_plain: false,
    }
}

/// What was typed, by path.
pub(crate) fn answers(entries: &[(&str, &str)]) -> Answers {
    let entry = |(path, raw): &(&str, &str)| (Path::new(path), Entry::Text((*raw).to_owned()));
    Answers { entries: entries.iter().map(entry).collect(), consents: Vec::new() }
}

fn worked_out(form: &Form, entries: &[(&str, &str)], knowledge: Knowledge) -> State {
    state(form, &answers(entries), &|_| knowledge, &Tables::default(), today())
}

fn finished(form: &Form, entries: &[(&str, &str)]) -> Submission {
    finish(form, &answers(entries), &Tables::default(), today()).unwrap()
}

/// `path code`, with a `?` behind warnings; as finish and survey list them.
fn refused(form: &Form, entries: &[(&str, &str)]) -> Vec<String> {
    let issues = finish(form, &answers(entries), &Tables::default(), today()).unwrap_err();
    let mark = |severity: &str| if severity == "warning" { "?" } else { "" };
    issues
        .iter()
        .map(|issue| format!("{} {}{}", issue.field, issue.kind.code(), mark(issue.severity.as_str())))
        .collect()
}

fn shown(state: &State) -> Vec<&str> {
    state.fields.iter().filter(|(_, field)| field.is_shown).map(|(path, _)| path.as_str()).collect()
}

const TEXT: Kind = Kind::Text { is_long: false };
const NUMBER: &str = "420105194405060225";

#[test]
fn a_hidden_field_is_absent_and_keeps_its_text() {
    let form = form(
        vec![
            field("byAgent", Kind::YesNo),
            field("agent", Kind::Group),
            required("agent.name", Kind::Name),
            field("seen", TEXT),
        ],
        vec![rule("agent", RuleKind::Show, "byAgent"), rule("seen", RuleKind::Show, "has(agent.name)")],
    );
    let entries = [("byAgent", "false"), ("agent.name", "1")];
    let state = worked_out(&form, &entries, Knowledge::Left);
    assert_eq!(shown(&state), ["byAgent"]);
    let name = state.fields.get(&Path::new("agent.name")).unwrap();
    assert_eq!((&name.datum, name.issues.len(), name.is_required), (&Datum::Absent, 0, false));
    assert_eq!(answers(&entries).raw(&Path::new("agent.name")), "1");
    assert!(finished(&form, &entries).values.keys().map(Path::as_str).eq(["byAgent"]));

    assert_eq!(refused(&form, &[("byAgent", "true"), ("agent.name", "1")]), ["agent.name charset"]);
    let state = worked_out(&form, &[("byAgent", "true"), ("agent.name", "李华")], Knowledge::Unasked);
    assert_eq!(shown(&state), ["agent", "agent.name", "byAgent", "seen"]);
}

#[test]
fn an_empty_field_is_unknown_until_it_is_left() {
    let form = form(
        vec![
            field("a", Kind::Integer),
            field("b", TEXT),
            Field { is_read_only: true, ..field("sum", Kind::Integer) },
        ],
        vec![
            rule("b", RuleKind::Show, "a != 3"),
            rule("sum", RuleKind::Value, "a + 1"),
            rule("b", RuleKind::Require, "!has(a)"),
            check("a", "a > 5"),
        ],
    );
    let datum = |state: &State, path: &str| state.fields.get(&Path::new(path)).unwrap().datum.clone();
    let unasked = worked_out(&form, &[], Knowledge::Unasked);
    assert_eq!(datum(&unasked, "a"), Datum::unknown("a"));
    assert_eq!(datum(&unasked, "sum"), Datum::Absent);
    assert_eq!(shown(&unasked), ["a"]);
    assert_eq!(datum(&worked_out(&form, &[], Knowledge::Left), "a"), Datum::Absent);
    assert_eq!(refused(&form, &[("a", "3")]), ["a check"]);

    let done = finished(&form, &[("a", "6")]);
    assert_eq!(*done.values.get(&Path::new("sum")).unwrap(), Value::Number(Decimal::from(7)));
    assert_eq!(done.derived, SortedSet::from([Path::new("sum")]));
}

#[test]
fn an_identity_number_says_birth_date_and_sex() {
    let form = form(
        vec![
            field("p", Kind::Group),
            required("p.idNumber", Kind::CitizenId),
            required("p.birthDate", Kind::Date),
            required("p.sex", choice(&["0", "1", "2", "9"])),
            Field { is_read_only: true, ..field("age", Kind::Integer) },
        ],
        vec![rule("age", RuleKind::Value, "age(p.birthDate, today)"), check("p.birthDate", "age >= 80")],
    );
    let state = worked_out(&form, &[("p.idNumber", "440105194405060225")], Knowledge::Unasked);
    assert_eq!(state.fields.get(&Path::new("p.birthDate")).unwrap().datum, Datum::unknown("p.birthDate"));

    let state = worked_out(&form, &[("p.idNumber", NUMBER)], Knowledge::Unasked);
    let birth = state.fields.get(&Path::new("p.birthDate")).unwrap();
    let offer = Offer { from: Path::new("p.idNumber"), raw: "1944-05-06".to_owned() };
    assert_eq!((birth.is_derived, &birth.offer, birth.issues.len()), (true, &Some(offer), 0));
    assert_eq!(
        state.fields.get(&Path::new("age")).unwrap().datum,
        Datum::Value(Value::Number(Decimal::from(82)))
    );

    let done = finished(&form, &[("p.idNumber", NUMBER)]);
    assert_eq!(*done.values.get(&Path::new("p.sex")).unwrap(), Value::Text("2".to_owned()));
    assert!(
        done.derived.contains(&Path::new("p.birthDate")) && !done.derived.contains(&Path::new("p.idNumber"))
    );

    let entries = [("p.idNumber", NUMBER), ("p.birthDate", "1944年6月5日"), ("p.sex", "1")];
    let done = finished(&form, &entries);
    let warned: Vec<_> =
        done.warnings.iter().map(|issue| (issue.field.as_str(), issue.kind.code())).collect();
    assert_eq!(warned, [("p.birthDate", "conflict"), ("p.sex", "conflict")]);
    assert_eq!(
        *done.values.get(&Path::new("p.birthDate")).unwrap(),
        Value::Date(Date::new(1944, 6, 5).unwrap())
    );
}

#[test]
fn what_no_page_asks_is_absent_unless_it_is_derived() {
    let fields = || {
        vec![
            field("p", Kind::Group),
            field("p.idNumber", Kind::CitizenId),
            Field { is_read_only: true, ..field("p.birthDate", Kind::Date) },
            required("unlisted", TEXT),
        ]
    };
    let entries = [("p.idNumber", NUMBER), ("p.birthDate", "1900-01-01"), ("unlisted", "typed")];
    let done = finished(&form(fields(), Vec::new()), &entries);
    let values: Vec<_> = done.values.keys().map(Path::as_str).collect();
    assert_eq!(values, ["p.birthDate", "p.idNumber"]);
    assert_eq!(
        *done.values.get(&Path::new("p.birthDate")).unwrap(),
        Value::Date(Date::new(1944, 5, 6).unwrap())
    );

    // While the number is still to be asked, so is what it will say.
    let state = worked_out(
        &form(fields(), vec![rule("p.idNumber", RuleKind::Require, "!has(p.birthDate)")]),
        &[],
        Knowledge::Unasked,
    );
    assert!(!state.fields.get(&Path::new("p.idNumber")).unwrap().is_required);
}

#[test]
fn what_is_needed_and_what_is_blank() {
    let form =
        form(vec![required("a", TEXT), required("b", Kind::Address), field("c", Kind::Name)], Vec::new());
    assert_eq!(refused(&form, &[]), ["a required", "b required"]);
    assert_eq!(
        refused(&form, &[("a", "\u{3000} "), ("b.place", "武汉"), ("c", " ")]),
        ["a empty", "b.detail required"]
    );
    let entries = answers(&[("b.detail", "1号"), ("c", "3")]);
    let found = survey(&form, &entries, &Tables::default(), today());
    assert_eq!(found.open, [Path::new("a")]);
    let wrong: Vec<_> = found.wrong.iter().map(|issue| issue.field.as_str()).collect();
    assert_eq!(wrong, ["b.place", "c"]);
    assert!(found.values.is_empty());
}

#[test]
fn a_group_that_is_needed_says_so_once() {
    let fields = |member: Field| vec![field("yes", Kind::YesNo), field("g", Kind::Group), member];
    let rules = || vec![rule("g", RuleKind::Require, "yes")];
    assert_eq!(refused(&form(fields(field("g.a", TEXT)), rules()), &[("yes", "true")]), ["g required"]);
    assert_eq!(refused(&form(fields(required("g.a", TEXT)), rules()), &[("yes", "true")]), ["g.a required"]);
    assert_eq!(
        refused(&form(fields(field("g.a", Kind::Integer)), rules()), &[("yes", "true"), ("g.a", "x")]),
        ["g.a format"]
    );
    finished(&form(fields(field("g.a", TEXT)), rules()), &[("yes", "true"), ("g.a", "x")]);
}

#[test]
fn issues_stand_in_form_order_then_by_code() {
    let short = Shape { min_length: Some(3), pattern: Some("^[a-z]+$".to_owned()), ..Shape::default() };
    let form = form(
        vec![required("z", TEXT), Field { shape: short, ..field("b", TEXT) }, field("a", choice(&["x"]))],
        vec![check("b", "false"), check("a", "b == 'never'")],
    );
    let want = ["z required", "b check", "b pattern", "b too_short", "a check", "a not_a_choice"];
    assert_eq!(refused(&form, &[("a", "y"), ("b", "1")]), want);
}

#[test]
fn checks_block_only_where_they_are_false() {
    let warning = RuleKind::Check { message: Localized::default(), is_warning: true };
    let fields = || vec![field("a", Kind::Integer), field("b", Kind::Integer)];
    let done = finished(
        &form(fields(), vec![check("a", "a / b > 1"), check("a", "b > 3"), check("a", "nothing.there")]),
        &[("a", "1")],
    );
    assert!(done.warnings.is_empty());
    let done = finished(&form(fields(), vec![check("a", "a / b > 1")]), &[("a", "1"), ("b", "0")]);
    assert!(done.warnings.is_empty());
    let done = finished(&form(fields(), vec![rule("a", warning, "a > 1")]), &[("a", "1")]);
    assert_eq!(done.warnings.len(), 1);
}

#[test]
fn consents_are_wanted_while_something_shown_needs_them() {
    let bank = Purpose::new("bank");
    let mut form = form(
        vec![
            field("has", Kind::YesNo),
            Field { purpose: Some(bank.clone()), ..field("card", Kind::BankCard) },
        ],
        vec![rule("card", RuleKind::Show, "has")],
    );
    form.consents = vec![ConsentText { purpose: bank.clone(), text: Localized::default() }];
    let given = |purpose: &str, at: &str| Consent { purpose: Purpose::new(purpose), at: at.to_owned() };

    let done = finished(&form, &[("has", "true")]);
    let warned: Vec<_> =
        done.warnings.iter().map(|issue| (issue.field.as_str(), issue.kind.code())).collect();
    assert_eq!(warned, [("consents.bank", "consent_missing")]);

    let mut entered = answers(&[("has", "true")]);
    entered.consents = vec![given("bank", "1"), given("other", "2"), given("bank", "3")];
    let done = finish(&form, &entered, &Tables::default(), today()).unwrap();
    assert_eq!((done.consents, done.warnings.len()), (vec![given("bank", "3")], 0));

    entered.entries.insert(Path::new("has"), Entry::YesNo(false));
    let done = finish(&form, &entered, &Tables::default(), today()).unwrap();
    assert_eq!((done.consents.len(), done.warnings.len()), (0, 0));
}

#[test]
fn rules_read_addresses_groups_and_parameters() {
    let mut form = form(
        vec![field("home", Kind::Address), field("g", Kind::Group), field("g.a", TEXT), field("t", TEXT)],
        vec![
            check("home", "!has(home) || (has(home.division) && home.division.startsWith('420105'))"),
            rule("t", RuleKind::Show, "has(g) && g.a == 'x' && param.least <= 3 && !has(param.later)"),
        ],
    );
    let row = ParamRow {
        valid_from: today(),
        valid_to: None,
        value: Some(Value::Number(Decimal::from(3))),
        source: None,
    };
    let later = ParamRow { value: None, ..row.clone() };
    form.params =
        Params(SortedMap::from([("least".to_owned(), vec![row]), ("later".to_owned(), vec![later])]));
    let here = [("home.division", "420105002001"), ("home.detail", "1号"), ("g.a", "x"), ("t", "kept")];
    assert!(finished(&form, &here).values.contains_key(&Path::new("t")));
    assert!(!finished(&form, &[("t", "kept")]).values.contains_key(&Path::new("t")));
    assert_eq!(refused(&form, &[("home.place", "北京"), ("home.detail", "1号")]), ["home check"]);
}

#[test]
fn a_text_has_a_limit_unless_its_field_says_otherwise() {
    let longer = Shape { max_length: Some(9999), ..Shape::default() };
    let form = form(
        vec![field("a", TEXT), Field { shape: longer, ..field("b", TEXT) }, field("c", Kind::Name)],
        Vec::new(),
    );
    let (good, long) = ("长".repeat(2000), "长".repeat(10_000));
    finished(&form, &[("a", &good), ("b", &"长".repeat(9999))]);
    assert_eq!(
        refused(&form, &[("a", &long), ("b", &long), ("c", &long)]),
        ["a too_long", "b too_long", "c too_long"]
    );
}

#[test]
fn a_computed_value_fills_what_is_empty_and_warns_of_another() {
    let fields = vec![field("a", Kind::Integer), field("b", Kind::Integer)];
    let form = form(fields, vec![rule("b", RuleKind::Value, "a * 2")]);
    let done = finished(&form, &[("a", "2")]);
    assert!(done.derived.contains(&Path::new("b")));
    let done = finished(&form, &[("a", "2"), ("b", "5")]);
    assert_eq!(done.warnings[0].kind.code(), "conflict");
    assert!(done.derived.is_empty());
}
