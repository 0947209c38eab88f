//! The search: results while typing, marked, with arrow keys (WAI-ARIA combobox with a listbox).

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Icon, icon};
use crate::{
    model::{FormId, Locale},
    search::{Entry, EntryKind, Hit},
    text::page::{with_number, words},
    ui::{
        Route, World,
        island::{island, part},
    },
};

#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_search_box);

/// The search box of the home page.
pub(crate) fn search_box(world: &World) -> Html {
    island("search", Props { world: world.clone() })
}

/// Draws it.
#[hook]
fn use_search_box(props: &Props) -> Html {
    let query = use_state_eq(String::new);
    let chosen = use_state_eq(|| 0_usize);
    let world = &props.world;
    let locale = world.prefs.locale;
    let w = words(locale);
    let catalogue = world.catalogue.clone();
    let hits = catalogue.find(&query);
    let is_open = !query.trim().is_empty();
    let n_hits = hits.len();

    // The input is never rewritten, so a half-written pinyin word is safe, and found as it is.
    let oninput = {
        let (query, chosen) = (query.setter(), chosen.setter());
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            query.set(input.map(|input| input.value()).unwrap_or_default());
            chosen.set(0);
        })
    };
    let onkeydown = {
        let routes: Vec<Route> = hits.iter().map(|hit| route_of(hit.entry)).collect();
        let (chosen, query) = (chosen.clone(), query.setter());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || routes.is_empty() {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => chosen.set((*chosen + 1) % routes.len()),
                "ArrowUp" => chosen.set((*chosen + routes.len() - 1) % routes.len()),
                "Enter" => {
                    if let Some(route) = routes.get(*chosen) {
                        route.go();
                    }
                }
                "Escape" => {
                    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                    if let Some(input) = input {
                        input.set_value("");
                    }
                    query.set(String::new());
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option_id = |idx: usize| ["hit-", &idx.to_string()].concat();
    let rows = hits.iter().enumerate().map(|(idx, hit)| {
        let route = route_of(hit.entry);
        let onclick = Callback::from(move |_: MouseEvent| route.go());
        let (picture, kind) = match hit.entry.kind {
            EntryKind::Benefit => (Icon::Benefit, w.kind_benefit),
            EntryKind::Item | EntryKind::Bundle | EntryKind::Guide => (Icon::Document, w.kind_item),
        };
        html! {
            <li class="yt-search__hit" role="option" id={option_id(idx)} key={hit.entry.id.clone()}
                aria-selected={if idx == *chosen { "true" } else { "false" }} {onclick}>
                { icon(picture) }
                <span class="yt-search__title">{ marked(hit, locale) }</span>
                <span class="yt-tag yt-tag--accent">{ kind }</span>
            </li>
        }
    });
    html! {
        <div class="yt-search" role="search">
            <label class="yt-search__label yt-hidden" for="search">{ w.search_label }</label>
            <div class="yt-search__box">
                { icon(Icon::Search) }
                <input class="yt-search__input" id="search" type="search" role="combobox" autocomplete="off" spellcheck="false"
                    enterkeyhint="search" aria-autocomplete="list" aria-controls="hits" aria-describedby="search-hint"
                    aria-expanded={if is_open && n_hits > 0 { "true" } else { "false" }}
                    aria-activedescendant={(is_open && n_hits > 0).then(|| option_id(*chosen))}
                    placeholder={w.search_label} {oninput} {onkeydown} />
            </div>
            <p class="yt-search__hint" id="search-hint">{ w.search_hint }</p>
            <p class="yt-hidden" role="status">
                if is_open && n_hits > 0 { { with_number(w.search_found, n_hits) } }
            </p>
            <ul class="yt-search__list" id="hits" role="listbox" aria-label={w.search_results} hidden={!is_open || n_hits == 0}>
                { for rows }
            </ul>
            if is_open && n_hits == 0 {
                <p class="yt-panel yt-search__none" role="status">{ w.search_none }</p>
            }
        </div>
    }
}

/// A benefit leads to its check, an item to its guide.
fn route_of(entry: &Entry) -> Route {
    let id = FormId::new(&entry.id);
    match entry.kind {
        EntryKind::Benefit => Route::Benefit(id),
        EntryKind::Item | EntryKind::Bundle | EntryKind::Guide => Route::Guide(id),
    }
}

/// The title with what matches marked, and the other name by which it was found.
fn marked(hit: &Hit<'_>, locale: Locale) -> Html {
    let title = &hit.entry.title;
    let ranges = match (locale, &title.en) {
        (Locale::En, Some(_)) => &hit.matched_en,
        (Locale::En | Locale::Zh, _) => &hit.matched,
    };
    let is_marked = |idx: usize| ranges.iter().any(|range| range.contains(&idx));
    let mut runs: Vec<(bool, String)> = Vec::new();
    for (idx, c) in title.get(locale).chars().enumerate() {
        match runs.last_mut() {
            Some((marked, run)) if *marked == is_marked(idx) => run.push(c),
            Some(_) | None => runs.push((is_marked(idx), c.to_string())),
        }
    }
    let runs = runs.into_iter().map(|(marked, run)| {
        if marked {
            html! { <mark>{ run }</mark> }
        } else {
            html! { { run } }
        }
    });
    html! {
        <>
            { for runs }
            if let Some(synonym) = hit.synonym { <small class="yt-search__also">{ synonym }</small> }
        </>
    }
}
