//! The draft of a form as it is here, and a draft put in its place. The one file that knows how the page keeps drafts.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::{
    model::{Date, Draft, Form, Locale, Mode, PageId},
    session::{FormView, PageStatus},
    ui::{Same, hooks::keep, later::Later, pages::Opened},
};

/// The draft of an open form as it is now, with what still waited for the engine; none where nothing was entered.
pub(super) fn draft_of(opened: &Opened, later: &Later) -> Option<Draft> {
    let id = &opened.form.id;
    let draft = keep::recall(id).or_else(|| (*opened.draft).clone());
    let waiting = keep::waiting(id);
    let session = match draft {
        Some(draft) => {
            (later.resume)(opened.form.0.clone(), (later.migrate)(&opened.form, draft).draft, opened.today)
        }
        None if waiting.is_empty() => return None,
        None => (later.open)(opened.form.0.clone(), opened.today),
    };
    let session = waiting.iter().fold(session, |session, action| (later.apply)(&session, action));
    Some(session.draft()).filter(|draft| !draft.answers.entries.is_empty())
}

/// The draft of a form of which nothing else is known here.
pub(super) async fn kept(form: &Form, days: u32, later: &Later) -> Option<Draft> {
    let draft = keep::load(&form.id, days).await.filter(|draft| !draft.answers.entries.is_empty())?;
    Some((later.migrate)(form, draft).draft)
}

/// Makes a draft the one of its form. Where it can not be kept, the page remembers it, and the pages of the form say so.
pub(super) fn put(draft: &Draft, mode: Mode) {
    keep::wait(&draft.form, &Rc::default());
    keep::remember(draft);
    let draft = draft.clone();
    if mode != Mode::Kiosk {
        spawn_local(async move {
            let _ = keep::save(draft).await;
        });
    }
}

/// A draft as it looks on "check answers".
pub(super) fn looked_at(
    form: &Same<Form>,
    draft: &Draft,
    today: Date,
    later: &Later,
    locale: Locale,
) -> FormView {
    let draft = Draft { page: None, ..draft.clone() };
    (later.view)(&(later.resume)(form.0.clone(), draft, today), None, locale)
}

/// The first page that needs something; none where all is done.
pub(super) fn first_open(view: &FormView) -> Option<PageId> {
    view.pages.iter().find(|page| page.status != PageStatus::Complete).map(|page| page.id.clone())
}
