//! The strip that says the catalogue is a sample.

use yew::prelude::*;

use crate::{model::Locale, text::page::words};

/// Shown on every page until a deployment brings the district's own list.
pub(crate) fn banner(locale: Locale) -> Html {
    let w = words(locale);
    html! {
        <aside class="yt-banner" aria-label={w.sample_title}>
            <div class="yt-wrap yt-banner__row">
                <strong class="yt-tag yt-tag--warn">{ w.sample_title }</strong>
                <span>{ w.sample_text }</span>
            </div>
        </aside>
    }
}
