//! "What am I entitled to?": one question at a time over all benefits, and three groups of benefits that change with each
//! answer. Never a promise; nothing is stored. A file of the program of its own (ADR 19).

mod ask;
mod found;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{benefit::benefit, offline::offline};
use crate::{
    catalog,
    model::{Date, Form},
    text::page::words,
    ui::{
        Same, World,
        hooks::{Filling, catalogue::Catalogue, clock, fetch},
        island::{island, part},
        parts::{main_area, waiting},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_entitled);

/// The page, as functions.
pub struct Entitled {
    /// Draws the page over all benefits.
    pub(crate) draw: fn(&World) -> Html,
    /// Draws the check of one.
    pub(crate) benefit: fn(super::Opened, Filling) -> Html,
}

/// The one table of this file. Only the gate in `bin/app.rs` names it, so that it lies there as well.
pub static ENTITLED: Entitled = Entitled { draw: entitled, benefit };

/// The page.
fn entitled(world: &World) -> Html {
    island("entitled", Props { world: world.clone() })
}

/// What the page works with.
#[derive(Debug, Clone, PartialEq)]
struct Opened {
    /// The questions.
    profile: Same<Form>,
    /// Every benefit, without its own questions.
    benefits: Same<Vec<Form>>,
    today: Date,
}

#[hook]
fn use_entitled(props: &Props) -> Html {
    let loaded = use_state(|| None::<Option<Opened>>);
    // Counts how often the person began again.
    let n_begun = use_state_eq(|| 0_usize);
    {
        let (loaded, catalogue) = (loaded.setter(), props.world.catalogue.clone());
        use_effect_with((), move |()| spawn_local(async move { loaded.set(Some(open(&catalogue).await)) }));
    }
    let locale = props.world.prefs.locale;
    let w = words(locale);
    match &*loaded {
        None => main_area("loading", w.loading.into(), "", waiting(w.loading)),
        Some(None) => offline(locale, ""),
        Some(Some(opened)) => {
            let again = {
                let (n_begun, next) = (n_begun.setter(), *n_begun + 1);
                Callback::from(move |_: MouseEvent| n_begun.set(next))
            };
            ask::ask(&props.world, opened, *n_begun, again)
        }
    }
}

/// Fetches the profile's questions and all benefits.
async fn open(catalogue: &Catalogue) -> Option<Opened> {
    let pack = fetch::bytes(&catalogue.profile).await.ok()?;
    let profile = catalog::open(&pack).0?;
    let benefits = catalog::open_conditions(&fetch::bytes(&catalogue.benefits).await.ok()?)?;
    Some(Opened { profile: Same(Rc::new(profile)), benefits: Same::new(benefits), today: clock::today()? })
}
