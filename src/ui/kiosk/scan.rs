//! The ear for a hand scanner: on any page, whatever has the focus.
//!
//! **Invariant:** what a burst typed into a field is taken out again; a scanned address opens an item of this page and leads
//! nowhere else; a number that is refused is not repeated.

use std::{cell::RefCell, rc::Rc};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
    utils::{document, window},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    field::{Field, Held},
    plain::{
        burst::{Burst, Heard},
        scanned::{self, Scanned},
    },
};
use crate::{
    model::Locale,
    text::kiosk::{Words, words},
    ui::{
        Route,
        hooks::clock,
        island::{island, part},
        later,
    },
};

/// How long a sentence stands.
const SAID_MS: u32 = 12_000;
/// An input method ends its word after the key that ends the burst.
const COMPOSED_MS: u32 = 100;

#[derive(PartialEq)]
struct Props {
    locale: Locale,
}

part!(Props, use_scan);

/// Listens, and says what came of it.
pub(super) fn scan(locale: Locale) -> Html {
    island("scan", Props { locale })
}

/// What came of a burst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Item,
    Number,
    NoPlace,
    Wrong,
    Unknown,
    NotNow,
}

impl Outcome {
    fn said(self, w: &Words) -> &'static str {
        match self {
            Self::Item => w.scan_item,
            Self::Number => w.scan_number,
            Self::NoPlace => w.scan_no_place,
            Self::Wrong => w.scan_wrong,
            Self::Unknown => w.scan_unknown,
            Self::NotNow => w.scan_not_now,
        }
    }
}

/// What is known between two keys.
#[derive(Default)]
struct Ear {
    burst: Burst,
    held: Option<Held>,
}

#[hook]
fn use_scan(props: &Props) -> Html {
    // The number tells two sentences that are the same apart.
    let said = use_state_eq(|| None::<(u32, Outcome)>);
    let n_said = use_mut_ref(|| 0_u32);
    {
        let said = said.setter();
        use_effect_with((), move |()| {
            let ear = Rc::new(RefCell::new(Ear::default()));
            let options =
                EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
            let say = Callback::from(move |outcome: Outcome| {
                *n_said.borrow_mut() += 1;
                said.set(Some((*n_said.borrow(), outcome)));
            });
            let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    hear(&ear, event, &say);
                }
            });
            move || drop(listener)
        });
    }
    {
        let setter = said.setter();
        use_effect_with(*said, move |said| {
            let timeout = said.map(|_| Timeout::new(SAID_MS, move || setter.set(None)));
            move || drop(timeout)
        });
    }
    let w = words(props.locale);
    let text = said.map(|(n, outcome)| {
        let class = match outcome {
            Outcome::Item | Outcome::Number => "yt-said",
            Outcome::NoPlace | Outcome::Wrong | Outcome::Unknown | Outcome::NotNow => "yt-said yt-said--bad",
        };
        html! { <p {class} key={n}>{ outcome.said(w) }</p> }
    });
    html! { <div class="yt-said-area" role="status">{ text }</div> }
}

fn hear(ear: &RefCell<Ear>, event: &KeyboardEvent, say: &Callback<Outcome>) {
    let mut ear = ear.borrow_mut();
    // A key that is held down comes as fast as a scanner.
    let is_command = event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat();
    let code = if is_command { String::new() } else { event.code() };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds of a page's life"
    )]
    let at_ms = event.time_stamp().max(0.0) as u64;
    match ear.burst.hear(&code, event.shift_key(), at_ms) {
        Heard::Nothing | Heard::Next => {}
        Heard::First => ear.held = Held::now(),
        Heard::End(text) => {
            // Enter would send the form, or open the first hit of the search.
            event.prevent_default();
            event.stop_propagation();
            let (held, say) = (ear.held.take(), say.clone());
            let wait = if event.is_composing() || event.key() == "Process" { COMPOSED_MS } else { 0 };
            Timeout::new(wait, move || {
                if let Some(held) = held {
                    held.restore();
                }
                take(&text, say);
            })
            .forget();
        }
    }
}

/// Does what a scanned text asks for.
fn take(text: &str, say: Callback<Outcome>) {
    match scanned::read(text) {
        Scanned::Unknown => say.emit(Outcome::Unknown),
        Scanned::Item(id) => {
            Route::Guide(id).go();
            say.emit(Outcome::Item);
        }
        Scanned::Number(number) => spawn_local(async move {
            let outcome = match (later::later().await, clock::today()) {
                (Err(_), _) | (_, None) => Outcome::NotNow,
                (Ok(later), Some(today)) if !(later.is_citizen)(&number, today) => Outcome::Wrong,
                (Ok(_), Some(_)) => match place() {
                    Some(field) => {
                        let _ = field.element().focus();
                        field.set(&number);
                        Outcome::Number
                    }
                    None => Outcome::NoPlace,
                },
            };
            say.emit(outcome);
        }),
    }
}

/// The question for an identity number that has the focus, else the first on the page that is empty: the applicant's.
fn place() -> Option<Field> {
    if let Some(field) = Field::active().filter(Field::is_identity) {
        return Some(field);
    }
    let found = document().query_selector_all("main .yt-input--citizen").ok()?;
    let inputs = (0..found.length()).filter_map(|idx| found.item(idx)?.dyn_into::<HtmlInputElement>().ok());
    inputs.filter(|input| input.value().is_empty()).find_map(|input| Field::of(Some(input.into())))
}
