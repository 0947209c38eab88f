//! The main column of a page.

use yew::prelude::*;

use crate::ui::{
    hooks::use_page_turn,
    island::{keyed, part},
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    /// The document's title.
    title: AttrValue,
    /// Changes when another page opens, so that its heading takes the focus.
    turn: AttrValue,
    /// What stands in it.
    children: Html,
}

part!(Props, use_main_area);

/// `main`, with the document's title and the focus that a page change needs.
///
/// `page` names the sort of page; `turn` changes with the page within a sort.
pub(crate) fn main_area(page: &'static str, title: AttrValue, turn: &str, children: Html) -> Html {
    keyed("main", page, Props { title, turn: AttrValue::from(turn.to_owned()), children })
}

#[hook]
fn use_main_area(props: &Props) -> Html {
    use_page_turn(&props.title, [props.title.as_str(), props.turn.as_str()].concat());
    html! {
        <main class="yt-wrap yt-main" id="main" tabindex="-1">{ props.children.clone() }</main>
    }
}
