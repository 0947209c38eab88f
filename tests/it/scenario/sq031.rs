//! SQ031 高龄津贴申领, as people fill it.

use serde_json::Value;
use yuntian::{
    model::{Path, Tables},
    session::{Action, PageStatus, Session},
    validate,
};

use super::{Scenario, example, today};

const SQ031: &str = "items/SQ031";

/// The first three pages, as a woman of 82 fills them.
fn up_to_account() -> Scenario {
    let mut s = Scenario::open(SQ031);
    s.expect_page("who");
    s.answer("applicant.name", "王秀英");
    s.answer("applicant.idNumber", "420105194405060225");
    s.answer("applicant.ethnic", "01");
    s.next();
    s.expect_page("where");
    s.answer("applicant.hukouAddress.division", "420105005003");
    s.answer("applicant.hukouAddress.detail", "鹦鹉大道1号2栋301室");
    s.answer("applicant.address.place", "湖北省武汉市蔡甸区");
    s.answer("applicant.address.detail", "知音湖大道示例小区");
    s.answer("applicant.phone", "13871234567");
    s.next();
    s.expect_page("allowance");
    s.answer("tier", "80");
    s.next();
    s.expect_page("account");
    s
}

#[test]
fn the_whole_way() {
    let mut s = up_to_account();
    s.answer("account.bank", "示例银行汉阳支行");
    s.expect_hidden("account.number");
    s.answer("account.medium", "card");
    s.answer("account.number", "6212 3456 7890 1232");
    s.consent("bank");
    s.next();
    s.expect_page("agent");
    s.answer("byAgent", "false");
    s.expect_hidden("agent.name");
    s.next();
    s.expect_check();
    assert!(s.view.is_complete, "{:?}", s.issues());
    assert_eq!(s.issues(), Vec::<[String; 3]>::new());
    assert_eq!(s.view.progress.0, s.view.progress.1);
    assert!(s.view.pages.iter().all(|page| page.status == PageStatus::Complete));
}

#[test]
fn the_identity_number_offers_what_it_says() {
    let mut s = Scenario::open(SQ031);
    s.answer("applicant.idNumber", "420105194405060225");
    let offered = |s: &Scenario, path: &str| {
        s.field(path).unwrap().offer.as_ref().map(|offer| offer.raw.clone()).unwrap_or_default()
    };
    assert_eq!((&*offered(&s, "applicant.birthDate"), &*offered(&s, "applicant.sex")), ("1944-05-06", "2"));
    assert!(s.field("applicant.birthDate").unwrap().is_derived);
    s.take_offer("applicant.birthDate");
    assert_eq!(s.field("applicant.birthDate").unwrap().raw, "1944-05-06");
    assert_eq!(s.field("applicant.birthDate").unwrap().shown, "1944年5月6日");
    // Another day than the number says is a warning, and does not hold anybody up.
    s.answer("applicant.birthDate", "1944-05-07");
    let warnings: Vec<_> = s.issues().into_iter().filter(|[_, _, severity]| severity == "warning").collect();
    assert!(
        warnings.iter().any(|[field, code, _]| field == "applicant.birthDate" && code == "conflict"),
        "{warnings:?}"
    );
}

#[test]
fn hiding_the_agent_keeps_what_was_typed() {
    let mut s = up_to_account();
    s.skip();
    s.answer("byAgent", "true");
    s.answer("agent.name", "阿卜杜拉·买买提");
    s.answer("byAgent", "false");
    s.expect_hidden("agent.name");
    assert!(!s.issues().iter().any(|[field, ..]| field.starts_with("agent.")));
    assert_eq!(s.session.answers().raw(&Path::new("agent.name")), "阿卜杜拉·买买提");
    s.answer("byAgent", "true");
    s.expect_shown("agent.name");
    assert_eq!(s.field("agent.name").unwrap().raw, "阿卜杜拉·买买提");
}

#[test]
fn without_the_card_at_hand_the_account_stays_open() {
    let mut s = up_to_account();
    s.next();
    s.expect_page("account");
    assert!(!s.page().summary.is_empty());
    s.skip();
    s.expect_page("agent");
    s.answer("byAgent", "false");
    s.next();
    s.expect_check();
    s.expect_status("account", PageStatus::Incomplete);
    assert!(!s.view.is_complete);
    let survey = validate::survey(s.session.form(), s.session.answers(), &Tables::default(), today());
    let open: Vec<_> = survey.open.iter().map(Path::as_str).collect();
    assert_eq!(open, ["account.bank", "account.medium"]);
    assert!(survey.wrong.is_empty());

    // Later the card is there: one page is changed, and the way leads back.
    s.go_to("account");
    s.answer("account.bank", "示例银行汉阳支行");
    s.answer("account.medium", "passbook");
    s.answer("account.passbook", "17020112345678");
    s.next();
    s.expect_check();
    assert!(s.view.is_complete);
}

#[test]
fn the_tier_must_fit_the_age() {
    let mut s = up_to_account();
    s.go_to("allowance");
    s.answer("tier", "100");
    s.next();
    s.expect_page("allowance");
    assert_eq!(s.page().summary.len(), 1);
    assert_eq!(s.page().summary[0].kind.code(), "check");
    assert!(s.field("tier").unwrap().show_issues);
    s.answer("tier", "80");
    s.next();
    s.expect_page("account");
}

#[test]
fn each_refused_example_is_refused_for_its_reasons() {
    for name in ["agent", "card-and-tier", "check-digit", "other-district", "too-young"] {
        let s = Scenario::example(SQ031, &format!("refused-{name}"));
        let want: Value = serde_json::from_slice(&example(SQ031, &format!("refused-{name}.issues"))).unwrap();
        let want: Vec<[String; 3]> = want
            .as_array()
            .unwrap()
            .iter()
            .map(|issue| ["field", "code", "severity"].map(|key| issue[key].as_str().unwrap().to_owned()))
            .collect();
        assert_eq!(s.issues(), want, "{name}");
        assert!(!s.view.is_complete, "{name}");
    }
}

#[test]
fn the_good_examples_are_complete() {
    for name in ["minimal", "full"] {
        let s = Scenario::example(SQ031, name);
        assert!(s.view.is_complete, "{name}: {:?}", s.issues());
    }
}

#[test]
fn a_reload_loses_nothing() {
    let mut s = up_to_account();
    s.answer("account.bank", "示例银行");
    let bytes = yuntian::record::write_draft(&s.session.draft());
    let draft = yuntian::record::read_draft(&bytes).unwrap();
    let form = std::rc::Rc::new(s.session.form().clone());
    let resumed = Session::resume(form, draft, today());
    assert_eq!(yuntian::session::view(&resumed, None, s.view.locale), s.view);
}

#[test]
fn ten_thousand_characters_and_odd_signs_are_taken_in_and_named() {
    let mut s = Scenario::open(SQ031);
    let long = "王".repeat(10_000);
    for raw in [long.as_str(), "😀", "\u{202e}王", "１２３", "\u{0}", "  "] {
        s.answer("applicant.name", raw);
        s.answer("applicant.idNumber", raw);
        s.act(Action::Next);
        s.expect_page("who");
        assert_eq!(s.field("applicant.name").unwrap().raw, raw);
    }
    // Full-width digits and blanks of a number are its own matter.
    s.answer("applicant.idNumber", "４２０１０５ 19440506 0225");
    assert!(s.field("applicant.idNumber").unwrap().issues.is_empty());
}
