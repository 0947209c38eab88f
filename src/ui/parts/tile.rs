//! A tile of the home page: a picture, a name, a line.

use yew::prelude::*;

/// A link as large as a hand.
#[inline(never)]
pub(crate) fn tile(href: String, picture: Html, title: &str, note: &str) -> Html {
    html! {
        <a class="yt-tile" {href}>
            <span class="yt-tile__picture">{ picture }</span>
            <span class="yt-tile__title">{ title }</span>
            <span class="yt-tile__note">{ note }</span>
        </a>
    }
}
