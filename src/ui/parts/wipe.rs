//! "Clear and leave": asks once, then leaves nothing.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{Icon, button};
use crate::{
    model::Locale,
    text::page::words,
    ui::{
        Counter, door,
        hooks::{keep, leave},
        island::{island, part},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    /// The language.
    locale: Locale,
}

part!(Props, use_wipe);

/// The bar that stays in sight, with the button at its end; at a helper's counter, with what the helper has there.
pub(crate) fn bar(locale: Locale, inner: Html) -> Html {
    let end = match door::here::<Counter>().filter(|_| keep::at_counter()) {
        Some(counter) => (counter.bar)(locale),
        None => wipe(locale),
    };
    html! {
        <aside class="yt-bar" aria-label={words(locale).bar}>
            <div class="yt-wrap yt-bar__row">{ inner }{ end }</div>
        </aside>
    }
}

/// The button and its question.
pub(crate) fn wipe(locale: Locale) -> Html {
    island("wipe", Props { locale })
}

/// Draws it.
#[hook]
fn use_wipe(props: &Props) -> Html {
    let w = words(props.locale);
    let dialog = use_node_ref();
    let has_failed = use_state_eq(|| false);
    let open = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // Fails only where it is open already.
                let _ = dialog.show_modal();
            }
        })
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let clear = {
        let has_failed = has_failed.setter();
        Callback::from(move |_: MouseEvent| {
            let has_failed = has_failed.clone();
            spawn_local(async move { has_failed.set(leave::leave().await.is_err()) });
        })
    };
    html! {
        <>
            { button("yt-button yt-button--quiet yt-button--small", Some(Icon::Leave), w.wipe, open) }
            <dialog class="yt-dialog" ref={dialog} aria-labelledby="wipe-title" aria-describedby="wipe-text">
                <h2 id="wipe-title">{ w.wipe_question }</h2>
                <p id="wipe-text">{ w.wipe_warning }</p>
                if *has_failed {
                    <p class="yt-field__error" role="alert">{ w.wipe_failed }</p>
                }
                <div class="yt-actions">
                    { button("yt-button yt-button--danger", None, w.wipe, clear) }
                    { button("yt-button", None, w.wipe_cancel, close) }
                </div>
            </dialog>
        </>
    }
}
