//! A tile of the home page: a picture, a name, a line.

use yew::prelude::*;

use super::{Icon, icon};

/// A link as large as a hand.
pub(crate) fn tile(href: String, picture: Icon, title: &str, note: &'static str) -> Html {
    html! {
        <a class="yt-tile" {href}>
            <span class="yt-tile__picture">{ icon(picture) }</span>
            <span class="yt-tile__title">{ title }</span>
            <span class="yt-tile__note">{ note }</span>
        </a>
    }
}
