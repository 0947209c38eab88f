//! The one store of the page, as the second file has it; see [`super::keep`].

use std::{cell::RefCell, rc::Rc};

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{
    files::{self, Bytes},
    keep::KeepError,
    leave,
};
use crate::{
    model::{Draft, FormId},
    store::Store,
    ui::later::Work,
};

thread_local! {
    static OPENING: RefCell<Option<Promise>> = const { RefCell::new(None) };
    static STORE: RefCell<Option<Store>> = const { RefCell::new(None) };
}

/// The draft of a form, after what is older than so many days was forgotten.
pub(crate) fn load(form: FormId, days: u32) -> Work<Option<Draft>> {
    Box::pin(async move {
        let store = store().await;
        // What can not be forgotten now is tried again on the next visit.
        let _ = store.expire(days).await;
        // A draft that can not be read is as good as none.
        store.load(&form).await.ok().flatten()
    })
}

/// Keeps a draft.
pub(crate) fn save(draft: Draft) -> Work<Result<(), KeepError>> {
    Box::pin(async move {
        let store = store().await;
        store.save(&draft).await.map_err(|_| KeepError::Failed)?;
        match store.why_in_memory() {
            Some(_) => Err(KeepError::Unavailable),
            None => Ok(()),
        }
    })
}

/// Keeps a file, or forgets it; whether it will be there after a reload. What can not be forgotten now goes with the next wipe,
/// or when it is old.
pub(crate) fn keep_file(sha256: String, bytes: Option<Bytes>) -> Work<bool> {
    Box::pin(async move {
        let bytes = bytes.as_deref().map(Vec::as_slice);
        store().await.save_file(&sha256, bytes).await.is_ok_and(|is_kept| is_kept)
    })
}

/// A file that was kept.
pub(crate) fn file(sha256: String) -> Work<Option<Bytes>> {
    // A file that can not be read is as good as none.
    Box::pin(async move { store().await.file(&sha256).await.ok().flatten().map(Rc::new) })
}

/// Forgets every draft and file.
pub(crate) fn wipe() -> Work<Result<(), KeepError>> {
    files::forget();
    Box::pin(async { store().await.wipe().await.map_err(|_| KeepError::Failed) })
}

/// A second connection would stand in the way of a wipe, so all wait for the first.
async fn store() -> Store {
    let opening = OPENING.with_borrow_mut(|slot| {
        slot.get_or_insert_with(|| {
            future_to_promise(async {
                STORE.set(Some(open().await));
                Ok(JsValue::UNDEFINED)
            })
        })
        .clone()
    });
    // The promise never fails; it only says that the store is there.
    let _ = JsFuture::from(opening).await;
    match STORE.with_borrow(Option::clone) {
        Some(store) => store,
        None => open().await,
    }
}

/// Opens the store; where nothing may be kept, not even a database is made.
async fn open() -> Store {
    if leave::keeps_nothing() { Store::in_memory() } else { Store::open().await }
}
