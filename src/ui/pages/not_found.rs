//! An address that leads nowhere.

use yew::prelude::*;

use crate::{
    text::page::words,
    ui::{
        Route, World,
        parts::{heading, leaf, link, main_area},
    },
};

/// Says so, and leads home.
pub(crate) fn not_found(world: &World) -> Html {
    let w = words(world.prefs.locale);
    let body = html! {
        <>
            <div class="yt-column yt-stack">
                { heading(w.not_found_title) }
                { leaf("p", "", w.not_found_text) }
                <p>{ link("yt-button yt-button--primary", Route::Home.href(), None, w.go_home) }</p>
            </div>
        </>
    };
    main_area("none", w.not_found_title.into(), "", body)
}
