//! Drafts between page loads. Where the browser keeps nothing, they live as long as the page.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::{
    model::{Draft, FormId, SortedMap},
    store::Store,
};

thread_local! {
    /// What this page itself remembers: what is newest, and all there is where the store is in memory.
    static DRAFTS: RefCell<SortedMap<FormId, Draft>> = const { RefCell::new(SortedMap::new()) };
    static OPENING: RefCell<Option<Promise>> = const { RefCell::new(None) };
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
    DRAFTS.with_borrow_mut(SortedMap::clear);
    store().await.wipe().await.map_err(|_| KeepError::Failed)
}

/// The one store of the page. A second connection would stand in the way of a wipe, so all wait for the first.
async fn store() -> Store {
    let opening = OPENING.with_borrow_mut(|slot| {
        slot.get_or_insert_with(|| {
            future_to_promise(async {
                STORE.set(Some(Store::open().await));
                Ok(JsValue::UNDEFINED)
            })
        })
        .clone()
    });
    // The promise never fails; it only says that the store is there.
    let _ = JsFuture::from(opening).await;
    match STORE.with_borrow(Option::clone) {
        Some(store) => store,
        None => Store::open().await,
    }
}
