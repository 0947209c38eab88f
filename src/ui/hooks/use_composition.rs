//! Whether a word is being composed by an input method. Yew has no composition events, so they are listened to here.

use std::{cell::Cell, rc::Rc};

use gloo::events::EventListener;
use web_sys::EventTarget;
use yew::prelude::*;

/// True between compositionstart and compositionend of the node; `end` is called with the node when the word is chosen.
#[hook]
pub(crate) fn use_composition(node: &NodeRef, end: Callback<Option<EventTarget>>) -> Rc<Cell<bool>> {
    let is_composing = use_memo((), |()| Cell::new(false));
    {
        let is_composing = is_composing.clone();
        use_effect_with((node.clone(), end), move |(node, end)| {
            let target: Option<EventTarget> = node.cast::<web_sys::Element>().map(Into::into);
            let listeners = target.map(|target| {
                let (starts, ends, end) = (is_composing.clone(), is_composing, end.clone());
                [
                    EventListener::new(&target, "compositionstart", move |_| starts.set(true)),
                    EventListener::new(&target, "compositionend", move |event| {
                        ends.set(false);
                        end.emit(event.target());
                    }),
                ]
            });
            move || drop(listeners)
        });
    }
    is_composing
}
