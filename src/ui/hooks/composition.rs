//! Whether a word is being composed by an input method. Yew has no composition events, so they are listened to here, once
//! for the whole page: a form has hundreds of inputs, and only one of them can be composed in.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, EventTarget};
use yew::NodeRef;

thread_local! {
    static WATCH: Watch = Watch::start();
}

struct Watch {
    /// Where a word is being composed.
    target: RefCell<Option<EventTarget>>,
    _listeners: Option<[EventListener; 2]>,
}

impl Watch {
    fn start() -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let listeners = document.map(|document| {
            [
                EventListener::new(&document, "compositionstart", |event| set(event.target())),
                EventListener::new(&document, "compositionend", |event| {
                    set(None);
                    chosen(event);
                }),
            ]
        });
        Self { target: RefCell::new(None), _listeners: listeners }
    }
}

fn set(target: Option<EventTarget>) {
    WATCH.with(|watch| *watch.target.borrow_mut() = target);
}

/// Browsers differ in whether an input event follows the end of a composition; here one always does.
fn chosen(event: &Event) {
    let init = EventInit::new();
    init.set_bubbles(true);
    let (Some(target), Ok(input)) = (event.target(), Event::new_with_event_init_dict("input", &init)) else {
        return;
    };
    // It fails only where a listener threw, which is not ours to mend.
    drop(target.dispatch_event(&input));
}

/// Whether a word is being composed in an element. From the first call on compositions are watched.
pub(crate) fn is_composing(node: &NodeRef) -> bool {
    let node: Option<EventTarget> = node.get().map(JsCast::unchecked_into);
    WATCH.with(|watch| node.is_some() && *watch.target.borrow() == node)
}
