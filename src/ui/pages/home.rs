//! The first page: say what you want to do.

use yew::prelude::*;

use crate::{
    model::FormId,
    search::{Entry, EntryKind},
    text::page::words,
    ui::{
        Route, World,
        parts::{Icon, icon, leaf, main_area, search_box, tile},
    },
};

/// Search, and everything there is as tiles.
pub(crate) fn home(world: &World) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let row = |entry: &Entry| {
        let id = FormId::new(&entry.id);
        let (route, picture, note) = match entry.kind {
            EntryKind::Benefit => (Route::Benefit(id), Icon::Benefit, w.home_benefits_hint),
            EntryKind::Item | EntryKind::Bundle | EntryKind::Guide => {
                (Route::Guide(id), Icon::Elder, w.home_items_hint)
            }
        };
        html! {
            <li key={entry.id.clone()}>
                { tile(route.href(), picture, entry.title.get(locale), note) }
            </li>
        }
    };
    let tiles = |is_benefit: bool| -> Html {
        world
            .catalogue
            .entries()
            .filter(|entry| (entry.kind == EntryKind::Benefit) == is_benefit)
            .map(row)
            .collect()
    };
    let promises = [
        (Icon::Lock, w.promise_private, w.promise_private_text),
        (Icon::NoAccount, w.promise_account, w.promise_account_text),
        (Icon::Print, w.promise_paper, w.promise_paper_text),
    ];
    let body = html! {
        <>
            <div class="yt-stack--wide">
                <div class="yt-hero yt-stack">
                    <h1 class="yt-hero__title" tabindex="-1">{ w.home_title }</h1>
                    { leaf("p", "yt-lead", w.home_lead) }
                    { search_box(world) }
                </div>
                <div class="yt-lists">
                <section class="yt-stack" aria-labelledby="items">
                    <h2 id="items">{ w.home_items }</h2>
                    <ul class="yt-grid">{ tiles(false) }</ul>
                </section>
                <section class="yt-stack" aria-labelledby="benefits">
                    <h2 id="benefits">{ w.home_benefits }</h2>
                    <ul class="yt-grid">{ tiles(true) }</ul>
                </section>
                </div>
                <ul class="yt-promises">
                    { for promises.into_iter().map(|(picture, name, text)| html! {
                        <li key={name}>{ icon(picture) }<span><b>{ name }</b>{ text }</span></li>
                    }) }
                </ul>
            </div>
        </>
    };
    main_area("home", w.home_title.into(), "", body)
}
