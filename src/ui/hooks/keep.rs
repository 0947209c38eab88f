//! Drafts between page loads. What this page has seen it remembers itself; the store is in the second file.
//!
//! A mark in the browser's local storage says that drafts are kept here at all, so that a first visit does not fetch the
//! store to find nothing. It says no more than that.

use std::{cell::RefCell, rc::Rc};

use super::recent;
use crate::{
    model::{Draft, FormId, SortedMap},
    session::Action,
    ui::later,
};

/// The name of the mark.
const MARK: &str = "yuntian-drafts";

thread_local! {
    /// What this page itself remembers: what is newest, and all there is where the store is in memory.
    static DRAFTS: RefCell<SortedMap<FormId, Draft>> = const { RefCell::new(SortedMap::new()) };
    /// What was done to a form before the engine came.
    static WAITING: RefCell<SortedMap<FormId, Rc<Vec<Action>>>> = const { RefCell::new(SortedMap::new()) };
}

/// Why a draft was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeepError {
    /// This browser keeps nothing here.
    Unavailable,
    /// It refused.
    Failed,
}

/// The draft of a form: the page's own, else the store's, after what is older than so many days was forgotten there.
pub(crate) async fn load(form: &FormId, days: u32) -> Option<Draft> {
    if let Some(draft) = recall(form) {
        return Some(draft);
    }
    if !has_mark() {
        return None;
    }
    // A draft that can not be fetched or read is as good as none.
    let later = later::later().await.ok()?;
    (later.load)(form.clone(), days).await
}

/// Keeps a draft.
pub(crate) async fn save(draft: Draft) -> Result<(), KeepError> {
    let later = later::later().await.map_err(|_| KeepError::Failed)?;
    (later.save)(draft).await?;
    if let Some(storage) = storage() {
        // Without the mark the draft is found no more after a reload, so it was not kept.
        storage.set_item(MARK, "1").map_err(|_| KeepError::Unavailable)?;
    }
    Ok(())
}

/// What this page itself remembers of a form.
pub(crate) fn recall(form: &FormId) -> Option<Draft> {
    DRAFTS.with_borrow(|drafts| drafts.get(form).cloned())
}

/// Keeps a draft for as long as the page lives.
pub(crate) fn remember(draft: &Draft) {
    DRAFTS.with_borrow_mut(|drafts| drafts.insert(draft.form.clone(), draft.clone()));
}

/// What this page remembers of what waits for the engine.
pub(crate) fn waiting(form: &FormId) -> Rc<Vec<Action>> {
    WAITING.with_borrow(|waiting| waiting.get(form).cloned()).unwrap_or_default()
}

/// Remembers what waits for the engine.
pub(crate) fn wait(form: &FormId, actions: &Rc<Vec<Action>>) {
    WAITING.with_borrow_mut(|waiting| waiting.insert(form.clone(), actions.clone()));
}

/// Forgets everything.
pub(crate) async fn wipe() -> Result<(), KeepError> {
    WAITING.with_borrow_mut(SortedMap::clear);
    recent::forget();
    let has_none = DRAFTS.with_borrow_mut(|drafts| {
        let has_none = drafts.is_empty();
        drafts.clear();
        has_none
    });
    // Whatever was remembered may be on its way to the store.
    if has_none && later::here().is_none() && !has_mark() {
        return Ok(());
    }
    let later = later::later().await.map_err(|_| KeepError::Failed)?;
    (later.end)();
    (later.wipe)().await?;
    if let Some(storage) = storage() {
        storage.remove_item(MARK).map_err(|_| KeepError::Failed)?;
    }
    Ok(())
}

/// Whether drafts are kept here. Where the browser does not say, the store is asked.
fn has_mark() -> bool {
    match storage().map(|storage| storage.get_item(MARK)) {
        Some(Ok(mark)) => mark.is_some(),
        Some(Err(_)) | None => true,
    }
}

/// The browser's local storage; none where it keeps nothing.
pub(super) fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
