//! Whether what was entered is kept: what the store said, never a guess.

use yew::prelude::*;

use super::{Icon, icon};
use crate::{model::Locale, text::page::words};

/// What the store said last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SaveState {
    /// Nothing was entered yet.
    Nothing,
    /// The newest answers are on their way to the store.
    Waiting,
    /// The store has them.
    Saved,
    /// Nothing is kept on this device: answers live as long as the page.
    Memory,
    /// It is not kept, and why, in each language.
    Bad([&'static str; 2]),
    /// What would keep it did not come.
    Failed,
}

/// A line, announced politely where it is bad news.
pub(crate) fn saved(locale: Locale, state: SaveState) -> Html {
    let w = words(locale);
    let (class, picture, text) = match state {
        SaveState::Nothing => ("yt-saved", Icon::Lock, w.save_nothing),
        SaveState::Waiting => ("yt-saved", Icon::Clock, w.save_waiting),
        SaveState::Saved => ("yt-saved yt-saved--good", Icon::Tick, w.saved),
        SaveState::Memory => ("yt-saved", Icon::Lock, w.save_memory),
        SaveState::Bad([zh, en]) => {
            let why = match locale {
                Locale::Zh => zh,
                Locale::En => en,
            };
            ("yt-saved yt-saved--bad", Icon::Warning, why)
        }
        SaveState::Failed => ("yt-saved yt-saved--bad", Icon::Warning, w.save_failed),
    };
    // "Saving" and "saved" after each key would drown a screen reader; only bad news is announced.
    let live = match state {
        SaveState::Bad(_) | SaveState::Failed => "polite",
        SaveState::Nothing | SaveState::Waiting | SaveState::Saved | SaveState::Memory => "off",
    };
    html! { <span {class} role="status" aria-live={live}>{ icon(picture) }{ text }</span> }
}
