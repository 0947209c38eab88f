//! A value that the page worked out: shown and marked, not asked. Where it may be another, a button opens the question.

use yew::prelude::*;

use super::Asking;
use crate::{
    session::FieldView,
    text::page::{with, words},
    ui::parts::{Join, field_frame, leaf},
};

/// The question with its value; `change` opens it.
pub(crate) fn derived(view: &FieldView, asking: &Asking, change: Callback<MouseEvent>) -> Html {
    let w = words(asking.locale);
    let from = view.offer.as_ref().and_then(|offer| asking.labels.get(&offer.from));
    let note = from.map_or_else(|| w.derived_text.to_owned(), |label| with(w.derived_from, label));
    // Nothing is to be looked at closely, so nothing lifts the mask.
    let masked = view.masked.as_ref().filter(|_| asking.is_shared);
    let shown = masked.unwrap_or(&view.shown);
    // Nothing is to be entered, so nothing says how; the frame's own offer is replaced by the button.
    let own = FieldView { offer: None, hint: None, help: None, ..view.clone() };
    field_frame(&own, asking, Join::Legend, &|aria| {
        html! {
            <p class="yt-derived" id={aria.id.clone()} tabindex="-1">
                <span class="yt-derived__value">{ shown }</span>
                { leaf("span", "yt-tag yt-tag--accent", w.derived) }
                <span class="yt-derived__note">{ &note }</span>
                if view.offer.is_some() {
                    <button type="button" class="yt-button yt-button--quiet yt-button--small" onclick={change.clone()}>
                        { w.change }<span class="yt-hidden">{ &view.label }</span>
                    </button>
                }
            </p>
        }
    })
}
