//! Pages that are files of the program of their own, each fetched when it is opened and led into by one table: the author's
//! (ADR 12), and "What am I entitled to?" with the check of one benefit (ADR 17).

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    World,
    hooks::Filling,
    island::{keyed, part},
    later::{NotHere, Work},
    pages::{Opened, offline},
    parts::{main_area, waiting},
};
use crate::text::page::words;

/// Such a page, as functions.
pub struct Apart {
    /// Draws it.
    pub(crate) draw: fn(&World) -> Html,
    /// Draws the check of one benefit, where it is the page for that.
    pub(crate) benefit: fn(Opened, Filling) -> Html,
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
    what: What,
}

/// What is drawn once the file is here.
#[derive(PartialEq)]
enum What {
    Author,
    Entitled,
    Benefit(Box<(Opened, Filling)>),
}

part!(Props, use_apart);

/// The author's page, once it is here.
pub(super) fn author(_: &World) -> Html {
    keyed("apart", "author", Props { what: What::Author })
}

/// "What am I entitled to?", once it is here.
pub(super) fn entitled(_: &World) -> Html {
    keyed("apart", "entitled", Props { what: What::Entitled })
}

/// The check of one benefit, once it is here.
pub(super) fn benefit(opened: Opened, filling: Filling) -> Html {
    keyed("apart", "benefit", Props { what: What::Benefit(Box::new((opened, filling))) })
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
    let is_author = props.what == What::Author;
    use_effect_with((), move |()| {
        spawn_local(async move {
            let Some(gates) = GATES.get() else { return };
            let gate = if is_author { gates.author } else { gates.entitled };
            setter.set(gate().await.map_or(State::Failed, State::Here));
        });
    });
    let Some(world) = use_context::<World>() else { return Html::default() };
    let locale = world.prefs.locale;
    let w = words(locale);
    match (*state, &props.what) {
        (State::Waiting, _) => main_area("loading", w.loading.into(), "", waiting(w.loading)),
        (State::Failed, _) => offline(locale, ""),
        (State::Here(page), What::Author | What::Entitled) => (page.draw)(&world),
        (State::Here(page), What::Benefit(of)) => {
            let (opened, filling) = &**of;
            (page.benefit)(opened.clone(), filling.clone())
        }
    }
}
