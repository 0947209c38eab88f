//! The papers: preview, download, print. Blank and sample papers need no answers; one's own are a packet, or a draft paper
//! that says what is open.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{aid, form::Opened};
use crate::{
    model::{Draft, Form, Locale, Path},
    text::{
        fault,
        page::{with_number, words},
        papers,
    },
    ui::{
        Kiosk, PaperKind, Route, Same, World, door,
        hooks::{
            Order,
            blob::{self, BlobUrl},
            press,
        },
        island::{keyed, part},
        parts::{Icon, button, heading, icon, leaf, link, main_area, panel_title, said, sheets, waiting},
    },
    worker::{Format, Made, WorkerError},
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    /// The form.
    opened: Opened,
    /// Which paper.
    kind: PaperKind,
    /// The answers, for one's own paper.
    draft: Same<Option<Draft>>,
    /// They are complete: a packet, not a draft paper.
    is_complete: bool,
}

part!(Props, use_papers);

/// What came of it.
#[derive(Clone, PartialEq)]
enum State {
    Making,
    Failed(WorkerError),
    Ready(Same<Shown>),
}

/// A made paper, with the addresses of its parts.
struct Shown {
    reference: Option<String>,
    missing: String,
    lost: Vec<Path>,
    pages: Vec<BlobUrl>,
    pdf: Option<BlobUrl>,
    json: Option<BlobUrl>,
}

/// A blank or sample paper, or one of the person's own answers.
pub(crate) fn papers(opened: Opened, kind: PaperKind, draft: Same<Option<Draft>>, is_complete: bool) -> Html {
    let key = match kind {
        PaperKind::Own => "own",
        PaperKind::Blank => "blank",
        PaperKind::Sample => "sample",
    };
    keyed("papers", key, Props { opened, kind, draft, is_complete })
}

/// The page.
#[hook]
fn use_papers(props: &Props) -> Html {
    let world = use_context::<World>();
    let locale = world.as_ref().map_or(Locale::Zh, |world| world.prefs.locale);
    let state = use_state_eq(|| State::Making);
    let attempt = use_state_eq(|| 0_u32);
    {
        let catalogue = world.as_ref().map(|world| world.catalogue.clone());
        let (setter, opened) = (state.setter(), props.opened.clone());
        let deps = (props.kind, props.draft.clone(), props.is_complete, locale, *attempt);
        use_effect_with(deps, move |(kind, draft, is_complete, locale, _)| {
            setter.set(State::Making);
            let order = Order {
                form: opened.form.id.clone(),
                pack: opened.pack.0.clone(),
                draft: (**draft).clone(),
                kind: *kind,
                is_complete: *is_complete,
                today: opened.today,
                locale: *locale,
            };
            let is_current = std::rc::Rc::new(std::cell::Cell::new(true));
            let is_wanted = is_current.clone();
            let catalogue = catalogue.clone();
            spawn_local(async move {
                let Some(catalogue) = catalogue else { return };
                let made = press::make(&catalogue, order).await;
                // A paper that nobody waits for any more is dropped.
                if is_wanted.get() {
                    setter.set(made.map_or_else(State::Failed, |made| State::Ready(Same::new(show(made)))));
                }
            });
            move || is_current.set(false)
        });
    }
    let (w, t) = (words(locale), papers::words(locale));
    let form = &props.opened.form;
    let id = &form.id;
    let (name, text, back) = match (props.kind, props.is_complete) {
        (PaperKind::Blank, _) => (t.papers_blank, t.papers_blank_text, Route::Guide(id.clone())),
        (PaperKind::Sample, _) => (t.papers_sample, t.papers_sample_text, Route::Guide(id.clone())),
        (PaperKind::Own, true) => (t.papers_complete, complete_text(locale), Route::Check(id.clone())),
        (PaperKind::Own, false) => (t.papers_draft, t.papers_draft_text, Route::Check(id.clone())),
    };
    let retry = {
        let attempt = attempt.clone();
        Callback::from(move |_: MouseEvent| attempt.set(*attempt + 1))
    };
    let body = match &*state {
        State::Making => waiting(w.papers_making),
        State::Failed(error) => html! {
            <div class="yt-panel yt-panel--error yt-stack" role="alert">
                { panel_title(Icon::Warning, w.papers_failed) }
                <p>{ fault::worker(error, locale) }</p>
                <p>{ button("yt-button yt-button--primary", None, w.papers_retry, retry) }</p>
            </div>
        },
        State::Ready(shown) => ready(shown, props, locale),
    };
    let is_good = props.kind == PaperKind::Own && props.is_complete;
    let panel = match (props.kind, is_good) {
        (_, true) => "yt-panel yt-panel--good yt-stack",
        (PaperKind::Own, false) => "yt-panel yt-panel--warn yt-stack",
        (PaperKind::Blank | PaperKind::Sample, false) => "yt-panel yt-stack",
    };
    let body = html! {
        <>
            { link("yt-back", back.href(), Some(Icon::Back), w.back) }
            <div class="yt-stack--wide">
            <div class={panel}>
                { said("p", "yt-field__hint", form.title.get(locale)) }
                { heading(name) }
                <p>{ text }</p>
            </div>
            { body }
            </div>
        </>
    };
    main_area("papers", name.into(), "", body)
}

/// What to do with papers that are complete; at a kiosk nothing is downloaded.
fn complete_text(locale: Locale) -> &'static str {
    door::here::<Kiosk>().map_or(papers::words(locale).papers_complete_text, |kiosk| (kiosk.ready)(locale))
}

fn show(made: Made) -> Shown {
    let first = |format: Format| made.of(format).first();
    let pages = made.of(Format::Svg).iter().filter_map(|page| BlobUrl::new(page, "image/svg+xml")).collect();
    Shown {
        pages,
        pdf: first(Format::Pdf).and_then(|pdf| BlobUrl::new(pdf, "application/pdf")),
        json: first(Format::Json).and_then(|json| BlobUrl::new(json, "application/json")),
        lost: made.not_attached,
        missing: made.missing.iter().map(|(_, c)| *c).collect(),
        reference: made.reference,
    }
}

/// What to do with the paper, then its pages.
fn ready(shown: &Shown, props: &Props, locale: Locale) -> Html {
    let (w, t) = (words(locale), papers::words(locale));
    let form = &props.opened.form;
    // It is here at kiosks alone: there, papers are printed and never kept as files.
    let kiosk = door::here::<Kiosk>();
    let print = Callback::from(move |_: MouseEvent| match kiosk {
        Some(kiosk) => (kiosk.print)(),
        None => {
            // Where printing is missing (in-app browsers) the pictures below can still be shown at the window.
            let _ = gloo::utils::window().print();
        }
    });
    let stem = file_stem(form.id.as_str(), props, shown.reference.as_deref());
    let file = |ending: &str| [&stem, ending].concat();
    let download = |url: &BlobUrl, name: String, class: &'static str, text: &'static str| {
        html! { <a {class} href={url.as_str().to_owned()} download={name}>{ icon(Icon::Download) }{ text }</a> }
    };
    let can_download = kiosk.is_none() && blob::can_download();
    html! {
            <div class="yt-papers">
                <div class="yt-papers__side yt-panel yt-stack yt-no-print">
                    if let Some(reference) = &shown.reference {
                        <p>{ t.papers_reference }{ w.colon }<strong>{ reference }</strong></p>
                    }
                    if !shown.missing.is_empty() {
                        <p class="yt-field__warning">{ w.papers_missing_glyph }{ &shown.missing }</p>
                    }
                    if !shown.lost.is_empty() {
                        <p class="yt-field__warning">{ t.papers_lost }{ lost(&shown.lost, form, locale) }</p>
                    }
                    <div class="yt-actions yt-actions--column">
    if aid::can_print() {
                            { button("yt-button yt-button--primary yt-button--large", Some(Icon::Print), w.print, print) }
                        }
                        if can_download {
                            if let Some(url) = &shown.pdf { { download(url, file(".pdf"), "yt-button", t.download_pdf) } }
                            if let Some(url) = &shown.json {
                                { download(url, file(".json"), "yt-button", t.download_data) }
                                { leaf("p", "yt-field__hint", t.download_data_hint) }
                            }
                        }
                    </div>
                    if kiosk.is_none() {
                        { aid::aid(locale, &shown.pages) }
                    }
                    if props.kind == PaperKind::Own {
                        { leaf("h2", "", t.papers_next) }
                        <ol class="yt-steps">
                            { leaf("li", "", t.papers_next_sign) }{ leaf("li", "", t.papers_next_bring) }{ leaf("li", "", t.papers_next_wipe) }
                        </ol>
                        <p>{ link("", Route::Check(form.id.clone()).href(), None, t.edit_answers) }</p>
                    }
                </div>
                <section class="yt-sheets-area yt-papers__sheets yt-stack" aria-label={t.papers_title}>
                    <p class="yt-field__hint yt-no-print">{ with_number(t.papers_pages, shown.pages.len()) }</p>
                    { sheets(locale, form.title.get(locale), &shown.pages) }
                </section>
            </div>
        }
}

/// What the questions are called whose file is not on the paper.
fn lost(paths: &[Path], form: &Form, locale: Locale) -> String {
    let labels = paths.iter().filter_map(|path| form.field(&path.template()));
    labels.map(|field| field.label.get(locale)).collect::<Vec<_>>().join(words(locale).list_comma)
}

/// The name of a file: form, paper and reference number; never a name or a number of a person.
fn file_stem(id: &str, props: &Props, reference: Option<&str>) -> String {
    let paper = match (props.kind, reference) {
        (PaperKind::Blank, _) => "blank",
        (PaperKind::Sample, _) => "sample",
        (PaperKind::Own, Some(reference)) => reference,
        (PaperKind::Own, None) => "draft",
    };
    [id, "-", paper].concat()
}
