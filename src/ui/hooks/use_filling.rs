//! The state of a form being filled: the session, what is seen of it, and what only the page knows.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    model::{Date, Draft, Form, Locale, PageId, Path, Tables},
    record,
    session::{Action, FormView, Session, view},
};

/// A form being filled. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Filling {
    /// The session.
    pub session: Session,
    /// What is seen of it.
    pub view: Rc<FormView>,
    /// Counts the attempts to go on, so that each failed one moves the focus.
    pub attempt: u32,
    /// The notice about personal data was read.
    pub has_read_notice: bool,
    /// The tables that have come.
    pub tables: Rc<Tables>,
    /// A question to focus once its page is open.
    pub target: Option<Path>,
    /// What was entered into an older version of the form and is not in this one, as it was typed.
    pub not_carried: Rc<Vec<String>>,
}

/// What changes it.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// The person did something.
    Do(Action),
    /// Goes to a page to change one answer.
    Change(Action, Path),
    /// Another language.
    Speak(Locale),
    /// Tables came; those that did not stay as they are.
    Tables(Tables),
    /// The notice was read.
    Notice,
}

impl Filling {
    /// Opens a form, with what was entered before.
    pub(crate) fn open(form: Rc<Form>, draft: Option<Draft>, today: Date, locale: Locale) -> Self {
        let has_read_notice = draft.is_some();
        let mut not_carried = Vec::new();
        let session = match draft {
            Some(draft) => {
                let migrated = record::migrate(&form, draft);
                let answers = &migrated.draft.answers;
                not_carried.extend(migrated.kept().iter().map(|path| answers.raw(path).to_owned()));
                Session::resume(form, migrated.draft, today)
            }
            None => Session::new(form, today),
        };
        let view = Rc::new(view(&session, None, locale));
        Self {
            session,
            view,
            attempt: 0,
            has_read_notice,
            tables: Rc::default(),
            target: None,
            not_carried: not_carried.into(),
        }
    }

    /// The same on another page; `None` is "check answers".
    pub(crate) fn at(&self, page: Option<PageId>) -> Self {
        self.with(self.session.apply(&Action::GoTo(page)), self.view.locale)
    }

    fn with(&self, session: Session, locale: Locale) -> Self {
        let view = Rc::new(view(&session, Some(&self.view), locale));
        Self { session, view, ..self.clone() }
    }
}

/// Equal where nothing was done in between.
impl PartialEq for Filling {
    fn eq(&self, other: &Self) -> bool {
        self.session.revision() == other.session.revision()
            && Rc::ptr_eq(&self.view, &other.view)
            && self.attempt == other.attempt
            && self.has_read_notice == other.has_read_notice
            && self.target == other.target
    }
}

impl Reducible for Filling {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let locale = self.view.locale;
        let act = |action: &Action| self.with(self.session.apply(action), locale);
        match step {
            Step::Do(action) => {
                let mut next = act(&action);
                next.attempt += u32::from(action == Action::Next);
                next.target = None;
                next.into()
            }
            Step::Change(action, path) => Self { target: Some(path), ..act(&action) }.into(),
            Step::Speak(new) if new == locale => self,
            Step::Speak(new) => self.with(self.session.clone(), new).into(),
            Step::Tables(new) => {
                let tables = Rc::new(Tables {
                    regions: new.regions.or_else(|| self.tables.regions.clone()),
                    streets: new.streets.or_else(|| self.tables.streets.clone()),
                });
                let next = self.with(self.session.with_tables(tables.clone()), locale);
                Self { tables, ..next }.into()
            }
            Step::Notice => Self { has_read_notice: true, ..(*self).clone() }.into(),
        }
    }
}
