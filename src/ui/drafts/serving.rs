//! At a helper's counter: whose draft is open, and one resident's turn after another's.
//!
//! **Invariant:** when a turn ends, all of it is in the store and nothing of it is left in the page; what could not be saved ends no turn.

use gloo::utils::window;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{
    saving,
    shelf::{self, Open},
    track::{self, TRACKS},
};
use crate::{
    model::Localized,
    store::Store,
    ui::hooks::{files, keep},
};

/// Puts the helper's store in the place of the device's own.
pub(in crate::ui) fn bring(store: Store) {
    shelf::bring(store);
    shelf::set_open(&Open::Any);
}

/// Saves all that is newer than the store's; whether the store has all of it.
pub(in crate::ui) async fn settled() -> bool {
    task().await;
    saving::settle().await;
    let is_quiet = TRACKS.with_borrow(|tracks| tracks.all.iter().all(|track| track.is_quiet()));
    // Without the engine nothing of a form can be saved yet.
    is_quiet && !keep::has_waiting()
}

/// Waits for the next task: what leaving a question causes is done once the pointer is released (`hooks::pointer`), after the click.
async fn task() {
    let next = Promise::new(&mut |done, _| {
        // Without a timer nothing is waited for; what comes late is of a turn that is over.
        if window().set_timeout_with_callback(&done).is_err() {
            let _ = done.call0(&JsValue::NULL);
        }
    });
    // It never fails.
    let _ = JsFuture::from(next).await;
}

/// Ends a resident's turn; not where something could not be saved.
pub(in crate::ui) async fn next() -> bool {
    if !settled().await {
        return false;
    }
    TRACKS.with_borrow_mut(|tracks| tracks.all.clear());
    shelf::set_open(&Open::Any);
    files::forget();
    keep::forget_all();
    track::redraw();
    true
}

/// Whose turn it is, as far as a draft tells, and what was opened last for them.
pub(in crate::ui) fn served() -> Option<(String, Localized)> {
    TRACKS.with_borrow(|tracks| {
        let track = tracks.all.iter().rev().find(|track| !track.title.zh.is_empty())?;
        let who = tracks.all.iter().rev().map(|track| &track.who).find(|who| !who.is_empty());
        Some((who.cloned().unwrap_or_default(), track.title.clone()))
    })
}

/// Who draws whose turn it is.
pub(in crate::ui) fn set_watcher(with: Option<std::rc::Rc<dyn Fn()>>) {
    TRACKS.with_borrow_mut(|tracks| tracks.watcher = with);
}
