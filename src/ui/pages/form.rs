//! The pages of one form: opens its pack, then shows the page of the route. A broken pack is named here and nowhere else.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    gated::gated,
    guide::{guide, lone_guide},
    offline::offline,
    session::session,
};
use crate::{
    catalog,
    diag::Diagnostic,
    model::{Date, Draft, Form, FormId, LoneGuide},
    text::page::words,
    ui::{
        PaperKind, Route, Same, World,
        hooks::{
            catalogue::{Catalogue, Listed},
            clock,
            fetch::{self, FetchError},
            keep, recent, use_later,
        },
        island::{keyed, part},
        parts::{main_area, waiting},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    /// The form's id.
    id: AttrValue,
    /// Where the person is.
    route: Route,
}

part!(Props, use_form_pages);

/// A form with its pack, and what was entered before.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Opened {
    /// The form.
    pub form: Same<Form>,
    /// Its pack, which the worker reads again.
    pub pack: Same<Vec<u8>>,
    /// What was kept.
    pub draft: Option<Same<Draft>>,
    /// The day on which it was opened.
    pub today: Date,
}

#[derive(Debug, Clone, PartialEq)]
enum Loaded {
    Waiting,
    Missing(String),
    Broken(Vec<Diagnostic>),
    Ready(Opened),
    /// A guide without a form.
    Lone(Same<LoneGuide>),
}

/// The pages of a form, with a key for each: going from one form to another starts afresh, going about in one keeps its
/// state.
pub(crate) fn form_pages(id: &FormId, route: &Route) -> Html {
    keyed("form", id.as_str(), Props { id: id.as_str().to_owned().into(), route: route.clone() })
}

/// Draws them.
#[hook]
fn use_form_pages(props: &Props) -> Html {
    let loaded = use_state(|| Loaded::Waiting);
    let world = use_context::<World>();
    {
        let (loaded, catalogue) = (loaded.setter(), world.as_ref().map(|world| world.catalogue.clone()));
        use_effect_with(props.id.clone(), move |id| {
            let id = FormId::new(id);
            spawn_local(async move {
                if let Some(catalogue) = catalogue {
                    loaded.set(open(&catalogue, &id).await);
                }
            });
        });
    }
    let is_apart =
        matches!(props.route, Route::Papers(_, PaperKind::Blank | PaperKind::Sample) | Route::Carry(_));
    let gate = use_later(is_apart || matches!(*loaded, Loaded::Broken(_)), 0);
    let Some(world) = world else { return Html::default() };
    let locale = world.prefs.locale;
    let w = words(locale);
    let opened = match &*loaded {
        Loaded::Waiting => {
            return main_area("loading", w.loading.into(), "", waiting(w.loading));
        }
        Loaded::Missing(what) => return offline(locale, what),
        Loaded::Broken(faults) => {
            return gated(gate, locale, &|later| (later.broken)(locale, &props.id, faults));
        }
        // Whatever was asked for of it: it has a guide and nothing else.
        Loaded::Lone(lone) => return lone_guide(&world, lone),
        Loaded::Ready(opened) => opened.clone(),
    };
    match &props.route {
        Route::Papers(_, kind @ (PaperKind::Blank | PaperKind::Sample)) => {
            gated(gate, locale, &|later| (later.papers)(opened.clone(), *kind, Same::new(None), false))
        }
        Route::Carry(_) => gated(gate, locale, &|later| (later.carry)(opened.clone())),
        Route::Guide(_) => guide(&world, &opened),
        Route::Fill(..) | Route::Check(_) | Route::Papers(_, PaperKind::Own) | Route::Benefit(_) => {
            session(opened, props.route.clone(), world.clone())
        }
        // These belong to no form.
        Route::Home
        | Route::Resume
        | Route::Entitled
        | Route::Drafts
        | Route::Counter
        | Route::Own(_)
        | Route::Browse(_)
        | Route::Privacy
        | Route::Gallery
        | Route::Author
        | Route::NotFound => Html::default(),
    }
}

async fn open(catalogue: &Catalogue, id: &FormId) -> Loaded {
    let missing = |error: FetchError| Loaded::Missing([id.as_str(), ": ", &error.to_string()].concat());
    let url = match catalogue.look_up(id).await {
        Ok(Listed::Form { pack, .. }) => pack,
        Ok(Listed::Guide(file)) => {
            return match fetch::bytes(&file).await {
                Ok(file) => lone(&file, id).map_or_else(|| missing(FetchError::Unreadable), Loaded::Lone),
                Err(error) => missing(error),
            };
        }
        Ok(Listed::Now(now)) => {
            // The address is replaced; the page of the new form follows it.
            Route::here().of(now).replace();
            return Loaded::Waiting;
        }
        Ok(Listed::Nowhere) => return Loaded::Missing(id.to_string()),
        Err(error) => return missing(error),
    };
    let pack = match fetch::bytes(&url).await {
        Ok(pack) => pack,
        Err(error) => return missing(error),
    };
    let (form, faults) = catalog::open(&pack);
    let (Some(form), Some(today)) = (form, clock::today()) else { return Loaded::Broken(faults) };
    recent::remember(&catalogue.settings, id);
    let draft = keep::load(id, catalogue.settings.draft_days).await;
    Loaded::Ready(Opened { form: Same(Rc::new(form)), pack: Same::new(pack), draft: draft.map(Same), today })
}

/// A guide out of its file.
fn lone(file: &[u8], id: &FormId) -> Option<Same<LoneGuide>> {
    catalog::open_guides(file)?.into_iter().find(|guide| guide.id == *id).map(Same::new)
}
