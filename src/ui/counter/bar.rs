//! What stands in the bar of every page while a counter is open: whose turn it is, the next resident, the lock; with the watch, and the
//! cover for what could not be saved.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    form::{self, Asked, Refused, Standing, Typed},
    lock, next,
};
use crate::{
    model::Locale,
    text::counter::words,
    ui::{
        Route,
        drafts::serving,
        island::{island, part},
        kiosk::{
            dialog,
            idle::{Said, Terms, idle},
            plain::patience::COUNTER,
        },
        parts::{Icon, button, leaf, link},
    },
};

#[derive(PartialEq)]
struct Props {
    locale: Locale,
}

part!(Props, use_bar);

/// The watch of a counter.
static LOCKS: Terms = Terms {
    limits: COUNTER,
    words: |locale| {
        let w = words(locale);
        Said {
            title: w.idle_title,
            text: w.idle_text,
            left: w.idle_left,
            stay: w.idle_stay,
            leave: w.idle_lock,
        }
    },
    over: lock::lock,
};

/// The part of the bar.
pub(super) fn bar(locale: Locale) -> Html {
    html! { <>{ island("counter-bar", Props { locale }) }{ idle(locale, false, &LOCKS) }{ island("cover", Cover { locale }) }</> }
}

#[hook]
fn use_bar(props: &Props) -> Html {
    let w = words(props.locale);
    let is_unsaved = use_state_eq(|| false);
    let redraw = use_force_update();
    use_effect_with((), move |()| {
        serving::set_watcher(Some(Rc::new(move || redraw.force_update())));
        || serving::set_watcher(None)
    });
    let turn = {
        let is_unsaved = is_unsaved.setter();
        Callback::from(move |_: MouseEvent| {
            let is_unsaved = is_unsaved.clone();
            next(Callback::from(move |()| is_unsaved.set(true)));
        })
    };
    let close = Callback::from(|_: MouseEvent| lock::lock());
    let served = serving::served();
    html! {
        <>
            <span class="yt-served">
                { w.serving }
                if let Some((who, title)) = &served {
                    <strong>{ who }</strong>{ " " }{ title.get(props.locale) }
                } else {
                    { w.nobody }
                }
            </span>
            <span role="status">{ is_unsaved.then(|| leaf("span", "yt-saved yt-saved--bad", w.unsaved)) }</span>
            { button("yt-button yt-button--quiet yt-button--small", None, w.next, turn) }
            { link("yt-button yt-button--quiet yt-button--small", Route::Counter.href(), None, w.all) }
            { button("yt-button yt-button--quiet yt-button--small", Some(Icon::Lock), w.lock, close) }
        </>
    }
}

/// What covers the page where it can not be closed.
#[derive(PartialEq)]
struct Cover {
    locale: Locale,
}

part!(Cover, use_cover);

#[hook]
fn use_cover(props: &Cover) -> Html {
    let w = words(props.locale);
    let node = use_node_ref();
    lock::cover_with(&node);
    {
        let node = node.clone();
        // "Back" of the browser leads to another page, with a cover of its own.
        use_effect_with((), move |()| {
            if lock::is_locking() {
                dialog::show(&node);
            }
        });
    }
    let typed = use_state_eq(Typed::default);
    let refused = use_state_eq(|| None::<Refused>);
    let is_busy = use_state_eq(|| false);
    let onsubmit = {
        let (typed, refused, is_busy) = (typed.clone(), refused.setter(), is_busy.setter());
        Callback::from(move |()| {
            is_busy.set(true);
            let said = typed.passphrase.clone();
            let (typed, refused, is_busy) = (typed.setter(), refused.clone(), is_busy.clone());
            spawn_local(async move {
                let wrong = match lock::uncover(&said).await {
                    Ok(true) => {
                        typed.set(Typed::default());
                        None
                    }
                    Ok(false) => Some(Refused::Wrong),
                    Err(error) => Some(Refused::Store(error)),
                };
                is_busy.set(false);
                if let Some(wrong) = &wrong {
                    form::lead_to(wrong, Asked::Cover);
                }
                refused.set(wrong);
            });
        })
    };
    // Nothing but the passphrase closes it; a browser may close it at the second Escape all the same.
    let oncancel = Callback::from(|event: Event| event.prevent_default());
    let onclose = {
        let node = node.clone();
        Callback::from(move |_: Event| {
            if lock::is_locking() {
                dialog::show(&node);
            }
        })
    };
    let standing =
        Standing { asked: Asked::Cover, typed: &typed, refused: refused.as_ref(), is_busy: *is_busy };
    html! {
        <dialog class="yt-dialog yt-cover" ref={node} aria-labelledby="cover-title" aria-describedby="cover-text" {oncancel} {onclose}>
            <h2 id="cover-title">{ w.unlock_title }</h2>
            <p id="cover-text">{ w.cover_lead }</p>
            { form::form(&standing, w.unlock, &onsubmit, props.locale) }
        </dialog>
    }
}
