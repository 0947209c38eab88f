//! A file that should be there did not come.

use yew::prelude::*;

use crate::{
    model::Locale,
    text::page::words,
    ui::parts::{button, heading, leaf, main_area},
};

/// A file did not come.
pub(crate) fn offline(locale: Locale, what: &str) -> Html {
    let w = words(locale);
    let retry = Callback::from(|_: MouseEvent| {
        // Where a reload is refused, nothing else would help.
        let _ = gloo::utils::window().location().reload();
    });
    let body = html! {
        <div class="yt-column yt-stack" role="alert">
            { heading(w.offline_title) }
            { leaf("p", "", w.offline_text) }
            <p class="yt-field__hint">{ what }</p>
            <p>{ button("yt-button yt-button--primary", None, w.papers_retry, retry) }</p>
        </div>
    };
    main_area("offline", w.offline_title.into(), "", body)
}
