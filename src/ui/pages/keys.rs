//! A line for each sort of keys of a kiosk, and a dialog that asks for something: a part of the gallery, where the keys come as they
//! do for a person.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::{
    model::Locale,
    text::page::words,
    ui::parts::{button, leaf},
};

/// The sorts: a name, the mode of the line, its class.
const SORTS: [(&str, &str, &str); 6] = [
    ("Digits", "numeric", "yt-input"),
    ("Decimal", "decimal", "yt-input"),
    ("Telephone", "tel", "yt-input"),
    ("Identity", "text", "yt-input yt-input--citizen"),
    ("Passphrase", "numeric", SECRET),
    ("Letters", "text", "yt-input"),
];

const SECRET: &str = "yt-input yt-input--secret";

/// All of them.
pub(super) fn keys(locale: Locale) -> Html {
    let w = words(locale);
    let open = Callback::from(|_: MouseEvent| {
        let dialog = gloo::utils::document().get_element_by_id("gallery-dialog");
        if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
            // Fails only where it is open already.
            let _ = dialog.show_modal();
        }
    });
    html! {
        <section class="yt-gallery yt-stack"><h2>{ "Keys" }</h2>
            { for SORTS.into_iter().map(|(name, mode, class)| line(name, mode, class)) }
            <div class="yt-actions">{ button("yt-button", None, "Dialog", open) }</div>
            <dialog class="yt-dialog" id="gallery-dialog" aria-labelledby="gallery-dialog-title">
                <h2 id="gallery-dialog-title">{ "Dialog" }</h2>
                { line("Within", "numeric", SECRET) }
                <form class="yt-actions" method="dialog"><button class="yt-button">{ w.wipe_cancel }</button></form>
            </dialog>
        </section>
    }
}

fn line(name: &'static str, inputmode: &'static str, class: &'static str) -> Html {
    html! {
        <label class="yt-field" key={name}>
            { leaf("span", "yt-field__label", name) }
            <input {class} type="text" {inputmode} autocomplete="off" />
        </label>
    }
}
