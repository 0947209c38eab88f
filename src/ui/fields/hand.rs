//! The way to the file of the program that takes signatures and attachments, and makes pictures of papers: fetched with the
//! first question or person that wants it.

use std::rc::Rc;

use yew::prelude::*;

use super::{Asking, attachment, signature};
use crate::{
    model::Kind,
    session::FieldView,
    text::page::words,
    ui::{
        hooks::{Gate, blob::BlobUrl, photo, use_gate},
        island::{island, part},
        later::Work,
        parts::{Join, field_frame, leaf},
    },
};

/// The questions that are answered by hand, as functions.
pub struct Hand {
    sign: fn(&Rc<FieldView>, &Asking) -> Html,
    attach: fn(&Rc<FieldView>, &Asking) -> Html,
    /// A page of a paper, by its address, as a picture that any browser can keep.
    pub(in crate::ui) picture: fn(String) -> Work<Option<BlobUrl>>,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it, and who links it beside the first.
pub static HAND: Hand = Hand { sign: signature::sign, attach: attachment::attach, picture: photo::pictured };

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
    let hand = use_gate::<Hand>(true, 0);
    let (view, w) = (&props.view, words(asking.locale));
    match (hand, &*view.kind) {
        (Gate::Open(hand), Kind::Signature) => (hand.sign)(view, &asking),
        (Gate::Open(hand), _) => (hand.attach)(view, &asking),
        // It is asked for again when the question is next shown.
        (Gate::Failed, _) => frame(view, &asking, w.offline_text),
        (Gate::Waiting, _) => frame(view, &asking, w.loading),
    }
}

/// The question without what takes its answer.
fn frame(view: &Rc<FieldView>, asking: &Asking, text: &'static str) -> Html {
    field_frame(view, asking, Join::Legend, &|_| leaf("p", "yt-field__hint", text))
}
