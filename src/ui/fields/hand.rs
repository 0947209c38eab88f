//! The way to the file of the program that takes signatures and attachments: fetched with the first question that wants it, for
//! few forms have one.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Asking, attachment, signature};
use crate::{
    model::Kind,
    session::FieldView,
    text::page::words,
    ui::{
        island::{island, part},
        later::{NotHere, Work},
        parts::{Join, field_frame, leaf},
    },
};

/// The questions that are answered by hand, as functions.
pub struct Hand {
    sign: fn(&Rc<FieldView>, &Asking) -> Html,
    attach: fn(&Rc<FieldView>, &Asking) -> Html,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it, and who links it beside the first.
pub static HAND: Hand = Hand { sign: signature::sign, attach: attachment::attach };

/// Fetches that file: the third gate of `bin/app.rs`.
pub type FetchHand = fn() -> Work<Result<&'static Hand, NotHere>>;

thread_local! {
    static GATE: Cell<Option<FetchHand>> = const { Cell::new(None) };
    static HERE: Cell<Option<&'static Hand>> = const { Cell::new(None) };
}

/// Names the gate, once, before the page starts.
pub(in crate::ui) fn set_gate(gate: FetchHand) {
    GATE.set(Some(gate));
}

/// Hands over what is linked beside the first file, so that there is nothing to fetch.
pub(in crate::ui) fn bring(hand: &'static Hand) {
    HERE.set(Some(hand));
}

#[derive(PartialEq)]
struct Props {
    view: Rc<FieldView>,
}

part!(Props, use_hand);

/// A question that is answered by hand, once what takes it is here.
pub(crate) fn by_hand(view: &Rc<FieldView>) -> Html {
    island("hand", Props { view: view.clone() })
}

#[hook]
fn use_hand(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let has_failed = use_state_eq(|| false);
    let redraw = use_force_update();
    {
        let has_failed = has_failed.setter();
        use_effect_with((), move |()| {
            if HERE.get().is_some() {
                return;
            }
            let Some(gate) = GATE.get() else { return has_failed.set(true) };
            spawn_local(async move {
                match gate().await {
                    Ok(hand) => {
                        HERE.set(Some(hand));
                        redraw.force_update();
                    }
                    // It is asked for again when the question is next shown.
                    Err(_) => has_failed.set(true),
                }
            });
        });
    }
    let (view, w) = (&props.view, words(asking.locale));
    match (HERE.get(), &*view.kind) {
        (Some(hand), Kind::Signature) => (hand.sign)(view, &asking),
        (Some(hand), _) => (hand.attach)(view, &asking),
        (None, _) => field_frame(view, &asking, Join::Legend, &|_| {
            leaf("p", "yt-field__hint", if *has_failed { w.offline_text } else { w.loading })
        }),
    }
}
