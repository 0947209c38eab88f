//! The first page: say what you want to do, or look by what happened.

use yew::prelude::*;

use super::browse::chips;
use crate::{
    model::{Mode, ReformList, Venue},
    text::{
        guide,
        page::{with_number, words},
    },
    ui::{
        By, Route, Whose, World,
        hooks::{
            Gate,
            catalogue::Facet,
            keep, recent,
            shelf::{Want, use_index},
            use_later,
        },
        island::{island, part},
        parts::{self, Icon, button, drawn, icon, leaf, link, main_area, search_box},
    },
};

/// Search; life events as tiles; departments, places and lists as links.
pub(crate) fn home(world: &World) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let tile = |facet: &Facet| {
        let href = Route::Browse(By::LifeEvent(facet.key.clone())).href();
        let note = with_number(w.browse_n, facet.n);
        html! {
            <li key={facet.key.clone()}>
                { parts::tile(href, drawn(&facet.picture), facet.name.get(locale), &note) }
            </li>
        }
    };
    let tiles = |is_firm: bool| -> Html {
        world.catalogue.life_events.iter().filter(|facet| facet.is_firm == is_firm).map(tile).collect()
    };
    let is_firm = world.catalogue.settings.mode == Mode::Enterprise;
    let entitled = || {
        let href = Route::Entitled.href();
        html! { <li key="entitled">{ parts::tile(href, icon(Icon::Benefit), w.entitled_title, w.entitled_hint) }</li> }
    };
    let section = |is_firm: bool| {
        let (id, title) = if is_firm { ("firms", w.home_firms) } else { ("persons", w.home_persons) };
        html! {
            <section class="yt-stack" aria-labelledby={id}>
                <h2 {id}>{ title }</h2>
                <ul class="yt-grid yt-grid--small">
                    if !is_firm && !world.catalogue.profile.is_empty() { { entitled() } }
                    { tiles(is_firm) }
                </ul>
            </section>
        }
    };
    let departments = &world.catalogue.departments;
    let departments = departments
        .iter()
        .map(|facet| (By::Department(facet.key.clone()), facet.name.get(locale).to_owned()));
    let places = Venue::ALL.iter().map(|venue| (By::Venue(*venue), guide::venue(*venue, w).to_owned()));
    let lists = ReformList::ALL.iter().map(|list| (By::List(*list), guide::list(*list, w).to_owned()));
    let all = std::iter::once((By::All, w.browse_all.to_owned()));
    let promises = [
        (Icon::Lock, w.promise_private, w.promise_private_text),
        (Icon::NoAccount, w.promise_account, w.promise_account_text),
        (Icon::Print, w.promise_paper, w.promise_paper_text),
    ];
    let ways = html! {
        <section class="yt-stack" aria-labelledby="ways">
            <h2 id="ways">{ w.home_ways }</h2>
            { leaf("h3", "yt-chips__title", w.home_by_place) }
            { chips(w.home_by_place, places.collect(), None) }
            { leaf("h3", "yt-chips__title", w.home_by_department) }
            { chips(w.home_by_department, departments.collect(), None) }
            { leaf("h3", "yt-chips__title", w.home_by_list) }
            { chips(w.home_by_list, lists.chain(all).collect(), None) }
        </section>
    };
    let body = html! {
        <>
            <div class="yt-stack--wide">
                <div class="yt-hero yt-stack">
                    <h1 class="yt-hero__title" tabindex="-1">{ w.home_title }</h1>
                    { leaf("p", "yt-lead", w.home_lead) }
                    { search_box(world) }
                </div>
                { island("recent", Recent { world: world.clone() }) }
                if is_firm { { section(true) } }
                { section(false) }
                if world.is_elder {
                    // Fewer ways, one of them to everything.
                    <p>{ link("yt-button yt-button--large", Route::Browse(By::All).href(), None, w.browse_all) }</p>
                } else {
                    if !is_firm { { section(true) } }
                    { ways }
                }
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

/// What was opened last.
#[derive(PartialEq)]
struct Recent {
    world: World,
}

part!(Recent, use_recent);

/// Draws it; nothing where nothing was opened, or at a kiosk.
#[hook]
fn use_recent(props: &Recent) -> Html {
    let world = &props.world;
    let ids = use_state_eq(|| recent::recent(&world.catalogue.settings));
    use_index(&world.catalogue, if ids.is_empty() { Want::Nothing } else { Want::Head }, 0);
    let w = words(world.prefs.locale);
    let is_firm = world.catalogue.settings.mode == Mode::Enterprise;
    let is_kept = is_firm && keep::has_own();
    let gate = use_later(is_kept, 0);
    let firm = Route::Own(Whose::Firm).href();
    let tile = is_firm.then(|| match gate {
        // What is kept is told by the file that knows.
        Gate::Open(later) if is_kept => (later.own_tile)(),
        Gate::Open(_) | Gate::Waiting | Gate::Failed => {
            parts::tile(firm.clone(), icon(Icon::Document), w.own_firm, w.own_hint)
        }
    });
    let own = if keep::keeps_own() {
        html! {
            <>
                { for tile }
                <p class="yt-chips">
                    if keep::has_mark() { { link("yt-chip", Route::Drafts.href(), Some(Icon::Clock), w.drafts) } }
                    { link("yt-chip", Route::Own(Whose::Me).href(), None, w.own_me) }
                    if !is_firm { { link("yt-chip", firm, None, w.own_firm) } }
                </p>
            </>
        }
    } else {
        Html::default()
    };
    if ids.is_empty() {
        return own;
    }
    let forget = {
        let ids = ids.setter();
        Callback::from(move |_: MouseEvent| {
            recent::forget();
            ids.set(Vec::new());
        })
    };
    let index = world.catalogue.shelf.index();
    let title = |id: &str| {
        let entry = index.as_ref()?.entries().find(|entry| entry.id == id)?;
        Some(entry.title.get(world.prefs.locale).to_owned())
    };
    let links = ids.iter().filter_map(|id| Some((id, title(id.as_str())?))).map(|(id, title)| {
        html! { <li key={id.as_str()}>{ link("yt-chip", Route::Guide(id.clone()).href(), None, &title) }</li> }
    });
    html! {
        <>
            { own }
            <section class="yt-stack" aria-labelledby="recent">
                <h2 id="recent">{ w.home_recent }</h2>
                <ul class="yt-chips">{ for links }</ul>
                <p>{ button("yt-linklike", None, w.home_forget, forget) }</p>
            </section>
        </>
    }
}
