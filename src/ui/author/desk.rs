//! The page: files come in, the helper looks at them, and what it found is shown below.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    bring::bring,
    faults::faults,
    files::{Brought, LeftOut, MAX_FILES, MAX_MB},
    form::form,
};
use crate::{
    catalog,
    model::{Date, Form, Locale},
    text::{
        author::words,
        fault,
        page::{with, with_number},
    },
    ui::{
        Same, World,
        hooks::{catalogue::Catalogue, clock},
        island::{island, part},
        parts::{Icon, heading, leaf, main_area, panel_title, waiting},
    },
    worker::{Checked, Dropped, ExampleRun, Helper, WorkerError},
};

thread_local! {
    static HELPER: RefCell<Option<Helper>> = const { RefCell::new(None) };
}

/// What was brought, with all that came of it.
pub(super) struct Bench {
    /// What was found.
    pub checked: Checked,
    /// The forms, opened.
    pub forms: Vec<Shown>,
    n_files: usize,
    left_out: Option<LeftOut>,
}

/// A form to show.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    /// The file's name.
    pub file: String,
    /// The form and its pack; none where it has an error.
    pub opened: Option<(Same<Form>, Same<Vec<u8>>)>,
    /// The answers of the filled sample.
    pub sample: Option<Same<Vec<u8>>>,
    /// Its examples.
    pub runs: Vec<ExampleRun>,
    /// The day.
    pub today: Date,
}

/// How far it is.
#[derive(Clone, PartialEq)]
enum Stage {
    Idle,
    Reading,
    Checking,
    Unreadable,
    Failed(WorkerError),
}

#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_desk);

/// The page.
pub(super) fn desk(world: &World) -> Html {
    island("desk", Props { world: world.clone() })
}

#[hook]
fn use_desk(props: &Props) -> Html {
    let world = &props.world;
    let locale = world.prefs.locale;
    let brought = use_state(|| None::<Same<Brought>>);
    let attempt = use_state(|| 0_u32);
    let stage = use_state_eq(|| Stage::Idle);
    let bench = use_state(|| None::<Same<Bench>>);
    let chosen = use_state_eq(String::new);
    let is_over = use_state_eq(|| false);
    {
        let (stage, bench, catalogue) = (stage.setter(), bench.setter(), world.catalogue.clone());
        let deps = ((*brought).clone(), *attempt, locale);
        use_effect_with(deps, move |(brought, _, locale)| {
            let (brought, locale) = (brought.clone(), *locale);
            let is_current = Rc::new(Cell::new(true));
            let is_wanted = is_current.clone();
            spawn_local(async move {
                let Some(brought) = brought else { return };
                let tell = |stage_now| {
                    if is_wanted.get() {
                        stage.set(stage_now);
                    }
                };
                tell(Stage::Reading);
                let found = look(&brought, &catalogue, locale, &|| tell(Stage::Checking)).await;
                // What was brought since counts.
                if is_wanted.get() {
                    match found {
                        Ok(found) => {
                            bench.set(Some(Same::new(found)));
                            stage.set(Stage::Idle);
                        }
                        Err(failed) => stage.set(failed),
                    }
                }
            });
            move || is_current.set(false)
        });
    }
    let take = {
        let brought = brought.setter();
        Callback::from(move |new: Brought| brought.set(Some(Same::new(new))))
    };
    let is_live = brought.as_ref().is_some_and(|brought| brought.is_live());
    let again = is_live.then(|| {
        let attempt = attempt.clone();
        Callback::from(move |_: MouseEvent| attempt.set(*attempt + 1))
    });
    let over = |is_over_now: bool| {
        let is_over = is_over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(is_over_now);
        })
    };
    let ondrop = {
        let (take, is_over) = (take.clone(), is_over.setter());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(false);
            if let Some(transfer) = event.data_transfer() {
                take.emit(Brought::dropped(&transfer));
            }
        })
    };
    let w = words(locale);
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |file: String| chosen.set(file))
    };
    let body = html! {
        <div class="yt-stack--wide" ondragover={over(true)} ondragleave={over(false)} {ondrop}>
            <div class="yt-stack">
                { heading(w.title) }
                { leaf("p", "", w.lead) }
                <p><a href="book/index.html" target="_blank" rel="noopener">{ w.book }</a></p>
            </div>
            { bring(locale, *is_over, &take, again) }
            <div role="status">{ status(&stage, bench.as_deref(), locale) }</div>
            if let Some(bench) = &*bench {
                { faults(&bench.checked, locale) }
                { form(world, bench, &chosen, &choose) }
            }
        </div>
    };
    main_area("author", w.title.into(), "", body)
}

/// What is going on, what went wrong, or what was read.
fn status(stage: &Stage, bench: Option<&Bench>, locale: Locale) -> Html {
    let w = words(locale);
    let failed = |text: String| {
        html! {
            <div class="yt-panel yt-panel--error yt-stack">{ panel_title(Icon::Warning, w.failed) }<p>{ text }</p></div>
        }
    };
    match stage {
        Stage::Reading => waiting(w.reading),
        Stage::Checking => waiting(w.checking),
        Stage::Unreadable => failed(w.changed.to_owned()),
        Stage::Failed(error) => failed(fault::worker(error, locale)),
        Stage::Idle => bench.map(|bench| read(bench, locale)).unwrap_or_default(),
    }
}

/// What was read, and what was not.
fn read(bench: &Bench, locale: Locale) -> Html {
    let w = words(locale);
    let unused = &bench.checked.unused;
    let left_out = bench.left_out.map(|left_out| match left_out {
        LeftOut::Files => with_number(w.too_many, MAX_FILES),
        LeftOut::Bytes => with_number(w.too_much, MAX_MB),
    });
    html! {
        <div class="yt-stack">
            if bench.n_files == 0 {
                <p class="yt-field__warning">{ w.no_json }</p>
            } else {
                <p>{ with_number(w.read_files, bench.n_files) }</p>
            }
            if let Some(left_out) = left_out {
                <p class="yt-field__warning">{ left_out }</p>
            }
            if !unused.is_empty() {
                <details class="yt-field__help">
                    <summary>{ w.unused }{ " (" }{ unused.len() }{ ")" }</summary>
                    <ul>{ for unused.iter().map(|name| html! { <li>{ name }</li> }) }</ul>
                </details>
            }
        </div>
    }
}

/// Reads what was brought and has the helper look at it.
async fn look(
    brought: &Brought,
    catalogue: &Catalogue,
    locale: Locale,
    next: &dyn Fn(),
) -> Result<Bench, Stage> {
    let bundle = brought.read().await.map_err(|_| Stage::Unreadable)?;
    next();
    let today = clock::today().ok_or(Stage::Failed(WorkerError::Unavailable))?;
    let helper = HELPER.with_borrow_mut(|slot| {
        if slot.is_none() {
            *slot = Helper::of_page(&catalogue.places, &catalogue.author);
        }
        slot.clone()
    });
    let helper = helper.ok_or(Stage::Failed(WorkerError::Unavailable))?;
    let dropped = Dropped { files: bundle.files, today, locale };
    let mut checked = helper.check(&dropped).await.map_err(Stage::Failed)?;
    let file = |name: &String| dropped.files.iter().find(|(other, _)| other == name).map(|(_, bytes)| bytes);
    let forms = checked.forms.iter_mut().map(|form| {
        let pack = form.pack.take();
        let opened = pack.and_then(|pack| Some((Same::new(catalog::open(&pack).0?), Same::new(pack))));
        Shown {
            file: form.file.clone(),
            opened,
            sample: form.sample.as_ref().and_then(file).map(|bytes| Same(bytes.clone())),
            runs: std::mem::take(&mut form.runs),
            today,
        }
    });
    let forms = forms.collect();
    Ok(Bench { checked, forms, n_files: dropped.files.len(), left_out: bundle.left_out })
}

/// A count with its words, `错误 2 处`.
pub(super) fn count(text: &str, n: usize) -> String {
    with(text, &n.to_string())
}
