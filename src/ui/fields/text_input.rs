//! One line or several of text; every typed kind uses it.
//!
//! **Invariant:** between compositionstart and compositionend nothing is dispatched and nothing is rewritten, so that
//! pinyin input works; digits are grouped when the field is left, never while typing.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::use_question;
use crate::{
    model::Kind,
    session::{Action, FieldView},
    text::page::{with_number, words},
    ui::{
        hooks::composition,
        island::part,
        parts::{Join, field_frame},
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

/// How a kind is typed; `None` for kinds that are not.
pub(super) fn look(kind: &Kind) -> Option<Look> {
    match kind {
        Kind::Text { is_long } => Some(Look { is_long: *is_long, ..Look::default() }),
        Kind::Name => Some(Look { class: "yt-input yt-input--name", ..Look::default() }),
        Kind::Integer | Kind::Decimal | Kind::Money => Some(Look::grouped("yt-input yt-input--number")),
        Kind::Email => Some(Look::default()),
        Kind::Document(_) => Some(Look::grouped("yt-input yt-input--id")),
        // By the last class a kiosk knows what a scanned card answers.
        Kind::CitizenId => Some(Look::grouped("yt-input yt-input--id yt-input--citizen")),
        Kind::Phone => Some(Look::grouped("yt-input yt-input--phone")),
        Kind::BankCard => Some(Look::grouped("yt-input yt-input--card")),
        Kind::Group
        | Kind::Rows
        | Kind::Date
        | Kind::Month
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::YesNo
        | Kind::Address
        | Kind::Signature
        | Kind::Attachment(_) => None,
    }
}

/// What it needs.
#[derive(PartialEq)]
pub(super) struct Props {
    pub(super) view: Rc<FieldView>,
    pub(super) look: Look,
}

part!(Props, use_text_input);

/// The question with its input.
#[hook]
fn use_text_input(props: &Props) -> Html {
    let view = &props.view;
    let question = use_question(view);
    let asking = &question.asking;
    let node = use_node_ref();
    let is_edited = use_mut_ref(|| false);
    let has_focus = use_state_eq(|| false);

    let oninput = {
        let (act, path, node, is_edited) =
            (asking.act.clone(), view.path.clone(), node.clone(), is_edited.clone());
        Callback::from(move |event: InputEvent| {
            let Some(raw) = event.target().as_ref().and_then(value_of) else { return };
            if !composition::is_composing(&node) {
                *is_edited.borrow_mut() = true;
                act.emit(Action::Enter { path: path.clone(), raw });
            }
        })
    };
    let onfocus = {
        let has_focus = has_focus.setter();
        Callback::from(move |_: FocusEvent| has_focus.set(true))
    };
    let onblur = {
        let (has_focus, is_edited) = (has_focus.setter(), is_edited.clone());
        let leave = super::leave(view, asking);
        Callback::from(move |event: FocusEvent| {
            *is_edited.borrow_mut() = false;
            has_focus.set(false);
            leave.emit(event);
        })
    };

    let has_issue = !view.issues.is_empty();
    let value = if composition::is_composing(&node) {
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
    let required = view.is_required.then_some("true");
    let autocomplete = if asking.is_shared { "off".to_owned() } else { view.autocomplete.clone() };
    question.frame(view, &|| {
        field_frame(view, asking, Join::Label, &|aria| {
            let id = aria.id.clone();
            let described_by = aria.described_by.clone();
            let (node, value, autocomplete) = (node.clone(), value.clone(), autocomplete.clone());
            let (oninput, onfocus, onblur) = (oninput.clone(), onfocus.clone(), onblur.clone());
            let input = if props.look.is_long {
                html! {
                    <textarea {class} {id} ref={node} {value} rows="3" aria-describedby={described_by}
                        aria-invalid={aria.invalid()} aria-required={required} {autocomplete}
                        {oninput} {onfocus} {onblur} />
                }
            } else {
                let inputmode = Some(view.inputmode).filter(|mode| *mode != "text");
                html! {
                    <input {class} {id} ref={node} {value} {inputmode} aria-describedby={described_by}
                        aria-invalid={aria.invalid()} aria-required={required} {autocomplete}
                        {oninput} {onfocus} {onblur} />
                }
            };
            match remaining(view) {
                None => input,
                Some(left) => {
                    let text = with_number(words(asking.locale).characters_left, left);
                    html! { <>{ input }<p class="yt-field__count" aria-hidden="true">{ text }</p></> }
                }
            }
        })
    })
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
