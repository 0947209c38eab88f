//! "Did it print?": asked before anything is cleared, since paper gets stuck.

use std::cell::RefCell;

use gloo::utils::window;
use yew::prelude::*;

use super::dialog;
use crate::{
    model::Locale,
    text::kiosk::words,
    ui::{
        hooks::leave,
        island::{island, part},
        parts::{Icon, button, leaf},
    },
};

thread_local! {
    /// The dialog of the page.
    static DIALOG: RefCell<NodeRef> = RefCell::default();
}

#[derive(PartialEq)]
struct Props {
    locale: Locale,
}

part!(Props, use_printed);

/// The question, closed until something is printed.
pub(super) fn printed(locale: Locale) -> Html {
    island("printed", Props { locale })
}

/// Prints, then asks. With a printing browser (`--kiosk-printing`) no window comes in between.
pub(super) fn print() {
    // Where printing is missing nothing comes out, and the question leads to staff.
    let _ = window().print();
    dialog::show(&DIALOG.with_borrow(NodeRef::clone));
}

#[hook]
fn use_printed(props: &Props) -> Html {
    let node = use_node_ref();
    DIALOG.set(node.clone());
    let w = words(props.locale);
    let yes = Callback::from(|_: MouseEvent| leave::now());
    let again = Callback::from(|_: MouseEvent| print());
    let no = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| dialog::close(&node))
    };
    html! {
        <dialog class="yt-dialog" ref={node} aria-labelledby="printed-title" aria-describedby="printed-text">
            <h2 id="printed-title">{ w.printed_title }</h2>
            <p id="printed-text">{ w.printed_text }</p>
            { leaf("p", "yt-field__hint", w.printed_help) }
            <div class="yt-actions yt-actions--column">
                { button("yt-button yt-button--primary yt-button--large", Some(Icon::Tick), w.printed_yes, yes) }
                { button("yt-button yt-button--large", Some(Icon::Print), w.printed_again, again) }
                { button("yt-button yt-button--large", None, w.printed_no, no) }
            </div>
        </dialog>
    }
}
