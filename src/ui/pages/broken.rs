//! Something that should be there is not: a file that did not come, or a pack with faults. The rest goes on working.

use yew::prelude::*;

use crate::{
    diag::Diagnostic,
    model::Locale,
    text::{diagnose, page::words},
    ui::{Route, parts::main_area},
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
            <h1 tabindex="-1">{ w.offline_title }</h1>
            <p>{ w.offline_text }</p>
            <p class="yt-field__hint">{ what }</p>
            <p><button type="button" class="yt-button yt-button--primary" onclick={retry}>{ w.papers_retry }</button></p>
        </div>
    };
    main_area("offline", w.offline_title.into(), "", body)
}

/// A form whose pack can not be used, by name.
pub(crate) fn broken(locale: Locale, id: &str, faults: &[Diagnostic]) -> Html {
    let w = words(locale);
    let faults = faults.iter().map(|fault| {
        let (message, _hint) = diagnose(fault, locale);
        html! { <li>{ &fault.place.pointer }{ " " }{ message }</li> }
    });
    let body = html! {
        <>
            <div class="yt-column yt-stack" role="alert">
                <h1 tabindex="-1">{ w.broken_title }</h1>
                <p>{ w.broken_text }</p>
                <p class="yt-tag yt-tag--plain">{ id }</p>
                <ul class="yt-field__hint">{ for faults }</ul>
                <p><a class="yt-button yt-button--primary" href={Route::Home.href()}>{ w.go_home }</a></p>
            </div>
        </>
    };
    main_area("broken", w.broken_title.into(), "", body)
}
