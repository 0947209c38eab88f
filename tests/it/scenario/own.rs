//! What a firm or a person keeps of its own, and what of it each form of the catalogue is offered.

use std::{collections::BTreeSet, rc::Rc};

use yuntian::{
    catalog,
    model::{Form, FormKind, Path},
    session::{Action, FieldView, FormView, Suggestion, suggested},
    validate::Severity,
};

use super::{Scenario, form};
use crate::catalog::{ids, sources};

const FIRM: [(&str, &str); 9] = [
    ("firm.name", "武汉示例汽车销售有限公司"),
    ("firm.creditCode", "91420105MA4K12345U"),
    ("firm.type", "enterprise"),
    ("firm.established", "2019-06-12"),
    ("firm.industry", "F"),
    ("firm.employees", "18"),
    ("liaison.phone", "13912345678"),
    ("account.bank", "示例银行武汉汉阳支行"),
    ("account.number", "17020112345678"),
];

const ME: [(&str, &str); 5] = [
    ("person.name", "王秀英"),
    ("person.idNumber", "420105194405060225"),
    ("person.phone", "13871234567"),
    ("person.hukouAddress.division", "420105"),
    ("person.hukouAddress.detail", "鹦鹉大道1号"),
];

fn kept(folder: &str, answers: &[(&str, &str)]) -> Scenario {
    let mut scenario = Scenario::open(folder);
    for (path, raw) in answers {
        scenario.act(Action::Enter { path: Path::new(path), raw: (*raw).to_owned() });
        assert_eq!(scenario.session.answers().raw(&Path::new(path)), *raw, "{path} is asked");
    }
    scenario
}

fn fields(view: &FormView) -> Vec<Rc<FieldView>> {
    let sections = view.pages.iter().flat_map(|page| &page.sections);
    sections.flat_map(|section| section.fields.iter().cloned()).collect()
}

/// What a form is offered on all its pages as they are now.
fn offered(own: &Scenario, at: &Scenario) -> Vec<Suggestion> {
    suggested(own.session.form(), &fields(&own.view), at.session.form(), &fields(&at.view))
}

fn paths(found: &[Suggestion]) -> Vec<&str> {
    found.iter().map(|one| one.path.as_str()).collect()
}

#[test]
fn an_empty_form_about_the_firm_is_offered_what_the_firm_keeps() {
    let own = kept("own/firm", &FIRM);
    let mut at = Scenario::open("items/SQ069");
    let found = offered(&own, &at);
    let expect =
        ["firm.type", "firm.name", "firm.creditCode", "firm.established", "firm.industry", "firm.employees"];
    assert_eq!(paths(&found), expect);
    let shown: Vec<&str> = found.iter().map(|one| one.shown.as_str()).collect();
    assert_eq!(shown[..2], ["企业", "武汉示例汽车销售有限公司"]);
    assert_eq!(shown[3], "2019年6月12日");
    // Nothing is entered by looking; by entering it, nothing is left.
    assert!(at.session.answers().is_empty());
    for (path, raw) in found.into_iter().flat_map(|one| one.entries) {
        at.act(Action::Enter { path, raw });
    }
    assert_eq!(at.field("firm.creditCode").unwrap().raw, "91420105MA4K12345U");
    assert_eq!(offered(&own, &at), []);
}

#[test]
fn what_is_answered_stays_and_is_not_offered() {
    let own = kept("own/firm", &FIRM);
    let mut at = Scenario::open("items/SQ069");
    at.act(Action::Enter { path: Path::new("firm.name"), raw: "另一家".to_owned() });
    assert!(!paths(&offered(&own, &at)).contains(&"firm.name"));
}

#[test]
fn an_account_is_covered_and_goes_to_the_firm_s_own() {
    let own = kept("own/firm", &FIRM);
    let found = offered(&own, &Scenario::open("benefits/QY02"));
    let account = found.iter().find(|one| one.path.as_str() == "account.number").unwrap();
    assert!(!account.shown.contains("17020112345678"), "{}", account.shown);
    assert_eq!(account.entries, [(Path::new("account.number"), "17020112345678".to_owned())]);
    assert!(paths(&found).contains(&"contact.phone"), "the liaison by role: {:?}", paths(&found));
    assert!(!paths(&found).iter().any(|path| path.starts_with("hire")), "{:?}", paths(&found));
    // The applicant's own account is not the firm's.
    let found = offered(&own, &Scenario::open("items/SQ016"));
    assert!(!paths(&found).iter().any(|path| path.starts_with("account")), "{:?}", paths(&found));
}

#[test]
fn a_person_s_own_goes_to_the_applicant_alone() {
    let own = kept("own/me", &ME);
    let mut at = Scenario::open("items/SQ031");
    at.act(Action::Enter { path: Path::new("byAgent"), raw: "true".to_owned() });
    at.expect_shown("agent.name");
    let found = offered(&own, &at);
    let expect = ["applicant.name", "applicant.idNumber", "applicant.hukouAddress", "applicant.phone"];
    assert_eq!(paths(&found), expect);
    let address: Vec<&str> = found[2].entries.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(address, ["applicant.hukouAddress.division", "applicant.hukouAddress.detail"]);
}

#[test]
fn what_is_wrong_is_not_offered() {
    let own = kept("own/me", &[("person.name", "王秀英"), ("person.idNumber", "420105194405060226")]);
    assert_eq!(paths(&offered(&own, &Scenario::open("items/SQ031"))), ["applicant.name"]);
}

/// Every form of the catalogue, with everything that is kept: only questions of its own roles, only once, and never what can
/// not be typed.
#[test]
fn no_form_is_offered_what_is_somebody_else_s() {
    let owns = [("own/firm", &FIRM[..]), ("own/me", &ME[..])].map(|(folder, answers)| kept(folder, answers));
    let mut served = BTreeSet::new();
    for id in ids() {
        let name = catalog::name_of(&sources(), &id).unwrap();
        let at = Scenario::open(name.strip_suffix("/form.json").unwrap());
        for own in &owns {
            let found = offered(own, &at);
            let mut seen = BTreeSet::new();
            for one in &found {
                assert!(seen.insert(one.path.clone()), "{id} {}", one.path);
                assert!(!one.entries.is_empty(), "{id} {}", one.path);
                let form = at.session.form();
                let roles: Vec<&str> = form
                    .fields
                    .iter()
                    .filter(|field| one.path.is_within(&field.path))
                    .filter_map(|field| field.role.as_ref().map(|role| role.0.as_str()))
                    .collect();
                let foreign = ["agent", "guardian", "spouse", "child", "member", "employer", "kin"];
                assert!(!roles.iter().any(|role| foreign.contains(role)), "{id} {} {roles:?}", one.path);
                served.insert(id.clone());
            }
        }
    }
    assert!(served.len() > 40, "{} forms", served.len());
}

#[test]
fn every_question_about_one_s_own_may_be_left_out() {
    for (id, name) in catalog::OWN {
        let form: Form = form(name.strip_suffix("/form.json").unwrap());
        assert_eq!((form.id.as_str(), &form.kind), (id, &FormKind::Profile));
        assert!(form.fields.iter().all(|field| !field.is_required), "{id}");
        assert!(form.rules.is_empty() && form.documents.is_empty(), "{id}");
        let mut at = Scenario::open(name.strip_suffix("/form.json").unwrap());
        at.act(Action::GoTo(None));
        assert!(at.view.issues.iter().all(|issue| issue.severity != Severity::Error), "{id}");
    }
}
