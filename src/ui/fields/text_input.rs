//! One line or several of text; every typed kind uses it.
//!
//! **Invariant:** between compositionstart and compositionend nothing is dispatched and nothing is rewritten, so that
//! pinyin input works; digits are grouped when the field is left, never while typing.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Asking;
use crate::{
    model::Kind,
    session::{Action, FieldView},
    text::page::{with_number, words},
    ui::{
        hooks::use_composition,
        island::{island, part},
        parts::{Aria, Join, field_frame},
    },
};

/// How the kinds of typed answers differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    /// More than one line.
    pub is_long: bool,
    /// Shows the value in groups once the field is left.
    pub is_grouped: bool,
    /// Its classes, which say how wide it is.
    pub class: &'static str,
}

impl Default for Look {
    fn default() -> Self {
        Self { is_long: false, is_grouped: false, class: "yt-input" }
    }
}

impl Look {
    /// Grouped when left.
    pub(crate) fn grouped(class: &'static str) -> Self {
        Self { is_grouped: true, class, is_long: false }
    }
}

/// The question with its control.
pub(crate) fn text_input(view: &Rc<FieldView>, asking: &Asking, look: Look) -> Html {
    field_frame(view, asking, Join::Label, &|aria| {
        island("text", Props { view: view.clone(), aria: aria.clone(), look })
    })
}

/// What it needs.
#[derive(PartialEq)]
struct Props {
    view: Rc<FieldView>,
    aria: Aria,
    look: Look,
}

part!(Props, use_text_input);

/// The input.
#[hook]
fn use_text_input(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let view = &props.view;
    let node = use_node_ref();
    let is_edited = use_mut_ref(|| false);
    let has_focus = use_state_eq(|| false);

    let enter = {
        let is_edited = is_edited.clone();
        let deps = (asking.act.clone(), view.path.clone());
        use_callback(deps, move |target: Option<EventTarget>, (act, path)| {
            let Some(raw) = target.as_ref().and_then(value_of) else { return };
            *is_edited.borrow_mut() = true;
            act.emit(Action::Enter { path: path.clone(), raw });
        })
    };
    let is_composing = use_composition(&node, enter.clone());
    let oninput = {
        let is_composing = is_composing.clone();
        Callback::from(move |event: InputEvent| {
            if !is_composing.get() {
                enter.emit(event.target());
            }
        })
    };
    let onfocus = {
        let has_focus = has_focus.setter();
        Callback::from(move |_: FocusEvent| has_focus.set(true))
    };
    let onblur = {
        let (has_focus, is_edited) = (has_focus.setter(), is_edited.clone());
        let leave = super::leave(view, &asking);
        Callback::from(move |event: FocusEvent| {
            *is_edited.borrow_mut() = false;
            has_focus.set(false);
            leave.emit(event);
        })
    };

    let has_issue = !view.issues.is_empty();
    let value = if is_composing.get() {
        // Whatever made us render, the half-written word stays as it is.
        node.get().and_then(|node| value_of(node.unchecked_ref())).unwrap_or_default()
    } else {
        match &view.masked {
            Some(masked) if asking.is_shared && !*has_focus && !has_issue => masked.clone(),
            _ if props.look.is_grouped && !*is_edited.borrow() && !has_issue && !view.shown.is_empty() => {
                view.shown.clone()
            }
            _ => view.raw.clone(),
        }
    };
    let class = props.look.class;
    let described_by = props.aria.described_by.clone();
    let required = view.is_required.then_some("true");
    let id = props.aria.id.clone();
    let count = remaining(view).map(|left| {
        let text = with_number(words(asking.locale).characters_left, left);
        html! { <p class="yt-field__count" aria-hidden="true">{ text }</p> }
    });
    if props.look.is_long {
        return html! {
            <>
                <textarea {class} {id} ref={node} {value} rows="3" aria-describedby={described_by}
                    aria-invalid={props.aria.invalid()} aria-required={required}
                    autocomplete={view.autocomplete.clone()} spellcheck="false"
                    {oninput} {onfocus} {onblur} />
                { for count }
            </>
        };
    }
    html! {
        <>
            <input {class} {id} ref={node} {value} type="text" inputmode={view.inputmode} aria-describedby={described_by}
                aria-invalid={props.aria.invalid()} aria-required={required}
                autocomplete={view.autocomplete.clone()} spellcheck="false" autocapitalize="off"
                {oninput} {onfocus} {onblur} />
            { for count }
        </>
    }
}

/// How many characters are left, once the end is near.
fn remaining(view: &FieldView) -> Option<usize> {
    if !matches!(*view.kind, Kind::Text { .. }) {
        return None;
    }
    let limit = view.limits.max_length?;
    let left = limit.checked_sub(view.raw.chars().count())?;
    (left * 5 <= limit).then_some(left)
}

/// What stands in an input or a text area.
pub(crate) fn value_of(target: &EventTarget) -> Option<String> {
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return Some(input.value());
    }
    target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)
}
