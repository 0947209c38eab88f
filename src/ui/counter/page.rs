//! `#/counter`: opens the counter, and then lists its drafts.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{
    form::{self, Asked, Refused, Standing, Typed},
    next, open, purge, stands, today,
};
use crate::{
    model::Locale,
    store::{self, StoreError, Unfit, unfit},
    text::{
        counter::{Words, words},
        page::with,
    },
    ui::{
        Route, World,
        drafts::list::list,
        hooks::{focus, keep},
        island::{island, part},
        parts::{Icon, button, heading, leaf, link, main_area},
    },
};

#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_counter);

/// The page.
pub(super) fn page(world: &World) -> Html {
    let w = words(world.prefs.locale);
    let body = if keep::is_station() {
        island("counter", Props { world: world.clone() })
    } else {
        html! {
            <div class="yt-column yt-stack">
                { heading(w.title) }
                { leaf("p", "yt-lead", w.not_here) }
                <p>{ link("yt-button", Route::Home.href(), None, crate::text::page::words(world.prefs.locale).go_home) }</p>
            </div>
        }
    };
    main_area("counter", w.title.into(), "", body)
}

/// What the store said of today's counters.
type Found = Option<Result<bool, StoreError>>;

#[hook]
fn use_counter(props: &Props) -> Html {
    let world = &props.world;
    let locale = world.prefs.locale;
    let w = words(locale);
    let found = use_state_eq(|| Found::None);
    let is_new = use_state_eq(|| false);
    let typed = use_state_eq(Typed::default);
    let refused = use_state_eq(|| None::<Refused>);
    let is_busy = use_state_eq(|| false);
    let is_unsaved = use_state_eq(|| false);
    let redraw = use_force_update();
    let look = {
        let found = found.setter();
        move || {
            let found = found.clone();
            spawn_local(async move { found.set(Some(stands().await)) });
        }
    };
    {
        let look = look.clone();
        use_effect_with((), move |()| {
            if !keep::at_counter() {
                look();
            }
        });
    }
    if keep::at_counter() {
        let refused = {
            let is_unsaved = is_unsaved.setter();
            Callback::from(move |()| is_unsaved.set(true))
        };
        return opened(world, w, *is_unsaved, refused);
    }
    let asked = match &*found {
        None => {
            return html! { <div class="yt-column yt-stack">{ heading(w.title) }{ leaf("p", "", w.looking) }</div> };
        }
        Some(Ok(true)) if !*is_new => Asked::Known,
        Some(_) => Asked::New,
    };
    let onsubmit = {
        let (typed, refused, is_busy) = (typed.clone(), refused.setter(), is_busy.setter());
        Callback::from(move |()| {
            let said = (*typed).clone();
            let wrong = if asked == Asked::New {
                unfit(&said.name, &said.passphrase, &said.again)
            } else {
                said.name.trim().is_empty().then_some(Unfit::Name)
            };
            if let Some(wrong) = wrong {
                let wrong = Refused::Unfit(wrong);
                form::lead_to(&wrong, asked);
                refused.set(Some(wrong));
                return;
            }
            is_busy.set(true);
            let (typed, refused, is_busy, redraw) =
                (typed.setter(), refused.clone(), is_busy.clone(), redraw.clone());
            spawn_local(async move {
                let opened = match asked {
                    Asked::New => {
                        store::counter::begin(&said.name, &said.passphrase, &today()).await.map(Some)
                    }
                    Asked::Known | Asked::Cover => {
                        store::counter::unlock(&said.name, &said.passphrase, &today()).await
                    }
                };
                is_busy.set(false);
                let wrong = match opened {
                    Ok(Some(counter)) => {
                        typed.set(Typed::default());
                        refused.set(None);
                        open(&said.name, counter);
                        redraw.force_update();
                        focus::by_id("main");
                        return;
                    }
                    Ok(None) => Refused::Wrong,
                    Err(error) => Refused::Store(error),
                };
                form::lead_to(&wrong, asked);
                refused.set(Some(wrong));
            });
        })
    };
    let turn = |to: bool| {
        let (is_new, refused) = (is_new.setter(), refused.setter());
        Callback::from(move |_: MouseEvent| {
            is_new.set(to);
            refused.set(None);
        })
    };
    let standing = Standing { asked, typed: &typed, refused: refused.as_ref(), is_busy: *is_busy };
    let is_known = matches!(&*found, Some(Ok(true)));
    let cleared = {
        let (look, refused) = (look.clone(), refused.setter());
        Callback::from(move |()| {
            let (look, refused) = (look.clone(), refused.clone());
            spawn_local(async move {
                match purge().await {
                    Ok(()) => refused.set(None),
                    Err(error) => refused.set(Some(Refused::Store(error))),
                }
                look();
                focus::by_id("main");
            });
        })
    };
    let (title, lead, submit) = match asked {
        Asked::New => (w.begin_title, w.begin_lead, w.begin),
        Asked::Known | Asked::Cover => (w.unlock_title, w.unlock_lead, w.unlock),
    };
    html! {
        <div class="yt-column yt-stack--wide">
            <div class="yt-stack">{ heading(title) }{ leaf("p", "yt-lead", lead) }</div>
            { form::form(&standing, submit, &onsubmit, locale) }
            if is_known {
                <p>{ button("yt-button", None, if *is_new { w.have_one } else { w.another }, turn(!*is_new)) }</p>
                { island("forgot", Forgot { locale, cleared }) }
            }
        </div>
    }
}

/// The counter, open.
fn opened(world: &World, w: &'static Words, is_unsaved: bool, refused: Callback<()>) -> Html {
    let begin = Callback::from(move |_: MouseEvent| next(refused.clone()));
    html! {
        <div class="yt-stack--wide">
            <div class="yt-column yt-stack">
                { heading(w.title) }
                <p>{ with(w.helper_is, &keep::helper().unwrap_or_default()) }</p>
                <p>{ button("yt-button yt-button--primary yt-button--large", None, w.next_long, begin) }</p>
                <p role="status">{ is_unsaved.then_some(w.unsaved) }</p>
            </div>
            { list(world) }
        </div>
    }
}

/// What to do where the passphrase is forgotten.
#[derive(PartialEq)]
struct Forgot {
    locale: Locale,
    cleared: Callback<()>,
}

part!(Forgot, use_forgot);

#[hook]
fn use_forgot(props: &Forgot) -> Html {
    let w = words(props.locale);
    let dialog = use_node_ref();
    let at = |work: fn(&HtmlDialogElement)| {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                work(&dialog);
            }
        })
    };
    let show = at(|dialog| {
        // Fails only where it is open already.
        let _ = dialog.show_modal();
    });
    let close = at(HtmlDialogElement::close);
    let clear = {
        let (close, cleared) = (close.clone(), props.cleared.clone());
        Callback::from(move |event: MouseEvent| {
            close.emit(event);
            cleared.emit(());
        })
    };
    html! {
        <details class="yt-stack">
            <summary>{ w.forgot }</summary>
            <p>{ w.forgot_text }</p>
            <p>{ button("yt-button yt-button--danger", None, w.clear, show) }</p>
            <dialog class="yt-dialog" ref={dialog} aria-labelledby="clear-title" aria-describedby="clear-text">
                <h2 id="clear-title">{ w.clear_question }</h2>
                <p id="clear-text">{ w.forgot_text }</p>
                <div class="yt-actions">
                    { button("yt-button yt-button--danger", Some(Icon::Leave), w.clear, clear) }
                    { button("yt-button", None, w.cancel, close) }
                </div>
            </dialog>
        </details>
    }
}
