//! A helper's counter at a station: several residents' drafts side by side under the helper's passphrase, locked when nobody is there and
//! deleted when the day is over (docs/adr/0025). A file of the program of its own.
//!
//! **Invariant:** only the door leads here; a draft is opened by choosing it and in no other way, and between two residents nothing of the
//! first stays in the page.

mod bar;
mod form;
mod lock;
mod page;

use gloo::utils::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;
use yew::prelude::*;

use super::{
    World,
    drafts::serving,
    hooks::{clock, keep},
};
use crate::{
    model::Locale,
    store::{self, StoreError},
};

/// That file, as functions.
pub struct Counter {
    /// The page: opens the counter, and lists its drafts.
    pub(super) page: fn(&World) -> Html,
    /// What stands in the bar of every page while the counter is open.
    pub(super) bar: fn(Locale) -> Html,
    /// Deletes what is of another day, now and while the page stands.
    pub(super) tidy: fn(),
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static COUNTER: Counter = Counter { page: page::page, bar: bar::bar, tidy: lock::tidy };

/// The day of the device's calendar, as a counter is called after it.
fn today() -> String {
    clock::today().map(|day| day.to_string()).unwrap_or_default()
}

/// Whether there is a counter of today. What is of another day is deleted.
async fn stands() -> Result<bool, StoreError> {
    let stands = store::counter::stands(&today()).await;
    if let Ok(stands) = stands {
        keep::set_counter(stands);
    }
    stands
}

/// A counter was opened: from now on drafts are kept there.
fn open(name: &str, counter: store::counter::Counter) {
    keep::set_helper(name.trim());
    keep::set_counter(true);
    serving::bring(counter.store.clone());
    lock::hold(counter);
    tell();
}

/// Has the frame of the page drawn anew.
fn tell() {
    if let Ok(event) = Event::new(keep::COUNTER) {
        // Nobody listens where the page is gone.
        let _ = window().dispatch_event(&event);
    }
}

/// Deletes every counter.
async fn purge() -> Result<(), StoreError> {
    store::counter::purge().await?;
    keep::set_counter(false);
    Ok(())
}

/// Ends a resident's turn, and leads to where the next begins; not where something could not be saved, which is then said.
fn next(refused: Callback<()>) {
    spawn_local(async move {
        if serving::next().await {
            super::Route::Home.go();
        } else {
            refused.emit(());
        }
    });
}
