//! The state of a form being filled: the session, what is seen of it, and what only the page knows.
//!
//! The first questions are there before the engine is. Until it comes, what the person does waits in order, and typed texts
//! are shown as typed; then all of it is done as if the engine had been there.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    carried::{Carried, Start},
    keep,
};
use crate::{
    model::{Date, Draft, Form, Kind, Locale, PageId, Path, Tables},
    session::{Action, FormView, Session, first},
    ui::later::{self, Later},
};

/// A form being filled. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Filling {
    /// The session; `None` while the engine is on its way.
    pub session: Option<Session>,
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
    /// What became of what was entered into an older version of the form.
    pub carried: Option<Rc<Carried>>,
    /// The draft as the session began with it.
    begun: Option<Rc<Draft>>,
    /// The form.
    form: Rc<Form>,
    /// The day on which it was opened.
    today: Date,
    /// The page to begin on.
    start: Start,
    /// What was entered before.
    draft: Option<Rc<Draft>>,
    /// What waits for the engine.
    waiting: Rc<Vec<Action>>,
}

/// What changes it.
#[derive(Clone)]
pub(crate) enum Step {
    /// The engine is here.
    Begin(&'static Later),
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
    /// Another tab saved the first; it takes the place of the second, where that is still what is here.
    Take(Rc<Draft>, Rc<Draft>),
}

impl Filling {
    /// Opens a form, with what was entered before and what still waits, on the page that the address names.
    pub(crate) fn open(
        form: &Rc<Form>,
        draft: Option<Rc<Draft>>,
        today: Date,
        locale: Locale,
        start: Start,
        waiting: Rc<Vec<Action>>,
    ) -> Self {
        let here = later::here();
        // The engine makes a view of its own.
        let view = match here {
            Some(_) => FormView::empty(locale),
            None => waiting.iter().fold(first(form, locale), |view, action| typed(&view, action)),
        };
        let filling = Self {
            session: None,
            view: Rc::new(view),
            attempt: 0,
            // What was handed over by "What am I entitled to?" waits here too, and whoever comes from there has not read it.
            has_read_notice: draft.is_some() || keep::has_read_notice(&form.id),
            tables: Rc::default(),
            target: None,
            carried: None,
            begun: None,
            form: form.clone(),
            today,
            start,
            draft,
            waiting,
        };
        match here {
            Some(later) => filling.begin(later),
            None => filling,
        }
    }

    /// Whether what is seen is true without the engine: a plain form, nothing entered before, on its first page.
    pub(crate) fn is_plain(&self) -> bool {
        let is_first = match &self.start {
            None => true,
            Some(None) => false,
            Some(Some(page)) => self.view.pages.first().is_some_and(|first| first.id == *page),
        };
        let mut fields =
            self.view.pages.iter().take(1).flat_map(|page| &page.sections).flat_map(|part| &part.fields);
        self.form.is_plain && self.draft.is_none() && is_first && fields.all(|field| is_plain(&field.kind))
    }

    /// The form.
    pub(crate) fn form(&self) -> &Form {
        &self.form
    }

    /// The form, for whoever holds it longer.
    pub(crate) fn shared_form(&self) -> Rc<Form> {
        self.form.clone()
    }

    /// What waits for the engine.
    pub(crate) fn waiting(&self) -> &Rc<Vec<Action>> {
        &self.waiting
    }

    /// Whether the person did something.
    pub(crate) fn is_touched(&self) -> bool {
        !self.waiting.is_empty() || self.session.as_ref().is_some_and(|session| session.revision() > 0)
    }

    /// The open page; `None` is "check answers".
    pub(crate) fn page(&self) -> Option<PageId> {
        match &self.session {
            Some(session) => session.page().cloned(),
            None => self.view.pages.first().map(|page| page.id.clone()),
        }
    }

    /// Makes the session and does what waited for it.
    fn begin(&self, later: &Later) -> Self {
        let locale = self.view.locale;
        let (session, carried) = (later.begin)(&self.form, self.draft.as_deref(), self.today, &self.start);
        let session = (later.with_tables)(&session, self.tables.clone());
        let begun = session.shared();
        let view = Rc::new((later.view)(&session, Some(&self.view), locale));
        let filling = Self {
            session: Some(session),
            view,
            draft: None,
            waiting: Rc::default(),
            carried: carried.map(Rc::new),
            begun: Some(begun),
            ..self.clone()
        };
        self.waiting.iter().fold(filling, |filling, action| filling.act(action))
    }

    /// What comes of something that the person did.
    fn act(&self, action: &Action) -> Self {
        match (&self.session, later::here()) {
            (Some(session), Some(later)) => {
                let mut next = self.with((later.apply)(session, action), later);
                next.attempt += u32::from(*action == Action::Next);
                next
            }
            (_, _) => {
                let mut next = self.clone();
                Rc::make_mut(&mut next.waiting).push(action.clone());
                next.view = Rc::new(typed(&self.view, action));
                next
            }
        }
    }

    fn with(&self, session: Session, later: &Later) -> Self {
        self.spoken(session, later, self.view.locale)
    }

    fn spoken(&self, session: Session, later: &Later, locale: Locale) -> Self {
        let view = Rc::new((later.view)(&session, Some(&self.view), locale));
        Self { session: Some(session), view, ..self.clone() }
    }

    /// The same in another language.
    fn speak(&self, locale: Locale) -> Self {
        match (&self.session, later::here()) {
            (Some(session), Some(later)) => self.spoken(session.clone(), later, locale),
            (_, _) => {
                let fresh = first(&self.form, locale);
                let view = self.waiting.iter().fold(fresh, |view, action| typed(&view, action));
                Self { view: Rc::new(view), ..self.clone() }
            }
        }
    }

    /// What another tab saved, on the page that is open here; nothing where something was typed here since.
    fn take(&self, draft: &Rc<Draft>, over: &Rc<Draft>) -> Option<Self> {
        let later = later::here()?;
        let now = self.session.as_ref()?.shared();
        let is_quiet =
            [Some(over), self.begun.as_ref()].into_iter().flatten().any(|old| Rc::ptr_eq(old, &now));
        let (draft, start) = (Some(draft.clone()), Some(self.page()));
        is_quiet.then(|| Self { draft, start, ..self.clone() }.begin(later))
    }

    fn tables(&self, new: Tables) -> Self {
        let tables = Rc::new(Tables {
            regions: new.regions.or_else(|| self.tables.regions.clone()),
            streets: new.streets.or_else(|| self.tables.streets.clone()),
        });
        let next = match (&self.session, later::here()) {
            (Some(session), Some(later)) => self.with((later.with_tables)(session, tables.clone()), later),
            (_, _) => self.clone(),
        };
        Self { tables, ..next }
    }
}

/// Whether a question of this kind needs nothing of the engine to take an answer: lists of places, what is drawn and files do.
fn is_plain(kind: &Kind) -> bool {
    match kind {
        Kind::Address | Kind::Signature | Kind::Attachment(_) | Kind::Group | Kind::Rows => false,
        Kind::Text { .. }
        | Kind::Name
        | Kind::Integer
        | Kind::Decimal
        | Kind::Money
        | Kind::Date
        | Kind::Month
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::YesNo
        | Kind::Phone
        | Kind::Email
        | Kind::CitizenId
        | Kind::BankCard
        | Kind::Document(_) => true,
    }
}

/// The view with a text as typed; an address's part stands in its address. Anything else waits unseen.
fn typed(view: &FormView, action: &Action) -> FormView {
    let mut view = view.clone();
    let Action::Enter { path, raw } = action else { return view };
    for page in &mut view.pages {
        for section_idx in 0..page.sections.len() {
            let holds = |section: &crate::session::SectionView| {
                section.fields.iter().position(|field| path.is_within(&field.path))
            };
            let Some(field_idx) = page.sections.get(section_idx).and_then(|section| holds(section)) else {
                continue;
            };
            let section = Rc::make_mut(page).sections.get_mut(section_idx).map(Rc::make_mut);
            let field = section.and_then(|section| section.fields.get_mut(field_idx)).map(Rc::make_mut);
            if let Some(field) = field {
                field.enter(path, raw);
            }
        }
    }
    view
}

/// Equal where nothing was done in between.
impl PartialEq for Filling {
    fn eq(&self, other: &Self) -> bool {
        let revision = |filling: &Self| filling.session.as_ref().map(Session::revision);
        revision(self) == revision(other)
            && Rc::ptr_eq(&self.view, &other.view)
            && self.attempt == other.attempt
            && self.has_read_notice == other.has_read_notice
            && self.target == other.target
    }
}

impl Reducible for Filling {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        match step {
            Step::Begin(_) if self.session.is_some() => self,
            Step::Begin(later) => self.begin(later).into(),
            Step::Do(action) => Self { target: None, ..self.act(&action) }.into(),
            Step::Change(action, path) => Self { target: Some(path), ..self.act(&action) }.into(),
            Step::Speak(new) if new == self.view.locale => self,
            Step::Speak(new) => self.speak(new).into(),
            Step::Tables(new) => self.tables(new).into(),
            Step::Take(draft, over) => match self.take(&draft, &over) {
                Some(next) => next.into(),
                None => self,
            },
            Step::Notice => Self { has_read_notice: true, ..(*self).clone() }.into(),
        }
    }
}
