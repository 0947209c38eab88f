//! The tile of the home page: the firm's name, and how many licences it keeps, with those that have expired or soon will.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{kept::Kept, licence::Due};
use crate::{
    model::{Locale, Path},
    text::{
        own::{counted, words},
        page::{self, with_number},
    },
    ui::{
        Route, Whose, World,
        hooks::keep,
        island::{island, part},
        parts::{Icon, icon, tile as tiled},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_tile);

/// Draws it.
pub(super) fn tile(world: &World) -> Html {
    island("own-tile", Props { world: world.clone() })
}

#[hook]
fn use_tile(props: &Props) -> Html {
    let world = &props.world;
    let found = use_state_eq(|| None::<Kept>);
    {
        let (found, catalogue) = (found.setter(), world.catalogue.clone());
        use_effect_with((), move |()| {
            if keep::own().contains(&Whose::Firm) {
                spawn_local(async move { found.set(Kept::load(&catalogue, Whose::Firm).await) });
            }
        });
    }
    let locale = world.prefs.locale;
    let w = page::words(locale);
    let kept = found.as_ref().filter(|kept| !kept.is_empty());
    let note = kept.map_or_else(|| w.own_hint.to_owned(), |kept| summary(kept, locale));
    tiled(Route::Own(Whose::Firm).href(), icon(Icon::Document), w.own_firm, &note)
}

/// `武汉示例餐饮店，3 张证照，1 张已过期`.
fn summary(kept: &Kept, locale: Locale) -> String {
    let w = words(locale);
    let name = kept.draft.as_ref().map_or("", |draft| draft.answers.raw(&Path::new("firm.name")).trim());
    let licences = kept.licences();
    let count = |due: Due| licences.iter().filter(|licence| licence.due() == due).count();
    let mut parts: Vec<String> = Vec::new();
    parts.extend((!name.is_empty()).then(|| name.to_owned()));
    parts.push(counted(w.tile_licence, w.tile_licences, licences.len()));
    for (n, text) in [(count(Due::Lapsed), w.tile_lapsed), (count(Due::Soon), w.tile_ends)] {
        parts.extend((n > 0).then(|| with_number(text, n)));
    }
    parts.join(w.between)
}
