//! "Clear and leave": asks once, then leaves nothing.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{Icon, button};
use crate::{
    model::Locale,
    text::page::words,
    ui::island::{island, part},
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    /// The language.
    locale: Locale,
    /// Clears everything and leaves.
    wipe: Callback<()>,
    /// The store could not be cleared.
    has_failed: bool,
}

part!(Props, use_wipe);

/// The button and its question.
pub(crate) fn wipe(locale: Locale, wipe: Callback<()>, has_failed: bool) -> Html {
    island("wipe", Props { locale, wipe, has_failed })
}

/// Draws it.
#[hook]
fn use_wipe(props: &Props) -> Html {
    let w = words(props.locale);
    let dialog = use_node_ref();
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
    let wipe = {
        let wipe = props.wipe.clone();
        Callback::from(move |_: MouseEvent| wipe.emit(()))
    };
    html! {
        <>
            { button("yt-button yt-button--quiet yt-button--small", Some(Icon::Leave), w.wipe, open) }
            <dialog class="yt-dialog" ref={dialog} aria-labelledby="wipe-title" aria-describedby="wipe-text">
                <h2 id="wipe-title">{ w.wipe_question }</h2>
                <p id="wipe-text">{ w.wipe_warning }</p>
                if props.has_failed {
                    <p class="yt-field__error" role="alert">{ w.wipe_failed }</p>
                }
                <div class="yt-actions">
                    { button("yt-button yt-button--danger", None, w.wipe, wipe) }
                    { button("yt-button", None, w.wipe_cancel, close) }
                </div>
            </dialog>
        </>
    }
}
