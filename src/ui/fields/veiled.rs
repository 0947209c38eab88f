//! A sensitive answer that was left, where others can see the screen: that there is one, and a button that shows it.

use yew::prelude::*;

use super::Asking;
use crate::{
    session::FieldView,
    text::page::words,
    ui::parts::{Join, field_frame, leaf},
};

/// The question with what may be seen of its answer; `show` lifts the veil.
pub(in crate::ui) fn veiled(view: &FieldView, asking: &Asking, show: Callback<MouseEvent>) -> Html {
    let w = words(asking.locale);
    let masked = view.masked.clone().unwrap_or_default();
    field_frame(view, asking, Join::Legend, &|aria| {
        html! {
            <p class="yt-derived" id={aria.id.clone()} tabindex="-1">
                <span class="yt-derived__value">{ masked.clone() }</span>
                { leaf("span", "yt-derived__note", w.masked_note) }
                <button type="button" class="yt-button yt-button--quiet yt-button--small" onclick={show.clone()}>
                    { w.masked_show }<span class="yt-hidden">{ &view.label }</span>
                </button>
            </p>
        }
    })
}
