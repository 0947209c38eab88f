//! The way to the author's file: fetched with the page, which waits for it.

use yew::prelude::*;

use super::Author;
use crate::{
    text::page::words,
    ui::{
        World,
        hooks::{Gate, use_gate},
        island::{island, part},
        pages::offline,
        parts::{main_area, waiting},
    },
};

#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_author);

/// The author's page, once it is here.
pub(in crate::ui) fn author(world: &World) -> Html {
    island("author", Props { world: world.clone() })
}

#[hook]
fn use_author(props: &Props) -> Html {
    let locale = props.world.prefs.locale;
    let w = words(locale);
    match use_gate::<Author>(true, 0) {
        Gate::Waiting => main_area("loading", w.loading.into(), "", waiting(w.loading)),
        Gate::Failed => offline(locale, ""),
        Gate::Open(author) => (author.desk)(&props.world),
    }
}
