//! Help where a browser neither prints nor downloads. What is missing is told by what the browser has, never by its name; an
//! app that has the means and does not use them shows only when a person tries, so the help is always there, folded.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    model::Locale,
    text::{
        aid::words,
        page::{self, with_number},
    },
    ui::{
        Hand, Same,
        door::{self, Behind},
        hooks::blob::{self, BlobUrl},
        island::{island, part},
        parts::{button, leaf, waiting},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    locale: Locale,
    /// The addresses of the pages.
    pages: Vec<String>,
}

part!(Props, use_aid);

/// What came of it.
#[derive(Clone, PartialEq)]
enum State {
    Offered,
    Making,
    Failed,
    Made(Same<Vec<BlobUrl>>),
}

/// The help.
pub(crate) fn aid(locale: Locale, pages: &[BlobUrl]) -> Html {
    island("aid", Props { locale, pages: pages.iter().map(|page| page.as_str().to_owned()).collect() })
}

/// Whether the browser prints and keeps files by itself, as far as it says.
pub(crate) fn is_able() -> bool {
    can_print() && blob::can_download()
}

/// Whether the browser has a way to print.
pub(crate) fn can_print() -> bool {
    js_sys::Reflect::get(&gloo::utils::window(), &"print".into()).is_ok_and(|print| print.is_function())
}

#[hook]
fn use_aid(props: &Props) -> Html {
    let w = words(props.locale);
    let state = use_state_eq(|| State::Offered);
    let make = {
        let (state, pages) = (state.setter(), props.pages.clone());
        Callback::from(move |_: MouseEvent| {
            let (state, pages) = (state.clone(), pages.clone());
            state.set(State::Making);
            spawn_local(async move {
                let made = pictures(pages).await;
                state.set(made.map_or(State::Failed, |made| State::Made(Same::new(made))));
            });
        })
    };
    let offer = || button("yt-button", None, w.make, make.clone());
    let came = match &*state {
        State::Offered => offer(),
        State::Making => waiting(w.making),
        State::Failed => html! { <>{ said(w.failed) }{ offer() }</> },
        State::Made(made) => html! { <>{ said(w.done) }{ pictured(made, props.locale) }</> },
    };
    let is_able = is_able();
    html! {
        <details class="yt-field__help yt-no-print" open={!is_able}>
            { leaf("summary", "", w.summary) }
            <div class="yt-stack">
                if !is_able { { leaf("p", "yt-field__warning", w.missing) } }
                { leaf("p", "", w.menu) }
                { leaf("p", "", w.keep) }
                { came }
                { leaf("p", "", w.staff) }
            </div>
        </details>
    }
}

fn said(text: &'static str) -> Html {
    html! { <p role="status">{ text }</p> }
}

fn pictured(made: &[BlobUrl], locale: Locale) -> Html {
    let alt = |idx: usize| with_number(page::words(locale).papers_page_alt, idx + 1);
    let pages = made.iter().enumerate().map(|(idx, url)| {
        html! { <li key={idx}><img src={url.as_str().to_owned()} alt={alt(idx)} width="794" height="1123" /></li> }
    });
    html! { <ol class="yt-sheets">{ for pages }</ol> }
}

/// Every page; none where one fails.
async fn pictures(pages: Vec<String>) -> Option<Vec<BlobUrl>> {
    door::fetch(Hand::FILE).await.ok()?;
    let hand = door::here::<Hand>()?;
    let mut made = Vec::new();
    for page in pages {
        made.push((hand.picture)(page).await?);
    }
    Some(made)
}
