//! The list of answers with a way to change each.

use yew::prelude::*;

use super::leaf;
use crate::{
    model::{Kind, PageId, Path},
    session::{FieldView, PageView, RowView},
    text::page::{Words, numbered, words},
    ui::fields::{Asking, picture},
    validate::Severity,
};

/// The answers of one page.
pub(crate) fn answers(page: &PageView, asking: &Asking, change: &Callback<(PageId, Path)>) -> Html {
    let mut rows = Vec::new();
    for section in &page.sections {
        for field in &section.fields {
            let (change_row, page_id) = (change, &page.id);
            let (change, page, path) = (change.clone(), page.id.clone(), field.path.clone());
            let onclick = Callback::from(move |_| change.emit((page.clone(), path.clone())));
            rows.push(answer_row(field, asking, onclick));
            rows.extend(field.rows.iter().enumerate().map(|(idx, row)| {
                let first = row.fields.first().map_or(&field.path, |field| &field.path).clone();
                let (change, page) = (change_row.clone(), page_id.clone());
                let onclick = Callback::from(move |_| change.emit((page.clone(), first.clone())));
                table_row(numbered(&field.label, idx + 1, asking.locale), row, asking, onclick)
            }));
        }
    }
    html! {
        <section class="yt-stack" key={page.id.as_str()}>
            <h2>{ &page.title }</h2>
            <dl class="yt-answers">{ rows }</dl>
        </section>
    }
}

/// What is answered; masked where others can see the screen.
fn answered<'a>(field: &'a FieldView, asking: &Asking) -> &'a str {
    match (&field.masked, field.shown.is_empty()) {
        (Some(masked), _) if asking.is_shared => masked,
        (_, false) => &field.shown,
        (_, true) => &field.raw,
    }
}

/// A signature as it was drawn, unless others can see the screen.
fn drawn(field: &FieldView, asking: &Asking) -> Html {
    if *field.kind == Kind::Signature && !asking.is_shared { picture(&field.raw) } else { Html::default() }
}

fn is_wrong(field: &FieldView) -> bool {
    field.issues.iter().any(|issue| issue.severity == Severity::Error)
}

/// A row of a table: its answers in lines.
fn table_row(name: String, row: &RowView, asking: &Asking, onclick: Callback<MouseEvent>) -> Html {
    let w = words(asking.locale);
    let answered = row.fields.iter().map(|field| (field, answered(field, asking)));
    let lines = answered.filter(|(_, text)| !text.is_empty()).map(|(field, text)| {
        html! { <div>{ &field.label }{ w.colon }{ text }{ drawn(field, asking) }</div> }
    });
    let is_wrong = row.fields.iter().any(|field| is_wrong(field));
    html! {
        <div class="yt-answers__row" key={row.path.as_str()}>
            <dt>{ &name }</dt>
            <dd class="yt-answers__value">
                { for lines }
                if is_wrong { { wrong_tag(w) } }
            </dd>
            <dd class="yt-answers__act">{ change_button(w, &name, onclick) }</dd>
        </div>
    }
}

fn wrong_tag(w: &Words) -> Html {
    html! { <span class="yt-tag yt-tag--warn">{ w.error_prefix.trim_end_matches(['：', ':', ' ']) }</span> }
}

fn change_button(w: &Words, name: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="yt-button yt-button--quiet yt-button--small" {onclick}>
            { w.change }<span class="yt-hidden">{ name }</span>
        </button>
    }
}

/// One answer.
fn answer_row(field: &FieldView, asking: &Asking, onclick: Callback<MouseEvent>) -> Html {
    let w = words(asking.locale);
    let is_wrong = is_wrong(field);
    let n_rows = field.rows.len().to_string();
    let text = if field.rows.is_empty() { answered(field, asking) } else { &n_rows };
    html! {
        <div class="yt-answers__row" key={field.path.as_str()}>
            <dt>{ &field.label }</dt>
            <dd class="yt-answers__value">
                if text.is_empty() {
                    { leaf("span", "yt-answers__empty", w.not_answered) }
                } else {
                    { text }{ drawn(field, asking) }
                }
                if is_wrong && !text.is_empty() {
                    { " " }{ wrong_tag(w) }
                }
                if field.is_derived && !text.is_empty() {
                    { " " }{ leaf("span", "yt-tag yt-tag--accent", w.derived) }
                }
            </dd>
            <dd class="yt-answers__act">{ change_button(w, &field.label, onclick) }</dd>
        </div>
    }
}
