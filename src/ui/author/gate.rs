//! The way to the author's file: fetched with the page, which waits for it.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Author;
use crate::{
    text::page::words,
    ui::{
        World,
        island::{island, part},
        later::{NotHere, Work},
        pages::offline,
        parts::{main_area, waiting},
    },
};

/// Fetches the author's file: the second gate of `bin/app.rs`.
pub type FetchAuthor = fn() -> Work<Result<&'static Author, NotHere>>;

thread_local! {
    static GATE: Cell<Option<FetchAuthor>> = const { Cell::new(None) };
}

/// Names the gate, once, before the page starts.
pub(in crate::ui) fn set_gate(gate: FetchAuthor) {
    GATE.set(Some(gate));
}

#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_author);

/// The author's page, once it is here.
pub(in crate::ui) fn author(world: &World) -> Html {
    island("author", Props { world: world.clone() })
}

/// What came of fetching it.
#[derive(Clone, Copy)]
enum State {
    Waiting,
    Failed,
    Here(&'static Author),
}

#[hook]
fn use_author(props: &Props) -> Html {
    let state = use_state(|| State::Waiting);
    let setter = state.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            let Some(gate) = GATE.get() else { return };
            setter.set(gate().await.map_or(State::Failed, State::Here));
        });
    });
    let locale = props.world.prefs.locale;
    let w = words(locale);
    match *state {
        State::Waiting => main_area("loading", w.loading.into(), "", waiting(w.loading)),
        State::Failed => offline(locale, ""),
        State::Here(author) => (author.desk)(&props.world),
    }
}
