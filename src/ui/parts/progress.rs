//! How far the person is.

use yew::prelude::*;

use crate::{
    model::Locale,
    text::page::{with_number, words},
};

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The language.
    pub locale: Locale,
    /// The open page, from 1.
    pub step: usize,
    /// How many there are.
    pub steps: usize,
}

/// "Step 2 of 5", and the same as a row of marks.
#[component]
pub(crate) fn Progress(props: &Props) -> Html {
    let w = words(props.locale);
    let marks = (1..=props.steps).map(|step| {
        let class = match step.cmp(&props.step) {
            std::cmp::Ordering::Less => "yt-progress__done",
            std::cmp::Ordering::Equal => "yt-progress__here",
            std::cmp::Ordering::Greater => "yt-progress__open",
        };
        html! { <li key={step} {class}></li> }
    });
    html! {
        <div class="yt-progress">
            <ol class="yt-progress__track" aria-hidden="true">{ for marks }</ol>
            <span>{ with_number(&with_number(w.progress, props.step), props.steps) }</span>
        </div>
    }
}
