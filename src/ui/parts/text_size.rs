//! The control for the text size.

use yew::prelude::*;

use crate::{text::page::words, ui::hooks::Prefs};

/// Four buttons, each with the letter at its own size.
pub(crate) fn text_size(prefs: Prefs, set: &Callback<Prefs>) -> Html {
    let w = words(prefs.locale);
    let names = [w.text_standard, w.text_large, w.text_larger, w.text_largest];
    let buttons = (1..=Prefs::LARGEST).zip(names).map(|(size, name)| {
        let set = set.clone();
        let onclick = Callback::from(move |_| set.emit(Prefs { text: size, ..prefs }));
        let class = ["yt-sizes__one yt-sizes__one--", &size.to_string()].concat();
        let pressed = if prefs.text == size { "true" } else { "false" };
        html! {
            <button type="button" {class} aria-pressed={pressed} aria-label={name} title={name} {onclick}>
                <span aria-hidden="true">{ "文" }</span>
            </button>
        }
    });
    html! { <div class="yt-sizes" role="group" aria-label={w.text_size}>{ for buttons }</div> }
}
