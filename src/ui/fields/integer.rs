//! A whole number.

use std::rc::Rc;

use yew::prelude::*;

use super::{Asking, text_input::TextInput};
use crate::{
    session::FieldView,
    ui::parts::{Aria, Join, field_frame},
};

/// The question with its control.
pub(crate) fn integer(view: &Rc<FieldView>, asking: &Asking) -> Html {
    field_frame(view, asking, Join::Label, &|aria: &Aria| {
        html! { <TextInput view={view.clone()} aria={aria.clone()} is_grouped={false} width="yt-input--number" /> }
    })
}
