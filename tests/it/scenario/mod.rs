//! A person without a screen: fills forms through `session` alone. If a scenario needs another door, the door is wrong.

mod ms01;
mod own;
mod sq031;

use std::rc::Rc;

use yuntian::{
    catalog,
    model::{Date, Form, Locale, PageId, Path, Purpose},
    record,
    session::{Action, FieldView, FormView, PageStatus, PageView, Session, view},
};

use crate::produce::sources;

/// The day on which every scenario plays.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

/// A form of the repository's catalogue.
pub(crate) fn form(folder: &str) -> Form {
    let (pack, faults) = catalog::pack(&sources(), &format!("{folder}/form.json"));
    let (form, more) = catalog::open(&pack.unwrap_or_else(|| panic!("{faults:?}")));
    form.unwrap_or_else(|| panic!("{more:?}"))
}

/// An example of a form, as bytes.
pub(crate) fn example(folder: &str, name: &str) -> Vec<u8> {
    sources().0.remove(&format!("{folder}/answers/{name}.json")).unwrap()
}

/// Somebody at a form.
pub(crate) struct Scenario {
    pub(crate) session: Session,
    pub(crate) view: FormView,
}

impl Scenario {
    /// Sits down at an empty form.
    pub(crate) fn open(folder: &str) -> Self {
        let session = Session::new(Rc::new(form(folder)), today());
        Self { view: view(&session, None, Locale::Zh), session }
    }

    /// Types every answer of an example, wherever it is asked, and goes to "check answers".
    pub(crate) fn example(folder: &str, name: &str) -> Self {
        let mut scenario = Self::open(folder);
        let entered = record::read(&example(folder, name), scenario.session.form()).unwrap();
        let answers = entered.answers();
        for path in answers.entries.keys() {
            let raw = answers.raw(path).to_owned();
            scenario.act(Action::Enter { path: path.clone(), raw });
        }
        for consent in &answers.consents {
            scenario.act(Action::Consent { purpose: consent.purpose.clone(), at: consent.at.clone() });
        }
        scenario.act(Action::GoTo(None));
        scenario
    }

    /// Does something.
    pub(crate) fn act(&mut self, action: Action) {
        self.session = self.session.apply(&action);
        let fresh = view(&self.session, None, Locale::Zh);
        self.view = view(&self.session, Some(&self.view), Locale::Zh);
        assert_eq!(self.view, fresh, "a view must not depend on the previous one");
    }

    /// Types an answer; the question must be on the open page.
    pub(crate) fn answer(&mut self, path: &str, raw: &str) {
        let path = Path::new(path);
        let is_asked = fields(self.page()).any(|field| path.is_within(&field.path));
        assert!(is_asked, "{path} is not on the open page {:?}", self.page().id);
        self.act(Action::Enter { path: path.clone(), raw: raw.to_owned() });
        self.act(Action::Leave(path));
    }

    pub(crate) fn next(&mut self) {
        self.act(Action::Next);
    }

    pub(crate) fn skip(&mut self) {
        self.act(Action::Skip);
    }

    pub(crate) fn go_to(&mut self, page: &str) {
        self.act(Action::GoTo(Some(PageId::new(page))));
    }

    pub(crate) fn take_offer(&mut self, path: &str) {
        self.act(Action::TakeOffer(Path::new(path)));
    }

    pub(crate) fn consent(&mut self, purpose: &str) {
        assert!(
            self.page().consents.iter().any(|consent| consent.purpose.as_str() == purpose),
            "not asked here"
        );
        let at = String::from("2026-11-23T08:30:00+08:00");
        self.act(Action::Consent { purpose: Purpose::new(purpose), at });
    }

    /// The page that is open.
    pub(crate) fn page(&self) -> &PageView {
        &self.view.pages[self.view.current.expect("a page is open")]
    }

    /// A question that is shown on some page.
    pub(crate) fn field(&self, path: &str) -> Option<&FieldView> {
        let path = Path::new(path);
        self.view.pages.iter().flat_map(|page| fields(page)).find(|field| field.path == path)
    }

    pub(crate) fn expect_page(&self, id: &str) {
        assert_eq!(self.page().id.as_str(), id);
    }

    pub(crate) fn expect_check(&self) {
        assert_eq!(self.view.current, None, "not yet at \"check answers\"");
    }

    pub(crate) fn expect_shown(&self, path: &str) {
        assert!(self.field(path).is_some(), "{path} is hidden");
    }

    pub(crate) fn expect_hidden(&self, path: &str) {
        assert!(self.field(path).is_none(), "{path} is shown");
    }

    pub(crate) fn expect_status(&self, page: &str, status: PageStatus) {
        let page = self.view.pages.iter().find(|view| view.id.as_str() == page).unwrap();
        assert_eq!(page.status, status);
    }

    /// Every issue, as `[field, code, severity]`.
    pub(crate) fn issues(&self) -> Vec<[String; 3]> {
        let issue = |issue: &yuntian::validate::Issue| {
            [issue.field.to_string(), issue.kind.code().to_owned(), issue.severity.as_str().to_owned()]
        };
        self.view.issues.iter().map(issue).collect()
    }
}

fn fields(page: &PageView) -> impl Iterator<Item = &FieldView> {
    page.sections.iter().flat_map(|section| &section.fields).map(|field| &**field)
}
