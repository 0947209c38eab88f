//! A consent, asked apart from everything else.

use yew::prelude::*;

use super::leaf;
use crate::{
    session::{Action, ConsentView},
    text::page::words,
    ui::{fields::Asking, hooks::clock},
};

/// Its own box, its own text, its own tick.
pub(crate) fn consent(view: &ConsentView, asking: &Asking) -> Html {
    let w = words(asking.locale);
    let is_given = view.given_at.is_some();
    let id = ["f-consents.", view.purpose.as_str()].concat();
    let text_id = [&id, "-text"].concat();
    let onchange = {
        let (act, purpose) = (asking.act.clone(), view.purpose.clone());
        Callback::from(move |_: Event| {
            act.emit(if is_given {
                Action::Withdraw(purpose.clone())
            } else {
                Action::Consent { purpose: purpose.clone(), at: clock::now() }
            });
        })
    };
    html! {
        <section class="yt-panel yt-panel--accent yt-consent yt-column" key={view.purpose.as_str()}>
            { leaf("h2", "", w.consent_title) }
            <p id={text_id.clone()}>{ &view.text }</p>
            <label class="yt-option">
                <input type="checkbox" {id} checked={is_given} aria-describedby={text_id} {onchange} />
                { w.consent_agree }
            </label>
            { leaf("p", "yt-field__hint", w.consent_later) }
        </section>
    }
}
