//! The search: results while typing, marked, with arrow keys (WAI-ARIA combobox with a listbox).
//!
//! The list comes with the focus; guides without a form come behind it, and what they add stands below what is shown already, so
//! that nothing moves under a finger.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Icon, icon, leaf};
use crate::{
    text::page::{with_number, words},
    ui::{
        World, door,
        finder::{Finder, Found, MOST_HITS, Shown},
        hooks::shelf::{Stock, Want, use_index},
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
    let want = use_state_eq(|| Want::Nothing);
    let shown = use_mut_ref(Shown::default);
    let input = use_node_ref();
    let world = &props.world;
    let locale = world.prefs.locale;
    let w = words(locale);
    let is_open = !query.trim().is_empty();
    // A new query asks again for what did not come.
    let stock = use_index(&world.catalogue, *want, query.len());
    let found = match (world.catalogue.shelf.index(), door::here::<Finder>()) {
        (Some(index), Some(finder)) => (finder.found)(&index, &query, locale, &mut shown.borrow_mut()),
        _ => Found::default(),
    };
    let (n_hits, is_near) = (found.routes.len(), found.is_near);
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
        let routes = found.routes.clone();
        let (chosen, write) = (chosen.clone(), write.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Escape" => write.emit(String::new()),
                _ if routes.is_empty() => return,
                "ArrowDown" => chosen.set((*chosen + 1) % routes.len()),
                "ArrowUp" => chosen.set((*chosen + routes.len() - 1) % routes.len()),
                "Enter" => {
                    if let Some(route) = routes.get(*chosen) {
                        route.go();
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option_id = |idx: usize| ["hit-", &idx.to_string()].concat();
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
                { for found.rows.into_iter().zip(found.routes).enumerate().map(|(idx, (row, route))| {
                    let id = route.href();
                    let onclick = Callback::from(move |_: MouseEvent| route.go());
                    html! {
                        <li class="yt-search__hit" role="option" id={option_id(idx)} key={id}
                            aria-selected={if idx == *chosen { "true" } else { "false" }} {onclick}>{ row }</li>
                    }
                }) }
            </ul>
            if is_empty {
                <p class="yt-actions">
                    { leaf("span", "", w.search_try) }
                    { for found.tries.into_iter().map(|name| {
                        let (write, text) = (write.clone(), name.clone());
                        let onclick = Callback::from(move |_: MouseEvent| write.emit(text.clone()));
                        html! { <button type="button" class="yt-linklike" {onclick}>{ name }</button> }
                    }) }
                </p>
            }
        </div>
    }
}
