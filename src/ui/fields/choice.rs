//! One of a list: buttons where there are few, a list to open where there are many.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{Asking, leave, leave_group};
use crate::{
    session::{Action, FieldView},
    text::page::words,
    ui::parts::{Aria, Join, field_frame},
};

/// More choices than this are a list to open.
const MOST_RADIOS: usize = 8;

/// The question with its choices.
pub(crate) fn choice(view: &FieldView, asking: &Asking) -> Html {
    let options: Vec<(&str, &str)> =
        view.choices.iter().map(|choice| (choice.code.as_str(), choice.label.get(asking.locale))).collect();
    if options.len() <= MOST_RADIOS {
        return field_frame(view, asking, Join::Legend, &|aria| {
            radios(view, asking, aria, "yt-options", &options)
        });
    }
    field_frame(view, asking, Join::Label, &|aria| {
        let (act, path) = (asking.act.clone(), view.path.clone());
        let onchange = Callback::from(move |event: Event| {
            if let Some(raw) = selected(&event) {
                act.emit(Action::Enter { path: path.clone(), raw });
            }
        });
        html! {
            <select class="yt-input" id={aria.id.clone()} aria-describedby={aria.described_by.clone()}
                aria-invalid={aria.invalid()} {onchange} onblur={leave(view, asking)}>
                { option_rows(&options, &view.raw, asking) }
            </select>
        }
    })
}

/// Large buttons, one of which is chosen. The first has the question's id, so that a link to the question leads there.
pub(crate) fn radios(
    view: &FieldView,
    asking: &Asking,
    aria: &Aria,
    class: &'static str,
    options: &[(&str, &str)],
) -> Html {
    let rows = options.iter().enumerate().map(|(idx, (code, label))| {
        let (act, path, raw) = (asking.act.clone(), view.path.clone(), (*code).to_owned());
        let onchange = Callback::from(move |_: Event| {
            act.emit(Action::Enter { path: path.clone(), raw: raw.clone() });
        });
        let id = (idx == 0).then(|| aria.id.clone());
        html! {
            <label class="yt-option" key={*code}>
                <input type="radio" name={aria.id.clone()} {id} checked={view.raw == **code} {onchange} />
                { *label }
            </label>
        }
    });
    html! { <div {class} onfocusout={leave_group(view, asking)}>{ for rows }</div> }
}

/// "Please choose", then the options.
pub(crate) fn option_rows(options: &[(&str, &str)], chosen: &str, asking: &Asking) -> Html {
    let rows = options.iter().map(|(code, label)| {
        html! { <option key={*code} value={(*code).to_owned()} selected={chosen == *code}>{ *label }</option> }
    });
    // Without a chosen option the browser would pick one itself when the list changes.
    let is_open = options.iter().all(|(code, _)| *code != chosen);
    html! {
        <>
            <option value="" selected={is_open}>{ words(asking.locale).choose }</option>
            { for rows }
        </>
    }
}

/// The code that was chosen.
pub(crate) fn selected(event: &Event) -> Option<String> {
    let target = event.target()?;
    target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value)
}
