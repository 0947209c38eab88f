//! Which draft of a form is opened: the one that this tab had open, else the one saved last.

use std::rc::Rc;

use super::{
    shelf::{self, Open},
    track::{self, Note, TRACKS, Track},
};
use crate::{
    model::{Draft, DraftHead, FormId},
    store::{Store, StoreError},
    ui::{Whose, hooks::keep, later::Work},
};

/// The draft of a form that this tab had open, or the one saved last.
pub(super) fn load(form: FormId, days: u32) -> Work<Option<Rc<Draft>>> {
    Box::pin(async move {
        // A draft that can not be read is as good as none; the list names it.
        let store = shelf::store().await.ok()?;
        // What can not be forgotten now is tried again on the next visit.
        let _ = store.expire(days).await;
        open(&store, &form).await.ok().flatten()
    })
}

async fn open(store: &Store, form: &FormId) -> Result<Option<Rc<Draft>>, StoreError> {
    let is_of = |head: &DraftHead| head.form == *form;
    let mut drafts = store.list().await?;
    drafts.retain(|kept| kept.head.as_ref().is_some_and(is_of));
    // What is somebody's own is no draft that a tab has open: the one saved last is it.
    let is_own = Whose::of(form).is_some();
    let open = if is_own { Open::Any } else { shelf::open() };
    let wanted = match open {
        Open::Fresh => return Ok(None),
        Open::One(id) => drafts.iter().position(|kept| kept.id == id),
        Open::Any => None,
    };
    // At a counter the draft saved last may be another resident's: only one that was chosen is opened.
    if wanted.is_none() && keep::at_counter() {
        return Ok(None);
    }
    // Who chose it, or only came back to it, knows.
    let is_news = wanted.is_none();
    let n_others = drafts.len().saturating_sub(1);
    let first = wanted.unwrap_or_default();
    let order = [first].into_iter().chain((0..drafts.len()).filter(|idx| *idx != first));
    for idx in order {
        let Some(kept) = drafts.get(idx) else { break };
        if let Ok(Some(held)) = store.load(&kept.id).await {
            if !is_own {
                shelf::set_open(&Open::One(kept.id.clone()));
            }
            let mut track = Track::of(form.clone(), kept.id.clone(), held);
            if is_news && !is_own {
                track.news.push(Note::Resumed { saved_at: kept.saved_at, n_others });
            }
            let draft = track.base.as_ref().map(|base| base.draft.clone());
            TRACKS.with_borrow_mut(|tracks| {
                tracks.all.retain(|track| track.form != *form);
                tracks.all.push(track);
            });
            track::redraw();
            return Ok(draft);
        }
    }
    Ok(None)
}
