//! The notice before the first question.

use yew::prelude::*;

use crate::{
    text::page::words,
    ui::{
        World,
        parts::{MainArea, notice_facts},
    },
};

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Called when it was read.
    pub accept: Callback<()>,
}

/// The notice and a button.
#[component]
pub(crate) fn Notice(props: &Props) -> Html {
    let Some(world) = use_context::<World>() else { return Html::default() };
    let locale = world.prefs.locale;
    let w = words(locale);
    let accept = props.accept.reform(|_: MouseEvent| ());
    html! {
        <MainArea title={w.notice_title}>
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
        </MainArea>
    }
}
