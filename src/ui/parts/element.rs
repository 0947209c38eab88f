//! The elements that stand on nearly every page. Written once, they cost the page a call where `html!` writes them out
//! anew each time.

use yew::prelude::*;

use super::{Icon, icon};

/// An element with fixed words; an empty class is none.
#[inline(never)]
pub(crate) fn leaf(tag: &'static str, class: &'static str, text: &'static str) -> Html {
    whole(tag, class, Html::from(AttrValue::Static(text)))
}

/// An element with words of a form or a person.
#[inline(never)]
pub(crate) fn said(tag: &'static str, class: &'static str, text: &str) -> Html {
    whole(tag, class, Html::from(text.to_owned()))
}

/// An element with what stands in it.
#[inline(never)]
fn whole(tag: &'static str, class: &'static str, inner: Html) -> Html {
    let class = (!class.is_empty()).then_some(AttrValue::Static(class));
    html! { <@{tag} {class}>{ inner }</@> }
}

/// The heading of a page, which takes the focus when the page opens.
#[inline(never)]
pub(crate) fn heading(text: &str) -> Html {
    html! { <h1 tabindex="-1">{ text }</h1> }
}

/// The heading of a panel.
#[inline(never)]
pub(crate) fn panel_title(picture: Icon, text: &str) -> Html {
    html! { <h2 class="yt-panel__title">{ icon(picture) }{ text }</h2> }
}

/// A button with a picture, where there is one.
#[inline(never)]
pub(crate) fn button(
    class: &'static str,
    picture: Option<Icon>,
    text: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" {class} {onclick}>{ picture.map(icon) }{ text }</button> }
}

/// A link with a picture, where there is one.
#[inline(never)]
pub(crate) fn link(class: &'static str, href: String, picture: Option<Icon>, text: &str) -> Html {
    let class = (!class.is_empty()).then_some(AttrValue::Static(class));
    html! { <a {class} {href}>{ picture.map(icon) }{ text }</a> }
}
