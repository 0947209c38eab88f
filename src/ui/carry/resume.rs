//! The page that takes a file in: choose it, enter the passphrase, then go on with it or accept what was changed.

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::{
    compare::{Comparing, accept_text, compare},
    hand::failed,
    take::{Found, Refused, take},
};
use crate::{
    carry::{self, CarryFault, Written},
    model::{Draft, Locale, Mode},
    text::{
        carry::{no_form, older_here, words},
        page::{self, day, with, with_number},
    },
    ui::{
        Route, Same, World,
        hooks::keep,
        island::{island, part},
        later,
        parts::{Icon, button, heading, icon, leaf, link, main_area, panel_title, said, waiting},
    },
    worker::{Courier, CourierError},
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_resume);

/// The page.
pub(super) fn resume(world: &World) -> Html {
    island("resume", Props { world: world.clone() })
}

/// How far it is.
#[derive(Clone, PartialEq)]
enum Stage {
    /// A file and its passphrase are asked for.
    Asking,
    Opening,
    Refused(Refused),
    /// The file is open, and nothing was done with it.
    Open(Same<Found>),
    /// A draft is in its place; so many changes were taken over, or all of it.
    Put(Same<Found>, Route, Option<usize>),
    /// One's own draft is back.
    Back(Same<Found>, Route),
}

/// A file that was chosen.
#[derive(Clone, PartialEq)]
struct Chosen {
    name: String,
    bytes: Same<Vec<u8>>,
}

#[hook]
fn use_resume(props: &Props) -> Html {
    let world = &props.world;
    let (locale, mode) = (world.prefs.locale, world.catalogue.settings.mode);
    let courier = use_memo((), |()| Courier::of_page());
    let stage = use_state_eq(|| Stage::Asking);
    let chosen = use_state_eq(|| None::<Chosen>);
    let typed = use_state_eq(String::new);
    let ticked = use_state_eq(Vec::<usize>::new);
    let is_over = use_state_eq(|| false);
    let bring = {
        let (chosen, stage) = (chosen.setter(), stage.setter());
        use_callback((), move |file: File, ()| {
            let (chosen, stage) = (chosen.clone(), stage.clone());
            spawn_local(async move {
                match read(&file).await {
                    Ok(bytes) => {
                        chosen.set(Some(Chosen { name: file.name(), bytes: Same::new(bytes) }));
                        stage.set(Stage::Asking);
                    }
                    Err(fault) => stage.set(Stage::Refused(Refused::Courier(CourierError::File(fault)))),
                }
            });
        })
    };
    let open = {
        let is_busy = matches!(*stage, Stage::Opening);
        let (stage, ticked, world) = (stage.setter(), ticked.setter(), world.clone());
        let (chosen, typed) = (chosen.clone(), typed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(file) = (*chosen).clone().filter(|_| !is_busy) else { return };
            stage.set(Stage::Opening);
            let (stage, ticked, world, courier, typed) =
                (stage.clone(), ticked.clone(), world.clone(), courier.clone(), (*typed).clone());
            spawn_local(async move {
                let found = take(courier.as_ref().as_ref(), file.bytes.0, &typed, &world).await;
                // Nothing is ticked where both sides changed it, or where nobody can tell who did.
                if let Ok(found) = &found
                    && found.theirs.handover.as_ref().is_some_and(|handover| handover.base.is_some())
                {
                    let list = found.differences.iter().flatten().enumerate();
                    ticked.set(list.filter(|(_, of)| !of.is_of_both).map(|(idx, _)| idx).collect());
                }
                stage.set(found.map_or_else(Stage::Refused, |found| Stage::Open(Same::new(found))));
            });
        })
    };
    let put = {
        let stage = stage.setter();
        move |found: &Same<Found>, draft: Option<Draft>, next: Next| {
            let (stage, found) = (stage.clone(), found.clone());
            Callback::from(move |_: MouseEvent| {
                let (stage, found, draft) = (stage.clone(), found.clone(), draft.clone());
                spawn_local(async move {
                    let Some(draft) = draft else { return };
                    // A whole draft of somebody else stands beside one's own.
                    let is_fresh = matches!(next, Next::Go | Next::Taken(None));
                    let route = found.put(draft, is_fresh).await;
                    match next {
                        Next::Go => route.go(),
                        Next::Taken(n) => stage.set(Stage::Put(found, route, n)),
                        Next::Back => stage.set(Stage::Back(found, route)),
                    }
                });
            })
        }
    };
    let w = words(locale);
    let (title, body) = match &*stage {
        Stage::Asking | Stage::Opening | Stage::Refused(_) => {
            // The fields stay while the file is being opened, so that the focus does.
            let is_busy = matches!(*stage, Stage::Opening);
            let is_refused = matches!(*stage, Stage::Refused(_));
            let refused = match &*stage {
                Stage::Refused(refused) => refusal(refused, locale),
                Stage::Asking | Stage::Opening | Stage::Open(_) | Stage::Put(..) | Stage::Back(..) => {
                    Html::default()
                }
            };
            let asked = html! { <>{ refused }{ ask(chosen.as_ref(), &typed, is_refused, &bring, open, mode, locale) }<div role="status">if is_busy { { waiting(w.opening) } }</div></> };
            (w.resume_title, asked)
        }
        Stage::Open(found) => opened(found, &ticked, &put, mode, locale),
        Stage::Put(found, route, n) => {
            // Where drafts are kept, the other one stands beside it.
            let is_beside = n.is_none() && keep::keeps();
            let taken = if is_beside { w.taken_beside } else { w.taken };
            let said = n.map_or(taken.to_owned(), |n| with_number(w.accepted, n));
            let undo = found.mine.clone().filter(|_| !is_beside);
            let undo = undo.map(|mine| put(found, Some(mine), Next::Back));
            (w.opened, done(&said, route, undo, locale))
        }
        Stage::Back(_, route) => (w.opened, done(w.untaken, route, None, locale)),
    };
    let over = |now: bool| {
        let is_over = is_over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(now);
        })
    };
    let ondrop = {
        let (bring, is_over) = (bring.clone(), is_over.setter());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(false);
            let file = event.data_transfer().and_then(|drag| drag.files()).and_then(|files| files.get(0));
            if let Some(file) = file {
                bring.emit(file);
            }
        })
    };
    let body = html! {
        <>
            { link("yt-back", Route::Home.href(), Some(Icon::Back), page::words(locale).footer_home) }
            <div class={if *is_over { "yt-stack--wide yt-drop--over" } else { "yt-stack--wide" }} ondragover={over(true)} ondragleave={over(false)} {ondrop}>
                { heading(title) }
                { body }
            </div>
        </>
    };
    // What failed stays beside the fields, which keep the focus.
    let turn = match &*stage {
        Stage::Asking | Stage::Opening | Stage::Refused(_) => "",
        Stage::Open(_) => "open",
        Stage::Put(..) => "put",
        Stage::Back(..) => "back",
    };
    main_area("resume", title.into(), turn, body)
}

/// What comes once a draft is in its place.
#[derive(Clone, Copy)]
enum Next {
    /// Its page opens.
    Go,
    /// The person sees what was done, and can undo it.
    Taken(Option<usize>),
    /// It was undone.
    Back,
}

/// Makes a press of a button put a draft in its place.
type Put<'a> = dyn Fn(&Same<Found>, Option<Draft>, Next) -> Callback<MouseEvent> + 'a;

/// The bytes of a file, where it is not too large to be one of ours.
async fn read(file: &File) -> Result<Vec<u8>, CarryFault> {
    #[expect(clippy::cast_precision_loss, reason = "a limit of megabytes")]
    if file.size() > carry::MOST_BYTES as f64 {
        return Err(CarryFault::Large);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| CarryFault::Cut)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn refusal(refused: &Refused, locale: Locale) -> Html {
    let w = words(locale);
    let text = match refused {
        Refused::Courier(error) => return failed(w.open_failed, error, locale),
        Refused::NoForm(id) => no_form(id.as_str(), locale),
        Refused::Older => older_here(locale).to_owned(),
        Refused::Offline => page::words(locale).offline_text.to_owned(),
    };
    html! {
        <div class="yt-panel yt-panel--error yt-stack" role="alert">{ panel_title(Icon::Warning, w.open_failed) }{ said("p", "", &text) }</div>
    }
}

/// Where the file and the passphrase are asked for.
fn ask(
    chosen: Option<&Chosen>,
    typed: &UseStateHandle<String>,
    is_refused: bool,
    bring: &Callback<File>,
    onsubmit: Callback<SubmitEvent>,
    mode: Mode,
    locale: Locale,
) -> Html {
    let (w, p) = (words(locale), page::words(locale));
    let onchange = {
        let bring = bring.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                bring.emit(file);
            }
            // So that the same file can be chosen once more.
            input.set_value("");
        })
    };
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            typed.set(input.value());
        })
    };
    let told = match carry::written(typed) {
        Written::Slip(group) => with_number(w.open_slip, group),
        Written::Short(n) if is_refused => with_number(w.open_short, n),
        Written::Short(_) | Written::Offered | Written::Own => String::new(),
    };
    // Digits first: a passphrase that was offered has no letters. The keys of a kiosk have a way to them.
    let inputmode = if mode == Mode::Kiosk { "numeric" } else { "text" };
    html! {
        <>
            { leaf("p", "yt-lead", w.resume_lead) }
            <section class="yt-panel yt-stack yt-drop yt-column">
                { leaf("p", "", w.choose_text) }
                <div class="yt-actions">
                    <label class="yt-button yt-chooser">
                        { icon(Icon::Document) }{ w.choose }<input type="file" class="yt-hidden" {onchange} />
                    </label>
                </div>
                if let Some(chosen) = chosen {
                    <p role="status">{ w.chosen }{ p.colon }<strong class="yt-file">{ &chosen.name }</strong></p>
                }
            </section>
            if chosen.is_some() {
                <form class="yt-panel yt-stack yt-column" novalidate=true {onsubmit}>
                    <div class="yt-field">
                        <label class="yt-field__label" for="passphrase">{ w.open_label }</label>
                        <p class="yt-field__hint" id="passphrase-hint">{ w.open_hint }</p>
                        <input class="yt-input yt-input--secret" id="passphrase" type="text" {inputmode} value={(**typed).clone()} {oninput} autocomplete="off"
                            spellcheck="false" autocapitalize="off" aria-describedby="passphrase-hint passphrase-told" />
                        <p class="yt-field__hint" id="passphrase-told" role="status">{ told }</p>
                    </div>
                    <div class="yt-actions">
                        <button type="submit" class="yt-button yt-button--primary yt-button--large">{ icon(Icon::Lock) }{ w.open }</button>
                    </div>
                </form>
            }
        </>
    }
}

/// A file that is open: what it is, and what can be done with it.
fn opened(
    found: &Same<Found>,
    ticked: &UseStateHandle<Vec<usize>>,
    put: &Put<'_>,
    mode: Mode,
    locale: Locale,
) -> (&'static str, Html) {
    let w = words(locale);
    let Some(later) = later::here() else { return (w.opened, Html::default()) };
    let here = Route::Fill(found.form.id.clone(), None).href();
    let keep = link("yt-button", here, None, w.keep_mine);
    let (title, inner) = match (&found.mine, &found.differences) {
        (Some(_), Some(differences)) if differences.is_empty() => {
            let go = link(
                "yt-button yt-button--primary",
                Route::Fill(found.form.id.clone(), None).href(),
                None,
                w.go_on,
            );
            (w.opened, html! { <>{ leaf("p", "", w.compare_none) }<div class="yt-actions">{ go }</div></> })
        }
        (Some(mine), Some(differences)) => {
            let tick = {
                let ticked = ticked.setter();
                Callback::from(move |next: Vec<usize>| ticked.set(next))
            };
            let accepted: Vec<_> = differences
                .iter()
                .enumerate()
                .filter(|(idx, _)| ticked.contains(idx))
                .map(|(_, difference)| difference.clone())
                .collect();
            let n = accepted.len();
            let onclick = put(found, found.accepted(&accepted), Next::Taken(Some(n)));
            let of = Comparing { found, mine, differences, ticked, is_shared: mode.is_shared() };
            let list = html! {
                <>
                    { compare(&of, &tick, later, locale) }
                    <div class="yt-actions">
                        <button type="button" class="yt-button yt-button--primary yt-button--large" {onclick}>{ accept_text(n, locale) }</button>
                        if n > 0 { { keep } }
                    </div>
                </>
            };
            (w.compare_title, list)
        }
        (mine, _) => {
            let next = if mine.is_some() { Next::Taken(None) } else { Next::Go };
            let take = put(found, Some(found.taken_in()), next);
            let inner = html! {
                <>
                    if mine.is_some() {
                        <p class="yt-field__warning">{ with(if keep::keeps() { w.beside } else { w.replaces }, found.form.title.get(locale)) }</p>
                    }
                    if found.has_other_consents() { <p class="yt-field__warning">{ w.consents_left }</p> }
                    <div class="yt-actions">
                        { button("yt-button yt-button--primary yt-button--large", None, w.take, take) }
                        if mine.is_some() { { keep } }
                    </div>
                </>
            };
            (w.opened, inner)
        }
    };
    let body = html! {
        <>
            { facts(found, later, locale) }
            <section class="yt-panel yt-stack">{ inner }</section>
        </>
    };
    (title, body)
}

/// Which form, how old, how far.
fn facts(found: &Found, later: &later::Later, locale: Locale) -> Html {
    let (w, p) = (words(locale), page::words(locale));
    let (n_done, _) = found.view(&found.theirs, later, locale).progress;
    let date = found.at.get(..10).and_then(crate::model::Date::parse_iso).map(|date| day(date, locale));
    let time = found.at.get(11..16).filter(|time| time.bytes().all(|b| b.is_ascii_digit() || b == b':'));
    let at = date.map_or(w.day_unknown.to_owned(), |date| [&date, " ", time.unwrap_or_default()].concat());
    let version = if found.version < found.form.version {
        with(w.opened_older, &found.version.to_string())
    } else {
        found.version.to_string()
    };
    let mut rows = vec![
        (w.opened_form, found.form.title.get(locale).to_owned()),
        (w.opened_at, at),
        (w.opened_progress, with_number(w.opened_of, n_done)),
        (w.opened_version, version),
    ];
    if !found.files.is_empty() {
        rows.push((w.opened_files, found.files.len().to_string()));
    }
    let rows = rows.into_iter().map(|(name, text)| {
        html! { <div class="yt-facts__row">{ leaf("dt", "", name) }{ said("dd", "", &text) }</div> }
    });
    html! {
        <section class="yt-stack">
            <dl class="yt-facts yt-facts--wide">{ for rows }</dl>
            if !found.left.is_empty() {
                <p class="yt-field__warning">{ w.not_carried }{ found.left.join(p.semicolon) }</p>
            }
        </section>
    }
}

/// What was done, and the ways on.
fn done(said_so: &str, route: &Route, undo: Option<Callback<MouseEvent>>, locale: Locale) -> Html {
    let w = words(locale);
    html! {
        <section class="yt-panel yt-panel--good yt-stack">
            <div role="status">{ panel_title(Icon::Tick, said_so) }</div>
            <div class="yt-actions">
                { link("yt-button yt-button--primary yt-button--large", route.href(), None, w.go_on) }
                if let Some(undo) = undo { { button("yt-button", None, w.undo, undo) } }
            </div>
        </section>
    }
}
