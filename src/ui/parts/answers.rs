//! The list of answers with a way to change each.

use yew::prelude::*;

use super::leaf;
use crate::{
    model::{PageId, Path},
    session::{FieldView, PageView},
    text::page::words,
    ui::fields::Asking,
    validate::Severity,
};

/// The answers of one page.
pub(crate) fn answers(page: &PageView, asking: &Asking, change: &Callback<(PageId, Path)>) -> Html {
    let mut rows = Vec::new();
    for section in &page.sections {
        for field in &section.fields {
            let (change, page, path) = (change.clone(), page.id.clone(), field.path.clone());
            let onclick = Callback::from(move |_| change.emit((page.clone(), path.clone())));
            rows.push(answer_row(field, asking, onclick));
        }
    }
    html! {
        <section class="yt-stack" key={page.id.as_str()}>
            <h2>{ &page.title }</h2>
            <dl class="yt-answers">{ rows }</dl>
        </section>
    }
}

/// One answer.
fn answer_row(field: &FieldView, asking: &Asking, onclick: Callback<MouseEvent>) -> Html {
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
                    { leaf("span", "yt-answers__empty", w.not_answered) }
                } else {
                    { text }
                }
                if is_wrong && !text.is_empty() {
                    { " " }<span class="yt-tag yt-tag--warn">{ w.error_prefix.trim_end_matches(['：', ':', ' ']) }</span>
                }
                if field.is_derived && !text.is_empty() {
                    { " " }{ leaf("span", "yt-tag yt-tag--accent", w.derived) }
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
