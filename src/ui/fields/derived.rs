//! A value that the page worked out: shown and marked, not asked.

use yew::prelude::*;

use super::Asking;
use crate::{
    session::FieldView,
    text::page::words,
    ui::parts::{Join, field_frame},
};

/// The question with its value.
pub(crate) fn derived(view: &FieldView, asking: &Asking) -> Html {
    let w = words(asking.locale);
    field_frame(view, asking, Join::Legend, &|aria| {
        html! {
            <p class="yt-derived" id={aria.id.clone()} tabindex="-1">
                <span class="yt-derived__value">{ &view.shown }</span>
                <span class="yt-tag yt-tag--accent">{ w.derived }</span>
                <span class="yt-derived__note">{ w.derived_text }</span>
            </p>
        }
    })
}
