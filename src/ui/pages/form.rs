//! The pages of one form: opens its pack, then shows the page of the route. A broken pack is named here and nowhere else.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    broken::{Broken, Offline},
    guide::Guide,
    papers::Papers,
    session::SessionPages,
};
use crate::{
    catalog,
    diag::Diagnostic,
    model::{Date, Draft, Form, FormId},
    text::page::words,
    ui::{
        PaperKind, Route, Same, World,
        hooks::{catalogue::Catalogue, clock, fetch, keep},
        parts::{MainArea, Waiting},
    },
};

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The form's id.
    pub id: AttrValue,
    /// Where the person is.
    pub route: Route,
}

/// A form with its pack, and what was entered before.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Opened {
    /// The form.
    pub form: Same<Form>,
    /// Its pack, which the worker reads again.
    pub pack: Same<Vec<u8>>,
    /// What was kept.
    pub draft: Same<Option<Draft>>,
    /// The day on which it was opened.
    pub today: Date,
}

#[derive(Debug, Clone, PartialEq)]
enum Loaded {
    Waiting,
    Missing(String),
    Broken(Vec<Diagnostic>),
    Ready(Opened),
}

/// The pages of a form.
#[component]
pub(crate) fn FormPages(props: &Props) -> Html {
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
    let Some(world) = world else { return Html::default() };
    let locale = world.prefs.locale;
    let w = words(locale);
    let opened = match &*loaded {
        Loaded::Waiting => {
            return html! { <MainArea title={w.loading}><Waiting text={w.loading} /></MainArea> };
        }
        Loaded::Missing(what) => return html! { <Offline {locale} what={what.clone()} /> },
        Loaded::Broken(faults) => {
            return html! { <Broken {locale} id={props.id.clone()} faults={faults.clone()} /> };
        }
        Loaded::Ready(opened) => opened.clone(),
    };
    match &props.route {
        Route::Papers(_, kind @ (PaperKind::Blank | PaperKind::Sample)) => {
            html! { <Papers key={if *kind == PaperKind::Blank { "blank" } else { "sample" }} {opened} kind={*kind} /> }
        }
        Route::Guide(_) => html! { <Guide {opened} /> },
        Route::Fill(..) | Route::Check(_) | Route::Papers(_, PaperKind::Own) | Route::Benefit(_) => {
            html! { <SessionPages {opened} route={props.route.clone()} /> }
        }
        // These belong to no form.
        Route::Home | Route::Privacy | Route::Gallery | Route::NotFound => Html::default(),
    }
}

async fn open(catalogue: &Catalogue, id: &FormId) -> Loaded {
    let Some(url) = catalogue.pack_url(id) else { return Loaded::Missing(id.to_string()) };
    let pack = match fetch::bytes(&url).await {
        Ok(pack) => pack,
        Err(error) => return Loaded::Missing([id.as_str(), ": ", &error.to_string()].concat()),
    };
    let (form, faults) = catalog::open(&pack);
    let (Some(form), Some(today)) = (form, clock::today()) else { return Loaded::Broken(faults) };
    // Only where a form is opened: the first page leaves no trace of a visit.
    keep::expire(catalogue.settings.draft_days).await;
    let draft = keep::load(id).await;
    Loaded::Ready(Opened { form: Same(Rc::new(form)), pack: Same::new(pack), draft: Same::new(draft), today })
}
