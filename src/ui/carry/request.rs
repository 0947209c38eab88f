//! The printed request for help (求助单): one sheet, drawn for paper alone.
//!
//! **Invariant:** no answer stands on it: questions by what they are called, never what was entered.

use yew::prelude::*;

use super::helpers::facts;
use crate::{
    model::{Form, Helper, Locale},
    session::FormView,
    text::{
        carry::words,
        guide,
        page::{self, with, with_number},
    },
    ui::{
        fields::{Asking, name_of},
        leaflet::{
            fit::{Content, fit},
            sheet::code,
        },
        pages::labels,
        parts::{leaf, said},
    },
    validate::{IssueKind, Severity},
};

/// What stands on it besides the form.
pub(super) struct Request<'a> {
    /// Who helps.
    pub helpers: &'a [Helper],
    /// The file's name, where one was made.
    pub file: Option<&'a str>,
    /// Its passphrase, where the person wants it there.
    pub passphrase: Option<&'a str>,
    /// The district.
    pub district: &'a str,
}

/// What is still open, and what is to be corrected, by what the questions are called. Of nothing entered everything is open.
pub(super) fn open_questions(form: &Form, view: &FormView, locale: Locale) -> Vec<String> {
    let w = words(locale);
    let asking = Asking { locale, labels: std::rc::Rc::new(labels(form, locale)), ..Asking::default() };
    let errors = view.issues.iter().filter(|issue| issue.severity == Severity::Error);
    errors
        .map(|issue| {
            let name = name_of(&issue.field, &view.rows, &asking);
            if issue.kind == IssueKind::Required { name } else { with(w.sheet_wrong, &name) }
        })
        .collect()
}

/// The sheet. On the screen it is not there.
pub(super) fn sheet(form: &Form, open: &[String], request: &Request<'_>, locale: Locale) -> Html {
    let (w, page) = (words(locale), page::words(locale));
    let content = fit(&|_| content(form, open, request, locale));
    let [materials, questions, _] = content.left;
    let more = |n: usize| {
        (n > 0)
            .then(|| said("li", "yt-sheet__more", &with_number(crate::text::leaflet::words(locale).more, n)))
    };
    let list = |texts: &[String]| -> Html { texts.iter().map(|text| said("li", "", text)).collect() };
    let class = if content.is_small { "yt-sheet yt-sheet--small" } else { "yt-sheet" };
    html! {
        <div {class} aria-hidden="true">
            <div class="yt-sheet__head">
                <div>
                    <p>{ request.district }{ " " }{ form.department.get(locale) }{ " " }{ form.id.as_str() }</p>
                    { leaf("p", "yt-sheet__title", w.sheet) }
                    { said("p", "yt-sheet__title", form.title.get(locale)) }
                </div>
                { code(&form.id, w.sheet_scan) }
            </div>
            <dl class="yt-sheet__facts">
                { for content.facts.iter().map(|(name, text)| html! { <div><dt>{ *name }</dt><dd>{ text }</dd></div> }) }
            </dl>
            <div class="yt-sheet__half">
                <div>
                    { leaf("p", "yt-sheet__name", w.sheet_open) }
                    if content.conditions.is_empty() {
                        { leaf("p", "", w.sheet_all) }
                    } else {
                        <ul>{ list(&content.conditions) }{ for more(questions) }</ul>
                    }
                </div>
                <div>{ leaf("p", "yt-sheet__name", w.sheet_steps) }<ol>{ list(&content.steps) }</ol></div>
            </div>
            if !content.materials.is_empty() {
                { leaf("p", "yt-sheet__name", page.guide_materials) }
                <ul class="yt-sheet__materials">
                    { for content.materials.iter().map(|(_, text)| html! { <li><b>{ "☐" }</b>{ text }</li> }) }
                    { for more(materials) }
                </ul>
            }
            { leaf("p", "yt-sheet__foot", w.sheet_foot) }
        </div>
    }
}

fn content(form: &Form, open: &[String], request: &Request<'_>, locale: Locale) -> Content {
    let (w, page) = (words(locale), page::words(locale));
    let materials = form.guide.materials.iter().enumerate().map(|(idx, material)| {
        (idx, [material.title.get(locale), page.colon, guide::need(material, page)].concat())
    });
    let mut rows: Vec<(&'static str, String)> = Vec::new();
    for helper in request.helpers.iter().take(3) {
        let said = facts(helper, locale).map(|(name, text)| [name, page.colon, &text].concat());
        let name = helper.name.get(locale);
        rows.push((w.helpers, [name, "\n", &said.join(page.semicolon)].concat()));
    }
    if rows.is_empty() {
        let department = form.department.get(locale);
        rows.push((w.helpers, [department, page.colon, page.to_be_confirmed].concat()));
    }
    rows.push((w.sheet_phone, w.sheet_line.to_owned()));
    rows.push((w.sheet_file, request.file.unwrap_or(w.sheet_line).to_owned()));
    rows.extend(request.passphrase.map(|passphrase| (w.passphrase, passphrase.to_owned())));
    let steps = [w.sheet_step_file, w.sheet_step_open, w.sheet_step_fill, w.sheet_step_back];
    Content {
        materials: materials.collect(),
        conditions: open.to_vec(),
        steps: steps.map(str::to_owned).to_vec(),
        facts: rows,
        ..Content::default()
    }
}
