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
    ui::{hooks::use_composition, parts::Aria},
};

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The question.
    pub view: Rc<FieldView>,
    /// What the frame gives.
    pub aria: Aria,
    /// More than one line.
    #[prop_or_default]
    pub is_long: bool,
    /// Shows the value in groups once the field is left.
    #[prop_or_default]
    pub is_grouped: bool,
    /// A class that says how wide it is.
    #[prop_or_default]
    pub width: &'static str,
}

/// The input.
#[component]
pub(crate) fn TextInput(props: &Props) -> Html {
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
            _ if props.is_grouped && !*is_edited.borrow() && !has_issue && !view.shown.is_empty() => {
                view.shown.clone()
            }
            _ => view.raw.clone(),
        }
    };
    let class = classes!("yt-input", props.width);
    let described_by = props.aria.described_by.clone();
    let required = view.is_required.then_some("true");
    let id = props.aria.id.clone();
    let count = remaining(view).map(|left| {
        let text = with_number(words(asking.locale).characters_left, left);
        html! { <p class="yt-field__count" aria-hidden="true">{ text }</p> }
    });
    if props.is_long {
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
