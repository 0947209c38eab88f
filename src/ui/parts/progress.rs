//! How far the person is.

use yew::prelude::*;

use crate::{
    model::Locale,
    text::page::{with_number, words},
};

/// "Step 2 of 5", counted from 1, and the same as a row of marks.
pub(crate) fn progress(locale: Locale, here: usize, steps: usize) -> Html {
    let w = words(locale);
    let marks = (1..=steps).map(|step| {
        let class = match step.cmp(&here) {
            std::cmp::Ordering::Less => "yt-progress__done",
            std::cmp::Ordering::Equal => "yt-progress__here",
            std::cmp::Ordering::Greater => "yt-progress__open",
        };
        html! { <li key={step} {class}></li> }
    });
    html! {
        <div class="yt-progress">
            <ol class="yt-progress__track" aria-hidden="true">{ for marks }</ol>
            <span>{ with_number(&with_number(w.progress, here), steps) }</span>
        </div>
    }
}
