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
    /// This browser has no store: answers live as long as the page.
    Unavailable,
    /// The store refused.
    Failed,
}

/// A line, announced politely where it is bad news.
pub(crate) fn saved(locale: Locale, state: SaveState) -> Html {
    let w = words(locale);
    let (class, picture, text) = match state {
        SaveState::Nothing => ("yt-saved", Icon::Lock, w.save_nothing),
        SaveState::Waiting => ("yt-saved", Icon::Clock, w.save_waiting),
        SaveState::Saved => ("yt-saved yt-saved--good", Icon::Tick, w.saved),
        SaveState::Unavailable => ("yt-saved yt-saved--bad", Icon::Warning, w.save_none),
        SaveState::Failed => ("yt-saved yt-saved--bad", Icon::Warning, w.save_failed),
    };
    // "Saving" and "saved" after each key would drown a screen reader; only bad news is announced.
    let live = match state {
        SaveState::Unavailable | SaveState::Failed => "polite",
        SaveState::Nothing | SaveState::Waiting | SaveState::Saved => "off",
    };
    html! { <span {class} role="status" aria-live={live}>{ icon(picture) }{ text }</span> }
}
