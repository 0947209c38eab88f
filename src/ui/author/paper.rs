//! The form's paper as the press draws it, and a scan of the official form beneath it, to compare the grid.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::{
    model::{Date, Form, Locale},
    text::{
        author::words,
        fault,
        page::{with_number, words as page_words},
    },
    ui::{
        Same, World,
        hooks::blob::BlobUrl,
        island::{keyed, part},
        later,
        parts::{Icon, button, leaf, panel_title, waiting},
    },
    worker::{Format, Made, Order, PaperKind, WorkerError},
};

/// The largest picture of a scan, in megabytes.
const MAX_MB: usize = 40;
/// How strong the scan is at first, in hundredths.
const STRENGTH: u32 = 50;

#[derive(PartialEq)]
struct Props {
    world: World,
    form: Same<Form>,
    pack: Same<Vec<u8>>,
    sample: Option<Same<Vec<u8>>>,
    today: Date,
}

part!(Props, use_paper);

/// The paper of a form; its scan stays while the form's file is read again.
pub(super) fn paper(
    world: &World,
    form: &Same<Form>,
    pack: &Same<Vec<u8>>,
    sample: Option<&Same<Vec<u8>>>,
    today: Date,
) -> Html {
    let (form, pack, sample) = (form.clone(), pack.clone(), sample.cloned());
    let key = form.id.as_str().to_owned();
    keyed("paper", &key, Props { world: world.clone(), form, pack, sample, today })
}

#[derive(Clone, PartialEq)]
enum State {
    Making,
    Failed(WorkerError),
    Ready(Same<Vec<BlobUrl>>),
}

/// A picture beneath one page.
#[derive(Clone, PartialEq)]
struct Scan {
    url: Same<BlobUrl>,
    page: usize,
}

#[hook]
fn use_paper(props: &Props) -> Html {
    let locale = props.world.prefs.locale;
    let w = words(locale);
    let is_sample = use_state_eq(|| false);
    let state = use_state_eq(|| State::Making);
    {
        let (setter, catalogue) = (state.setter(), props.world.catalogue.clone());
        let sample = props.sample.clone().filter(|_| *is_sample);
        let deps = (props.pack.clone(), sample, props.today, locale);
        use_effect_with(deps, move |(pack, sample, today, locale)| {
            setter.set(State::Making);
            let order = Order {
                pack: pack.0.clone(),
                entered: sample.as_ref().map(|bytes| bytes.to_vec()),
                attachments: Vec::new(),
                paper: if sample.is_some() { PaperKind::Sample } else { PaperKind::Blank },
                formats: vec![Format::Svg],
                today: *today,
                locale: *locale,
                helper: None,
            };
            let is_current = Rc::new(Cell::new(true));
            let is_wanted = is_current.clone();
            spawn_local(async move {
                let Some(later) = later::here() else { return };
                let made = (later.make)(&catalogue, order).await;
                if is_wanted.get() {
                    setter.set(
                        made.map_or_else(State::Failed, |made| State::Ready(Same::new(pictures(&made)))),
                    );
                }
            });
            move || is_current.set(false)
        });
    }
    let scan = use_state_eq(|| None::<Scan>);
    let is_bad = use_state_eq(|| false);
    let which = {
        let is_sample = is_sample.setter();
        Callback::from(move |sample: bool| is_sample.set(sample))
    };
    let sheets = match &*state {
        State::Making => waiting(page_words(locale).papers_making),
        State::Failed(error) => html! {
            <div class="yt-panel yt-panel--error yt-stack" role="alert">
                { panel_title(Icon::Warning, page_words(locale).papers_failed) }
                <p>{ fault::worker(error, locale) }</p>
            </div>
        },
        State::Ready(pages) => sheets(&props.form, pages, scan.as_ref(), locale),
    };
    let n_pages = match &*state {
        State::Ready(pages) => pages.len(),
        State::Making | State::Failed(_) => 0,
    };
    html! {
        <section class="yt-panel yt-stack" aria-labelledby="paper-title">
            <h3 id="paper-title">{ w.paper_title }</h3>
            { kinds(props.sample.is_some(), *is_sample, &which, locale) }
            { scanning(&scan, &is_bad, n_pages, locale) }
            { sheets }
        </section>
    }
}

fn pictures(made: &Made) -> Vec<BlobUrl> {
    made.of(Format::Svg).iter().filter_map(|page| BlobUrl::new(page, "image/svg+xml")).collect()
}

/// Blank or sample.
fn kinds(has_sample: bool, is_sample: bool, which: &Callback<bool>, locale: Locale) -> Html {
    let w = words(locale);
    let one = |text: &'static str, sample: bool| {
        let which = which.clone();
        let is_here = is_sample == sample;
        let class = if is_here {
            "yt-button yt-button--small yt-button--primary"
        } else {
            "yt-button yt-button--small"
        };
        let onclick = Callback::from(move |_: MouseEvent| which.emit(sample));
        html! { <button type="button" {class} aria-pressed={is_here.to_string()} {onclick}>{ text }</button> }
    };
    html! {
        if has_sample {
            <div class="yt-actions" role="group" aria-label={w.paper_which}>
                { one(w.paper_blank, false) }{ one(w.paper_sample, true) }
            </div>
        } else {
            { leaf("p", "yt-field__hint", w.paper_no_sample) }
        }
    }
}

/// The scan: choosing it, its page, its strength.
fn scanning(
    scan: &UseStateHandle<Option<Scan>>,
    is_bad: &UseStateHandle<bool>,
    n_pages: usize,
    locale: Locale,
) -> Html {
    let w = words(locale);
    let take = {
        let (scan, is_bad) = (scan.clone(), is_bad.setter());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            input.set_value("");
            let is_small = file.size() <= (MAX_MB * 1024 * 1024) as f64;
            let url = if is_small && file.type_().starts_with("image/") { BlobUrl::of(&file) } else { None };
            is_bad.set(url.is_none());
            if let Some(url) = url {
                let page = scan.as_ref().map_or(0, |scan| scan.page);
                scan.set(Some(Scan { url: Same::new(url), page }));
            }
        })
    };
    let remove = {
        let scan = scan.setter();
        Callback::from(move |_: MouseEvent| scan.set(None))
    };
    html! {
        <div class="yt-stack yt-scan">
            <h4>{ w.scan_title }</h4>
            { leaf("p", "yt-field__hint", w.scan_text) }
            <div class="yt-actions">
                <label class="yt-button yt-chooser">
                    { w.scan_choose }<input type="file" class="yt-hidden" accept="image/*" onchange={take} />
                </label>
                if scan.is_some() { { button("yt-button", None, w.scan_remove, remove) } }
            </div>
            if **is_bad {
                <p class="yt-field__warning" role="alert">{ with_number(w.scan_bad, MAX_MB) }</p>
            }
            if let Some(shown) = &**scan { { settings(shown, scan, n_pages, locale) } }
        </div>
    }
}

/// Beneath which page, and how strong. The strength is set through the document, as a strict policy refuses what stands in an
/// attribute.
fn settings(shown: &Scan, scan: &UseStateHandle<Option<Scan>>, n_pages: usize, locale: Locale) -> Html {
    let w = words(locale);
    let pages = page_words(locale);
    let turn = {
        let (scan, url) = (scan.setter(), shown.url.clone());
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            scan.set(Some(Scan { url: url.clone(), page: value.parse().unwrap_or_default() }));
        })
    };
    let strength = Callback::from(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        fade(&input.value());
    });
    let option = |page: usize| {
        html! { <option value={page.to_string()} selected={page == shown.page}>{ with_number(pages.papers_page_alt, page + 1) }</option> }
    };
    html! {
        <>
            <div>
                <label for="scan-strength">{ w.scan_opacity }</label>
                <input type="range" id="scan-strength" class="yt-range" min="0" max="100" step="5" value={STRENGTH.to_string()} oninput={strength} />
            </div>
            if n_pages > 1 {
                <div>
                    <label for="scan-page">{ w.scan_page }</label>
                    <select class="yt-input" id="scan-page" onchange={turn}>{ for (0..n_pages).map(option) }</select>
                </div>
            }
        </>
    }
}

/// Sets the strength of the scan, in hundredths.
fn fade(hundredths: &str) {
    let Some(scan) = gloo::utils::document().get_element_by_id("scan") else { return };
    let scan: HtmlElement = wasm_bindgen::JsCast::unchecked_into(scan);
    // A value that is none leaves the scan as it is.
    let _ = scan.style().set_property("opacity", &[hundredths, "%"].concat());
}

#[derive(PartialEq)]
struct UnderProps {
    url: Same<BlobUrl>,
    alt: &'static str,
}

part!(UnderProps, use_under);

/// The scan itself, as strong as the slider says when it is laid down.
#[hook]
fn use_under(props: &UnderProps) -> Html {
    use_effect_with((), |()| {
        let slider = gloo::utils::document().get_element_by_id("scan-strength");
        let slider = slider.map(wasm_bindgen::JsCast::unchecked_into::<HtmlInputElement>);
        fade(&slider.map_or(STRENGTH.to_string(), |slider| slider.value()));
    });
    html! { <img class="yt-overlay__scan" id="scan" src={props.url.as_str().to_owned()} alt={props.alt} /> }
}

/// The pages below each other, one of them over the scan.
fn sheets(form: &Form, urls: &[BlobUrl], scan: Option<&Scan>, locale: Locale) -> Html {
    let w = words(locale);
    let pages = page_words(locale);
    let one = |(idx, url): (usize, &BlobUrl)| {
        let caption = with_number(pages.papers_page_alt, idx + 1);
        let alt = [form.title.get(locale), pages.colon, &caption].concat();
        let under =
            scan.filter(|scan| scan.page == idx || (scan.page >= urls.len() && idx == 0)).map(|scan| {
                keyed("under", scan.url.as_str(), UnderProps { url: scan.url.clone(), alt: w.scan_alt })
            });
        html! {
            <li key={idx}>
                <figure>
                    <div class="yt-overlay">
                        { under }
                        <img class="yt-overlay__paper" src={url.as_str().to_owned()} {alt} width="794" height="1123" />
                    </div>
                    <figcaption>{ caption }</figcaption>
                </figure>
            </li>
        }
    };
    html! { <ol class="yt-sheets">{ for urls.iter().enumerate().map(one) }</ol> }
}
