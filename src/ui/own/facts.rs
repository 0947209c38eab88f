//! What is kept, to be read: licences first, then every question that has an answer.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    kept::{Kept, said},
    licence::{Due, Licence},
};
use crate::{
    model::{Kind, Locale},
    session::{FieldView, FormView, SectionView},
    text::{
        own::{ends, words},
        page::day,
    },
    ui::{
        Whose,
        parts::{Icon, icon, leaf},
    },
    validate::Severity,
};

/// All of it, with when it was saved.
pub(super) fn facts(kept: &Kept, view: &FormView, saved_at: Option<&str>) -> Html {
    let w = words(view.locale);
    let pages = view.pages.iter().map(|page| {
        let sections: Vec<Html> =
            page.sections.iter().filter_map(|part| section(part, view.locale)).collect();
        html! { <div class="yt-stack" key={page.id.as_str()}>{ sections }</div> }
    });
    html! {
        <>
            if kept.whose == Whose::Firm { { licence_panel(&kept.licences(), view.locale) } }
            { for pages }
            if let Some(saved_at) = saved_at {
                <dl class="yt-facts yt-facts--wide">{ row(w.saved_at, html! { { saved_at.to_owned() } }) }</dl>
            }
        </>
    }
}

/// The licences; those that have expired or soon will are named in words.
fn licence_panel(all: &[Licence], locale: Locale) -> Html {
    let w = words(locale);
    let is_urgent = all.iter().any(|licence| licence.due() != Due::Good);
    let class = if is_urgent { "yt-panel yt-panel--warn yt-stack" } else { "yt-panel yt-stack" };
    html! {
        <section {class} aria-labelledby="own-licences">
            <h2 class="yt-panel__title" id="own-licences">
                { icon(if is_urgent { Icon::Warning } else { Icon::Document }) }{ w.licences }
            </h2>
            if is_urgent { { leaf("p", "", w.renew) } }
            if all.is_empty() { { leaf("p", "", w.licences_none) } }
            <ul>{ for all.iter().map(|licence| line(licence, locale)) }</ul>
        </section>
    }
}

fn line(licence: &Licence, locale: Locale) -> Html {
    let w = words(locale);
    let name = if licence.name.is_empty() { w.licence_unnamed } else { &licence.name };
    let until = match licence.until {
        Some((last, days)) => html! {
            <div>
                { w.until }{ " " }{ day(last, locale) }{ " " }
                if licence.due() != Due::Good {
                    <span class="yt-tag yt-tag--warn">{ ends(days, locale) }</span>
                }
            </div>
        },
        None => leaf("div", "yt-field__hint", w.until_none),
    };
    html! {
        <li>
            <b>{ name }</b>
            if !licence.number.is_empty() { <div>{ w.number }{ " " }{ &licence.number }</div> }
            { until }
        </li>
    }
}

/// The answers of a part; nothing where it has none.
fn section(part: &SectionView, locale: Locale) -> Option<Html> {
    let is_answer = |field: &&Rc<FieldView>| *field.kind != Kind::Rows && !said(field).is_empty();
    let rows: Vec<Html> = part.fields.iter().filter(is_answer).map(|field| answer(field, locale)).collect();
    let title = part.title.as_ref();
    (!rows.is_empty()).then(|| {
        html! {
            <section class="yt-stack">
                if let Some(title) = title { <h2>{ title }</h2> }
                <dl class="yt-facts yt-facts--wide">{ rows }</dl>
            </section>
        }
    })
}

fn answer(field: &FieldView, locale: Locale) -> Html {
    let w = words(locale);
    let is_wrong = field.issues.iter().any(|issue| issue.severity == Severity::Error);
    row(
        &field.label,
        html! {
            <>
                { said(field).to_owned() }
                if is_wrong { { " " }{ leaf("span", "yt-tag yt-tag--warn", w.wrong) } }
            </>
        },
    )
}

fn row(name: &str, text: Html) -> Html {
    html! { <div class="yt-facts__row"><dt>{ name }</dt><dd>{ text }</dd></div> }
}
