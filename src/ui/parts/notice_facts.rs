//! What a person must be told before data are entered (个人信息保护法 art. 17).

use yew::prelude::*;

use super::leaf;
use crate::{
    model::{Locale, Settings},
    text::page::{with_number, words},
    ui::hooks::keep,
};

/// The facts as a list; what the settings leave empty is "to be confirmed".
pub(crate) fn notice_facts(settings: &Settings, locale: Locale) -> Html {
    let w = words(locale);
    let unknown = || html! { { leaf("span", "yt-tag yt-tag--warn", w.to_be_confirmed) } };
    let operator =
        settings.operator.as_ref().map_or_else(unknown, |operator| html! { { operator.get(locale) } });
    let contact = settings.contact.as_ref().map_or_else(unknown, |contact| html! { { contact } });
    let days = with_number(w.notice_days, usize::try_from(settings.draft_days).unwrap_or_default());
    let row = |name: &str, text: Html| {
        html! { <div class="yt-facts__row"><dt>{ name }</dt><dd>{ text }</dd></div> }
    };
    html! {
        <dl class="yt-facts yt-facts--wide">
            { row(w.notice_operator, operator) }
            { row(w.notice_contact, contact) }
            { row(w.notice_purpose, html! { { w.notice_purpose_text } }) }
            { row(w.notice_keep, if keep::at_counter() {
                html! { { w.notice_keep_counter } }
            } else if settings.mode.is_shared() {
                html! { { w.notice_keep_shared } }
            } else {
                html! { <>{ w.notice_keep_text }{ " (" }{ days }{ ")" }</> }
            }) }
            { row(w.notice_send, html! { { w.notice_send_text } }) }
            { row(w.notice_sensitive, html! { { w.notice_sensitive_text } }) }
            { row(w.notice_others, html! { { w.notice_others_text } }) }
        </dl>
    }
}
