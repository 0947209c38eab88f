//! The notice about personal data, to be read at any time.

use yew::prelude::*;

use crate::{
    text::page::words,
    ui::{
        Route, World,
        parts::{MainArea, notice_facts},
    },
};

/// The notice.
#[component]
pub(crate) fn Privacy() -> Html {
    let Some(world) = use_context::<World>() else { return Html::default() };
    let locale = world.prefs.locale;
    let w = words(locale);
    html! {
        <MainArea title={w.footer_notice}>
            <div class="yt-column yt-stack">
                <h1 tabindex="-1">{ w.footer_notice }</h1>
                <div class="yt-panel">{ notice_facts(&world.catalogue.settings, locale) }</div>
                <p><a class="yt-button" href={Route::Home.href()}>{ w.go_home }</a></p>
            </div>
        </MainArea>
    }
}
