//! The forms that this browser opened last, by id alone; where strangers share the device nothing is kept.

use super::keep;
use crate::model::{FormId, Settings};

/// The name of the list in the browser's local storage.
const RECENT: &str = "yuntian-recent";
/// How many are kept.
const MOST: usize = 6;

/// The ids, the last one first. A browser that keeps nothing has none.
pub(crate) fn recent(settings: &Settings) -> Vec<FormId> {
    let kept =
        storage(settings).and_then(|storage| storage.get_item(RECENT).ok().flatten()).unwrap_or_default();
    kept.split(',').filter(|id| !id.is_empty()).take(MOST).map(FormId::new).collect()
}

/// Puts a form in front.
pub(crate) fn remember(settings: &Settings, form: &FormId) {
    let mut ids = recent(settings);
    ids.retain(|id| id != form);
    ids.insert(0, form.clone());
    ids.truncate(MOST);
    let list: Vec<&str> = ids.iter().map(FormId::as_str).collect();
    if let Some(storage) = storage(settings) {
        // Where nothing can be kept, nothing is shown.
        let _ = storage.set_item(RECENT, &list.join(","));
    }
}

/// Forgets them all.
pub(crate) fn forget() {
    keep::unset(RECENT);
}

/// Where the list is kept, if it is.
fn storage(settings: &Settings) -> Option<web_sys::Storage> {
    if settings.mode.is_shared() { None } else { keep::storage() }
}
