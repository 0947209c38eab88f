//! The notice before the first question.

use yew::prelude::*;

use crate::{
    text::page::words,
    ui::{
        World,
        parts::{main_area, notice_facts},
    },
};

/// The notice and a button.
pub(crate) fn notice(world: &World, accept: &Callback<MouseEvent>) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let body = html! {
        <>
            <div class="yt-column yt-stack">
                <h1 tabindex="-1">{ w.notice_title }</h1>
                <p class="yt-lead">{ w.notice_lead }</p>
                <div class="yt-panel">{ notice_facts(&world.catalogue.settings, locale) }</div>
                <div class="yt-actions">
                    <button type="button" class="yt-button yt-button--primary yt-button--large" onclick={accept}>
                        { w.notice_accept }
                    </button>
                </div>
            </div>
        </>
    };
    main_area("notice", w.notice_title.into(), "", body)
}
