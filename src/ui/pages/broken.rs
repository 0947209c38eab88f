//! A pack with faults. The rest goes on working.

use yew::prelude::*;

use crate::{
    diag::Diagnostic,
    model::Locale,
    text::{not_a_pack, page::words},
    ui::{
        Route,
        parts::{heading, leaf, link, main_area},
    },
};

/// A form whose pack can not be used, by name.
pub(crate) fn broken(locale: Locale, id: &str, faults: &[Diagnostic]) -> Html {
    let w = words(locale);
    let faults = faults.iter().map(|fault| {
        // Opening a pack has no other fault; the sentences of form files stay out of the page.
        html! { <li>{ fault.code.id() }{ " " }{ not_a_pack(locale).0 }</li> }
    });
    let body = html! {
        <>
            <div class="yt-column yt-stack" role="alert">
                { heading(w.broken_title) }
                { leaf("p", "", w.broken_text) }
                <p class="yt-tag yt-tag--plain">{ id }</p>
                <ul class="yt-field__hint">{ for faults }</ul>
                <p>{ link("yt-button yt-button--primary", Route::Home.href(), None, w.go_home) }</p>
            </div>
        </>
    };
    main_area("broken", w.broken_title.into(), "", body)
}
