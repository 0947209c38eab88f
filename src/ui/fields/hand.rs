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
        parts::{Join, button, field_frame, leaf},
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

/// What came of fetching it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetch {
    Waiting,
    Failed,
    Here,
}

#[hook]
fn use_hand(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let w = words(asking.locale);
    let fetch = use_state_eq(|| if HERE.get().is_some() { Fetch::Here } else { Fetch::Waiting });
    {
        let setter = fetch.setter();
        use_effect_with(*fetch, move |fetch| {
            if *fetch != Fetch::Waiting {
                return;
            }
            spawn_local(async move {
                let Some(gate) = GATE.get() else { return };
                let hand = gate().await.ok();
                HERE.set(hand);
                setter.set(if hand.is_some() { Fetch::Here } else { Fetch::Failed });
            });
        });
    }
    let view = &props.view;
    match (HERE.get(), &*view.kind) {
        (Some(hand), Kind::Signature) => (hand.sign)(view, &asking),
        (Some(hand), _) => (hand.attach)(view, &asking),
        (None, _) => {
            let setter = fetch.setter();
            let again = Callback::from(move |_: MouseEvent| setter.set(Fetch::Waiting));
            field_frame(view, &asking, Join::Legend, &|_| match *fetch {
                Fetch::Waiting | Fetch::Here => leaf("p", "yt-field__hint", w.loading),
                Fetch::Failed => html! {
                    <>
                        { leaf("p", "", w.offline_text) }
                        { button("yt-button", None, w.papers_retry, again.clone()) }
                    </>
                },
            })
        }
    }
}
