//! What tabs tell one another: a draft's id and number, never an answer.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::others;
use crate::store::News;

const NAME: &str = "yuntian-drafts";

thread_local! {
    static CHANNEL: RefCell<Option<(BroadcastChannel, EventListener)>> = const { RefCell::new(None) };
}

/// Tells the other tabs.
pub(super) fn tell(told: &News) {
    CHANNEL.with_borrow(|channel| {
        if let Some((channel, _)) = channel {
            // A tab that hears nothing finds out when it saves.
            let _ = channel.post_message(&JsValue::from_str(&told.spell()));
        }
    });
}

/// Listens to the other tabs from now on, where the browser lets tabs talk.
pub(super) fn listen() {
    let Ok(channel) = BroadcastChannel::new(NAME) else { return };
    let listener = EventListener::new(&channel, "message", |event| {
        let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
        if let Some(told) = text.as_deref().and_then(News::parse) {
            others::heard(told);
        }
    });
    CHANNEL.set(Some((channel, listener)));
}
