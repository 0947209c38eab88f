//! A session: a form, what was entered, where the person stands, and what follows from it.
//!
//! **Invariant:** `derived` always belongs to the draft beside it; a session never changes, `apply` makes a new one.

use std::{fmt, rc::Rc};

use crate::{
    model::{Answers, Date, Draft, Field, Form, PageId, Path, Tables},
    validate::{self, FieldState, Issue, Knowledge, Plan, Severity, State},
};

use super::{
    outline::Outline,
    places::{PagePlaces, Place, Places},
    rows::Removed,
};

/// A form being filled. Cheap to clone.
#[derive(Clone)]
pub struct Session {
    pub(super) form: Rc<Form>,
    pub(super) outline: Rc<Outline>,
    pub(super) tables: Rc<Tables>,
    pub(super) today: Date,
    pub(super) draft: Rc<Draft>,
    /// The form with the rows of the draft.
    pub(super) plan: Rc<Plan>,
    /// Where the questions stand, with the rows of the draft.
    pub(super) places: Rc<Places>,
    /// What follows from the draft.
    pub(super) derived: Rc<State>,
    /// Rows that were taken away on the open page, the last one last.
    pub(super) removed: Rc<Vec<Removed>>,
    /// The open page was to be left and had errors, so its summary shows.
    pub(super) is_attempted: bool,
    /// The open page was chosen on "check answers", so "next" leads back there.
    pub(super) is_change: bool,
    pub(super) revision: u64,
}

impl Session {
    /// An empty form on its first page.
    #[must_use]
    pub fn new(form: Rc<Form>, today: Date) -> Self {
        let mut draft = Draft::new(form.id.clone(), form.version);
        draft.page = form.pages.first().map(|page| page.id.clone());
        Self::resume(form, draft, today)
    }

    /// Goes on with a draft. What the form no longer asks stays in the draft and is not seen.
    #[must_use]
    pub fn resume(form: Rc<Form>, mut draft: Draft, today: Date) -> Self {
        draft.form = form.id.clone();
        draft.version = form.version;
        let outline = Rc::new(Outline::new(&form));
        let tables = Rc::new(Tables::default());
        let plan = Rc::new(Plan::new(&form, &draft.answers));
        let places = Rc::new(Places::new(&form, &outline, &plan));
        let derived = Rc::new(State::default());
        let session = Self {
            form,
            outline,
            tables,
            today,
            draft: Rc::new(draft),
            plan,
            places,
            derived,
            removed: Rc::default(),
            is_attempted: false,
            is_change: false,
            revision: 0,
        };
        session.derive().on_a_shown_page()
    }

    /// The same session with tables that have loaded since.
    #[must_use]
    pub fn with_tables(&self, tables: Rc<Tables>) -> Self {
        let mut next = self.clone();
        next.tables = tables;
        next.revision += 1;
        next.derive()
    }

    /// What is worth keeping.
    #[must_use]
    pub fn draft(&self) -> Draft {
        (*self.draft).clone()
    }

    /// The same, shared: two are the same where they stand in one place.
    #[must_use]
    pub fn shared(&self) -> Rc<Draft> {
        self.draft.clone()
    }

    /// Counts the changes.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The form.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The open page; `None` is "check answers".
    #[must_use]
    pub fn page(&self) -> Option<&PageId> {
        self.draft.page.as_ref()
    }

    /// Whether the open page was chosen on "check answers", so that going on leads back there.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.is_change
    }

    /// What was entered.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.draft.answers
    }

    /// What follows from the answers.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.derived
    }

    /// Works out what follows from the draft.
    pub(super) fn derive(mut self) -> Self {
        let answers = &self.draft.answers;
        if !self.plan.has_rows_of(&self.form, answers) {
            self.plan = Rc::new(Plan::new(&self.form, answers));
            self.places = Rc::new(Places::new(&self.form, &self.outline, &self.plan));
        }
        let knowledge = |path: &Path| self.knowledge(path);
        let derived =
            validate::state_on(&self.plan, &self.form, answers, &knowledge, &self.tables, self.today);
        self.derived = Rc::new(derived);
        self
    }

    /// An empty field is unknown until each page that asks it was left, or all are done; nobody asks what is on no page.
    fn knowledge(&self, path: &Path) -> Knowledge {
        if self.draft.page.is_none() {
            return Knowledge::Left;
        }
        let is_left = |page_idx: &usize| {
            self.form.pages.get(*page_idx).is_none_or(|page| self.draft.left.contains(&page.id))
        };
        match self.outline.question(path) {
            Some(question) if !question.pages.iter().all(is_left) => Knowledge::Unasked,
            Some(_) | None => Knowledge::Left,
        }
    }

    /// The pages that ask something now, in order.
    pub(super) fn shown_pages(&self) -> impl DoubleEndedIterator<Item = &PageId> {
        self.form.pages.iter().map(|page| &page.id).filter(|page| self.asks(page))
    }

    /// Where a page stands in the form.
    fn page_idx(&self, page: &PageId) -> Option<usize> {
        self.form.pages.iter().position(|other| other.id == *page)
    }

    /// The questions of a page, shown or not.
    fn places_of(&self, page: &PageId) -> Option<&PagePlaces> {
        self.places.page(self.page_idx(page)?)
    }

    /// What stands at a place: its field, and what follows for it; only where it is shown.
    pub(super) fn shown(&self, place: &Place) -> Option<(&Field, &FieldState)> {
        let state = self.derived.fields.nth(place.at).filter(|state| state.is_shown)?;
        Some((self.form.fields.get(place.field_idx)?, state))
    }

    /// Whether a page asks something now: a shown field that is not computed.
    pub(super) fn asks(&self, page: &PageId) -> bool {
        self.places_of(page).is_some_and(|places| self.asks_at(places))
    }

    /// Whether one of these questions is asked now.
    pub(super) fn asks_at(&self, places: &PagePlaces) -> bool {
        places.iter().filter_map(|place| self.shown(place)).any(|(field, _)| !field.is_read_only)
    }

    /// The fields of a page that are shown, those of a table once for each row.
    pub(super) fn fields_of(&self, page: &PageId) -> Vec<Path> {
        let places = self.places_of(page).into_iter().flat_map(PagePlaces::iter);
        places.filter(|place| self.shown(place).is_some()).map(|place| place.path.clone()).collect()
    }

    /// What is wrong on a page: its fields in order, then the groups that end on it.
    pub(super) fn issues_of(&self, page: &PageId) -> impl Iterator<Item = &Issue> {
        self.places_of(page).into_iter().flat_map(|places| self.issues_at(places))
    }

    /// As [`Self::issues_of`].
    pub(super) fn issues_at<'a>(&'a self, places: &'a PagePlaces) -> impl Iterator<Item = &'a Issue> {
        let fields = places.iter().map(|place| place.at).chain(places.groups.iter().copied());
        let states = fields.filter_map(|at| self.derived.fields.nth(at)).filter(|state| state.is_shown);
        states.flat_map(|state| &state.issues)
    }

    /// Whether a warning was confirmed.
    pub(super) fn is_confirmed(&self, issue: &Issue) -> bool {
        issue.severity == Severity::Warning
            && self
                .draft
                .confirmed
                .iter()
                .any(|(path, code)| *path == issue.field && code == issue.kind.code())
    }

    /// Every error, and every warning that was not confirmed, in form order; then the consents that are missing.
    pub(super) fn open_issues(&self) -> Vec<Issue> {
        let mut issues = validate::issues(&self.plan, &self.draft.answers, &self.derived);
        issues.retain(|issue| !self.is_confirmed(issue));
        issues
    }

    /// Where the open page is not there (an older draft, or nothing to ask): the first page not left yet, else
    /// "check answers".
    pub(super) fn on_a_shown_page(self) -> Self {
        let Some(open) = &self.draft.page else { return self };
        if self.asks(open) {
            return self;
        }
        let page = self.shown_pages().find(|page| !self.draft.left.contains(page)).cloned();
        self.with_page(page)
    }

    /// The same session on another page.
    pub(super) fn with_page(mut self, page: Option<PageId>) -> Self {
        self.is_attempted = false;
        self.removed = Rc::default();
        self.is_change = self.is_change && page.is_some();
        // "Check answers" makes what is empty absent, so everything is worked out again.
        let was_done = self.draft.page.is_none();
        let is_done = page.is_none();
        Rc::make_mut(&mut self.draft).page = page;
        if was_done == is_done { self } else { self.derive() }
    }
}

/// No answer ever reaches a log: this prints the form and the count of changes.
impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Session({}, revision {})", self.form.id, self.revision)
    }
}
