//! `#/drafts`: what was begun and is kept on this device.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{
    own, saving, serving,
    shelf::{self, Open},
    track, when,
};
use crate::{
    model::{DraftHead, DraftId, Locale},
    store::{Kept, StoreError, expiry},
    text::{
        drafts::{Words, why, words},
        page::with,
    },
    ui::{
        Route, Whose, World,
        hooks::{
            focus, keep,
            shelf::{Want, use_index},
        },
        island::{island, part},
        parts::{button, heading, leaf, link, main_area},
    },
};

#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_list);

/// The page.
pub(super) fn page(world: &World) -> Html {
    let w = words(world.prefs.locale);
    let body = if keep::at_counter() {
        // The counter has its own page for them.
        Route::Counter.replace();
        Html::default()
    } else if keep::keeps() {
        list(world)
    } else {
        html! { <div class="yt-column yt-stack">{ heading(w.title) }{ leaf("p", "yt-lead", w.shared) }</div> }
    };
    main_area("drafts", w.title.into(), "", body)
}

/// The drafts of the store.
pub(in crate::ui) fn list(world: &World) -> Html {
    island("drafts", Props { world: world.clone() })
}

/// What is to be deleted, once the person has said so again.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Doomed {
    One(DraftId),
    All,
}

/// What the store said.
type Found = Option<Result<Rc<Vec<Kept>>, StoreError>>;

#[hook]
fn use_list(props: &Props) -> Html {
    let world = &props.world;
    let locale = world.prefs.locale;
    let w = words(locale);
    let is_counter = keep::at_counter();
    let found = use_state_eq(|| Found::None);
    let said = use_state_eq(|| "");
    let doomed = use_state_eq(|| None::<Doomed>);
    let dialog = use_node_ref();
    let days = world.catalogue.settings.draft_days;
    let look = {
        let found = found.setter();
        Rc::new(move || {
            let found = found.clone();
            spawn_local(async move {
                let kept = kept(days).await;
                if let Ok(kept) = &kept {
                    own::mark(kept);
                }
                // Without drafts the home page does not speak of them.
                if kept.as_ref().is_ok_and(|kept| kept.is_empty()) {
                    // A mark that stays says no more than that there once was one.
                    let _ = keep::set_mark(false);
                }
                found.set(Some(kept.map(Rc::new)));
            });
        })
    };
    {
        let look = look.clone();
        use_effect_with((), move |()| {
            track::set_redraw(Some(look.clone()));
            spawn_local(async move {
                // What was typed a moment ago belongs into the list.
                saving::settle().await;
                look();
            });
            || track::set_redraw(None)
        });
    }
    {
        let dialog = dialog.clone();
        use_effect_with(doomed.is_some(), move |is_asked| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                if *is_asked {
                    // Fails only where it is open already.
                    let _ = dialog.show_modal();
                } else {
                    dialog.close();
                }
            }
        });
    }
    let drafts = match &*found {
        Some(Ok(kept)) => kept.clone(),
        None | Some(Err(_)) => Rc::default(),
    };
    // The titles of drafts from before they had one.
    let is_untitled = |kept: &Kept| kept.head.as_ref().is_some_and(|head| head.title.zh.is_empty());
    use_index(&world.catalogue, if drafts.iter().any(is_untitled) { Want::Head } else { Want::Nothing }, 0);
    let delete = {
        let (doomed, said, look, drafts) = (doomed.clone(), said.setter(), look.clone(), drafts.clone());
        Callback::from(move |_: MouseEvent| {
            let ids: Vec<DraftId> = match &*doomed {
                Some(Doomed::One(id)) => vec![id.clone()],
                Some(Doomed::All) => drafts.iter().map(|kept| kept.id.clone()).collect(),
                None => Vec::new(),
            };
            doomed.set(None);
            let (said, look) = (said.clone(), look.clone());
            spawn_local(async move {
                let is_done = forget(&ids).await.is_ok();
                said.set(if is_done { w.deleted_said } else { w.failed_said });
                look();
                focus::by_id("main");
            });
        })
    };
    let doom = |what: Option<Doomed>| {
        let doomed = doomed.setter();
        Callback::from(move |_: MouseEvent| doomed.set(what.clone()))
    };
    let onclose = {
        let doomed = doomed.setter();
        Callback::from(move |_: Event| doomed.set(None))
    };
    let question = if *doomed == Some(Doomed::All) { w.delete_all_question } else { w.delete_question };
    html! {
        <div class="yt-column yt-stack--wide">
            <div class="yt-stack">
                if !is_counter { { heading(w.title) } }
                { leaf("p", "yt-lead", if matches!(&*found, Some(Ok(kept)) if kept.is_empty()) {
                    if is_counter { w.counter_none } else { w.none }
                } else if is_counter { w.counter_lead } else { w.lead }) }
            </div>
            <p role="status">{ *said }</p>
            { match &*found {
                None => leaf("p", "", w.looking),
                Some(Err(error)) => refused(error, locale),
                Some(Ok(kept)) if kept.is_empty() => link("yt-button", Route::Home.href(), None, w.go_home),
                Some(Ok(kept)) => html! {
                    <ul class="yt-sheets">
                        { for kept.iter().map(|kept| card(kept, world, &said.setter(), &look, &doom)) }
                    </ul>
                },
            } }
            if !drafts.is_empty() {
                <p>{ button("yt-button yt-button--quiet", None, w.delete_all, doom(Some(Doomed::All))) }</p>
            }
            <dialog class="yt-dialog" ref={dialog} aria-labelledby="doom-title" aria-describedby="doom-text" {onclose}>
                <h2 id="doom-title">{ question }</h2>
                <p id="doom-text">{ w.delete_text }</p>
                <div class="yt-actions">
                    { button("yt-button yt-button--danger", None, w.delete, delete) }
                    { button("yt-button", None, w.cancel, doom(None)) }
                </div>
            </dialog>
        </div>
    }
}

async fn kept(days: u32) -> Result<Vec<Kept>, StoreError> {
    let store = shelf::store().await?;
    // What can not be forgotten now is tried again on the next visit.
    let _ = store.expire(days).await;
    store.list().await
}

pub(super) async fn forget(ids: &[DraftId]) -> Result<(), StoreError> {
    let store = shelf::store().await?;
    for id in ids {
        store.delete(id).await?;
        track::deleted(id);
    }
    Ok(())
}

fn refused(error: &StoreError, locale: Locale) -> Html {
    let [zh, en] = why(error);
    let text = match locale {
        Locale::Zh => zh,
        Locale::En => en,
    };
    html! { <p class="yt-field__warning">{ text }</p> }
}

/// One draft.
fn card(
    kept: &Kept,
    world: &World,
    said: &UseStateSetter<&'static str>,
    look: &Rc<impl Fn() + 'static>,
    doom: &dyn Fn(Option<Doomed>) -> Callback<MouseEvent>,
) -> Html {
    let w = words(world.prefs.locale);
    let delete =
        button("yt-button yt-button--quiet", None, w.delete, doom(Some(Doomed::One(kept.id.clone()))));
    let inner = match &kept.head {
        None => html! {
            <>
                { leaf("h2", "", w.unreadable) }
                { leaf("p", "", w.unreadable_text) }
                <div class="yt-actions">{ delete }</div>
            </>
        },
        Some(head) => html! {
            <>
                <h2>
                    // At a counter first whose it is.
                    if keep::at_counter() { { &head.who }{ " " } }
                    { title(head, world) }
                </h2>
                { facts(kept, head, world, w) }
                <div class="yt-actions">
                    if let Some(whose) = Whose::of(&head.form) {
                        { link("yt-button yt-button--primary", Route::Own(whose).href(), None, w.look) }
                    } else {
                        { go(&kept.id, head, Open::One(kept.id.clone()), said, "yt-button yt-button--primary", w.go_on, w) }
                        if !keep::at_counter() {
                            { go(&kept.id, head, Open::Fresh, said, "yt-button", w.fresh, w) }
                            { lasting(kept, head, said, look, w) }
                        }
                    }
                    { delete }
                </div>
            </>
        },
    };
    html! { <li class="yt-panel yt-stack" key={kept.id.as_str()}>{ inner }</li> }
}

fn title(head: &DraftHead, world: &World) -> String {
    if !head.title.zh.is_empty() {
        return head.title.get(world.prefs.locale).to_owned();
    }
    let index = world.catalogue.shelf.index();
    let entry = index.as_ref().and_then(|index| index.entries().find(|entry| entry.id == head.form.as_str()));
    entry.map_or_else(|| head.form.to_string(), |entry| entry.title.get(world.prefs.locale).to_owned())
}

fn facts(kept: &Kept, head: &DraftHead, world: &World, w: &Words) -> Html {
    let locale = world.prefs.locale;
    let row = |name: &'static str, text: String| {
        html! { <div class="yt-facts__row"><dt>{ name }</dt><dd>{ text }</dd></div> }
    };
    let (answered, asked) = head.progress;
    let progress = with(&with(w.progress_n, &answered.to_string()), &asked.to_string());
    let until = match expiry(kept.saved_at, head.is_lasting, world.catalogue.settings.draft_days) {
        Some(end) => with(w.until_day, &when::day(end, locale)),
        None => w.until_deleted.to_owned(),
    };
    html! {
        <dl class="yt-facts yt-facts--wide">
            if !head.who.is_empty() && !keep::at_counter() {
                { row(w.who, head.who.clone()) }
            }
            { row(w.begun_at, when::moment(head.begun_at, locale)) }
            { row(w.saved_at, when::moment(kept.saved_at, locale)) }
            if asked > 0 {
                { row(w.progress, progress) }
            }
            if !keep::at_counter() {
                { row(w.until, until) }
            }
        </dl>
    }
}

/// A link to the form, with this draft open, or a new one.
fn go(
    id: &DraftId,
    head: &DraftHead,
    open: Open,
    said: &UseStateSetter<&'static str>,
    class: &'static str,
    text: &'static str,
    w: &'static Words,
) -> Html {
    let (id, form, said) = (id.clone(), head.form.clone(), said.clone());
    let href = Route::Fill(form.clone(), None).href();
    let onclick = Callback::from(move |event: MouseEvent| {
        if keep::at_counter() {
            event.prevent_default();
            let (id, form, said) = (id.clone(), form.clone(), said.clone());
            spawn_local(async move {
                // What could not be saved stays where it is.
                if serving::next().await {
                    shelf::set_open(&Open::One(id));
                    Route::Fill(form, None).go();
                } else {
                    said.set(w.counter_unsaved);
                }
            });
            return;
        }
        // What is open here already, or could not be saved, goes on as it is.
        if track::let_go(&form, &id, open == Open::Fresh) {
            shelf::set_open(&open);
        }
    });
    html! { <a {class} {href} {onclick}>{ text }</a> }
}

fn lasting(
    kept: &Kept,
    head: &DraftHead,
    said: &UseStateSetter<&'static str>,
    look: &Rc<impl Fn() + 'static>,
    w: &'static Words,
) -> Html {
    let (id, is_lasting) = (kept.id.clone(), !head.is_lasting);
    let (said, look) = (said.clone(), look.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (id, said, look) = (id.clone(), said.clone(), look.clone());
        spawn_local(async move {
            match set_lasting(&id, is_lasting).await {
                Ok(()) => {
                    track::lasting(&id, is_lasting);
                    said.set(if is_lasting { w.until_deleted } else { w.passing });
                }
                Err(_) => said.set(w.failed_said),
            }
            look();
        });
    });
    button("yt-button", None, if is_lasting { w.lasting } else { w.passing }, onclick)
}

async fn set_lasting(id: &DraftId, is_lasting: bool) -> Result<(), StoreError> {
    shelf::store().await?.set_lasting(id, is_lasting).await
}
