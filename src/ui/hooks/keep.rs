//! Drafts between page loads. What this page has seen it remembers itself; the store is a file of the program of its own,
//! [`Drafts`].
//!
//! A mark in the browser's local storage says that drafts are kept here at all, so that a first visit does not fetch the
//! store to find nothing. It says no more than that. Another says whether a firm or a person keeps details of its own.
//!
//! **Invariant:** where strangers share the device nothing is kept, and the store is not even opened; but at a station for a helper whose
//! counter is open, in a store of its own (docs/adr/0025).

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::recent;
use crate::{
    model::{Draft, FormId, Mode, SortedMap, SortedSet},
    session::Action,
    ui::{
        Drafts, Whose,
        door::{self, File},
        later::{self, NotHere},
    },
};

/// The name of the mark.
const MARK: &str = "yuntian-drafts";
/// The name of the mark of what a firm or a person keeps of its own: `firm`, `me` or both.
const OWN: &str = "yuntian-own";
/// The name of the mark that a station has a helper's counter, and of the event when one was opened.
pub(crate) const COUNTER: &str = "yuntian-counter";

thread_local! {
    /// What this page itself remembers: what is newest, and all there is where nothing is kept.
    static DRAFTS: RefCell<SortedMap<FormId, Rc<Draft>>> = const { RefCell::new(SortedMap::new()) };
    /// What was done to a form before the engine came.
    static WAITING: RefCell<SortedMap<FormId, Rc<Vec<Action>>>> = const { RefCell::new(SortedMap::new()) };
    /// Forms before which the notice about personal data was read, since this page was opened.
    static READ: RefCell<SortedSet<FormId>> = const { RefCell::new(SortedSet::new()) };
    /// The helper whose counter is open.
    static HELPER: RefCell<Option<Rc<str>>> = const { RefCell::new(None) };
    /// Counts the turns of persons that are over.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// Where the page stands, once it is known.
    static MODE: Cell<Option<Mode>> = const { Cell::new(None) };
}

/// What was kept could not be forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotWiped;

impl From<NotHere> for NotWiped {
    fn from(_: NotHere) -> Self {
        Self
    }
}

/// Says where the page stands, before anything is typed.
pub(crate) fn stand(mode: Mode) {
    MODE.set(Some(mode));
}

/// Whether drafts are kept here.
pub(crate) fn keeps() -> bool {
    MODE.get().is_some_and(|mode| !mode.is_shared()) || at_counter()
}

/// Whether a helper's counter is open.
pub(crate) fn at_counter() -> bool {
    HELPER.with_borrow(Option::is_some)
}

/// The helper whose counter is open.
pub(crate) fn helper() -> Option<String> {
    HELPER.with_borrow(|helper| helper.as_deref().map(str::to_owned))
}

/// A helper's counter was opened.
pub(crate) fn set_helper(name: &str) {
    HELPER.set(Some(name.into()));
}

/// Whether the page stands at a station.
pub(crate) fn is_station() -> bool {
    MODE.get() == Some(Mode::Station)
}

/// Whether this station may have a helper's counter. Where the browser does not say, there is none.
pub(crate) fn has_counter() -> bool {
    item(COUNTER).is_some()
}

/// Says whether this station has a helper's counter.
pub(crate) fn set_counter(has_one: bool) {
    if let Some(storage) = storage() {
        // Without it the counter is found again from its page alone.
        let _ = if has_one { storage.set_item(COUNTER, "1") } else { storage.remove_item(COUNTER) };
    }
}

/// Whether the page stands at a kiosk.
pub(crate) fn is_kiosk() -> bool {
    MODE.get() == Some(Mode::Kiosk)
}

/// The file with the store, fetched where it is not here; none where nothing is kept.
pub(crate) async fn drafts() -> Option<&'static Drafts> {
    if !keeps() {
        return None;
    }
    door::fetch(File::Drafts).await.ok()?;
    door::here()
}

/// The draft of a form: the page's own, else the store's, after what is older than so many days was forgotten there.
pub(crate) async fn load(form: &FormId, days: u32) -> Option<Rc<Draft>> {
    if let Some(draft) = recall(form) {
        return Some(draft);
    }
    if !has_mark() {
        return None;
    }
    // A draft that can not be fetched or read is as good as none.
    (drafts().await?.load)(form.clone(), days).await
}

/// What this page itself remembers of a form.
pub(crate) fn recall(form: &FormId) -> Option<Rc<Draft>> {
    DRAFTS.with_borrow(|drafts| drafts.get(form).cloned())
}

/// Keeps a draft for as long as the page lives.
pub(crate) fn remember(draft: &Rc<Draft>) {
    DRAFTS.with_borrow_mut(|drafts| drafts.insert(draft.form.clone(), draft.clone()));
}

/// Lets go of a form's draft and of what waits for it; what is in the store stays there.
pub(crate) fn forget(form: &FormId) {
    DRAFTS.with_borrow_mut(|drafts| drafts.remove(form));
    WAITING.with_borrow_mut(|waiting| waiting.remove(form));
    // The next one may be another person's.
    READ.with_borrow_mut(|read| read.remove(form));
}

/// What this page remembers of what waits for the engine.
pub(crate) fn waiting(form: &FormId) -> Rc<Vec<Action>> {
    WAITING.with_borrow(|waiting| waiting.get(form).cloned()).unwrap_or_default()
}

/// Remembers what waits for the engine.
pub(crate) fn wait(form: &FormId, actions: &Rc<Vec<Action>>) {
    WAITING.with_borrow_mut(|waiting| waiting.insert(form.clone(), actions.clone()));
}

/// Whether anything waits for the engine.
pub(crate) fn has_waiting() -> bool {
    WAITING.with_borrow(|waiting| waiting.iter().any(|(_, actions)| !actions.is_empty()))
}

/// Notes that the notice was read before a form.
pub(crate) fn read_notice(form: &FormId) {
    READ.with_borrow_mut(|read| read.insert(form.clone()));
}

/// Whether the notice was read before a form, since this page was opened.
pub(crate) fn has_read_notice(form: &FormId) -> bool {
    READ.with_borrow(|read| read.contains(form))
}

/// Lets go of all that this page itself remembers: another person's turn begins.
pub(crate) fn forget_all() {
    TURN.set(TURN.get() + 1);
    DRAFTS.with_borrow_mut(SortedMap::clear);
    WAITING.with_borrow_mut(SortedMap::clear);
    READ.set(SortedSet::new());
    if let Some(later) = later::here() {
        (later.end)();
    }
}

/// Whose turn it is, as a number: what a form of an earlier one still does is not to be remembered.
pub(crate) fn turn() -> u32 {
    TURN.get()
}

/// Forgets everything.
pub(crate) async fn wipe() -> Result<(), NotWiped> {
    recent::forget();
    if !at_counter() {
        unset(OWN);
    }
    let has_none = DRAFTS.with_borrow(SortedMap::is_empty);
    forget_all();
    // Whatever was remembered may be on its way to the store. A shared device has one only from before it was shared.
    if (has_none || !keeps()) && !has_mark() {
        return Ok(());
    }
    door::fetch(File::Drafts).await?;
    let drafts: &Drafts = door::here().ok_or(NotWiped)?;
    (drafts.wipe)().await?;
    set_mark(false).map_err(|()| NotWiped)
}

/// Whether drafts are kept here. Where the browser does not say, the store is asked.
pub(crate) fn has_mark() -> bool {
    // A counter's drafts are none of the device's own.
    if at_counter() {
        return true;
    }
    match storage().map(|storage| storage.get_item(MARK)) {
        Some(Ok(mark)) => mark.is_some(),
        Some(Err(_)) | None => keeps(),
    }
}

/// Says whether drafts are kept here. A browser without such a place is asked each time.
pub(crate) fn set_mark(has_drafts: bool) -> Result<(), ()> {
    if at_counter() {
        return Ok(());
    }
    let Some(storage) = storage() else { return Ok(()) };
    let done = if has_drafts { storage.set_item(MARK, "1") } else { storage.remove_item(MARK) };
    done.map_err(|_| ())
}

/// Whether a firm or a person may keep something of its own here: nowhere that is shared, not even at a helper's counter.
pub(crate) fn keeps_own() -> bool {
    MODE.get().is_some_and(|mode| !mode.is_shared())
}

/// Whether they do.
pub(crate) fn has_own() -> bool {
    keeps_own() && item(OWN).is_some()
}

/// Takes something out of the browser's local storage. What stays there says no more than that there once was something.
#[inline(never)]
pub(super) fn unset(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

#[inline(never)]
fn item(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Whose is kept.
pub(crate) fn own() -> Vec<Whose> {
    let mark = item(OWN).filter(|_| keeps_own()).unwrap_or_default();
    let has = |whose: &Whose| mark.split(' ').any(|word| word == whose.as_str());
    Whose::ALL.into_iter().filter(has).collect()
}

/// Says whether something of somebody's own is kept.
pub(crate) fn mark_own(whose: Whose, is_kept: bool) {
    let mut all = own();
    if all.contains(&whose) == is_kept {
        return;
    }
    all.retain(|other| *other != whose);
    all.extend(is_kept.then_some(whose));
    let words: Vec<&str> = all.into_iter().map(Whose::as_str).collect();
    if let Some(storage) = storage() {
        // Without the mark nothing is offered, and what is kept is found at its address all the same.
        let _ =
            if words.is_empty() { storage.remove_item(OWN) } else { storage.set_item(OWN, &words.join(" ")) };
    }
}

/// The browser's local storage; none where it keeps nothing.
pub(super) fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
