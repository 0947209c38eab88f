//! Drafts between page loads. Where the browser keeps nothing, they live as long as the page.

use std::{cell::RefCell, collections::BTreeMap};

use crate::model::{Draft, FormId};

thread_local! {
    static MEMORY: RefCell<BTreeMap<FormId, Draft>> = const { RefCell::new(BTreeMap::new()) };
}

/// Why a draft was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepError {
    /// This browser keeps nothing here.
    Unavailable,
    /// It refused.
    Failed,
}

/// The draft of a form: the page's own, else the store's.
pub async fn load(form: &FormId) -> Option<Draft> {
    recall(form)
}

/// Keeps a draft.
pub async fn save(draft: &Draft) -> Result<(), KeepError> {
    remember(draft);
    Err(KeepError::Unavailable)
}

/// What this page itself remembers of a form.
pub fn recall(form: &FormId) -> Option<Draft> {
    MEMORY.with_borrow(|drafts| drafts.get(form).cloned())
}

/// Keeps a draft for as long as the page lives.
pub fn remember(draft: &Draft) {
    MEMORY.with_borrow_mut(|drafts| drafts.insert(draft.form.clone(), draft.clone()));
}

/// Forgets everything.
pub async fn wipe() -> Result<(), KeepError> {
    MEMORY.with_borrow_mut(BTreeMap::clear);
    Ok(())
}
