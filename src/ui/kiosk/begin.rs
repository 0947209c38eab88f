//! What is done once: the styles, and the ways that a kiosk closes.

use std::cell::Cell;

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::{body, document, window},
};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, Event, HtmlAnchorElement};

use crate::ui::hooks::leave;

/// Styles of a kiosk alone, so that nobody else loads them.
const STYLE: &str = include_str!("../style/9-kiosk.css");

thread_local! {
    static IS_DONE: Cell<bool> = const { Cell::new(false) };
}

/// Does it the first time.
pub(super) fn once() {
    if IS_DONE.replace(true) {
        return;
    }
    if is_returned_to() {
        leave::now();
    }
    style();
    // Browsers learn words and offer what others typed.
    for (name, value) in [("spellcheck", "false"), ("autocapitalize", "off"), ("autocorrect", "off")] {
        let _ = body().set_attribute(name, value);
    }
    let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
    EventListener::new_with_options(&document(), "click", options, stay).forget();
    for name in ["contextmenu", "dragstart"] {
        EventListener::new_with_options(&document(), name, options, Event::prevent_default).forget();
    }
    // A page that the browser kept as it was belongs to somebody else.
    EventListener::new(&window(), "pageshow", |event| {
        if Reflect::get(event, &"persisted".into()).is_ok_and(|is_kept| is_kept.is_truthy()) {
            leave::now();
        }
    })
    .forget();
}

/// Whether "back" of the browser led to this document: then it is the address of somebody who has left.
fn is_returned_to() -> bool {
    let Some(performance) = window().performance() else { return false };
    let entry = performance.get_entries_by_type("navigation").get(0);
    Reflect::get(&entry, &"type".into()).is_ok_and(|way| way.as_string().as_deref() == Some("back_forward"))
}

fn style() {
    let Ok(sheet) = CssStyleSheet::new() else { return };
    // Fails only for `@import`, which it does not have.
    let _ = sheet.replace_sync(STYLE);
    document().set_adopted_style_sheets(&Array::of1(&sheet));
}

/// Links that lead out of the page, open a window or save a file lead nowhere; those within it leave no step to go back to.
fn stay(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a").ok().flatten());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
    let place = |href: &str| href.split('#').next().unwrap_or_default().to_owned();
    let is_here = place(&link.href()) == place(&window().location().href().unwrap_or_default());
    event.prevent_default();
    if is_here && !link.has_attribute("target") && !link.has_attribute("download") {
        // Within the page an address is never refused.
        let _ = window().location().replace(&link.href());
    }
}
