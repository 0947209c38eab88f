//! The page that hands a draft over: as a file, to a phone, home or a helper; and as a printed request for help.

use std::{collections::BTreeSet, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    form::{draft_of, looked_at, put},
    helpers::{helpers, use_helpers},
    lock::{Passphrase, name, passphrase},
    request::{Request, open_questions, sheet},
    share,
};
use crate::{
    model::{Draft, Handover, Locale, Mode},
    record,
    text::{
        carry::{self, words},
        page::{self, with_number},
    },
    ui::{
        Route, Same, World,
        hooks::{blob::BlobUrl, clock, files, focus},
        island::{keyed, part},
        later,
        pages::Opened,
        parts::{Icon, button, heading, icon, leaf, link, main_area, panel_title, said, waiting},
    },
    worker::{Courier, CourierError, Parcel, WorkerError},
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    world: World,
    opened: Opened,
}

part!(Props, use_hand);

/// The page.
pub(super) fn hand(world: &World, opened: Opened) -> Html {
    let id = opened.form.id.clone();
    keyed("carry", id.as_str(), Props { world: world.clone(), opened })
}

/// How far the file is.
#[derive(Clone, PartialEq)]
enum Stage {
    Idle,
    Making,
    Made(Same<Made>),
    Failed(CourierError),
}

/// A file that was made.
struct Made {
    name: String,
    bytes: Vec<u8>,
    url: Option<BlobUrl>,
    /// How many attachments were not there to be put in.
    n_lost: usize,
    passphrase: String,
}

/// The draft as it was when the page opened, and what of it is open.
struct Seen {
    draft: Option<Draft>,
    open: Vec<String>,
}

#[hook]
fn use_hand(props: &Props) -> Html {
    let Props { world, opened } = props;
    let settings = &world.catalogue.settings;
    let locale = world.prefs.locale;
    // The courier ends with this page.
    let courier = use_memo((), |()| Courier::of_page());
    let stage = use_state_eq(|| Stage::Idle);
    let secret = use_state_eq(Passphrase::drawn);
    let is_tried = use_state_eq(|| false);
    let is_printed = use_state_eq(|| false);
    let is_unshared = use_state_eq(|| false);
    let seen = use_state(|| None::<Seen>);
    {
        let (setter, opened) = (seen.setter(), opened.clone());
        // Once the page of questions is gone, so that what was typed last is kept.
        use_effect_with(locale, move |locale| setter.set(see(&opened, *locale)));
    }
    use_effect_with(matches!(*stage, Stage::Made(_)), |is_made| {
        if *is_made {
            focus::by_id("carry-made");
        }
    });
    let people = use_helpers(&world.catalogue, &opened.form.department);
    let make = {
        let is_busy = matches!(*stage, Stage::Making);
        let (stage, secret, is_tried) = (stage.setter(), secret.clone(), is_tried.setter());
        let (courier, opened) = (courier, opened.clone());
        Callback::from(move |_: MouseEvent| {
            is_tried.set(true);
            if is_busy || !secret.is_good() {
                return;
            }
            stage.set(Stage::Making);
            let (stage, courier, opened, secret) =
                (stage.clone(), courier.clone(), opened.clone(), secret.chosen().to_owned());
            spawn_local(async move {
                let made = made(courier.as_ref().as_ref(), &opened, &secret).await;
                stage.set(made.map_or_else(Stage::Failed, |made| Stage::Made(Same::new(made))));
            });
        })
    };
    let set = {
        let (secret, stage) = (secret.setter(), stage.setter());
        use_callback((), move |next: Passphrase, ()| {
            // A file that was made has the passphrase that it was made with.
            stage.set(Stage::Idle);
            secret.set(next);
        })
    };
    let Some(seen) = &*seen else {
        let w = page::words(locale);
        return main_area("carry", w.loading.into(), "", waiting(w.loading));
    };
    let w = words(locale);
    let form = &opened.form;
    let made = match &*stage {
        Stage::Made(made) => Some(made),
        Stage::Idle | Stage::Making | Stage::Failed(_) => None,
    };
    let request = Request {
        helpers: &people,
        file: made.map(|made| made.name.as_str()),
        passphrase: made.filter(|_| *is_printed).map(|made| made.passphrase.as_str()),
        district: settings.district.get(locale),
    };
    let print = Callback::from(|_: MouseEvent| {
        // Where printing is missing (in-app browsers) nothing happens; the list of helpers stands on the page as well.
        let _ = gloo::utils::window().print();
    });
    let tick = {
        let is_printed = is_printed.clone();
        Callback::from(move |_: Event| is_printed.set(!*is_printed))
    };
    let file_panel = match (settings.mode, &seen.draft) {
        (Mode::Kiosk, _) => note(w.kiosk),
        (_, None) => note(w.nothing),
        (_, Some(_)) => {
            let inner = match &*stage {
                Stage::Made(made) => ready(made, &is_unshared, locale),
                // All stays while the file is being made, so that the focus does.
                Stage::Idle | Stage::Making | Stage::Failed(_) => html! {
                    <>
                        { passphrase(&secret, *is_tried, &set, locale) }
                        <p class="yt-field__warning">{ w.apart }</p>
                        if let Stage::Failed(error) = &*stage { { failed(w.failed, error, locale) } }
                        <div class="yt-actions">
                            { button("yt-button yt-button--primary yt-button--large", Some(Icon::Lock), w.make, make) }
                        </div>
                        <div role="status">if matches!(*stage, Stage::Making) { { waiting(w.making) } }</div>
                    </>
                },
            };
            html! {
                <section class="yt-panel yt-stack" aria-labelledby="carry-file">
                    <h2 class="yt-panel__title" id="carry-file">{ icon(Icon::Lock) }{ w.file_title }</h2>
                    { leaf("p", "", w.file_text) }
                    { inner }
                </section>
            }
        }
    };
    let body = html! {
        <>
            { sheet(form, &seen.open, &request, locale) }
            { link("yt-back", Route::Fill(form.id.clone(), None).href(), Some(Icon::Back), w.go_on) }
            <div class="yt-stack--wide">
                <div class="yt-stack">
                    { said("p", "yt-field__hint", form.title.get(locale)) }
                    { heading(w.title) }
                    { leaf("p", "yt-lead", w.lead) }
                </div>
                { file_panel }
                <section class="yt-panel yt-stack" aria-labelledby="carry-request">
                    <h2 class="yt-panel__title" id="carry-request">{ icon(Icon::Print) }{ w.request_title }</h2>
                    { leaf("p", "", w.request_text) }
                    if made.is_some() {
                        <label class="yt-materials__row">
                            <input class="yt-materials__tick" type="checkbox" checked={*is_printed} onchange={tick} />
                            <span class="yt-materials__text">{ w.request_passphrase }</span>
                        </label>
                    }
                    <div class="yt-actions">{ button("yt-button yt-button--primary", Some(Icon::Print), w.request_print, print) }</div>
                </section>
                <section class="yt-panel yt-stack">{ helpers(&people, form.department.get(locale), locale) }</section>
            </div>
        </>
    };
    main_area("carry", w.title.into(), "", body)
}

fn note(text: &'static str) -> Html {
    html! { <section class="yt-panel yt-panel--warn yt-stack">{ leaf("p", "", text) }</section> }
}

/// Why it did not work, and that nothing is lost.
pub(super) fn failed(title: &'static str, error: &CourierError, locale: Locale) -> Html {
    let text = match error {
        CourierError::Worker(error) => carry::worker(error, locale),
        CourierError::File(fault) => carry::fault(fault, locale),
    };
    html! {
        <div class="yt-panel yt-panel--error yt-stack" role="alert">
            { panel_title(Icon::Warning, title) }
            { leaf("p", "", text) }
            { leaf("p", "", words(locale).not_lost) }
        </div>
    }
}

fn see(opened: &Opened, locale: Locale) -> Option<Seen> {
    let later = later::here()?;
    let draft = draft_of(opened, later);
    let empty = || Draft::new(opened.form.id.clone(), opened.form.version);
    let view = looked_at(&opened.form, &draft.clone().unwrap_or_else(empty), opened.today, later, locale);
    Some(Seen { open: open_questions(&opened.form, &view, locale), draft })
}

/// Closes the draft as it is now. A worker that broke off is started once more before the person hears of it.
async fn made(courier: Option<&Courier>, opened: &Opened, secret: &str) -> Result<Made, CourierError> {
    let gone = || CourierError::Worker(WorkerError::Unavailable);
    let (Some(courier), Some(later)) = (courier, later::here()) else { return Err(gone()) };
    let mut draft = draft_of(opened, later).ok_or_else(gone)?;
    if draft.handover.is_none() {
        draft.handover = Some(Handover { id: name(), base: None });
        let view = looked_at(&opened.form, &draft, opened.today, later, Locale::Zh);
        put(&opened.form, &draft, &view, false).await;
    }
    // Two answers may name one file.
    let named: BTreeSet<String> = record::named_files(&draft).into_iter().collect();
    let mut parcel = Parcel {
        draft: record::write_draft(&draft),
        at: clock::now(),
        files: files::beside(&draft)
            .await
            .into_iter()
            .map(|(sha256, bytes)| (sha256, Rc::clone(&bytes)))
            .collect(),
    };
    parcel.files.sort_by(|one, other| one.0.cmp(&other.0));
    parcel.files.dedup_by(|one, other| one.0 == other.0);
    let bytes = match courier.seal(&parcel, secret).await {
        Err(CourierError::Worker(WorkerError::Broken)) => courier.seal(&parcel, secret).await?,
        done => done?,
    };
    let day: String = clock::today().map(|day| day.to_string().replace('-', "")).unwrap_or_default();
    Ok(Made {
        name: ["yuntian-", opened.form.id.as_str(), "-", &day, ".age"].concat(),
        url: BlobUrl::new(&bytes, "application/octet-stream"),
        bytes,
        n_lost: named.len().saturating_sub(parcel.files.len()),
        passphrase: crate::carry::spelled(secret),
    })
}

/// The file that was made: to save, to send.
fn ready(made: &Same<Made>, is_unshared: &UseStateHandle<bool>, locale: Locale) -> Html {
    let (w, p) = (words(locale), page::words(locale));
    let share = {
        let (made, is_unshared) = (made.clone(), is_unshared.setter());
        Callback::from(move |_: MouseEvent| {
            let (made, is_unshared) = (made.clone(), is_unshared.clone());
            spawn_local(async move { is_unshared.set(!share::share(&made.name, &made.bytes).await) });
        })
    };
    let (can_save, can_share) = (share::can_save(), share::can_share());
    html! {
        <div class="yt-stack">
            <div class="yt-stack" role="status">
                <h3 id="carry-made" tabindex="-1">{ w.made }</h3>
                { leaf("p", "", w.made_text) }
            </div>
            <p>{ w.made_name }{ p.colon }<strong class="yt-file" translate="no">{ &made.name }</strong></p>
            <p>{ w.passphrase }{ p.colon }</p>
            <p class="yt-passphrase" translate="no">{ &made.passphrase }</p>
            { leaf("p", "yt-field__hint", w.passphrase_text) }
            <p class="yt-field__warning">{ w.apart }</p>
            if made.n_lost > 0 { <p class="yt-field__warning">{ with_number(w.lost_files, made.n_lost) }</p> }
            if **is_unshared { <p class="yt-field__error" role="alert">{ w.share_failed }</p> }
            <div class="yt-actions">
                if let Some(url) = made.url.as_ref().filter(|_| can_save) {
                    <a class="yt-button yt-button--primary" href={url.as_str().to_owned()} download={made.name.clone()}>
                        { icon(Icon::Download) }{ w.save }
                    </a>
                }
                if can_share { { button("yt-button", None, w.share, share) } }
            </div>
            if !can_save { <p class="yt-field__warning">{ w.no_files }</p> }
            { leaf("p", "yt-field__hint", w.again) }
        </div>
    }
}
