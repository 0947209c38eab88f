//! What other tabs do to the drafts that this one has open, and how everything is forgotten.

use wasm_bindgen_futures::spawn_local;

use super::{
    channel,
    saving::taken,
    shelf::{self, Open},
    track::{Note, TRACKS, Track, of_id, redraw},
};
use crate::{
    model::DraftId,
    store::{News, StoreError},
    text::drafts::deleted,
    ui::{
        hooks::{files, keep::NotWiped, leave},
        later::Work,
        parts::SaveState,
    },
};

/// What another tab did.
pub(super) fn heard(told: News) {
    match told {
        News::Saved(id, seq) => spawn_local(async move { newer(&id, seq).await }),
        News::Deleted(id) => gone(&id),
        News::Parted(id) => of_id(&id, |track| track.news.push(Note::Parted)),
        News::Lasting(id, is_lasting) => of_id(&id, |track| track.is_lasting = is_lasting),
        News::Wiped => {
            TRACKS.with_borrow_mut(|tracks| tracks.all.clear());
            if let Some(store) = shelf::here() {
                store.end();
            }
            shelf::set_open(&Open::Any);
            files::forget();
            leave::now();
        }
    }
    redraw();
}

/// A draft was deleted: what is open goes on, and is a new one with the next key.
fn gone(id: &DraftId) {
    of_id(id, |track| {
        (track.id, track.base) = (None, None);
        if track.is_quiet() {
            track.news.push(Note::Deleted);
            track.say(SaveState::Bad(deleted()));
        }
    });
}

/// Another tab saved a draft. Where nothing here waits, and its answers are others, they are taken over.
async fn newer(id: &DraftId, seq: u64) {
    let is_behind = |track: &Track| {
        track.id.as_ref() == Some(id)
            && track.is_quiet()
            && track.base.as_ref().is_some_and(|base| base.seq < seq)
    };
    if !TRACKS.with_borrow(|tracks| tracks.all.iter().any(is_behind)) {
        return;
    }
    let Some(store) = shelf::here() else { return };
    let Ok(Some(held)) = store.load(id).await else { return };
    of_id(id, |track| {
        if !is_behind(track) {
            return;
        }
        match &mut track.base {
            // Only another page was opened there.
            Some(base) if base.draft.answers == held.draft.answers => base.seq = held.seq,
            Some(base) => {
                let over = base.draft.clone();
                taken(track, id.clone(), held, &over);
            }
            None => {}
        }
    });
    redraw();
}

/// Forgets every draft and file, here and in other tabs.
pub(super) fn wipe() -> Work<Result<(), NotWiped>> {
    files::forget();
    shelf::set_open(&Open::Any);
    TRACKS.with_borrow_mut(|tracks| tracks.all.clear());
    Box::pin(async {
        match shelf::store().await {
            Ok(store) => {
                let wiped = store.wipe().await;
                channel::tell(&News::Wiped);
                wiped.map_err(|_| NotWiped)
            }
            // There is nothing where nothing can be.
            Err(StoreError::Insecure | StoreError::Blocked | StoreError::Private) => Ok(()),
            Err(_) => Err(NotWiped),
        }
    })
}
