//! What a view was made of, so that the next one makes anew only what depends on something that changed.
//!
//! **Invariant:** a question's view depends on its state, on what the draft says of its path and of those around it, on the
//! rows and those taken away, on whether the person wanted to go on, and on the language; on nothing else. [`Changes::since`] looks at all of these.

use std::{fmt, rc::Rc};

use crate::{
    model::{Draft, Form, Locale, PageId, Path},
    validate::State,
};

use super::{FieldView, PageView, SectionView, Session, places::Places, rows::Removed};

/// How a view was made. It is no part of what the view shows.
#[derive(Clone, Default)]
pub(super) struct Made(pub(super) Option<Rc<Basis>>);

/// Two views that show the same are equal, however they were made.
impl PartialEq for Made {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// No answer ever reaches a log.
impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Made")
    }
}

/// The sections of a page, `None` where one has nothing to ask, and the page, where it has something to ask.
pub(super) type MadePage = (Vec<Option<Rc<SectionView>>>, Option<Rc<PageView>>);

/// What a view was made of, and its parts.
pub(super) struct Basis {
    form: Rc<Form>,
    locale: Locale,
    draft: Rc<Draft>,
    derived: Rc<State>,
    places: Rc<Places>,
    removed: Rc<Vec<Removed>>,
    /// The page that the person wanted to leave.
    attempted: Option<PageId>,
    /// The questions, each where `Place::at` says.
    pub(super) fields: Vec<Option<Rc<FieldView>>>,
    /// In the order of the form's pages.
    pub(super) pages: Vec<MadePage>,
}

impl Basis {
    /// What a session's view is made of, before any part is.
    pub(super) fn of(session: &Session, locale: Locale) -> Self {
        Self {
            form: session.form.clone(),
            locale,
            draft: session.draft.clone(),
            derived: session.derived.clone(),
            places: session.places.clone(),
            removed: session.removed.clone(),
            attempted: attempted(session),
            fields: Vec::new(),
            pages: Vec::new(),
        }
    }
}

fn attempted(session: &Session) -> Option<PageId> {
    session.draft.page.clone().filter(|_| session.is_attempted)
}

/// Which questions have to be looked at again.
pub(super) struct Changes {
    changed: Vec<bool>,
}

impl Changes {
    /// What changed since a view was made; `None` where nearly everything may have: another form, other rows or another
    /// language.
    pub(super) fn since(before: &Basis, session: &Session, locale: Locale) -> Option<Self> {
        let is_alike = Rc::ptr_eq(&before.form, &session.form)
            && Rc::ptr_eq(&before.places, &session.places)
            && before.locale == locale
            && (Rc::ptr_eq(&before.removed, &session.removed)
                || (before.removed.is_empty() && session.removed.is_empty()));
        if !is_alike {
            return None;
        }
        let states = before.derived.fields.values().zip(session.derived.fields.values());
        let changed = if Rc::ptr_eq(&before.derived, &session.derived) {
            vec![false; session.derived.fields.len()]
        } else {
            states.map(|(before, now)| before != now).collect()
        };
        let mut changes = Self { changed };
        if before.attempted != attempted(session) {
            // Issues show now, or do no more, where there are any.
            let states = session.derived.fields.values();
            for (changed, state) in changes.changed.iter_mut().zip(states) {
                *changed |= !state.issues.is_empty();
            }
        }
        let (old, new) = (&*before.draft, &*session.draft);
        if !Rc::ptr_eq(&before.draft, &session.draft) {
            changes.mark(&session.derived, old.answers.entries.differing(&new.answers.entries));
            // That a question was left shows only in its issues.
            let touched = old.touched.differing(&new.touched).into_iter();
            let has_issues = |path: &&Path| {
                let states = around(path).filter_map(|path| session.derived.fields.get(&path));
                states.into_iter().any(|state| !state.issues.is_empty())
            };
            changes.mark(&session.derived, touched.filter(has_issues));
            changes.mark(&session.derived, old.declined.differing(&new.declined));
            let confirmed = old.confirmed.differing(&new.confirmed);
            changes.mark(&session.derived, confirmed.into_iter().map(|(path, _)| path));
        }
        Some(changes)
    }

    /// A path's change is one of everything around it: of the address that a part belongs to, of the table of a row.
    fn mark<'p>(&mut self, state: &State, paths: impl IntoIterator<Item = &'p Path>) {
        for path in paths.into_iter().flat_map(around) {
            let at = state.fields.position(&path);
            if let Some(changed) = at.and_then(|at| self.changed.get_mut(at)) {
                *changed = true;
            }
        }
    }

    /// Whether the question at a place of `State::fields` has to be looked at again.
    pub(super) fn is_changed(&self, at: usize) -> bool {
        self.changed.get(at).is_none_or(|is_changed| *is_changed)
    }
}

/// A path and those that it stands within.
fn around(path: &Path) -> impl Iterator<Item = Path> {
    let text = path.as_str();
    let above = text.match_indices(['.', '#']).filter_map(|(end, _)| text.get(..end)).map(Path::new);
    above.chain([path.clone()])
}
