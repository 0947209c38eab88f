//! Pages that are files of the program of their own, each fetched when it is opened: the author's (ADR 12), and "What am I
//! entitled to?" (ADR 19).

use yew::prelude::*;

use super::{
    Author, Entitled, World,
    hooks::{Gate, use_gate},
    island::{island, part},
    pages::offline,
    parts::{main_area, waiting},
};
use crate::text::page::words;

#[derive(PartialEq)]
struct AuthorProps {
    world: World,
}

part!(AuthorProps, use_author);

/// The author's page, once it is here.
pub(super) fn author(world: &World) -> Html {
    island("author", AuthorProps { world: world.clone() })
}

#[hook]
fn use_author(props: &AuthorProps) -> Html {
    shown(use_gate::<Author>(true, 0), &props.world, |page| page.desk)
}

#[derive(PartialEq)]
struct EntitledProps {
    world: World,
}

part!(EntitledProps, use_entitled);

/// "What am I entitled to?", once it is here.
pub(super) fn entitled(world: &World) -> Html {
    island("apart", EntitledProps { world: world.clone() })
}

#[hook]
fn use_entitled(props: &EntitledProps) -> Html {
    shown(use_gate::<Entitled>(true, 0), &props.world, |page| page.draw)
}

/// The page, or that it is on its way, or did not come.
fn shown<T>(gate: Gate<T>, world: &World, draw: fn(&T) -> fn(&World) -> Html) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    match gate {
        Gate::Waiting => main_area("loading", w.loading.into(), "", waiting(w.loading)),
        Gate::Failed => offline(locale, ""),
        Gate::Open(page) => draw(page)(world),
    }
}
