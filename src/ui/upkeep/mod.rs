//! What the page says about itself: that a newer version is here, that there is no network, that the deployment's settings
//! are wrong. It lies in a file of the program of its own, fetched once there is something to say (docs/adr/0022).
//!
//! **Invariant:** only the door leads to the words and to what draws them; and nothing here loads a page anew that somebody
//! fills in.

mod strip;
mod unsettled;

use strip::Said;
use yew::prelude::*;

use super::{
    Route, Same, World,
    hooks::{Gate, catalogue::Catalogue, use_edition, use_gate},
    island::{island, part},
    later,
    pages::offline,
};
use crate::{
    diag::Diagnostic,
    model::{Locale, Mode},
};

/// That file, as functions.
pub struct Upkeep {
    /// What the copy on this device has to say.
    strip: fn(Said) -> Html,
    /// In place of every page: the settings are wrong.
    unsettled: fn(&[Diagnostic], Locale) -> Html,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static UPKEEP: Upkeep = Upkeep { strip: strip::strip, unsettled: unsettled::unsettled };

/// What it needs.
#[derive(PartialEq)]
struct Props {
    locale: Locale,
    catalogue: Same<Catalogue>,
    /// The page asks nothing: a newer version may be offered.
    is_told: bool,
}

part!(Props, use_upkept);

/// What there is to say; mostly nothing.
pub(super) fn upkept(world: &World, route: &Route) -> Html {
    let is_told = match route {
        Route::Home
        | Route::Guide(_)
        | Route::Browse(_)
        | Route::Drafts
        | Route::Privacy
        | Route::NotFound => true,
        Route::Fill(..)
        | Route::Check(_)
        | Route::Papers(..)
        | Route::Benefit(_)
        | Route::Entitled
        | Route::Counter
        | Route::Own(_)
        | Route::Carry(_)
        | Route::Resume
        | Route::Gallery
        | Route::Author => false,
    };
    let catalogue = world.catalogue.clone();
    island("upkeep", Props { locale: world.prefs.locale, catalogue, is_told })
}

#[hook]
fn use_upkept(props: &Props) -> Html {
    let words = use_edition();
    let catalogue = &props.catalogue;
    let is_broken = !catalogue.faults.is_empty();
    let gate = use_gate::<Upkeep>(is_broken || !words.is_empty(), words.len());
    if is_broken {
        return match gate {
            Gate::Open(upkeep) => (upkeep.unsettled)(&catalogue.faults, props.locale),
            Gate::Failed => offline(props.locale, "settings.json"),
            Gate::Waiting => Html::default(),
        };
    }
    let inner = match gate {
        Gate::Open(upkeep) if !words.is_empty() => (upkeep.strip)(Said {
            words,
            locale: props.locale,
            day: catalogue.day,
            // Once the engine is here something was done to a form, which a fresh page would know only where it was kept.
            may_offer: props.is_told && later::here().is_none(),
            is_told: props.is_told,
            is_kiosk: catalogue.settings.mode == Mode::Kiosk,
        }),
        Gate::Open(_) | Gate::Waiting | Gate::Failed => Html::default(),
    };
    // It is there before its words are, so that a screen reader hears them come.
    html! { <div role="status">{ inner }</div> }
}
