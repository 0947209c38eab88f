//! The root: choices, catalogue, the frame, and the page of the route.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    Route, Same,
    hooks::{Prefs, catalogue::Catalogue, fetch::FetchError, use_prefs, use_route},
    pages::{FormPages, Gallery, Home, NotFound, Offline, Privacy},
    parts::{Banner, Footer, Header, Waiting},
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
    let w = words(prefs.locale);
    let (page, district, is_sample) = match &*loaded {
        None => (html! { <Waiting text={w.loading} /> }, "", false),
        Some(Err(error)) => (html! { <Offline locale={prefs.locale} what={error.to_string()} /> }, "", false),
        Some(Ok(catalogue)) => {
            let world = World { prefs, catalogue: catalogue.clone() };
            let page =
                html! { <ContextProvider<World> context={world}>{ page(&route) }</ContextProvider<World>> };
            let settings = &catalogue.settings;
            (page, settings.district.get(prefs.locale), settings.is_sample)
        }
    };
    let class = match &route {
        Route::Papers(..) => "yt-page yt-page--papers",
        Route::Home
        | Route::Guide(_)
        | Route::Fill(..)
        | Route::Check(_)
        | Route::Benefit(_)
        | Route::Privacy
        | Route::Gallery
        | Route::NotFound => "yt-page",
    };
    html! {
        <div {class}>
            <Header {prefs} {set} here={route.href()} />
            if is_sample {
                <Banner locale={prefs.locale} />
            }
            { page }
            <Footer locale={prefs.locale} district={district.to_owned()} />
        </div>
    }
}

fn page(route: &Route) -> Html {
    match route {
        Route::Home => html! { <Home /> },
        Route::Guide(id)
        | Route::Fill(id, _)
        | Route::Check(id)
        | Route::Papers(id, _)
        | Route::Benefit(id) => {
            // A key per form: going from one form to another starts afresh, going about in one keeps its state.
            html! { <FormPages key={id.as_str()} id={id.as_str().to_owned()} route={route.clone()} /> }
        }
        Route::Privacy => html! { <Privacy /> },
        Route::Gallery => html! { <Gallery /> },
        Route::NotFound => html! { <NotFound /> },
    }
}
