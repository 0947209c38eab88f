//! A page of the second file: what is shown until it is here, and where it does not come.

use yew::prelude::*;

use super::offline::offline;
use crate::{
    model::Locale,
    text::page::words,
    ui::{
        hooks::Gate,
        later::Later,
        parts::{main_area, waiting},
    },
};

/// Draws with the second file once it is here.
pub(crate) fn gated(gate: Gate, locale: Locale, draw: &dyn Fn(&Later) -> Html) -> Html {
    let w = words(locale);
    match gate {
        Gate::Open(later) => draw(later),
        Gate::Waiting => main_area("loading", w.loading.into(), "", waiting(w.loading)),
        Gate::Failed => offline(locale, ""),
    }
}
