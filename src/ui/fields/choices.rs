//! Several of a list: a box to tick for each.

use yew::prelude::*;

use super::{Asking, leave_group};
use crate::{
    session::{Action, FieldView},
    ui::parts::{Join, field_frame},
    validate::kinds::choices::{codes, toggled},
};

/// The question with its boxes. The first has the question's id, so that a link to the question leads there.
pub(crate) fn choices(view: &FieldView, asking: &Asking) -> Html {
    field_frame(view, asking, Join::Legend, &|aria| {
        let boxes = view.choices.iter().enumerate().map(|(idx, choice)| {
            let (act, path) = (asking.act.clone(), view.path.clone());
            let raw = toggled(&view.raw, &choice.code);
            let onchange = Callback::from(move |_: Event| {
                act.emit(Action::Enter { path: path.clone(), raw: raw.clone() });
            });
            let id = (idx == 0).then(|| aria.id.clone());
            html! {
                <label class="yt-option" key={choice.code.clone()}>
                    <input type="checkbox" {id} checked={codes(&view.raw).any(|of| of == choice.code)} {onchange} />
                    { choice.label.get(asking.locale) }
                </label>
            }
        });
        html! { <div class="yt-options" onfocusout={leave_group(view, asking)}>{ for boxes }</div> }
    })
}
