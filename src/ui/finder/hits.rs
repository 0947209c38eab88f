//! What a query finds, drawn.

use yew::prelude::*;

use super::{Found, MOST_HITS, Shown};
use crate::{
    model::{FormId, Locale},
    search::{self, Entry, EntryKind, Fit, Hit, Index},
    text::page::{with_number, words},
    ui::{
        Route,
        parts::{Icon, icon},
    },
};

/// Words to try where nothing was found.
const MOST_TRIES: usize = 4;

/// What a query finds.
pub(super) fn found(index: &Index, query: &str, locale: Locale, shown: &mut Shown) -> Found {
    let hits = steady(index, query, shown);
    // What other people call the things that are used most.
    let names = index.entries().filter_map(|entry| entry.synonyms.first().cloned());
    Found {
        routes: hits.iter().map(|hit| route_of(&hit.entry)).collect(),
        rows: hits.iter().map(|hit| row(hit, locale)).collect(),
        is_near: hits.iter().any(|hit| hit.fit != Fit::Typed),
        tries: if hits.is_empty() { names.take(MOST_TRIES).collect() } else { Vec::new() },
    }
}

/// A hit: its picture, its title with what matches marked, what kind of thing it is.
fn row(hit: &Hit<'_>, locale: Locale) -> Html {
    let w = words(locale);
    let (picture, kind) = match (hit.entry.kind, hit.entry.has_form) {
        (EntryKind::Benefit, _) => (Icon::Benefit, w.kind_benefit),
        (EntryKind::Item | EntryKind::Bundle, true) => (Icon::Document, w.kind_item),
        (EntryKind::Item | EntryKind::Bundle, false) => (Icon::Document, w.kind_guide),
    };
    html! {
        <>
            { icon(picture) }
            <span class="yt-search__title">{ marked(hit, locale) }</span>
            <span class="yt-tag yt-tag--accent">{ kind }</span>
        </>
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
