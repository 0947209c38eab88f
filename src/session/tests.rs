//! What a session does, on a small form made here; the forms of the catalogue are walked in `tests/it/scenario`.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::{
    model::{
        Choice, ConsentText, Date, Field, Form, FormId, FormKind, Guide, Kind, Locale, Localized, Page,
        PageId, Params, Path, Purpose, Rule, RuleKind, Section, Sensitivity, Shape, SortedMap,
    },
    rules,
};

fn text(zh: &str) -> Localized {
    Localized { zh: zh.to_owned(), en: Some(format!("{zh} (en)")) }
}

fn field(path: &str, kind: Kind) -> Field {
    Field {
        path: Path::new(path),
        kind,
        label: text(path),
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

fn page(id: &str, fields: &[&str]) -> Page {
    let fields = fields.iter().map(|path| Path::new(path)).collect();
    Page { id: PageId::new(id), title: text(id), sections: vec![Section { title: None, note: None, fields }] }
}

fn rule(on: &str, source: &str, kind: RuleKind) -> Rule {
    Rule { on: Path::new(on), source: source.to_owned(), expr: rules::parse(source).unwrap(), kind }
}

/// Three pages: who (a name that is needed, a number, a birth date), bank (a number with a consent), agent (yes or no,
/// and what is shown on yes; a page of its own that is shown on yes).
fn form() -> Form {
    let codes = ["1", "2"].map(|code| Choice { code: code.to_owned(), label: text(code), print: None });
    let bank = Purpose::new("bank");
    let sensitivity = Sensitivity::Sensitive;
    let autocomplete = Some(String::from("name"));
    Form {
        id: FormId::new("T1"),
        version: 1,
        kind: FormKind::Item,
        valid_from: Date::new(2026, 1, 1).unwrap(),
        title: text("T"),
        department: text("D"),
        minutes: 1,
        guide: Guide::default(),
        fields: vec![
            field("who", Kind::Group),
            Field { is_required: true, autocomplete: autocomplete.clone(), ..field("who.name", Kind::Name) },
            field("who.idNumber", Kind::CitizenId),
            field("who.birthDate", Kind::Date),
            field("who.sex", Kind::Choice(codes.to_vec())),
            Field { is_read_only: true, ..field("age", Kind::Integer) },
            Field {
                is_required: true,
                purpose: Some(bank.clone()),
                sensitivity,
                autocomplete,
                ..field("bank", Kind::BankCard)
            },
            field("address", Kind::Address),
            Field { is_required: true, ..field("byAgent", Kind::YesNo) },
            field("agent", Kind::Group),
            Field { is_required: true, ..field("agent.name", Kind::Name) },
            field("agent.note", Kind::Text { is_long: false }),
        ],
        pages: vec![
            page("who", &["who.name", "who.idNumber", "who.birthDate", "who.sex", "age"]),
            page("bank", &["bank", "address"]),
            page("agent", &["byAgent", "agent.name"]),
            page("note", &["agent.note"]),
        ],
        rules: vec![
            rule("age", "age(who.birthDate, today)", RuleKind::Value),
            rule("agent", "byAgent", RuleKind::Show),
            rule("who.birthDate", "age >= 80", RuleKind::Check { message: text("young"), is_warning: true }),
        ],
        documents: Vec::new(),
        consents: vec![ConsentText { purpose: bank, text: text("agree") }],
        commitments: Vec::new(),
        params: Params(SortedMap::new()),
        migrate: Vec::new(),
        benefits: Vec::new(),
        is_plain: false,
    }
}

fn start() -> Session {
    Session::new(Rc::new(form()), Date::new(2026, 11, 23).unwrap())
}

fn enter(path: &str, raw: &str) -> Action {
    Action::Enter { path: Path::new(path), raw: raw.to_owned() }
}

fn go_to(page: &str) -> Action {
    Action::GoTo(Some(PageId::new(page)))
}

fn after(actions: &[Action]) -> Session {
    actions.iter().fold(start(), |session, action| session.apply(action))
}

fn open_page(session: &Session) -> String {
    session.draft().page.map_or_else(|| String::from("-"), |page| page.to_string())
}

fn field_view(session: &Session, path: &str) -> Rc<FieldView> {
    let view = view(session, None, Locale::Zh);
    let fields = view.pages.iter().flat_map(|page| &page.sections).flat_map(|section| &section.fields);
    fields.into_iter().find(|field| field.path == Path::new(path)).cloned().unwrap()
}

#[test]
fn next_stays_on_a_page_with_errors_and_shows_them() {
    let session = after(&[Action::Next]);
    assert_eq!(open_page(&session), "who");
    let shown = view(&session, None, Locale::Zh);
    let summary: Vec<_> = shown.pages[0].summary.iter().map(|issue| issue.kind.code()).collect();
    assert_eq!(summary, ["required"]);
    assert!(field_view(&session, "who.name").show_issues);
    // The summary follows what is mended, and is gone on another page.
    let session = session.apply(&enter("who.name", "王秀英"));
    assert!(view(&session, None, Locale::Zh).pages[0].summary.is_empty());
    assert_eq!(open_page(&session.apply(&Action::Next)), "bank");
}

#[test]
fn issues_do_not_show_before_a_field_is_left() {
    let session = after(&[enter("who.idNumber", "42")]);
    assert!(!field_view(&session, "who.idNumber").issues.is_empty());
    assert!(!field_view(&session, "who.idNumber").show_issues);
    let session = session.apply(&Action::Leave(Path::new("who.idNumber")));
    assert!(field_view(&session, "who.idNumber").show_issues);
    assert!(view(&session, None, Locale::Zh).pages[0].summary.is_empty());
}

#[test]
fn skip_goes_on_although_something_is_open() {
    let session = after(&[Action::Skip, Action::Skip]);
    assert_eq!(open_page(&session), "agent");
    assert!(session.draft().left.contains(&PageId::new("bank")));
    assert_eq!(view(&session, None, Locale::Zh).pages[1].status, PageStatus::Incomplete);
}

#[test]
fn hiding_keeps_the_text() {
    let session = after(&[enter("byAgent", "true"), enter("agent.name", "李强"), enter("byAgent", "false")]);
    assert!(!session.state().fields.get(&Path::new("agent.name")).unwrap().is_shown);
    assert_eq!(session.answers().raw(&Path::new("agent.name")), "李强");
    assert_eq!(field_view(&session.apply(&enter("byAgent", "true")), "agent.name").raw, "李强");
}

#[test]
fn a_page_with_nothing_to_ask_is_left_out() {
    assert_eq!(view(&start(), None, Locale::Zh).pages.len(), 3);
    let session = after(&[enter("byAgent", "true")]);
    assert_eq!(view(&session, None, Locale::Zh).pages.len(), 4);
    let done = after(&[Action::Skip, Action::Skip, enter("byAgent", "false"), Action::Next]);
    assert_eq!(open_page(&done), "-");
    assert_eq!(open_page(&done.apply(&Action::Back)), "agent");
}

#[test]
fn a_change_leads_back_to_check_answers_by_way_of_pages_not_seen() {
    let done = after(&[Action::Skip, Action::Skip, enter("byAgent", "false"), Action::Next]);
    let changed = done.apply(&go_to("who")).apply(&enter("who.name", "王秀英")).apply(&Action::Next);
    assert_eq!(open_page(&changed), "-");
    let changed = done.apply(&go_to("agent")).apply(&enter("byAgent", "true"));
    let changed = changed.apply(&enter("agent.name", "李强")).apply(&Action::Next);
    assert_eq!(open_page(&changed), "note");
    assert_eq!(open_page(&changed.apply(&Action::Next)), "-");
}

#[test]
fn an_offer_is_taken_declined_and_offered_again() {
    let number = enter("who.idNumber", "420105194405060225");
    let session = after(std::slice::from_ref(&number));
    let birth = Path::new("who.birthDate");
    assert_eq!(
        field_view(&session, "who.birthDate").offer.as_ref().map(|offer| &*offer.raw),
        Some("1944-05-06")
    );
    assert_eq!(session.apply(&Action::TakeOffer(birth.clone())).answers().raw(&birth), "1944-05-06");
    let declined = session.apply(&Action::DeclineOffer(birth.clone()));
    assert_eq!(field_view(&declined, "who.birthDate").offer, None);
    assert!(!field_view(&declined, "who.birthDate").is_derived);
    // Another number says something else, so it is offered.
    let again = declined.apply(&enter("who.idNumber", "")).apply(&number);
    assert!(field_view(&again, "who.birthDate").offer.is_some());
}

#[test]
fn a_confirmed_warning_is_gone_until_the_answer_changes() {
    let session = after(&[enter("who.birthDate", "1980-01-01")]);
    let n_issues = |session: &Session| {
        view(session, None, Locale::Zh).issues.iter().filter(|issue| issue.kind.code() == "check").count()
    };
    assert_eq!(n_issues(&session), 1);
    let confirm = Action::Confirm { path: Path::new("who.birthDate"), code: String::from("check") };
    let session = session.apply(&confirm);
    assert_eq!(n_issues(&session), 0);
    assert_eq!(field_view(&session, "who.birthDate").confirmed, ["check"]);
    assert_eq!(n_issues(&session.apply(&enter("who.birthDate", "1981-01-01"))), 1);
}

#[test]
fn a_consent_is_asked_where_it_is_first_needed() {
    let shown = view(&start(), None, Locale::En);
    assert!(shown.pages[0].consents.is_empty());
    assert_eq!(shown.pages[1].consents[0].text, "agree (en)");
    assert!(shown.issues.iter().any(|issue| issue.kind.code() == "consent_missing"));
    let purpose = Purpose::new("bank");
    let given =
        after(&[Action::Consent { purpose: purpose.clone(), at: String::from("2026-11-23T08:30:00+08:00") }]);
    let shown = view(&given, None, Locale::En);
    assert!(shown.pages[1].consents[0].given_at.is_some());
    assert!(!shown.issues.iter().any(|issue| issue.kind.code() == "consent_missing"));
    assert!(
        view(&given.apply(&Action::Withdraw(purpose)), None, Locale::En).pages[1].consents[0]
            .given_at
            .is_none()
    );
}

#[test]
fn a_sensitive_answer_is_masked_and_never_filled_in_by_the_browser() {
    let session = after(&[enter("who.name", "王秀英"), enter("bank", "6212345678901232")]);
    let bank = field_view(&session, "bank");
    assert_eq!((bank.autocomplete.as_str(), bank.inputmode), ("off", "numeric"));
    assert!(bank.masked.as_ref().is_some_and(|masked| masked.ends_with("1232")));
    let name = field_view(&session, "who.name");
    assert_eq!((name.autocomplete.as_str(), &name.masked), ("name", &None));
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let session = start();
    let nothing = [
        enter("nobody", "x"),
        enter("who", "x"),
        enter("age", "3"),
        enter("address", "x"),
        enter("who.name.first", "x"),
        enter("who.name", ""),
        Action::TakeOffer(Path::new("who.birthDate")),
        Action::Leave(Path::new("nobody")),
        Action::Back,
        go_to("nowhere"),
        go_to("note"),
        go_to("who"),
        Action::Withdraw(Purpose::new("bank")),
    ];
    for action in nothing {
        assert_eq!(session.apply(&action).revision(), 0, "{action:?}");
    }
    assert_eq!(session.apply(&enter("address.detail", "x")).revision(), 1);
}

#[test]
fn a_key_renders_one_field() {
    let before = view(&start(), None, Locale::Zh);
    let after = view(&after(&[enter("who.name", "王")]), Some(&before), Locale::Zh);
    let parts = |view: &FormView| {
        let sections = view.pages.iter().flat_map(|page| page.sections.clone());
        sections.flat_map(|section| section.fields.clone()).collect::<Vec<_>>()
    };
    let (before_fields, after_fields) = (parts(&before), parts(&after));
    let changed: Vec<_> = std::iter::zip(&before_fields, &after_fields)
        .filter(|(before, after)| !Rc::ptr_eq(before, after))
        .map(|(_, after)| after.path.to_string())
        .collect();
    assert_eq!(changed, ["who.name"]);
    assert!(Rc::ptr_eq(&before.pages[1], &after.pages[1]));
}

#[test]
fn no_answer_is_printed() {
    let session = after(&[enter("who.name", "王秀英"), enter("who.idNumber", "420105194405060225")]);
    let shown = view(&session, None, Locale::Zh);
    let printed = format!("{session:?} {shown:?} {:?}", enter("who.name", "王秀英"));
    assert!(!printed.contains("王秀英") && !printed.contains("42010519440506"), "{printed}");
}

#[test]
fn a_draft_is_gone_on_with_where_something_is_needed() {
    let check = |actions: &[Action], expect: &str| {
        let resumed = Session::resume(Rc::new(form()), after(actions).draft(), start().today);
        assert_eq!(open_page(&resumed.where_needed()), expect, "{actions:?}");
    };
    let card = enter("bank", "6212345678901232");
    check(&[], "who");
    check(&[Action::Skip, card.clone(), Action::Next], "who");
    check(&[enter("who.name", "王秀英"), Action::Next, Action::Skip], "bank");
    check(&[enter("who.name", "王秀英"), enter("who.idNumber", "1"), Action::Skip, Action::Skip], "who");
    // A page that nobody has seen needs to be seen.
    check(&[enter("who.name", "王秀英"), card.clone()], "agent");
    check(&[enter("who.name", "王秀英"), card, enter("byAgent", "false"), Action::GoTo(None)], "-");
}

#[test]
fn what_is_wrong_or_missing_on_a_page_that_was_left_is_to_be_looked_at() {
    let paths = |actions: &[Action]| -> Vec<String> {
        let found = after(actions).to_look_at();
        found.into_iter().map(|(page, path)| format!("{page}: {path}")).collect()
    };
    assert_eq!(paths(&[]), Vec::<String>::new());
    assert_eq!(paths(&[enter("who.idNumber", "1")]), ["who: who.idNumber"]);
    assert_eq!(paths(&[Action::Skip]), ["who: who.name"]);
}

#[test]
fn a_draft_of_an_older_form_opens() {
    let mut draft = after(&[enter("who.name", "王秀英")]).draft();
    draft.version = 0;
    draft.page = Some(PageId::new("gone"));
    draft.answers.entries.insert(Path::new("gone.too"), crate::model::Entry::Text(String::from("x")));
    let session = Session::resume(Rc::new(form()), draft, start().today);
    assert_eq!(open_page(&session), "who");
    assert_eq!(session.answers().raw(&Path::new("gone.too")), "x");
}

fn any_action() -> impl Strategy<Value = Action> {
    let paths = [
        "who",
        "who.name",
        "who.idNumber",
        "who.birthDate",
        "who.sex",
        "age",
        "bank",
        "address",
        "address.division",
        "address.detail",
        "byAgent",
        "agent.name",
        "agent.note",
        "nobody",
        "",
        "a#1.b",
    ];
    let path = prop::sample::select(paths.to_vec()).prop_map(Path::new).boxed();
    let known = prop::sample::select(vec![
        "",
        " ",
        "true",
        "false",
        "1",
        "王秀英",
        "420105194405060225",
        "1944-05-06",
        "6212345678901232",
        "420105005003",
    ]);
    let raw = prop_oneof![known.prop_map(str::to_owned), any::<String>()];
    let page = prop::sample::select(vec!["who", "bank", "agent", "note", "gone"]).prop_map(PageId::new);
    prop_oneof![
        6 => (path.clone(), raw).prop_map(|(path, raw)| Action::Enter { path, raw }),
        1 => path.clone().prop_map(Action::Leave),
        1 => path.clone().prop_map(Action::TakeOffer),
        1 => path.clone().prop_map(Action::DeclineOffer),
        1 => (path, any::<String>()).prop_map(|(path, code)| Action::Confirm { path, code }),
        1 => any::<String>().prop_map(|at| Action::Consent { purpose: Purpose::new("bank"), at }),
        1 => Just(Action::Withdraw(Purpose::new("bank"))),
        2 => Just(Action::Next),
        2 => Just(Action::Skip),
        1 => Just(Action::Back),
        1 => prop::option::of(page).prop_map(Action::GoTo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn apply_never_panics_and_view_is_pure(actions in prop::collection::vec(any_action(), 0..30)) {
        let mut session = start();
        let mut shown = view(&session, None, Locale::Zh);
        for action in &actions {
            session = session.apply(action);
            let fresh = view(&session, None, Locale::Zh);
            shown = view(&session, Some(&shown), Locale::Zh);
            prop_assert_eq!(&shown, &fresh);
            prop_assert_eq!(&view(&session, Some(&view(&start(), None, Locale::En)), Locale::Zh), &fresh);
        }
        // What is open is a page of the view, or "check answers".
        prop_assert_eq!(session.draft().page.is_none(), shown.current.is_none());
    }

    #[test]
    fn a_draft_is_resumed_as_it_was(actions in prop::collection::vec(any_action(), 0..20)) {
        let session = actions.iter().fold(start(), |session, action| session.apply(action));
        let resumed = Session::resume(Rc::new(form()), session.draft(), session.today);
        prop_assert_eq!(resumed.draft(), session.draft());
        prop_assert_eq!(resumed.state(), session.state());
    }

    #[test]
    fn the_order_of_answers_does_not_matter(answers in Just(vec![
        ("who.name", "王秀英"), ("who.idNumber", "420105194405060225"), ("bank", "6212345678901232"),
        ("byAgent", "true"), ("agent.name", "李强"), ("address.detail", "1号"),
    ]).prop_shuffle()) {
        let in_order = ["who.name", "who.idNumber", "bank", "byAgent", "agent.name", "address.detail"];
        let mut sorted = answers.clone();
        sorted.sort_by_key(|(path, _)| in_order.iter().position(|other| other == path));
        let end = |answers: &[(&str, &str)]| {
            let actions: Vec<_> = answers.iter().map(|(path, raw)| enter(path, raw)).collect();
            view(&after(&actions), None, Locale::Zh)
        };
        prop_assert_eq!(end(&answers), end(&sorted));
    }
}
