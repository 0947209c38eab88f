//! The foot of every page.

use yew::prelude::*;

use super::link;
use crate::{model::Locale, text::page::words, ui::Route};

/// The foot.
pub(crate) fn footer(locale: Locale, district: &str) -> Html {
    let w = words(locale);
    html! {
        <footer class="yt-footer">
            <div class="yt-wrap yt-footer__row">
                <p>{ district }{ " " }{ w.footer_private }</p>
                { link("yt-footer__link", Route::Resume.href(), None, w.resume) }
                { link("yt-footer__link", Route::Privacy.href(), None, w.footer_notice) }
            </div>
        </footer>
    }
}
