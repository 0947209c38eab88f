//! `#/firm` and `#/me`: what is kept, to be read, changed or deleted.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{edit::edit, facts::facts, kept::Kept};
use crate::{
    model::{Locale, Tables},
    text::{
        own::words,
        page::{self as common, Words},
    },
    ui::{
        Route, Same, Whose, World,
        drafts::Why,
        hooks::{catalogue::Catalogue, fetch, focus, keep},
        island::{keyed, part},
        later,
        parts::{button, heading, leaf, link, main_area, waiting},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    world: World,
    whose: Whose,
}

part!(Props, use_own);

/// The page.
pub(super) fn page(world: &World, whose: Whose) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let title = title(common::words(locale), whose);
    let body = if keep::keeps_own() {
        keyed("own", whose.as_str(), Props { world: world.clone(), whose })
    } else {
        html! {
            <div class="yt-column yt-stack">
                { heading(title) }
                { leaf("p", "yt-lead", w.shared) }
                { link("yt-button", Route::Home.href(), None, common::words(locale).go_home) }
            </div>
        }
    };
    main_area("own", title.into(), whose.as_str(), body)
}

fn title(w: &Words, whose: Whose) -> &'static str {
    match whose {
        Whose::Firm => w.own_firm,
        Whose::Me => w.own_me,
    }
}

/// What was found.
#[derive(Clone, PartialEq)]
enum Found {
    Waiting,
    /// The questions did not come, or there are none.
    Missing,
    Here(Kept, Saved),
}

/// What the store says: when it was saved, or why nothing can be.
#[derive(Clone, PartialEq)]
enum Saved {
    At(Option<String>),
    Never(Why),
    /// What would ask the store did not come.
    Unknown,
}

#[hook]
fn use_own(props: &Props) -> Html {
    let Props { world, whose } = props;
    let locale = world.prefs.locale;
    let w = words(locale);
    let found = use_state_eq(|| Found::Waiting);
    let tables = use_state_eq(|| Same::new(Tables::default()));
    let is_editing = use_state_eq(|| false);
    let is_asked = use_state_eq(|| false);
    let said = use_state_eq(|| "");
    // Counts how often it is to be looked for anew.
    let n_looks = use_state_eq(|| 0_usize);
    let dialog = use_node_ref();
    {
        let (found, catalogue, whose) = (found.setter(), world.catalogue.clone(), *whose);
        use_effect_with((*n_looks, locale), move |_| {
            spawn_local(async move { found.set(look(&catalogue, whose, locale).await) });
        });
    }
    {
        let (tables, catalogue) = (tables.setter(), world.catalogue.clone());
        use_effect_with((), move |()| spawn_local(async move { tables.set(places(&catalogue).await) }));
    }
    {
        let dialog = dialog.clone();
        use_effect_with(*is_asked, move |is_asked| {
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
    let again = {
        let (n_looks, next) = (n_looks.setter(), *n_looks + 1);
        move || n_looks.set(next)
    };
    let set_editing = |is_on: bool| {
        let (is_editing, said) = (is_editing.setter(), said.setter());
        Callback::from(move |_: MouseEvent| {
            said.set("");
            is_editing.set(is_on);
            focus::heading();
        })
    };
    let done = {
        let (is_editing, again) = (is_editing.setter(), again.clone());
        Callback::from(move |()| {
            is_editing.set(false);
            again();
            focus::heading();
        })
    };
    let ask = |is_on: bool| {
        let is_asked = is_asked.setter();
        Callback::from(move |_: MouseEvent| is_asked.set(is_on))
    };
    let onclose = {
        let is_asked = is_asked.setter();
        Callback::from(move |_: Event| is_asked.set(false))
    };
    let delete = {
        let (is_asked, said, whose, again) = (is_asked.setter(), said.setter(), *whose, again);
        Callback::from(move |_: MouseEvent| {
            is_asked.set(false);
            let (said, again) = (said.clone(), again.clone());
            spawn_local(async move {
                let deleted = match keep::drafts().await {
                    Some(drafts) => (drafts.delete)(whose).await,
                    None => Err(["", ""]),
                };
                said.set(match deleted {
                    Ok(()) => w.deleted,
                    Err(_) => w.failed,
                });
                again();
                focus::heading();
            });
        })
    };
    let begin = |text: &'static str| {
        button("yt-button yt-button--primary yt-button--large", None, text, set_editing(true))
    };
    let inner = match &*found {
        Found::Waiting => waiting(common::words(locale).loading),
        Found::Missing => leaf("p", "", w.missing),
        Found::Here(kept, _) if *is_editing => edit(world, kept, &tables, done),
        Found::Here(kept, saved) if kept.is_empty() => html! {
            <>
                { refused(saved, false, locale) }
                { leaf("p", "", w.kept) }
                { leaf("p", "yt-field__hint", w.others) }
                <p>{ begin(w.begin) }</p>
            </>
        },
        Found::Here(kept, saved) => {
            let at = match saved {
                Saved::At(at) => at.as_deref(),
                Saved::Never(_) | Saved::Unknown => None,
            };
            html! {
                <>
                    { refused(saved, true, locale) }
                    { facts(kept, &kept.view(&tables, locale), at) }
                    <div class="yt-actions">
                        { begin(w.change) }
                        { button("yt-button", None, w.delete, ask(true)) }
                    </div>
                    { leaf("p", "yt-field__hint", w.kept) }
                </>
            }
        }
    };
    let (lead, question, other) = match whose {
        Whose::Firm => (w.lead_firm, w.delete_firm, Whose::Me),
        Whose::Me => (w.lead_me, w.delete_me, Whose::Firm),
    };
    html! {
        <div class="yt-column yt-stack--wide">
            <div class="yt-stack">
                { heading(title(common::words(locale), *whose)) }
                { leaf("p", "yt-lead", lead) }
            </div>
            <p role="status">{ *said }</p>
            { inner }
            if !*is_editing {
                <p>{ link("", Route::Own(other).href(), None, title(common::words(locale), other)) }</p>
            }
            <dialog class="yt-dialog" ref={dialog} aria-labelledby="own-title" aria-describedby="own-text" {onclose}>
                <h2 id="own-title">{ question }</h2>
                <p id="own-text">{ w.delete_text }</p>
                <div class="yt-actions">
                    { button("yt-button yt-button--danger", None, w.delete, delete) }
                    { button("yt-button", None, w.cancel, ask(false)) }
                </div>
            </dialog>
        </div>
    }
}

/// Looks for what is kept. Where the browser has forgotten the marks, they are set again.
async fn look(catalogue: &Catalogue, whose: Whose, locale: Locale) -> Found {
    let saved = match keep::drafts().await {
        Some(drafts) => match (drafts.saved)(whose, locale).await {
            Ok(at) => Saved::At(at),
            Err(why) => Saved::Never(why),
        },
        None => Saved::Unknown,
    };
    if let Saved::At(Some(_)) = saved {
        // Without a mark it is found here all the same.
        let _ = keep::set_mark(true);
        keep::mark_own(whose, true);
    }
    match Kept::load(catalogue, whose).await {
        Some(kept) => Found::Here(kept, saved),
        None => Found::Missing,
    }
}

/// Why nothing is kept here, or that what was entered is not.
fn refused(saved: &Saved, has_answers: bool, locale: Locale) -> Html {
    let w = words(locale);
    let text = match saved {
        Saved::Never([zh, en]) => match locale {
            Locale::Zh => zh,
            Locale::En => en,
        },
        Saved::At(None) | Saved::Unknown if has_answers => w.not_saved,
        Saved::At(_) | Saved::Unknown => return Html::default(),
    };
    html! { <p class="yt-field__warning">{ text }</p> }
}

/// The places that addresses are chosen from. Without a table a place is written in words.
async fn places(catalogue: &Catalogue) -> Same<Tables> {
    let Some(later) = later::here() else { return Same::new(Tables::default()) };
    let read = async |name: &str, read: fn(&[u8]) -> Tables| {
        let bytes = match catalogue.table_url(name) {
            Some(url) => fetch::bytes(&url).await.ok(),
            None => None,
        };
        bytes.map_or_else(Tables::default, |bytes| read(&bytes))
    };
    Same::new(Tables {
        streets: read("streets", later.streets).await.streets,
        regions: read("regions", later.regions).await.regions,
    })
}
