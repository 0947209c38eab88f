//! In place of every page: the deployment's settings are wrong, and which.

use yew::prelude::*;

use crate::{
    diag::Diagnostic,
    model::Locale,
    text::upkeep::{fault, words},
    ui::parts::{heading, leaf, main_area},
};

/// The faults, each with its key and what is wanted there.
pub(super) fn unsettled(faults: &[Diagnostic], locale: Locale) -> Html {
    let w = words(locale);
    let rows = faults.iter().map(|found| {
        let (key, wanted) = fault(found, locale);
        html! { <div class="yt-facts__row"><dt><code>{ key }</code></dt><dd>{ wanted }</dd></div> }
    });
    let body = html! {
        <div class="yt-column yt-stack" role="alert">
            { heading(w.unsettled_title) }
            { leaf("p", "yt-lead", w.unsettled_text) }
            { leaf("p", "", w.unsettled_staff) }
            <dl class="yt-facts yt-facts--wide">{ for rows }</dl>
        </div>
    };
    main_area("unsettled", w.unsettled_title.into(), "", body)
}
