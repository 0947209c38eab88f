//! A tile of the home page: a picture, a name, a line.

use yew::prelude::*;

use super::{Icon, icon};

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Where it leads.
    pub href: String,
    /// The picture.
    pub picture: Icon,
    /// The name.
    pub title: AttrValue,
    /// The line below.
    pub note: AttrValue,
}

/// A link as large as a hand.
#[component]
pub(crate) fn Tile(props: &Props) -> Html {
    html! {
        <a class="yt-tile" href={props.href.clone()}>
            <span class="yt-tile__picture">{ icon(props.picture) }</span>
            <span class="yt-tile__title">{ &props.title }</span>
            <span class="yt-tile__note">{ &props.note }</span>
        </a>
    }
}
