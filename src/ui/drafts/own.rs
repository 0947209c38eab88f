//! What a firm or a person keeps of its own: drafts that stay, of forms in no list.

use super::{Saved, Why, list, shelf, track, when};
use crate::{
    model::{DraftHead, Locale},
    store::{Kept, StoreError},
    text::drafts::why,
    ui::{Whose, hooks::keep, later::Work},
};

/// When it was saved, in words.
pub(super) fn saved(whose: Whose, locale: Locale) -> Work<Saved> {
    Box::pin(async move {
        let kept = kept(whose).await.map_err(|error| why(&error))?;
        // The one saved last comes first.
        Ok(kept.first().map(|kept| when::moment(kept.saved_at, locale)))
    })
}

/// Deletes it, and the marks of what is no longer there.
pub(super) fn delete(whose: Whose) -> Work<Result<(), Why>> {
    Box::pin(async move { forget(whose).await.map_err(|error| why(&error)) })
}

async fn forget(whose: Whose) -> Result<(), StoreError> {
    let ids: Vec<_> = kept(whose).await?.into_iter().map(|kept| kept.id).collect();
    list::forget(&ids).await?;
    track::forget(&whose.form());
    let left = shelf::store().await?.list().await?;
    mark(&left);
    if left.is_empty() {
        // A mark that stays says no more than that there once was a draft.
        let _ = keep::set_mark(false);
    }
    Ok(())
}

async fn kept(whose: Whose) -> Result<Vec<Kept>, StoreError> {
    let mut kept = shelf::store().await?.list().await?;
    kept.retain(|kept| kept.head.as_ref().is_some_and(|head| is_of(head, whose)));
    Ok(kept)
}

fn is_of(head: &DraftHead, whose: Whose) -> bool {
    Whose::of(&head.form) == Some(whose)
}

/// Says whose is kept, by all that is.
pub(super) fn mark(kept: &[Kept]) {
    for whose in Whose::ALL {
        let mut heads = kept.iter().filter_map(|kept| kept.head.as_ref());
        keep::mark_own(whose, heads.any(|head| is_of(head, whose)));
    }
}
