//! MS01 高龄津贴（免申即享）: the check, and the confirmation.

use yuntian::{
    benefits::{self, Asked, Finding, Outcome},
    model::{FormKind, Path, SortedMap},
    record,
    rules::Data,
};

use super::{Scenario, form, today};

const MS01: &str = "benefits/MS01";

fn check(profile: &str) -> Outcome {
    let form = form(MS01);
    let root = record::read_profile(profile.as_bytes()).unwrap();
    benefits::check(&form, &Data { root: &root, params: &form.params, today: today() })
}

fn expect(profile: &str, result: Finding, missing: &[&str]) {
    let outcome = check(profile);
    assert_eq!(
        (outcome.result, &outcome.missing[..]),
        (result, &missing.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>()[..]),
        "{profile}"
    );
}

#[test]
fn a_profile_has_three_answers() {
    let here = r#""hukouAddress": {"division": "420105005003"}"#;
    expect(&format!(r#"{{"person": {{"birthDate": "1944-05-06", {here}}}}}"#), Finding::Eligible, &[]);
    // 80 from the birthday on, not a day before.
    expect(&format!(r#"{{"person": {{"birthDate": "1946-11-23", {here}}}}}"#), Finding::Eligible, &[]);
    expect(&format!(r#"{{"person": {{"birthDate": "1946-11-24", {here}}}}}"#), Finding::NotEligible, &[]);
    expect(&format!(r#"{{"person": {{{here}}}}}"#), Finding::Unknown, &["person.birthDate"]);
    expect("{}", Finding::Unknown, &["person.birthDate", "person.hukouAddress.division"]);
    // One condition that fails settles it.
    expect(r#"{"person": {"birthDate": "1980-01-01"}}"#, Finding::NotEligible, &[]);
    let elsewhere = r#"{"person": {"hukouAddress": {"division": "420114001001"}}}"#;
    expect(elsewhere, Finding::NotEligible, &[]);
    let reasons = check(elsewhere).reasons;
    assert!(reasons[0].0.contains("startsWith") && !reasons[0].1.zh.is_empty());
    // Left out is absent: what was left out would have to be told after all.
    expect(
        &format!(r#"{{"person": {{"birthDate": null, {here}}}}}"#),
        Finding::Unknown,
        &["person.birthDate"],
    );
}

#[test]
fn an_item_is_no_benefit() {
    let mut form = form(MS01);
    form.kind = FormKind::Item;
    let root = SortedMap::new();
    let outcome = benefits::check(&form, &Data { root: &root, params: &form.params, today: today() });
    assert_eq!(outcome.result, Finding::Unknown);
}

#[test]
fn the_page_asks_its_own_questions_for_what_is_missing() {
    let mut s = Scenario::open(MS01);
    let outcome = |s: &Scenario| {
        benefits::check(
            s.session.form(),
            &Asked { form: s.session.form(), state: s.session.state(), today: today() },
        )
    };
    let asks = |s: &Scenario| benefits::questions(s.session.form(), &outcome(s).missing);
    assert_eq!(asks(&s), [Path::new("applicant.birthDate"), Path::new("applicant.hukouAddress")]);
    s.answer("applicant.birthDate", "1944-05-06");
    assert_eq!(asks(&s), [Path::new("applicant.hukouAddress")]);
    s.answer("applicant.hukouAddress.division", "420105005003");
    s.answer("applicant.hukouAddress.detail", "1号");
    assert_eq!(outcome(&s).result, Finding::Eligible);
    s.answer("applicant.hukouAddress.division", "");
    s.answer("applicant.hukouAddress.place", "湖北省武汉市蔡甸区");
    assert_eq!(outcome(&s).result, Finding::NotEligible);
}

#[test]
fn the_confirmation_is_filled_like_any_form() {
    for name in ["minimal", "full"] {
        let s = Scenario::example(MS01, name);
        assert!(s.view.is_complete, "{name}: {:?}", s.issues());
    }
    assert!(!Scenario::example(MS01, "refused-too-young").view.is_complete);
}
