//! Locking: all is saved, and a fresh document takes the place of this one. What could not be saved is not thrown away: then the page is
//! covered, and the passphrase uncovers it.

use std::cell::{Cell, RefCell};

use gloo::{timers::callback::Interval, utils::window};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::NodeRef;

use super::{stands, today};
use crate::{
    store::{StoreError, counter::Counter},
    ui::{
        Route,
        drafts::serving,
        hooks::{Prefs, keep},
        kiosk::dialog,
        later,
    },
};

/// The day is looked at so often.
const LOOK_MS: u32 = 30_000;

thread_local! {
    static OPEN: RefCell<Option<Counter>> = const { RefCell::new(None) };
    /// What covers the page.
    static COVER: RefCell<NodeRef> = RefCell::default();
    static IS_LOCKING: Cell<bool> = const { Cell::new(false) };
    static IS_TIDY: Cell<bool> = const { Cell::new(false) };
}

/// Holds the counter that is open.
pub(super) fn hold(counter: Counter) {
    OPEN.set(Some(counter));
}

/// What covers the page when it can not be closed.
pub(super) fn cover_with(node: &NodeRef) {
    COVER.set(node.clone());
}

/// Whether the counter is being locked, or covered.
pub(super) fn is_locking() -> bool {
    IS_LOCKING.get()
}

/// Locks the counter.
pub(super) fn lock() {
    if IS_LOCKING.replace(true) {
        return;
    }
    // Before anything is waited for, so that nobody sees or types meanwhile.
    let cover = COVER.with_borrow(NodeRef::clone);
    dialog::show(&cover);
    spawn_local(async {
        if serving::settled().await {
            afresh();
        }
    });
}

/// Uncovers the page, where the passphrase is the one that opened the counter.
pub(super) async fn uncover(passphrase: &str) -> Result<bool, StoreError> {
    let counter = OPEN.with_borrow(Clone::clone);
    let (Some(counter), Some(helper)) = (counter, keep::helper()) else { return Ok(false) };
    if !counter.is_opened_by(&helper, passphrase).await? {
        return Ok(false);
    }
    IS_LOCKING.set(false);
    dialog::close(&COVER.with_borrow(NodeRef::clone));
    Ok(true)
}

/// A fresh document at the counter's page; key, answers and workers go with this one.
fn afresh() {
    if let Some(later) = later::here() {
        (later.end)();
    }
    let location = window().location();
    let place =
        [&location.pathname().unwrap_or_default(), &Prefs::afresh(), &*Route::Counter.href()].concat();
    if let Ok(history) = window().history() {
        // Where the address can not be changed, the page as it is comes anew, and is as empty.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&place));
    }
    let _ = location.reload();
}

/// Deletes what is of another day, now and while the page stands; a counter that somebody works at goes when it is locked.
pub(super) fn tidy() {
    if IS_TIDY.replace(true) {
        return;
    }
    let look = || {
        spawn_local(async {
            if !keep::at_counter() {
                // What can not be deleted now is tried again.
                let _ = stands().await;
            }
        });
    };
    look();
    let first = today();
    Interval::new(LOOK_MS, move || {
        if today() != first {
            look();
        }
    })
    .forget();
}
