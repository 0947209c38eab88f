//! The root: choices, catalogue, the frame, and the page of the route.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    Route, Same,
    hooks::{Gate, Prefs, catalogue::Catalogue, fetch::FetchError, use_later, use_prefs, use_route},
    pages::{browse, form_pages, gated, home, not_found, offline},
    parts::{banner, footer, header, waiting},
};
use crate::text::page::words;

/// What every page may know; seldom changes.
#[derive(Clone, PartialEq)]
pub(crate) struct World {
    /// Language and text size.
    pub prefs: Prefs,
    /// The catalogue.
    pub catalogue: Same<Catalogue>,
}

/// The page.
#[component]
pub fn App() -> Html {
    let route = use_route();
    let (prefs, set) = use_prefs();
    let loaded = use_state(|| None::<Result<Same<Catalogue>, FetchError>>);
    {
        let loaded = loaded.setter();
        use_effect_with((), move |()| {
            spawn_local(async move { loaded.set(Some(Catalogue::load().await.map(Same::new))) });
        });
    }
    let gate = use_later(
        matches!(route, Route::Entitled | Route::Resume | Route::Privacy | Route::Gallery | Route::Author),
        0,
    );
    let w = words(prefs.locale);
    let (page, district, is_sample) = match &*loaded {
        None => (waiting(w.loading), "", false),
        Some(Err(error)) => (offline(prefs.locale, &error.to_string()), "", false),
        Some(Ok(catalogue)) => {
            let world = World { prefs, catalogue: catalogue.clone() };
            let inner = page(&route, &world, gate);
            let page = html! { <ContextProvider<World> context={world}>{ inner }</ContextProvider<World>> };
            let settings = &catalogue.settings;
            (page, settings.district.get(prefs.locale), settings.is_sample)
        }
    };
    let class = match &route {
        Route::Papers(..) => "yt-page yt-page--papers",
        Route::Guide(_) | Route::Carry(_) => "yt-page yt-page--guide",
        Route::Home
        | Route::Browse(_)
        | Route::Fill(..)
        | Route::Check(_)
        | Route::Benefit(_)
        | Route::Entitled
        | Route::Resume
        | Route::Privacy
        | Route::Gallery
        | Route::Author
        | Route::NotFound => "yt-page",
    };
    html! {
        <div {class}>
            { header(prefs, &set, &route) }
            if is_sample {
                { banner(prefs.locale) }
            }
            { page }
            { footer(prefs.locale, district) }
        </div>
    }
}

fn page(route: &Route, world: &World, gate: Gate) -> Html {
    let locale = world.prefs.locale;
    match route {
        Route::Home => home(world),
        Route::Browse(by) => browse(world, by),
        Route::Guide(id)
        | Route::Fill(id, _)
        | Route::Check(id)
        | Route::Papers(id, _)
        | Route::Carry(id)
        | Route::Benefit(id) => form_pages(id, route),
        Route::Resume => gated(gate, locale, &|later| (later.resumed)(world)),
        Route::Entitled => gated(gate, locale, &|later| (later.entitled)(world)),
        Route::Privacy => gated(gate, locale, &|later| (later.privacy)(world)),
        Route::Gallery => gated(gate, locale, &|later| (later.gallery)(world)),
        Route::Author => gated(gate, locale, &|later| (later.author)(world)),
        Route::NotFound => not_found(world),
    }
}
