//! The notice about personal data, to be read at any time.

use yew::prelude::*;

use crate::{
    text::page::words,
    ui::{
        Route, World,
        parts::{main_area, notice_facts},
    },
};

/// The notice.
pub(crate) fn privacy(world: &World) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let body = html! {
        <>
            <div class="yt-column yt-stack">
                <h1 tabindex="-1">{ w.footer_notice }</h1>
                <div class="yt-panel">{ notice_facts(&world.catalogue.settings, locale) }</div>
                <p><a class="yt-button" href={Route::Home.href()}>{ w.go_home }</a></p>
            </div>
        </>
    };
    main_area("privacy", w.footer_notice.into(), "", body)
}
