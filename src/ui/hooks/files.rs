//! The files that answers name, as the second file of the program has them: in memory for as long as the page lives, and
//! encrypted in the store beside the drafts, where those are kept.

use std::{cell::RefCell, rc::Rc};

use super::keep;
use crate::{model::Draft, validate::kinds::attachment};

/// The bytes of a file.
pub(crate) type Bytes = Rc<Vec<u8>>;

thread_local! {
    static HELD: RefCell<Vec<(String, Bytes)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a file; whether it will still be there after a reload.
pub(crate) async fn keep(sha256: &str, bytes: Bytes) -> bool {
    HELD.with_borrow_mut(|held| held.push((sha256.to_owned(), bytes.clone())));
    match keep::drafts().await {
        Some(drafts) => (drafts.keep_file)(sha256.to_owned(), bytes).await,
        None => false,
    }
}

/// A file, where it is on this device.
pub(crate) async fn find(sha256: &str) -> Option<Bytes> {
    if let Some(bytes) =
        HELD.with_borrow(|held| held.iter().find(|(of, _)| of == sha256).map(|(_, bytes)| bytes.clone()))
    {
        return Some(bytes);
    }
    let bytes = (keep::drafts().await?.file)(sha256.to_owned()).await?;
    HELD.with_borrow_mut(|held| held.push((sha256.to_owned(), bytes.clone())));
    Some(bytes)
}

/// Lets go of a file. In the store it goes once no draft names it; where nothing is stored and another question names it too, it is
/// lost there and said to be.
pub(crate) fn drop(sha256: &str) {
    HELD.with_borrow_mut(|held| held.retain(|(of, _)| of != sha256));
}

/// The files that a draft names, as far as they are on this device.
pub(crate) async fn beside(draft: &Draft) -> Vec<(String, Bytes)> {
    let answers = &draft.answers;
    let mut files = Vec::new();
    for named in answers.entries.keys().filter_map(|path| attachment::parse(answers.raw(path))) {
        if let Some(bytes) = find(&named.sha256).await {
            files.push((named.sha256, bytes));
        }
    }
    files
}

/// Lets go of every file.
pub(crate) fn forget() {
    HELD.with_borrow_mut(Vec::clear);
}
