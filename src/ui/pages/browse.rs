//! What there is, of a kind: by life event, department, place, list of the reform, or everything.

use yew::prelude::*;

use crate::{
    model::{FormId, ReformList, Venue},
    search::{Entry, EntryKind},
    text::{
        guide,
        page::{Words, with_number, words},
    },
    ui::{
        By, Route, World,
        hooks::{
            catalogue::Facet,
            shelf::{Stock, Want, use_index},
        },
        island::{keyed, part},
        parts::{Icon, heading, leaf, link, main_area, said, waiting},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    world: World,
    by: By,
}

part!(Props, use_browse);

/// The list.
pub(crate) fn browse(world: &World, by: &By) -> Html {
    let key = Route::Browse(by.clone()).href();
    keyed("browse", &key, Props { world: world.clone(), by: by.clone() })
}

/// Draws it.
#[hook]
fn use_browse(props: &Props) -> Html {
    let (world, by) = (&props.world, &props.by);
    let stock = use_index(&world.catalogue, Want::Head, 0);
    let locale = world.prefs.locale;
    let w = words(locale);
    let title = title(world, by);
    let index = world.catalogue.shelf.index();
    let list = match &index {
        None if stock == Stock::Failed => leaf("p", "yt-panel", w.browse_failed),
        None => waiting(w.loading),
        Some(index) => {
            let entries: Vec<&Entry> = index.entries().filter(|entry| is_of(entry, by)).collect();
            if entries.is_empty() {
                leaf("p", "yt-panel", empty(by, w))
            } else {
                html! {
                    <>
                        { said("p", "yt-lead", &with_number(w.browse_found, entries.len())) }
                        <ul class="yt-grid">{ for entries.into_iter().map(|entry| row(entry, world)) }</ul>
                    </>
                }
            }
        }
    };
    let body = html! {
        <>
            { link("yt-back", Route::Home.href(), Some(Icon::Back), w.footer_home) }
            <div class="yt-stack--wide">
                { heading(&title) }
                { list }
                { beside(world, by) }
            </div>
        </>
    };
    main_area("browse", title.into(), "", body)
}

/// Whether an entry stands in a list.
fn is_of(entry: &Entry, by: &By) -> bool {
    match by {
        By::All => true,
        By::LifeEvent(key) => entry.life_events.contains(key),
        By::Department(key) => entry.department_key == *key,
        By::Venue(venue) => entry.venues.contains(venue),
        By::List(list) => entry.lists.contains(list),
    }
}

/// A form in a list: its title, its department, how long it takes.
fn row(entry: &Entry, world: &World) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let id = FormId::new(&entry.id);
    let (route, kind) = match entry.kind {
        EntryKind::Benefit => (Route::Benefit(id), Some(w.kind_benefit)),
        EntryKind::Item | EntryKind::Bundle => (Route::Guide(id), None),
    };
    let minutes = with_number(w.guide_minutes, usize::try_from(entry.minutes).unwrap_or_default());
    html! {
        <li key={entry.id.clone()}>
            <a class="yt-tile yt-tile--plain" href={route.href()}>
                { said("span", "yt-tile__title", entry.title.get(locale)) }
                <span class="yt-tile__note">
                    { said("span", "yt-tag yt-tag--plain", entry.department.get(locale)) }{ " " }
                    if let Some(kind) = kind { { leaf("span", "yt-tag yt-tag--accent", kind) } } else { { minutes } }
                </span>
            </a>
        </li>
    }
}

/// What a list is called.
fn title(world: &World, by: &By) -> String {
    let w = words(world.prefs.locale);
    let named = |facets: &[Facet], key: &str| {
        let facet = facets.iter().find(|facet| facet.key == key);
        facet.map_or(w.browse_all, |facet| facet.name.get(world.prefs.locale)).to_owned()
    };
    match by {
        By::All => w.browse_all.to_owned(),
        By::LifeEvent(key) => named(&world.catalogue.life_events, key),
        By::Department(key) => named(&world.catalogue.departments, key),
        By::Venue(venue) => guide::venue(*venue, w).to_owned(),
        By::List(list) => guide::list(*list, w).to_owned(),
    }
}

/// What a list without anything says. The district's lists are not public, so two of them may well be empty.
fn empty(by: &By, w: &'static Words) -> &'static str {
    match by {
        By::List(_) => w.browse_list_empty,
        By::All | By::LifeEvent(_) | By::Department(_) | By::Venue(_) => w.browse_empty,
    }
}

/// The other lists of the same kind.
fn beside(world: &World, by: &By) -> Html {
    let w = words(world.prefs.locale);
    let facets = |facets: &[Facet], to: fn(String) -> By| -> Vec<(By, String)> {
        facets
            .iter()
            .map(|facet| (to(facet.key.clone()), facet.name.get(world.prefs.locale).to_owned()))
            .collect()
    };
    let others = match by {
        By::All | By::Department(_) => facets(&world.catalogue.departments, By::Department),
        By::LifeEvent(_) => facets(&world.catalogue.life_events, By::LifeEvent),
        By::Venue(_) => {
            Venue::ALL.iter().map(|venue| (By::Venue(*venue), guide::venue(*venue, w).to_owned())).collect()
        }
        By::List(_) => {
            ReformList::ALL.iter().map(|list| (By::List(*list), guide::list(*list, w).to_owned())).collect()
        }
    };
    chips(w.browse_beside, others, Some(by))
}

/// Links beside each other, the present one marked.
pub(super) fn chips(label: &'static str, links: Vec<(By, String)>, here: Option<&By>) -> Html {
    let chip = |(by, name): (By, String)| {
        let current = (here == Some(&by)).then_some("page");
        html! {
            <li key={name.clone()}>
                <a class="yt-chip" href={Route::Browse(by).href()} aria-current={current}>{ name }</a>
            </li>
        }
    };
    html! { <nav aria-label={label}><ul class="yt-chips">{ for links.into_iter().map(chip) }</ul></nav> }
}
