//! The draft of a form as it is here, and a draft put in its place. The one file that knows how the page keeps drafts.

use std::rc::Rc;

use crate::{
    model::{Date, Draft, Form, Locale, PageId},
    record,
    session::{FormView, PageStatus},
    ui::{Same, drafts::Typed, hooks::keep, later::Later, pages::Opened},
};

/// The draft of an open form as it is now, with what still waited for the engine; none where nothing was entered.
pub(super) fn draft_of(opened: &Opened, later: &Later) -> Option<Draft> {
    let id = &opened.form.id;
    let draft = keep::recall(id).or_else(|| opened.draft.as_ref().map(|draft| draft.0.clone()));
    let waiting = keep::waiting(id);
    if draft.is_none() && waiting.is_empty() {
        return None;
    }
    let (session, _) = (later.begin)(&opened.form.0, draft.as_deref(), opened.today, &None);
    let session = waiting.iter().fold(session, |session, action| (later.apply)(&session, action));
    Some(session.draft()).filter(|draft| !draft.answers.entries.is_empty())
}

/// The draft of a form of which nothing else is known here.
pub(super) async fn kept(form: &Form, days: u32) -> Option<Draft> {
    let draft = keep::load(&form.id, days).await.filter(|draft| !draft.answers.entries.is_empty())?;
    Some(record::migrate(form, (*draft).clone()).draft)
}

/// Makes a draft the one of its form: in the place of the one that is open, or beside those that there are. Where it can not be
/// kept, the page remembers it, and the pages of the form say so.
pub(super) async fn put(form: &Same<Form>, draft: &Draft, view: &FormView, is_fresh: bool) {
    let draft = Rc::new(draft.clone());
    // At once, for the person may be quicker than the store.
    keep::wait(&draft.form, &Rc::default());
    keep::remember(&draft);
    let drafts = keep::drafts().await;
    if let (true, Some(drafts)) = (is_fresh, drafts) {
        // What was typed into the other one and is not yet in the store goes there first.
        (drafts.part)(form.id.clone()).await;
        keep::remember(&draft);
    }
    if let Some(drafts) = drafts {
        let typed = Typed { draft, form: form.0.clone(), progress: view.progress };
        (drafts.put)(typed).await;
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
    let (session, _) = (later.begin)(&form.0, Some(draft), today, &Some(None));
    (later.view)(&session, None, locale)
}

/// The first page that needs something; none where all is done.
pub(super) fn first_open(view: &FormView) -> Option<PageId> {
    view.pages.iter().find(|page| page.status != PageStatus::Complete).map(|page| page.id.clone())
}
