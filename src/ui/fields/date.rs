//! A day or a month in small boxes, year first. What is stored is `1946-03-08` or `1946-03`; while something is missing,
//! `1946-3-`. A whole day typed or pasted into a box (`1946年3月8日`, `19460308`) goes to the boxes it belongs to.

use yew::prelude::*;

use super::{Asking, leave_group, text_input::value_of};
use crate::{
    model::{Kind, Path},
    session::{Action, FieldView},
    text::page::words,
    ui::{
        hooks::focus,
        parts::{Aria, Join, field_frame},
    },
    validate::kinds::boxes::{join, put, split},
};

/// The question with its boxes.
pub(crate) fn date(view: &FieldView, asking: &Asking) -> Html {
    let w = words(asking.locale);
    let n_boxes = if *view.kind == Kind::Month { 2 } else { 3 };
    let parts = split(&view.raw, n_boxes);
    field_frame(view, asking, Join::Legend, &|aria| {
        let boxes = [w.year, w.month, w.day].into_iter().take(n_boxes).enumerate().map(|(idx, label)| {
            let class = if idx == 0 {
                "yt-input yt-date__input yt-date__input--year"
            } else {
                "yt-input yt-date__input"
            };
            let value = parts.get(idx).cloned().unwrap_or_default();
            let oninput = entered(asking.act.clone(), view.path.clone(), parts.clone(), idx, aria);
            html! {
                <label class="yt-date__part" key={idx}>
                    <input {class} id={box_id(aria, idx)} inputmode="numeric" autocomplete="off" {value}
                        aria-invalid={aria.invalid()} {oninput} />
                    { label }
                </label>
            }
        });
        html! { <div class="yt-date" onfocusout={leave_group(view, asking)}>{ for boxes }</div> }
    })
}

fn box_id(aria: &Aria, idx: usize) -> String {
    if idx == 0 { aria.id.clone() } else { [&aria.id, "-", &idx.to_string()].concat() }
}

/// Puts what was typed in its place and sends the whole day. Where it went on to a later box, so does the focus.
fn entered(
    act: Callback<Action>,
    path: Path,
    parts: Vec<String>,
    idx: usize,
    aria: &Aria,
) -> Callback<InputEvent> {
    let aria = aria.clone();
    Callback::from(move |event: InputEvent| {
        // Digits come without a composition; the letters of one would be refused anyway.
        if event.is_composing() {
            return;
        }
        let Some(text) = event.target().as_ref().and_then(value_of) else { return };
        let mut parts = parts.clone();
        let last = put(&mut parts, idx, &text);
        act.emit(Action::Enter { path: path.clone(), raw: join(&parts) });
        if last > idx {
            focus::by_id(&box_id(&aria, last));
        }
    })
}
