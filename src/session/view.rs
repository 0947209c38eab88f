//! What a client sees. Parts that did not change share their `Rc` with the previous view.

use std::{fmt, rc::Rc};

use crate::{
    model::{Choice, Kind, Locale, PageId, Path, Purpose, Rows, Sensitivity, Shape},
    validate::{Issue, Offer},
};

use super::basis::Made;

/// The whole form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormView {
    /// Its title.
    pub title: String,
    /// In which language the texts are.
    pub locale: Locale,
    /// The pages in order; those with nothing to ask are left out.
    pub pages: Vec<Rc<PageView>>,
    /// Which of them is open, counted from 0; `None` is "check answers".
    pub current: Option<usize>,
    /// Whether `finish` would succeed; worked out on "check answers", and false while a page is open.
    pub is_complete: bool,
    /// Every error and warning not confirmed, in form order, touched or not.
    pub issues: Rc<Vec<Issue>>,
    /// Questions answered and asked, for "x of y".
    pub progress: (usize, usize),
    /// The rows of tables, to say which row an issue is about.
    pub rows: Rc<Rows>,
    /// How it was made.
    pub(super) made: Made,
}

impl FormView {
    /// What is seen of no form.
    #[must_use]
    pub fn empty(locale: Locale) -> Self {
        Self {
            title: String::new(),
            locale,
            pages: Vec::new(),
            current: None,
            is_complete: false,
            issues: Rc::default(),
            progress: (0, 0),
            rows: Rc::default(),
            made: Made::default(),
        }
    }
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageView {
    /// Its id.
    pub id: PageId,
    /// Its title.
    pub title: String,
    /// Its parts; those with nothing to ask are left out.
    pub sections: Vec<Rc<SectionView>>,
    /// Consents asked on this page, before it is left.
    pub consents: Vec<ConsentView>,
    /// How far it is.
    pub status: PageStatus,
    /// The error summary: issues that may show now. Empty until the person wanted to go on.
    pub summary: Vec<Issue>,
}

/// How far a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageStatus {
    /// Not seen yet.
    NotStarted,
    /// Something required is open.
    Incomplete,
    /// Something is wrong.
    Wrong,
    /// Done.
    Complete,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionView {
    /// Its heading.
    pub title: Option<String>,
    /// A sentence before the questions.
    pub note: Option<String>,
    /// The questions that are shown.
    pub fields: Vec<Rc<FieldView>>,
}

/// A question.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldView {
    /// Where its answer stands; its text is the key and the stem of element ids.
    pub path: Path,
    /// What it takes.
    pub kind: Rc<Kind>,
    /// The question.
    pub label: String,
    /// How to answer.
    pub hint: Option<String>,
    /// More help, on request.
    pub help: Option<String>,
    /// What was typed.
    pub raw: String,
    /// The parts of an address as typed, in the order of `Kind::ADDRESS_PARTS`; empty for other kinds.
    pub parts: Vec<String>,
    /// The value as people read it (a label, 2023年2月23日, digits in groups); empty where there is none.
    pub shown: String,
    /// Whether it must be answered now.
    pub is_required: bool,
    /// The value was not entered. With an `offer` it is derived from another answer, and can be taken over or typed
    /// anew; without one it is computed: shown, not asked.
    pub is_derived: bool,
    /// What is wrong.
    pub issues: Vec<Issue>,
    /// Whether issues show: there are some, and the field was left or the person wanted to go on.
    pub show_issues: bool,
    /// Warnings that were confirmed, by code.
    pub confirmed: Vec<String>,
    /// A value to take over.
    pub offer: Option<Offer>,
    /// The rows of a table in order; empty for other kinds.
    pub rows: Vec<Rc<RowView>>,
    /// Where the row stood that `RestoreRow` would put back into the table.
    pub removed: Option<usize>,
    /// The choices in this language.
    pub choices: Rc<Vec<Choice>>,
    /// The `autocomplete` token; `off` where sensitive.
    pub autocomplete: String,
    /// The `inputmode`: `text`, `numeric`, `decimal`, `tel`, `email`.
    pub inputmode: &'static str,
    /// The schema's limits.
    pub limits: Rc<Shape>,
    /// How carefully the answer is to be kept.
    pub sensitivity: Sensitivity,
    /// The value with its middle hidden, to show after blur on shared screens; `None` where it need not be.
    pub masked: Option<String>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowView {
    /// Where it stands, `family#3`; stays the same when rows are moved.
    pub path: Path,
    /// The questions of this row that are shown.
    pub fields: Vec<Rc<FieldView>>,
}

impl FieldView {
    /// The same with a text as typed: of the question, or of a part of its address.
    pub fn enter(&mut self, path: &Path, raw: &str) {
        if *path == self.path {
            raw.clone_into(&mut self.raw);
        }
        for (part, name) in self.parts.iter_mut().zip(Kind::ADDRESS_PARTS) {
            if *path == self.path.child(name) {
                raw.clone_into(part);
            }
        }
    }
}

/// A consent asked apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentView {
    /// What for.
    pub purpose: Purpose,
    /// The text that is agreed to.
    pub text: String,
    /// When it was given.
    pub given_at: Option<String>,
}

/// No answer ever reaches a log: this prints where it stands and what is wrong.
impl fmt::Debug for FieldView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<&str> = self.issues.iter().map(|issue| issue.kind.code()).collect();
        write!(f, "FieldView({:?}, {} chars, {codes:?})", self.path, self.raw.chars().count())
    }
}
