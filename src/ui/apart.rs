//! Pages that are files of the program of their own, each fetched when it is opened and led into by one table: the author's
//! (ADR 12), and "What am I entitled to?" (ADR 17).

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    World,
    island::{keyed, part},
    later::{NotHere, Work},
    pages::offline,
    parts::{main_area, waiting},
};
use crate::text::page::words;

/// Such a page, as functions.
pub struct Apart {
    /// Draws it.
    pub(crate) draw: fn(&World) -> Html,
}

/// Fetches the file of such a page: a gate of `bin/app.rs`.
pub type FetchApart = fn() -> Work<Result<&'static Apart, NotHere>>;

/// The gates.
#[derive(Clone, Copy)]
struct Gates {
    author: FetchApart,
    entitled: FetchApart,
}

thread_local! {
    static GATES: Cell<Option<Gates>> = const { Cell::new(None) };
}

/// Names the gates, once, before the page starts.
pub(super) fn set_gates(author: FetchApart, entitled: FetchApart) {
    GATES.set(Some(Gates { author, entitled }));
}

#[derive(PartialEq)]
struct Props {
    world: World,
    is_author: bool,
}

part!(Props, use_apart);

/// The author's page, once it is here.
pub(super) fn author(world: &World) -> Html {
    keyed("apart", "author", Props { world: world.clone(), is_author: true })
}

/// "What am I entitled to?", once it is here.
pub(super) fn entitled(world: &World) -> Html {
    keyed("apart", "entitled", Props { world: world.clone(), is_author: false })
}

/// What came of fetching it.
#[derive(Clone, Copy)]
enum State {
    Waiting,
    Failed,
    Here(&'static Apart),
}

#[hook]
fn use_apart(props: &Props) -> Html {
    let state = use_state(|| State::Waiting);
    let setter = state.setter();
    let is_author = props.is_author;
    use_effect_with((), move |()| {
        spawn_local(async move {
            let Some(gates) = GATES.get() else { return };
            let gate = if is_author { gates.author } else { gates.entitled };
            setter.set(gate().await.map_or(State::Failed, State::Here));
        });
    });
    let locale = props.world.prefs.locale;
    let w = words(locale);
    match *state {
        State::Waiting => main_area("loading", w.loading.into(), "", waiting(w.loading)),
        State::Failed => offline(locale, ""),
        State::Here(page) => (page.draw)(&props.world),
    }
}
