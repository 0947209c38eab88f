//! What leaving a question causes waits until a pressed button of the mouse is released.
//!
//! A press moves the focus before its click comes. An error line that appears in between moves whatever was pressed from
//! under the pointer, and the click is lost (Chromium 140: down and up hit different elements). A touch has no such gap.

use std::cell::{Cell, RefCell};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};

type Action = Box<dyn FnOnce()>;

thread_local! {
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
    static IS_DOWN: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Action>> = const { RefCell::new(Vec::new()) };
}

/// Watches the pointer from now on.
pub(crate) fn watch() {
    if IS_WATCHED.replace(true) {
        return;
    }
    let window = gloo::utils::window();
    for (name, is_down) in [("pointerdown", true), ("pointerup", false), ("pointercancel", false)] {
        let options = EventListenerOptions::run_in_capture_phase();
        let heard = move |_: &web_sys::Event| {
            IS_DOWN.set(is_down);
            if !is_down {
                // The click comes after this event and before the next task; a press that was dragged away has none.
                Timeout::new(0, release).forget();
            }
        };
        EventListener::new_with_options(&window, name, options, heard).forget();
    }
}

/// Does something now, or once the pointer is released.
pub(crate) fn after_release(action: impl FnOnce() + 'static) {
    if IS_DOWN.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(action)));
    } else {
        action();
    }
}

fn release() {
    for action in WAITING.take() {
        action();
    }
}
