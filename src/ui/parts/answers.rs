//! The list of answers with a way to change each.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    model::{PageId, Path},
    session::{FieldView, PageView},
    text::page::words,
    ui::fields::Asking,
    validate::Severity,
};

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The page whose answers are listed.
    pub page: Rc<PageView>,
    /// Called with page and question to change.
    pub change: Callback<(PageId, Path)>,
}

/// The answers of one page.
#[component]
pub(crate) fn Answers(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let fields = props.page.sections.iter().flat_map(|section| &section.fields);
    let rows = fields.map(|field| {
        let (change, page, path) = (props.change.clone(), props.page.id.clone(), field.path.clone());
        let onclick = Callback::from(move |_| change.emit((page.clone(), path.clone())));
        answer_row(field, &asking, onclick)
    });
    html! {
        <section class="yt-stack">
            <h2>{ &props.page.title }</h2>
            <dl class="yt-answers">{ for rows }</dl>
        </section>
    }
}

/// One answer.
pub(crate) fn answer_row(field: &FieldView, asking: &Asking, onclick: Callback<MouseEvent>) -> Html {
    let w = words(asking.locale);
    let is_wrong = field.issues.iter().any(|issue| issue.severity == Severity::Error);
    let text = match (&field.masked, field.shown.is_empty()) {
        (Some(masked), _) if asking.is_shared => masked,
        (_, false) => &field.shown,
        (_, true) => &field.raw,
    };
    html! {
        <div class="yt-answers__row" key={field.path.as_str()}>
            <dt>{ &field.label }</dt>
            <dd class="yt-answers__value">
                if text.is_empty() {
                    <span class="yt-answers__empty">{ w.not_answered }</span>
                } else {
                    { text }
                }
                if is_wrong && !text.is_empty() {
                    { " " }<span class="yt-tag yt-tag--warn">{ w.error_prefix.trim_end_matches(['：', ':', ' ']) }</span>
                }
                if field.is_derived && !text.is_empty() {
                    { " " }<span class="yt-tag yt-tag--accent">{ w.derived }</span>
                }
            </dd>
            <dd class="yt-answers__act">
                <button type="button" class="yt-button yt-button--quiet yt-button--small" {onclick}>
                    { w.change }<span class="yt-hidden">{ &field.label }</span>
                </button>
            </dd>
        </div>
    }
}
