//! An address that leads nowhere.

use yew::prelude::*;

use crate::{
    text::page::words,
    ui::{Route, World, parts::MainArea},
};

/// Says so, and leads home.
#[component]
pub(crate) fn NotFound() -> Html {
    let Some(world) = use_context::<World>() else { return Html::default() };
    let w = words(world.prefs.locale);
    html! {
        <MainArea title={w.not_found_title}>
            <div class="yt-column yt-stack">
                <h1 tabindex="-1">{ w.not_found_title }</h1>
                <p>{ w.not_found_text }</p>
                <p><a class="yt-button yt-button--primary" href={Route::Home.href()}>{ w.go_home }</a></p>
            </div>
        </MainArea>
    }
}
