//! The foot of every page.

use yew::prelude::*;

use super::link;
use crate::{
    model::{Date, Locale, Settings},
    text::page::{day, with, words},
    ui::Route,
};

/// The foot, with the day of the catalogue where it is known.
pub(crate) fn footer(locale: Locale, settings: Option<&Settings>, made: Option<Date>) -> Html {
    let w = words(locale);
    let district = settings.map_or("", |settings| settings.district.get(locale));
    // Whom to ask stands in the same place on every page (WCAG 2.2, 3.2.6).
    let help = match settings.and_then(|settings| settings.contact.as_deref()) {
        Some(contact) => [w.footer_help, w.colon, contact].concat(),
        None => w.footer_help_staff.to_owned(),
    };
    html! {
        <footer class="yt-footer">
            <div class="yt-wrap yt-footer__row">
                <p>
                    { district }{ " " }{ w.footer_private }
                    if let Some(made) = made {
                        { " " }{ with(w.footer_day, &day(made, locale)) }
                    }
                </p>
                <p>{ help }</p>
                { link("yt-footer__link", Route::Resume.href(), None, w.resume) }
                { link("yt-footer__link", Route::Privacy.href(), None, w.footer_notice) }
            </div>
        </footer>
    }
}
