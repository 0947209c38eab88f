//! Leaving a device that others use: a fresh document in place of this one.
//!
//! **Invariant:** where nothing is kept, leaving neither waits nor fails.

use super::{
    Prefs,
    keep::{self, NotWiped},
};
use crate::ui::later;

/// Clears everything and leaves; says so where it can not be cleared.
pub(crate) async fn leave() -> Result<(), NotWiped> {
    if keep::keeps() || keep::has_mark() {
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
