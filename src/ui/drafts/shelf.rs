//! The one store of the page, opened when it is first wanted, and which draft this tab has open.

use std::{cell::RefCell, rc::Rc};

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::channel;
use crate::{
    model::DraftId,
    store::{Store, StoreError},
    ui::{hooks::files::Bytes, later::Work},
};

/// The name of the open draft's place in the tab's own storage, which a reload keeps.
const OPEN: &str = "yuntian-open";
/// What stands there where a new one is wanted beside those that there are.
const FRESH: &str = "new";

thread_local! {
    static OPENING: RefCell<Option<Promise>> = const { RefCell::new(None) };
    static STORE: RefCell<Option<Result<Store, StoreError>>> = const { RefCell::new(None) };
}

/// The draft that this tab has open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Open {
    /// Whichever was saved last.
    Any,
    /// None of those that there are.
    Fresh,
    /// This one.
    One(DraftId),
}

/// Which draft this tab has open. A browser that keeps nothing says nothing.
pub(super) fn open() -> Open {
    let text = tab().and_then(|tab| tab.get_item(OPEN).ok().flatten()).unwrap_or_default();
    match DraftId::parse(&text) {
        Some(id) => Open::One(id),
        None if text == FRESH => Open::Fresh,
        None => Open::Any,
    }
}

/// Says which draft this tab has open, by its id alone.
pub(super) fn set_open(open: &Open) {
    if let Some(tab) = tab() {
        // Where nothing can be kept, a reload opens the draft that was saved last.
        let _ = match open {
            Open::Any => tab.remove_item(OPEN),
            Open::Fresh => tab.set_item(OPEN, FRESH),
            Open::One(id) => tab.set_item(OPEN, id.as_str()),
        };
    }
}

fn tab() -> Option<web_sys::Storage> {
    gloo::utils::window().session_storage().ok().flatten()
}

/// The store. A second connection would stand in the way of a wipe, so all wait for the first; where it does not open, the next
/// who wants it tries again.
pub(super) async fn store() -> Result<Store, StoreError> {
    if let Some(Ok(store)) = STORE.with_borrow(Clone::clone) {
        return Ok(store);
    }
    let opening = OPENING.with_borrow_mut(|slot| {
        slot.get_or_insert_with(|| {
            future_to_promise(async {
                let store = Store::open().await;
                if store.is_ok() {
                    channel::listen();
                }
                STORE.set(Some(store));
                OPENING.set(None);
                Ok(JsValue::UNDEFINED)
            })
        })
        .clone()
    });
    // The promise never fails; it only says that there is an answer.
    let _ = JsFuture::from(opening).await;
    STORE.with_borrow(Clone::clone).unwrap_or(Err(StoreError::Closed))
}

/// Puts a store that was opened elsewhere in the place of the device's own.
pub(super) fn bring(store: Store) {
    if here().is_none() {
        channel::listen();
    }
    STORE.set(Some(Ok(store)));
}

/// The store, where it is open.
pub(super) fn here() -> Option<Store> {
    STORE.with_borrow(Clone::clone)?.ok()
}

/// Keeps a file; whether it will be there after a reload.
pub(super) fn keep_file(sha256: String, bytes: Bytes) -> Work<bool> {
    Box::pin(async move {
        match store().await {
            Ok(store) => store.save_file(&sha256, &bytes).await.is_ok(),
            Err(_) => false,
        }
    })
}

/// A file that was kept.
pub(super) fn file(sha256: String) -> Work<Option<Bytes>> {
    // A file that can not be read is as good as none.
    Box::pin(async move { store().await.ok()?.file(&sha256).await.ok().flatten().map(Rc::new) })
}
