//! Something that should be there is not: a file that did not come, or a pack with faults. The rest goes on working.

use yew::prelude::*;

use crate::{
    diag::Diagnostic,
    model::Locale,
    text::{diagnose, page::words},
    ui::{Route, parts::MainArea},
};

/// What [`Offline`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct OfflineProps {
    /// The language.
    pub locale: Locale,
    /// What the network said, for staff.
    pub what: AttrValue,
}

/// A file did not come.
#[component]
pub(crate) fn Offline(props: &OfflineProps) -> Html {
    let w = words(props.locale);
    let retry = Callback::from(|_: MouseEvent| {
        // Where a reload is refused, nothing else would help.
        let _ = gloo::utils::window().location().reload();
    });
    html! {
        <MainArea title={w.offline_title}>
            <div class="yt-column yt-stack" role="alert">
                <h1 tabindex="-1">{ w.offline_title }</h1>
                <p>{ w.offline_text }</p>
                <p class="yt-field__hint">{ &props.what }</p>
                <p><button type="button" class="yt-button yt-button--primary" onclick={retry}>{ w.papers_retry }</button></p>
            </div>
        </MainArea>
    }
}

/// What [`Broken`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct BrokenProps {
    /// The language.
    pub locale: Locale,
    /// The form's id.
    pub id: AttrValue,
    /// What is wrong with its pack.
    pub faults: Vec<Diagnostic>,
}

/// A form whose pack can not be used, by name.
#[component]
pub(crate) fn Broken(props: &BrokenProps) -> Html {
    let w = words(props.locale);
    let faults = props.faults.iter().map(|fault| {
        let (message, _hint) = diagnose(fault, props.locale);
        html! { <li>{ &fault.place.pointer }{ " " }{ message }</li> }
    });
    html! {
        <MainArea title={w.broken_title}>
            <div class="yt-column yt-stack" role="alert">
                <h1 tabindex="-1">{ w.broken_title }</h1>
                <p>{ w.broken_text }</p>
                <p class="yt-tag yt-tag--plain">{ &props.id }</p>
                <ul class="yt-field__hint">{ for faults }</ul>
                <p><a class="yt-button yt-button--primary" href={Route::Home.href()}>{ w.go_home }</a></p>
            </div>
        </MainArea>
    }
}
