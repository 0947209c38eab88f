//! Yes or no.

use yew::prelude::*;

use super::{Asking, choice::radios};
use crate::{session::FieldView, text::page::words, ui::parts::Join, ui::parts::field_frame};

/// The question with two buttons.
pub(crate) fn yes_no(view: &FieldView, asking: &Asking) -> Html {
    let w = words(asking.locale);
    field_frame(view, asking, Join::Legend, &|aria| {
        radios(view, asking, aria, "yt-options yt-options--row", &[("true", w.yes), ("false", w.no)])
    })
}
