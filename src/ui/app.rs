//! The root: choices, catalogue, the frame, and the page of the route.

use gloo::{events::EventListener, utils::window};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    Counter, Kiosk, PaperKind, Route, Same,
    hooks::{
        Gate, Prefs, catalogue::Catalogue, fetch::FetchError, keep, use_gate, use_later, use_prefs, use_route,
    },
    pages::{browse, form_pages, gated, home, not_found, offline},
    parts::{banner, bar, footer, header, link, waiting},
    upkeep::upkept,
};
use crate::{model::Mode, text::page::words};

/// What every page may know; seldom changes.
#[derive(Clone, PartialEq)]
pub(crate) struct World {
    /// Language, text size, style.
    pub prefs: Prefs,
    /// Whether the page is shown in the elder style.
    pub is_elder: bool,
    /// The catalogue.
    pub catalogue: Same<Catalogue>,
}

/// The page.
#[component]
pub fn App() -> Html {
    let route = use_route();
    let loaded = use_state(|| None::<Result<Same<Catalogue>, FetchError>>);
    let settings =
        loaded.as_ref().and_then(|loaded| loaded.as_ref().ok()).map(|catalogue| &catalogue.settings);
    let by_settings = settings.is_some_and(|settings| settings.is_elder);
    let (prefs, set) = use_prefs(by_settings);
    let is_elder = prefs.is_elder.unwrap_or(by_settings);
    {
        let loaded = loaded.setter();
        use_effect_with((), move |()| {
            spawn_local(async move { loaded.set(Some(Catalogue::load().await.map(Same::new))) });
        });
    }
    let gate = use_later(
        matches!(
            route,
            Route::Entitled
                | Route::Drafts
                | Route::Counter
                | Route::Own(_)
                | Route::Resume
                | Route::Privacy
                | Route::Gallery
                | Route::Author
        ),
        0,
    );
    let mode = match &*loaded {
        Some(Ok(catalogue)) => catalogue.settings.mode,
        Some(Err(_)) | None => Mode::Home,
    };
    // Where the address says so already, the settings need not be waited for.
    let kiosk = use_gate::<Kiosk>(mode == Mode::Kiosk || prefs.mode == Some(Mode::Kiosk), 0);
    // Whatever the page stands at now: what a counter kept goes when its day is over.
    let counter = use_gate::<Counter>(keep::has_counter(), 0);
    use_effect_with(counter, |counter| {
        if let Gate::Open(counter) = counter {
            (counter.tidy)();
        }
    });
    let redraw = use_force_update();
    use_effect_with((), move |()| {
        let opened = EventListener::new(&window(), keep::COUNTER, move |_| redraw.force_update());
        || drop(opened)
    });
    let w = words(prefs.locale);
    let page = match &*loaded {
        None => waiting(w.loading),
        Some(Err(error)) => offline(prefs.locale, &error.to_string()),
        Some(Ok(catalogue)) => {
            let world = World { prefs, is_elder, catalogue: catalogue.clone() };
            let inner = match (mode, kiosk) {
                // Settings with faults make no page; what is wrong with them is said below.
                (_, _) if !catalogue.faults.is_empty() => Html::default(),
                // Without what clears up behind a person, a kiosk shows nothing.
                (Mode::Kiosk, Gate::Waiting) => waiting(w.loading),
                (Mode::Kiosk, Gate::Failed) => offline(prefs.locale, ""),
                (Mode::Kiosk, Gate::Open(kiosk)) => {
                    html! { <>{ (kiosk.frame)(&world, &route) }{ page(&route, &world, gate) }</> }
                }
                (Mode::Station, _) if !has_bar(&route) => {
                    let way = if keep::at_counter() {
                        Html::default()
                    } else {
                        link("", Route::Counter.href(), None, w.counter)
                    };
                    html! { <>{ bar(prefs.locale, way) }{ page(&route, &world, gate) }</> }
                }
                (Mode::Home | Mode::Station | Mode::Enterprise, _) => page(&route, &world, gate),
            };
            html! {
                <ContextProvider<World> context={world.clone()}>
                    { inner }
                    { upkept(&world, &route) }
                </ContextProvider<World>>
            }
        }
    };
    // What `boot.js` waits for: the page stands.
    let day = loaded.as_ref().and_then(|loaded| loaded.as_ref().ok()?.day);
    let is_up = matches!(&*loaded, Some(Ok(catalogue)) if catalogue.faults.is_empty());
    let class = match &route {
        Route::Papers(..) => "yt-page yt-page--papers",
        Route::Guide(_) | Route::Carry(_) => "yt-page yt-page--guide",
        Route::Home
        | Route::Browse(_)
        | Route::Fill(..)
        | Route::Check(_)
        | Route::Benefit(_)
        | Route::Entitled
        | Route::Drafts
        | Route::Counter
        | Route::Own(_)
        | Route::Resume
        | Route::Privacy
        | Route::Gallery
        | Route::Author
        | Route::NotFound => "yt-page",
    };
    html! {
        <div {class} data-up={is_up.then_some("")}>
            { header(prefs, is_elder, &set, &route) }
            if settings.is_some_and(|settings| settings.is_sample) {
                { banner(prefs.locale) }
            }
            { page }
            { footer(prefs.locale, settings, day) }
        </div>
    }
}

/// Whether the page has the bar with "clear and leave" itself.
fn has_bar(route: &Route) -> bool {
    matches!(route, Route::Fill(..) | Route::Check(_) | Route::Papers(_, PaperKind::Own) | Route::Benefit(_))
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
        Route::Counter => gated(gate, locale, &|later| (later.counter)(world)),
        Route::Own(whose) => gated(gate, locale, &|later| (later.own)(*whose)),
        Route::Drafts => gated(gate, locale, &|later| (later.drafts)(world)),
        Route::Privacy => gated(gate, locale, &|later| (later.privacy)(world)),
        Route::Gallery => gated(gate, locale, &|later| (later.gallery)(world)),
        Route::Author => gated(gate, locale, &|later| (later.author)(world)),
        Route::NotFound => not_found(world),
    }
}
