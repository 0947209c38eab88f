//! Something is on its way.

use yew::prelude::*;

/// What it needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is awaited, in words.
    pub text: &'static str,
}

/// Words and a turning ring, announced politely.
#[component]
pub fn Waiting(props: &Props) -> Html {
    html! {
        <p class="yt-waiting" role="status">
            <span class="yt-waiting__dot" aria-hidden="true"></span>{ props.text }
        </p>
    }
}
