//! The notice before the first question.

use yew::prelude::*;

use crate::{
    text::page::words,
    ui::{
        World,
        parts::{button, heading, leaf, main_area, notice_facts},
    },
};

/// The notice and a button.
pub(crate) fn notice(world: &World, accept: Callback<MouseEvent>) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let body = html! {
        <>
            <div class="yt-column yt-stack">
                { heading(w.notice_title) }
                { leaf("p", "yt-lead", w.notice_lead) }
                <div class="yt-panel">{ notice_facts(&world.catalogue.settings, locale) }</div>
                <div class="yt-actions">
                    { button("yt-button yt-button--primary yt-button--large", None, w.notice_accept, accept) }
                </div>
            </div>
        </>
    };
    main_area("notice", w.notice_title.into(), "", body)
}
