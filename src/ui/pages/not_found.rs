//! An address that leads nowhere.

use yew::prelude::*;

use crate::{
    text::page::words,
    ui::{Route, World, parts::main_area},
};

/// Says so, and leads home.
pub(crate) fn not_found(world: &World) -> Html {
    let w = words(world.prefs.locale);
    let body = html! {
        <>
            <div class="yt-column yt-stack">
                <h1 tabindex="-1">{ w.not_found_title }</h1>
                <p>{ w.not_found_text }</p>
                <p><a class="yt-button yt-button--primary" href={Route::Home.href()}>{ w.go_home }</a></p>
            </div>
        </>
    };
    main_area("none", w.not_found_title.into(), "", body)
}
