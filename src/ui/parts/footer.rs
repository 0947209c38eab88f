//! The foot of every page.

use yew::prelude::*;

use super::link;
use crate::{
    model::{Date, Locale},
    text::page::{day, with, words},
    ui::Route,
};

/// The foot, with the day of the catalogue where it is known.
pub(crate) fn footer(locale: Locale, district: &str, made: Option<Date>) -> Html {
    let w = words(locale);
    html! {
        <footer class="yt-footer">
            <div class="yt-wrap yt-footer__row">
                <p>
                    { district }{ " " }{ w.footer_private }
                    if let Some(made) = made {
                        { " " }{ with(w.footer_day, &day(made, locale)) }
                    }
                </p>
                { link("yt-footer__link", Route::Privacy.href(), None, w.footer_notice) }
            </div>
        </footer>
    }
}
