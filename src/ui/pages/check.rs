//! "Check answers": everything on one page, each with a way to change it; what is open and what is wrong comes first.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    model::{FormId, PageId, Path},
    session::{Action, FormView, PageView},
    text::{
        self,
        page::{with_number, words},
        papers,
    },
    ui::{
        PaperKind, Route,
        fields::{Asking, name_of},
        hooks::{Filling, Step},
        parts::{Icon, answers, heading, icon, leaf, link, main_area, panel_title},
    },
    validate::{Issue, IssueKind, Severity},
};

/// The page.
pub(crate) fn check(
    id: &FormId,
    view: &FormView,
    step: &UseReducerDispatcher<Filling>,
    asking: &Asking,
) -> Html {
    let (w, t) = (words(asking.locale), papers::words(asking.locale));
    let change = {
        let (step, id) = (step.clone(), id.clone());
        Callback::from(move |(page, path): (PageId, Path)| {
            step.dispatch(Step::Change(Action::GoTo(Some(page.clone())), path));
            Route::Fill(id.clone(), Some(page)).go();
        })
    };
    let is_open = |issue: &&Issue| issue.kind == IssueKind::Required;
    let open: Vec<&Issue> = view.issues.iter().filter(is_open).collect();
    let wrong: Vec<&Issue> =
        view.issues.iter().filter(|issue| issue.severity == Severity::Error && !is_open(issue)).collect();
    let warnings: Vec<&Issue> = view
        .issues
        .iter()
        .filter(|issue| issue.severity == Severity::Warning && is_question(issue))
        .collect();
    let list = |class: &'static str, title: String, text: Option<&'static str>, issues: &[&Issue]| -> Html {
        if issues.is_empty() {
            return Html::default();
        }
        let lines = issues.iter().map(|issue| line(issue, view, asking, &change));
        html! {
            <section {class}>
                { panel_title(Icon::Warning, &title) }
                if let Some(text) = text { <p>{ text }</p> }
                <ul class="yt-links">{ for lines }</ul>
            </section>
        }
    };
    let consents: Vec<_> = view.pages.iter().flat_map(|page| &page.consents).collect();
    let body = html! {
        <>
            { link("yt-back", Route::Guide(id.clone()).href(), Some(Icon::Back), &view.title) }
            <div class="yt-stack--wide">
                <div class="yt-stack">
                    { heading(w.check_title) }
                    { leaf("p", "yt-lead", t.check_lead) }
                </div>
                { list("yt-panel yt-panel--error", with_number(t.check_wrong_title, wrong.len()), None, &wrong) }
                { list("yt-panel yt-panel--warn", with_number(t.check_open_title, open.len()), Some(t.check_open_text), &open) }
                { list("yt-panel yt-panel--warn", with_number(t.check_warn_title, warnings.len()), None, &warnings) }
                if view.is_complete {
                    <section class="yt-panel yt-panel--good">
                        { panel_title(Icon::Tick, t.check_done) }
                        { leaf("p", "", t.check_done_text) }
                    </section>
                }
                { for view.pages.iter().map(|page| answers(page, asking, &change)) }
                if !consents.is_empty() {
                    <section class="yt-stack">
                        { leaf("h2", "", w.consents) }
                        <dl class="yt-answers">
                            { for consents.into_iter().map(|consent| html! {
                                <div class="yt-answers__row" key={consent.purpose.as_str()}>
                                    <dt>{ if consent.given_at.is_some() { t.consent_given } else { t.consent_open } }</dt>
                                    <dd class="yt-answers__value">{ &consent.text }</dd>
                                </div>
                            }) }
                        </dl>
                    </section>
                }
                <div class="yt-actions">
                    <a class="yt-button yt-button--primary yt-button--large" href={Route::Papers(id.clone(), PaperKind::Own).href()}>
                        { icon(Icon::Document) }{ if view.is_complete { t.make_papers } else { t.make_draft } }
                    </a>
                    { link("yt-button", Route::Carry(id.clone()).href(), Some(Icon::Lock), w.carry) }
                </div>
            </div>
        </>
    };
    main_area("check", w.check_title.into(), "", body)
}

/// A warning about a question; consents have their own list below.
fn is_question(issue: &Issue) -> bool {
    issue.kind != IssueKind::ConsentMissing
}

/// One thing to do, as a button that leads to its question.
fn line(issue: &Issue, view: &FormView, asking: &Asking, change: &Callback<(PageId, Path)>) -> Html {
    let label = name_of(&issue.field, &view.rows, asking);
    // Under "still open" the question alone says enough.
    let is_open = issue.kind == IssueKind::Required;
    let text = if is_open { label } else { text::say(issue, &label, asking.locale) };
    let holds = |page: &&Rc<PageView>| {
        let mut fields = page.sections.iter().flat_map(|section| &section.fields);
        fields.any(|field| issue.field.is_within(&field.path))
    };
    match view.pages.iter().find(holds) {
        Some(page) => {
            let (change, page, path) = (change.clone(), page.id.clone(), issue.field.clone());
            let onclick = Callback::from(move |_: MouseEvent| change.emit((page.clone(), path.clone())));
            html! { <li><button type="button" class="yt-linklike" {onclick}>{ text }</button></li> }
        }
        None => html! { <li>{ text }</li> },
    }
}
