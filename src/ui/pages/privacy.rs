//! The notice about personal data, to be read at any time.

use yew::prelude::*;

use crate::{
    text::{page::words, privacy},
    ui::{
        Route, World,
        parts::{heading, leaf, link, main_area, notice_facts},
    },
};

/// The notice.
pub(crate) fn privacy(world: &World) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let body = html! {
        <>
            <div class="yt-column yt-stack">
                { heading(w.footer_notice) }
                <div class="yt-panel">{ notice_facts(&world.catalogue.settings, locale) }</div>
                if !world.catalogue.settings.mode.is_shared() { { leaf("p", "", privacy::words(locale).own) } }
                <p>{ link("yt-button", Route::Home.href(), None, w.go_home) }</p>
            </div>
        </>
    };
    main_area("privacy", w.footer_notice.into(), "", body)
}
