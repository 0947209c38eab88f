//! Drafts between page loads. Where the browser keeps nothing, they live as long as the page.

use std::{cell::RefCell, collections::BTreeMap};

use crate::{
    model::{Draft, FormId},
    store::Store,
};

thread_local! {
    /// What this page itself remembers: what is newest, and all there is where the store is in memory.
    static DRAFTS: RefCell<BTreeMap<FormId, Draft>> = const { RefCell::new(BTreeMap::new()) };
    static STORE: RefCell<Option<Store>> = const { RefCell::new(None) };
}

/// Why a draft was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeepError {
    /// This browser keeps nothing here.
    Unavailable,
    /// It refused.
    Failed,
}

/// Forgets what is older than the deployment keeps it.
pub(crate) async fn expire(days: u32) {
    // What can not be forgotten now is tried again on the next visit.
    let _ = store().await.expire(days).await;
}

/// The draft of a form: the page's own, else the store's.
pub(crate) async fn load(form: &FormId) -> Option<Draft> {
    match recall(form) {
        Some(draft) => Some(draft),
        // A draft that can not be read is as good as none.
        None => store().await.load(form).await.ok().flatten(),
    }
}

/// Keeps a draft.
pub(crate) async fn save(draft: &Draft) -> Result<(), KeepError> {
    let store = store().await;
    store.save(draft).await.map_err(|_| KeepError::Failed)?;
    match store.why_in_memory() {
        Some(_) => Err(KeepError::Unavailable),
        None => Ok(()),
    }
}

/// What this page itself remembers of a form.
pub(crate) fn recall(form: &FormId) -> Option<Draft> {
    DRAFTS.with_borrow(|drafts| drafts.get(form).cloned())
}

/// Keeps a draft for as long as the page lives.
pub(crate) fn remember(draft: &Draft) {
    DRAFTS.with_borrow_mut(|drafts| drafts.insert(draft.form.clone(), draft.clone()));
}

/// Forgets everything.
pub(crate) async fn wipe() -> Result<(), KeepError> {
    DRAFTS.with_borrow_mut(BTreeMap::clear);
    store().await.wipe().await.map_err(|_| KeepError::Failed)
}

async fn store() -> Store {
    if let Some(store) = STORE.with_borrow(Option::clone) {
        return store;
    }
    let store = Store::open().await;
    STORE.with_borrow_mut(|slot| slot.get_or_insert(store).clone())
}
