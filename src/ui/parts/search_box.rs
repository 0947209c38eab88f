//! The search: results while typing, marked, with arrow keys (WAI-ARIA combobox with a listbox).
//!
//! The list comes with the focus; guides without a form come behind it, and what they add stands below what is shown already, so
//! that nothing moves under a finger.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Icon, icon, leaf};
use crate::{
    model::{FormId, Locale},
    search::{self, Entry, EntryKind, Fit, Hit, Index},
    text::page::{with_number, words},
    ui::{
        Route, World,
        hooks::shelf::{Stock, Want, use_index},
        island::{island, part},
    },
};

/// More hits than this are a sign to type more.
const MOST_HITS: usize = 8;
/// Words to try where nothing was found.
const MOST_TRIES: usize = 4;

#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_search_box);

/// The search box of the home page.
pub(crate) fn search_box(world: &World) -> Html {
    island("search", Props { world: world.clone() })
}

/// What was shown last, and for what.
#[derive(Default)]
struct Shown {
    query: String,
    fit: Option<Fit>,
    ids: Vec<String>,
}

/// Draws it.
#[hook]
fn use_search_box(props: &Props) -> Html {
    let query = use_state_eq(String::new);
    let chosen = use_state_eq(|| 0_usize);
    let want = use_state_eq(|| Want::Nothing);
    let shown = use_mut_ref(Shown::default);
    let input = use_node_ref();
    let world = &props.world;
    let locale = world.prefs.locale;
    let w = words(locale);
    let is_open = !query.trim().is_empty();
    // A new query asks again for what did not come.
    let stock = use_index(&world.catalogue, *want, query.len());
    let index = world.catalogue.shelf.index();
    let hits = index.as_ref().map(|index| steady(index, &query, &mut shown.borrow_mut())).unwrap_or_default();
    let n_hits = hits.len();
    let is_near = hits.iter().any(|hit| hit.fit != Fit::Typed);
    {
        // Whoever finds little, or nothing exactly, is to find it wherever it is.
        let want = want.setter();
        use_effect_with((is_open, n_hits < MOST_HITS || is_near, stock), move |(is_open, is_poor, _)| {
            if *is_open {
                want.set(if *is_poor { Want::All } else { Want::First });
            }
        });
    }

    let onfocus = {
        let want = want.clone();
        Callback::from(move |_: FocusEvent| want.set((*want).max(Want::First)))
    };
    let set = {
        let (query, chosen) = (query.setter(), chosen.setter());
        Callback::from(move |text: String| {
            query.set(text);
            chosen.set(0);
        })
    };
    // The input is not rewritten while somebody types, so a half-written pinyin word is safe, and found as it is.
    let oninput = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            set.emit(input.map(|input| input.value()).unwrap_or_default());
        })
    };
    let write = {
        let input = input.clone();
        Callback::from(move |text: String| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.set_value(&text);
                // It fails only where the input is gone.
                let _ = input.focus();
            }
            set.emit(text);
        })
    };
    let onkeydown = {
        let routes: Vec<Route> = hits.iter().map(|hit| route_of(&hit.entry)).collect();
        let (chosen, write) = (chosen.clone(), write.clone());
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
                "Escape" => write.emit(String::new()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option_id = |idx: usize| ["hit-", &idx.to_string()].concat();
    let rows = hits.iter().enumerate().map(|(idx, hit)| {
        let route = route_of(&hit.entry);
        let onclick = Callback::from(move |_: MouseEvent| route.go());
        let (picture, kind) = match (hit.entry.kind, hit.entry.has_form) {
            (EntryKind::Benefit, _) => (Icon::Benefit, w.kind_benefit),
            (EntryKind::Item | EntryKind::Bundle, true) => (Icon::Document, w.kind_item),
            (EntryKind::Item | EntryKind::Bundle, false) => (Icon::Document, w.kind_guide),
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
    let is_coming = matches!(stock, Stock::Loading | Stock::Some { is_coming: true });
    let status = match (n_hits, stock) {
        _ if !is_open => String::new(),
        (1.., _) => with_number(if is_near { w.search_near } else { w.search_found }, n_hits),
        (0, _) if is_coming || *want < Want::All => w.loading.to_owned(),
        (0, Stock::Failed) => w.offline_text.to_owned(),
        (0, _) => w.search_none.to_owned(),
    };
    // What was found exactly speaks for itself; anything else is said to the eye as well.
    let is_said = is_near || n_hits == 0;
    let is_empty = is_open && n_hits == 0 && stock == Stock::All;
    html! {
        <div class="yt-search" role="search">
            <label class="yt-search__label yt-hidden" for="search">{ w.search_label }</label>
            <div class="yt-search__box">
                { icon(Icon::Search) }
                <input class="yt-search__input" id="search" type="search" role="combobox" autocomplete="off" spellcheck="false"
                    enterkeyhint="search" aria-autocomplete="list" aria-controls="hits" aria-describedby="search-hint"
                    aria-expanded={if is_open && n_hits > 0 { "true" } else { "false" }}
                    aria-activedescendant={(is_open && n_hits > 0).then(|| option_id(*chosen))}
                    placeholder={w.search_label} ref={input} {onfocus} {oninput} {onkeydown} />
            </div>
            <p class="yt-search__hint" id="search-hint">{ w.search_hint }</p>
            <p class={if is_open && is_said { "yt-panel yt-search__none" } else { "yt-hidden" }} role="status">{ status }</p>
            <ul class="yt-search__list" id="hits" role="listbox" aria-label={w.search_results} hidden={!is_open || n_hits == 0}>
                { for rows }
            </ul>
            if let Some(index) = index.as_ref().filter(|_| is_empty) { { tries(index, &write, w.search_try) } }
        </div>
    }
}

/// What a query finds. While more of the list comes, what was shown keeps its place.
fn steady<'a>(index: &'a Index, query: &str, shown: &mut Shown) -> Vec<Hit<'a>> {
    let mut hits = search::find(index, query, 2 * MOST_HITS);
    let fit = hits.first().map(|hit| hit.fit);
    if shown.query == query && shown.fit == fit {
        let mut steady = Vec::with_capacity(hits.len());
        for id in &shown.ids {
            if let Some(place) = hits.iter().position(|hit| hit.entry.id == *id) {
                steady.push(hits.remove(place));
            }
        }
        steady.append(&mut hits);
        hits = steady;
    }
    hits.truncate(MOST_HITS);
    let ids = hits.iter().map(|hit| hit.entry.id.clone()).collect();
    *shown = Shown { query: query.to_owned(), fit, ids };
    hits
}

/// Where nothing was found: what other people call the things that are used most.
fn tries(index: &Index, write: &Callback<String>, said: &'static str) -> Html {
    let names = index.entries().filter_map(|entry| entry.synonyms.first()).take(MOST_TRIES);
    let buttons = names.map(|name| {
        let (write, text) = (write.clone(), name.clone());
        let onclick = Callback::from(move |_: MouseEvent| write.emit(text.clone()));
        html! { <button type="button" class="yt-linklike" {onclick}>{ name }</button> }
    });
    html! { <p class="yt-actions">{ leaf("span", "", said) }{ for buttons }</p> }
}

/// A benefit leads to its check, an item to its guide.
fn route_of(entry: &Entry) -> Route {
    let id = FormId::new(&entry.id);
    match entry.kind {
        EntryKind::Benefit => Route::Benefit(id),
        EntryKind::Item | EntryKind::Bundle => Route::Guide(id),
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
            if !hit.entry.has_form { <small class="yt-search__also">{ office(hit, locale) }</small> }
        </>
    }
}

/// The office of a guide, and how many more have the same one.
fn office(hit: &Hit<'_>, locale: Locale) -> String {
    let office = hit.entry.department.get(locale);
    match hit.n_alike {
        0 => office.to_owned(),
        more => [office, &with_number(words(locale).search_alike, more)].concat(),
    }
}
