//! A helper's counter at a station: several residents' drafts side by side under the helper's passphrase, locked when nobody is there and
//! purged at the day's end (docs/adr/0025). A file of the program of its own.

use yew::prelude::*;

use super::{World, parts::main_area};

/// That file, as functions.
pub struct Counter {
    /// The page: opens the counter, and lists its drafts.
    pub(super) page: fn(&World) -> Html,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static COUNTER: Counter = Counter { page: |_| main_area("counter", "".into(), "", Html::default()) };
