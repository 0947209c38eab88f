//! Something is on its way.

use yew::prelude::*;

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What is awaited, in words.
    pub text: &'static str,
}

/// Words and a turning ring, announced politely.
#[component]
pub(crate) fn Waiting(props: &Props) -> Html {
    html! {
        <p class="yt-waiting" role="status">
            <span class="yt-waiting__dot" aria-hidden="true"></span>{ props.text }
        </p>
    }
}
