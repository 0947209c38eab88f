//! What a kiosk has on every page: the bar, the keys, the lists to touch, the ear for a scanner, the question after printing,
//! and the watch that clears up when nobody is there. A file of the program of its own, fetched where the mode is a kiosk's
//! and nowhere else (docs/adr/0021).
//!
//! **Invariant:** only the door leads here; nothing here stores anything, and no answer leaves the page's own inputs.

mod begin;
mod chooser;
pub(in crate::ui) mod dialog;
mod field;
pub(in crate::ui) mod idle;
mod keys;
mod spelling;
pub(in crate::ui) mod plain;
mod printed;
mod scan;

use yew::prelude::*;

use super::{Route, World, parts};
use crate::{model::Locale, text::kiosk::words};

/// That file, as functions.
pub struct Kiosk {
    /// What stands on every page beside the page itself.
    pub(in crate::ui) frame: fn(&World, &Route) -> Html,
    /// Prints the papers, then asks whether they came out.
    pub(in crate::ui) print: fn(),
    /// What to do with papers that are ready.
    pub(in crate::ui) ready: fn(Locale) -> &'static str,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static KIOSK: Kiosk = Kiosk { frame, print: printed::print, ready: |locale| words(locale).ready };

fn frame(world: &World, route: &Route) -> Html {
    let locale = world.prefs.locale;
    begin::once();
    html! {
        <>
            { parts::bar(locale, parts::leaf("span", "yt-bar__text", words(locale).bar_text)) }
            { scan::scan(locale) }
            { keys::keys(world) }
            { chooser::chooser(locale) }
            { printed::printed(locale) }
            // The last: its dialog stands before all others.
            { idle::idle(locale, *route == Route::Home, &idle::CLEARS) }
        </>
    }
}
