//! The strip that says the catalogue is a sample.

use yew::prelude::*;

use super::leaf;
use crate::{model::Locale, text::page::words};

/// Shown on every page until a deployment brings the district's own list.
pub(crate) fn banner(locale: Locale) -> Html {
    let w = words(locale);
    html! {
        <aside class="yt-banner" aria-label={w.sample_title}>
            <div class="yt-wrap yt-banner__row">
                { leaf("strong", "yt-tag yt-tag--warn", w.sample_title) }
                { leaf("span", "", w.sample_text) }
            </div>
        </aside>
    }
}
