//! The foot of every page.

use yew::prelude::*;

use crate::{model::Locale, text::page::words, ui::Route};

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The language.
    pub locale: Locale,
    /// The district's name.
    pub district: AttrValue,
}

/// The foot.
#[component]
pub(crate) fn Footer(props: &Props) -> Html {
    let w = words(props.locale);
    html! {
        <footer class="yt-footer">
            <div class="yt-wrap yt-footer__row">
                <p>{ &props.district }{ " " }{ w.footer_private }</p>
                <a class="yt-footer__link" href={Route::Privacy.href()}>{ w.footer_notice }</a>
            </div>
        </footer>
    }
}
