//! The main column of a page.

use yew::prelude::*;

use crate::ui::hooks::use_page_turn;

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The document's title.
    pub title: AttrValue,
    /// Changes when another page opens, so that its heading takes the focus.
    #[prop_or_default]
    pub turn: AttrValue,
    /// What stands in it.
    pub children: Html,
}

/// `main`, with the document's title and the focus that a page change needs.
#[component]
pub(crate) fn MainArea(props: &Props) -> Html {
    use_page_turn(&props.title, [props.title.as_str(), props.turn.as_str()].concat());
    html! {
        <main class="yt-wrap yt-main" id="main" tabindex="-1">{ props.children.clone() }</main>
    }
}
