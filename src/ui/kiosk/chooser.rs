//! A list to touch: what a browser opens for a `select` has lines too low for a finger. A physical keyboard still has the
//! browser's own.

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlOptionElement, HtmlSelectElement};
use yew::prelude::*;

use super::{dialog, field};
use crate::{
    model::Locale,
    text::kiosk::words,
    ui::{
        island::{island, part},
        parts::button,
    },
};

#[derive(PartialEq)]
struct Props {
    locale: Locale,
}

part!(Props, use_chooser);

/// The list, closed until a `select` is touched.
pub(super) fn chooser(locale: Locale) -> Html {
    island("chooser", Props { locale })
}

#[hook]
fn use_chooser(props: &Props) -> Html {
    let node = use_node_ref();
    let list = use_state_eq(|| None::<HtmlSelectElement>);
    {
        let list = list.setter();
        use_effect_with((), move |()| {
            let options =
                EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
            let listener = EventListener::new_with_options(&document(), "mousedown", options, move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let touched = target.and_then(|target| target.closest("select").ok().flatten());
                let Some(touched) = touched.and_then(|node| node.dyn_into::<HtmlSelectElement>().ok()) else {
                    return;
                };
                event.prevent_default();
                // The focus comes back here when the dialog closes.
                let _ = touched.focus();
                list.set(Some(touched));
            });
            move || drop(listener)
        });
    }
    {
        let node = node.clone();
        use_effect_with((*list).clone(), move |list| {
            if list.is_some() { dialog::show(&node) } else { dialog::close(&node) }
        });
    }
    let close = {
        let list = list.setter();
        move || list.set(None)
    };
    let w = words(props.locale);
    let rows = list.as_ref().map(options).unwrap_or_default().into_iter().enumerate().map(|(idx, option)| {
        let (close, list, value) = (close.clone(), (*list).clone(), option.value());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(list) = &list {
                field::choose(list, &value);
            }
            close();
        });
        let pressed = if option.selected() { "true" } else { "false" };
        html! {
            <li key={idx}>
                <button type="button" class="yt-option" aria-pressed={pressed} {onclick}>{ option.text() }</button>
            </li>
        }
    });
    let rows: Vec<Html> = rows.collect();
    let cancel = {
        let close = close.clone();
        Callback::from(move |_: Event| close())
    };
    let back = Callback::from(move |_: MouseEvent| close());
    html! {
        <dialog class="yt-dialog yt-choose" ref={node} aria-labelledby="choose-title" oncancel={cancel}>
            <h2 id="choose-title">{ w.choose_title }{ list.as_ref().and_then(name) }</h2>
            <ul class="yt-choose__list">{ rows }</ul>
            <div class="yt-actions">{ button("yt-button", None, w.choose_back, back) }</div>
        </dialog>
    }
}

/// What the list is called: by the label beside it, or by what stands first in the label around it.
fn name(list: &HtmlSelectElement) -> Option<String> {
    let beside = ["label[for=\"", &list.id(), "\"]"].concat();
    let label = document().query_selector(&beside).ok().flatten();
    let around = || list.closest("label").ok().flatten()?.first_element_child();
    label.or_else(around)?.text_content()
}

fn options(list: &HtmlSelectElement) -> Vec<HtmlOptionElement> {
    let n = list.length();
    (0..n).filter_map(|idx| list.item(idx)?.dyn_into().ok()).collect()
}
