//! Something is on its way.

use yew::prelude::*;

/// Words and a turning ring, announced politely.
pub(crate) fn waiting(text: &'static str) -> Html {
    html! {
        <p class="yt-waiting" role="status">
            <span class="yt-waiting__dot" aria-hidden="true"></span>{ text }
        </p>
    }
}
