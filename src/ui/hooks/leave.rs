//! Leaving a device that others use: a fresh document in place of this one; and whether anything may be kept at all.
//!
//! **Invariant:** where nothing may be kept, leaving neither waits nor fails.

use std::cell::Cell;

use super::{Prefs, keep};
use crate::ui::later;

thread_local! {
    static KEEPS_NOTHING: Cell<bool> = const { Cell::new(false) };
}

/// From now on answers live in memory alone, as they do at a kiosk.
pub(crate) fn keep_nothing() {
    KEEPS_NOTHING.set(true);
}

/// Whether answers live in memory alone.
pub(crate) fn keeps_nothing() -> bool {
    KEEPS_NOTHING.get()
}

/// Clears everything and leaves; says so where it can not be cleared.
pub(crate) async fn leave() -> Result<(), keep::KeepError> {
    if !keeps_nothing() {
        keep::wipe().await?;
    }
    now();
    Ok(())
}

/// Ends the workers and leaves at once; what is in memory goes with the document.
pub(crate) fn now() {
    if let Some(later) = later::here() {
        (later.end)();
    }
    let location = gloo::utils::window().location();
    // Without a hash this is a new document, so the memory of this one goes as well.
    let _ = location.replace(&[location.pathname().unwrap_or_default(), Prefs::afresh()].concat());
}
