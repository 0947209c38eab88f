//! The root of a form being filled: holds the session, and shows questions, check or papers by the route.
//!
//! **Invariant:** the session says which page is open; the address follows it, and "back" of the browser is an action.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{fill::fill, form::Opened, gated::gated, notice::notice};
use crate::{
    model::{Locale, Mode, PageId, Path, SortedMap, Tables},
    session::{Action, Session},
    text::page::words,
    ui::{
        PaperKind, Route, Same, World,
        fields::Asking,
        hooks::{Filling, Gate, Order, Step, fetch, keep, use_autosave, use_later},
        island::{island, part},
        later::Later,
        parts::{SaveState, bar, bar_link, saved},
    },
};

/// The pages that need a session.
pub(crate) fn session(opened: Opened, route: Route, world: World) -> Html {
    island("session", RootProps { opened, route, world })
}

#[derive(PartialEq)]
struct RootProps {
    opened: Opened,
    route: Route,
    world: World,
}

part!(RootProps, use_root);

#[hook]
fn use_root(props: &RootProps) -> Html {
    let opened = &props.opened;
    let form_id = &opened.form.id;
    let locale = props.world.prefs.locale;
    let settings = &props.world.catalogue.settings;
    let filling = use_reducer(|| {
        let draft = keep::recall(form_id).or_else(|| opened.draft.as_ref().map(|draft| draft.0.clone()));
        // A page that is in the address counts more than the page that was left.
        Filling::open(
            &opened.form.0,
            draft,
            opened.today,
            locale,
            start_of(&props.route),
            keep::waiting(form_id),
        )
    });
    let step = filling.dispatcher();
    let (state, drafts) = use_autosave(&filling, &step);

    {
        let step = step.clone();
        use_effect_with(locale, move |locale| step.dispatch(Step::Speak(*locale)));
    }
    let is_after = matches!(props.route, Route::Check(_) | Route::Papers(..) | Route::Benefit(_));
    let gate = use_later(
        is_after || !filling.is_plain() || filling.is_touched() || keep::has_own(),
        filling.waiting().len(),
    );
    {
        let (form, waiting, turn) =
            (form_id.clone(), filling.waiting().clone(), *use_memo((), |()| keep::turn()));
        use_effect_with(waiting.len(), move |_| {
            if turn == keep::turn() {
                keep::wait(&form, &waiting);
            }
        });
    }
    {
        let step = step.clone();
        use_effect_with(gate, move |gate| {
            if let Gate::Open(later) = gate {
                step.dispatch(Step::Begin(later));
            }
        });
    }
    use_tables(&props.world, opened, gate, has_begun(&filling), &step);
    use_address(&props.route, &filling, &step);
    let unprintable = use_unprintable(&props.world, opened, gate, &filling);

    let is_shared = settings.mode.is_shared();
    let act = {
        let step = step.clone();
        use_callback((), move |action: Action, ()| step.dispatch(Step::Do(action)))
    };
    let asking = {
        let district = settings.district.get(locale).to_owned();
        let labels = use_memo((opened.form.clone(), locale), |(form, locale)| labels(form, *locale));
        use_memo((labels, locale, filling.tables.clone()), move |(labels, locale, tables)| Asking {
            locale: *locale,
            act,
            labels: labels.clone(),
            tables: tables.clone(),
            district: district.into(),
            is_shared,
        })
    };
    let accept = {
        let (step, form) = (step.clone(), form_id.clone());
        Callback::from(move |_: MouseEvent| {
            keep::read_notice(&form);
            step.dispatch(Step::Notice);
        })
    };

    let draft = {
        // Only the papers want it whole.
        let session = filling.session.clone().filter(|_| matches!(props.route, Route::Papers(..)));
        let revision = session.as_ref().map(Session::revision);
        use_memo(revision, move |_| Same::new(session.as_ref().map(Session::draft)))
    };
    let is_here = filling.session.is_some();
    let gate = if is_here || gate == Gate::Failed { gate } else { Gate::Waiting };
    let needs_notice = !filling.has_read_notice && matches!(props.route, Route::Fill(..) | Route::Check(_));
    let page = if needs_notice {
        notice(&props.world, accept)
    } else {
        match &props.route {
            Route::Fill(..) if !is_here && !filling.is_plain() => gated(gate, locale, &|_| Html::default()),
            Route::Fill(..) => match filling.view.current.and_then(|idx| filling.view.pages.get(idx)) {
                Some(page) => fill(&filling, page),
                None => Html::default(),
            },
            Route::Check(_) => {
                gated(gate, locale, &|later| (later.check)(form_id, &filling.view, &step, &asking))
            }
            Route::Papers(..) => gated(gate, locale, &|later| {
                (later.papers)(opened.clone(), PaperKind::Own, (*draft).clone(), filling.view.is_complete)
            }),
            Route::Benefit(_) => {
                gated(gate, locale, &|later| (later.benefit)(opened.clone(), (*filling).clone()))
            }
            Route::Home
            | Route::Guide(_)
            | Route::Carry(_)
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
    };
    let w = words(locale);
    html! {
        <ContextProvider<Asking> context={(*asking).clone()}>
            // At a kiosk one bar stands on every page, and nothing is saved.
            if settings.mode != Mode::Kiosk {
                { bar(locale, html! {
                    <>
                        { saved(locale, state) }
                        { bar_link(Route::Carry(form_id.clone()), w.carry, w.bar_carry) }
                        if keep::keeps() && !keep::at_counter() && state != SaveState::Nothing {
                            { bar_link(Route::Drafts, w.drafts, w.bar_drafts) }
                        }
                    </>
                }) }
            }
            <div class="yt-wrap" role="status">
                if gate == Gate::Failed && !is_after {
                    <p class="yt-field__warning">{ w.engine_missing }</p>
                }
                if !unprintable.is_empty() {
                    <p class="yt-field__warning">{ w.papers_missing_glyph }{ unprintable.as_str() }</p>
                }
                if let Gate::Open(drafts) = drafts {
                    { (drafts.told)(form_id, state, filling.carried.clone(), &asking) }
                }
            </div>
            { page }
        </ContextProvider<Asking>>
    }
}

/// Whether something was answered: only then are the worker and the large table worth their bytes.
fn has_begun(filling: &Filling) -> bool {
    filling.view.progress.0 > 0
}

/// The question at each path, for the error summary and for offers.
pub(crate) fn labels(form: &crate::model::Form, locale: Locale) -> SortedMap<Path, String> {
    let fields = form.fields.iter().map(|field| (field.path.clone(), field.label.get(locale).to_owned()));
    let consents = form.consents.iter().map(|consent| {
        let path = Path::new("consents").child(consent.purpose.as_str());
        (path, words(locale).consent_title.to_owned())
    });
    fields.chain(consents).collect()
}

/// The page that an address asks for; the inner `None` is "check answers".
fn start_of(route: &Route) -> Option<Option<PageId>> {
    match route {
        Route::Fill(_, Some(page)) => Some(Some(page.clone())),
        Route::Check(_) | Route::Papers(_, PaperKind::Own) => Some(None),
        Route::Fill(_, None)
        | Route::Benefit(_)
        | Route::Papers(..)
        | Route::Home
        | Route::Guide(_)
        | Route::Carry(_)
        | Route::Resume
        | Route::Entitled
        | Route::Drafts
        | Route::Counter
        | Route::Own(_)
        | Route::Browse(_)
        | Route::Privacy
        | Route::Gallery
        | Route::Author
        | Route::NotFound => None,
    }
}

/// Reads a table.
type Reader = fn(&[u8]) -> Tables;

/// Loads the streets with the engine; the large table of county codes, and the worker, once something was answered.
#[hook]
fn use_tables(
    world: &World,
    opened: &Opened,
    gate: Gate,
    has_begun: bool,
    step: &UseReducerDispatcher<Filling>,
) {
    let catalogue = &world.catalogue;
    let load = |url: Option<String>, reader: fn(&Later) -> Reader| {
        let step = step.clone();
        move |later: &'static Later| {
            let Some(url) = url else { return };
            let open = reader(later);
            spawn_local(async move {
                // Without a table a code is not checked; nothing is wrong with the answer.
                if let Ok(bytes) = fetch::bytes(&url).await {
                    step.dispatch(Step::Tables(open(&bytes)));
                }
            });
        }
    };
    let streets = load(catalogue.table_url("streets"), |later| later.streets);
    let regions = load(catalogue.table_url("regions"), |later| later.regions);
    let (catalogue, opened) = (catalogue.clone(), opened.clone());
    use_effect_with(gate, move |gate| {
        if let Gate::Open(later) = gate {
            streets(later);
        }
    });
    use_effect_with((has_begun, gate), move |(has_begun, gate)| {
        if let (true, Gate::Open(later)) = (has_begun, gate) {
            let order = Order {
                form: opened.form.id.clone(),
                pack: opened.pack.0.clone(),
                draft: None,
                kind: PaperKind::Blank,
                is_complete: false,
                today: opened.today,
                locale: Locale::Zh,
            };
            (later.warm)(&catalogue, &order);
            regions(later);
        }
    });
}

/// What no font can print, as `姓名 𬭎`, looked for whenever another page is opened.
#[hook]
fn use_unprintable(
    world: &World,
    opened: &Opened,
    gate: Gate,
    filling: &UseReducerHandle<Filling>,
) -> UseStateHandle<String> {
    let found = use_state_eq(String::new);
    let (catalogue, opened, session) = (world.catalogue.clone(), opened.clone(), filling.session.clone());
    let (setter, locale, has_begun) = (found.setter(), world.prefs.locale, has_begun(filling));
    use_effect_with((filling.page(), gate), move |(_, gate)| {
        let (true, Gate::Open(later), Some(session)) = (has_begun, *gate, session) else { return };
        let order = Order {
            form: opened.form.id.clone(),
            pack: opened.pack.0.clone(),
            draft: Some(session.draft()),
            kind: PaperKind::Own,
            is_complete: false,
            today: opened.today,
            locale: Locale::Zh,
        };
        spawn_local(async move {
            let mut text = String::new();
            for (path, c) in (later.unprintable)(&catalogue, &order).await {
                let label = opened.form.field(&path).map_or("", |field| field.label.get(locale));
                for part in [if text.is_empty() { "" } else { "; " }, label, " "] {
                    text.push_str(part);
                }
                text.push(c);
            }
            setter.set(text);
        });
    });
    found
}

/// Keeps address and session in step: each follows the other's last move.
#[hook]
fn use_address(route: &Route, filling: &UseReducerHandle<Filling>, step: &UseReducerDispatcher<Filling>) {
    let open = filling.page();
    // A draft says on which page it opens once the engine is there.
    let is_known = filling.session.is_some() || filling.is_plain();
    // The address as it was at first is where the session began, or did not for a reason.
    let seen = use_mut_ref(|| route.clone());
    {
        let (step, open) = (step.clone(), open.clone());
        use_effect_with(route.clone(), move |route| {
            let is_new = seen.replace(route.clone()) != *route;
            if let Some(page) = start_of(route)
                && is_known
                && is_new
                && page != open
            {
                step.dispatch(Step::Do(Action::GoTo(page)));
            }
        });
    }
    {
        let (route, id) = (route.clone(), filling.form().id.clone());
        use_effect_with((open, is_known), move |(open, is_known)| {
            let (true, Route::Fill(_, shown)) = (*is_known, &route) else { return };
            match open {
                // The address without a page becomes the one with it, without a step of its own.
                Some(page) if shown.is_none() => Route::Fill(id, Some(page.clone())).replace(),
                Some(page) if shown.as_ref() != Some(page) => Route::Fill(id, Some(page.clone())).go(),
                Some(_) => {}
                None => Route::Check(id).go(),
            }
        });
    }
}
