//! The benefit check: the few questions that settle it, one at a time, and one of three answers. Never a promise.

use std::rc::Rc;

use yew::prelude::*;

use super::form::Opened;
use crate::{
    benefits::{self, Asked, Finding, Outcome},
    model::{Locale, Path, Settings},
    session::{Action, FieldView},
    text::{
        entitled,
        page::{with_number, words},
    },
    ui::{
        Route, World,
        fields::{Asking, field as question},
        hooks::{Filling, focus},
        island::{island, part},
        parts::{Icon, button, field_id, heading, icon, leaf, link, main_area, said},
    },
    validate::{IssueKind, Severity},
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    /// The benefit.
    opened: Opened,
    /// The answers; the confirmation goes on with them.
    filling: Filling,
}

part!(Props, use_benefit);

/// The check.
pub(crate) fn benefit(opened: Opened, filling: Filling) -> Html {
    island("benefit", Props { opened, filling })
}

/// Draws it.
#[hook]
fn use_benefit(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let open = use_state_eq(|| None::<Path>);
    let is_done = use_state_eq(|| false);
    let skipped = use_state_eq(Vec::<Path>::new);
    let n_asked = use_state_eq(|| 1_usize);
    let Some(world) = use_context::<World>() else { return Html::default() };
    let (w, t) = (words(asking.locale), entitled::words(asking.locale));
    let form = &props.opened.form;
    let Some(session) = &props.filling.session else { return Html::default() };
    let profile = Asked { form, state: session.state(), today: props.opened.today };
    let outcome = benefits::check(form, &profile);
    let questions = benefits::questions(form, &outcome.missing);
    let next = questions.iter().find(|path| !skipped.contains(path)).cloned();
    // The question stays until the person goes on, even once it is answered.
    if open.is_none() && !*is_done && next.is_some() {
        open.set(next.clone());
    }
    let current = if *is_done { None } else { (*open).clone().or(next) };

    let title = form.title.get(asking.locale);
    let Some(path) = current else {
        let again = {
            let (open, is_done, skipped, n_asked) =
                (open.setter(), is_done.setter(), skipped.setter(), n_asked.setter());
            Callback::from(move |_: MouseEvent| {
                open.set(None);
                is_done.set(false);
                skipped.set(Vec::new());
                n_asked.set(1);
            })
        };
        let first = questions.first().cloned().or_else(|| first_question(&props.filling));
        let restart = {
            let open = open.setter();
            let again = again.clone();
            Callback::from(move |event: MouseEvent| {
                again.emit(event);
                open.set(first.clone());
            })
        };
        let body = html! {
            <>
                { link("yt-back", Route::Guide(form.id.clone()).href(), Some(Icon::Back), title) }
                <div class="yt-column yt-stack">
                    { answer(&outcome, &questions, &asking, form.id.as_str()) }
                    <div class="yt-actions">
                        if outcome.result != Finding::NotEligible {
                            { link("yt-button yt-button--primary yt-button--large", Route::Fill(form.id.clone(), None).href(), None, t.benefit_confirm) }
                        }
                        if outcome.result == Finding::Unknown && !world.catalogue.profile.is_empty() {
                            { link("yt-button", Route::Entitled.href(), None, w.entitled_title) }
                        }
                        { button("yt-button", None, t.benefit_again, restart) }
                    </div>
                </div>
            </>
        };
        return main_area("benefit", t.benefit_title.into(), "outcome", body);
    };

    let field = find(&props.filling, &path);
    let go_on = {
        let (open, is_done, n_asked) = (open.clone(), is_done.setter(), n_asked.clone());
        let (act, path, field) = (asking.act.clone(), path.clone(), field.clone());
        let skipped = skipped.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            act.emit(Action::Leave(path.clone()));
            let is_right = field.as_ref().is_some_and(|field| is_answered(field) && field.issues.is_empty());
            if !is_right {
                focus::by_id(&field_id(&path));
                return;
            }
            let rest: Vec<Path> = questions
                .iter()
                .filter(|other| **other != path && !skipped.contains(other))
                .cloned()
                .collect();
            is_done.set(rest.is_empty());
            open.set(rest.into_iter().next());
            n_asked.set(*n_asked + 1);
        })
    };
    let skip = {
        let (open, is_done, skipped, path, n_asked) =
            (open.setter(), is_done.setter(), skipped, path.clone(), n_asked.clone());
        let rest = benefits::questions(form, &outcome.missing)
            .into_iter()
            .find(|other| *other != path && !skipped.contains(other));
        Callback::from(move |_: MouseEvent| {
            let mut all = (*skipped).clone();
            all.push(path.clone());
            skipped.set(all);
            is_done.set(rest.is_none());
            open.set(rest.clone());
            n_asked.set(*n_asked + 1);
        })
    };
    let body = html! {
        <>
            { link("yt-back", Route::Guide(form.id.clone()).href(), Some(Icon::Back), title) }
            <div class="yt-column yt-stack">
                { heading(t.benefit_title) }
                { leaf("p", "yt-lead", t.benefit_lead) }
                <form class="yt-panel yt-stack" novalidate=true onsubmit={go_on}>
                    <p class="yt-field__hint">{ with_number(t.benefit_question, *n_asked) }</p>
                    if let Some(view) = &field { { question(view) } }
                    <div class="yt-actions">
                        <button type="submit" class="yt-button yt-button--primary yt-button--large">{ w.next }</button>
                        { button("yt-button", None, t.benefit_later, skip) }
                    </div>
                </form>
                { short_notice(&world.catalogue.settings, asking.locale, t.benefit_notice) }
            </div>
        </>
    };
    main_area("benefit", t.benefit_title.into(), path.as_str(), body)
}

/// The question at a path. Conditions of the form are not faults here: they are what is being found out.
fn find(filling: &Filling, path: &Path) -> Option<Rc<FieldView>> {
    let pages = filling.view.pages.iter().flat_map(|page| &page.sections);
    let field = pages.flat_map(|section| &section.fields).find(|field| field.path == *path)?;
    let is_condition = |kind: &IssueKind| matches!(kind, IssueKind::Check { .. });
    if !field.issues.iter().any(|issue| is_condition(&issue.kind)) {
        return Some(field.clone());
    }
    let mut own = (**field).clone();
    own.issues.retain(|issue| !is_condition(&issue.kind));
    Some(Rc::new(own))
}

fn first_question(filling: &Filling) -> Option<Path> {
    let page = filling.view.pages.first()?;
    page.sections.first()?.fields.first().map(|field| field.path.clone())
}

/// Whether something right stands there.
pub(super) fn is_answered(field: &FieldView) -> bool {
    let has_error = field.issues.iter().any(|issue| issue.severity == Severity::Error);
    !has_error
        && (!field.raw.is_empty()
            || !field.shown.is_empty()
            || field.parts.iter().any(|part| !part.is_empty()))
}

/// One of the three answers.
fn answer(outcome: &Outcome, questions: &[Path], asking: &Asking, _id: &str) -> Html {
    let (w, t) = (words(asking.locale), entitled::words(asking.locale));
    match outcome.result {
        Finding::Eligible => html! {
            <div class="yt-panel yt-panel--good yt-stack" role="status">
                <h1 class="yt-panel__title" tabindex="-1">{ icon(Icon::Tick) }{ t.benefit_yes }</h1>
                { leaf("p", "", t.benefit_yes_text) }
            </div>
        },
        Finding::NotEligible => html! {
            <div class="yt-panel yt-panel--warn yt-stack" role="status">
                <h1 class="yt-panel__title" tabindex="-1">{ t.benefit_no }</h1>
                <p>{ t.benefit_no_because }{ w.colon }</p>
                <ul>{ for outcome.reasons.iter().map(|(_, reason)| html! { { said("li", "", reason.get(asking.locale)) } }) }</ul>
                { leaf("p", "", t.benefit_no_text) }
            </div>
        },
        Finding::Unknown => html! {
            <div class="yt-panel yt-stack" role="status">
                <h1 class="yt-panel__title" tabindex="-1">{ t.benefit_unknown }</h1>
                { leaf("p", "", t.benefit_unknown_text) }
                <ul>
                    { for questions.iter().filter_map(|path| asking.labels.get(path)).map(|label| html! { <li>{ label }</li> }) }
                </ul>
            </div>
        },
    }
}

/// Who asks and what becomes of it, before anything is entered.
pub(super) fn short_notice(settings: &Settings, locale: Locale, text: &str) -> Html {
    let w = words(locale);
    let operator = settings.operator.as_ref().map_or(w.to_be_confirmed, |operator| operator.get(locale));
    let contact = settings.contact.as_deref().unwrap_or(w.to_be_confirmed);
    html! {
        <p class="yt-field__hint">
            { w.notice_operator }{ w.colon }{ operator }{ "  " }{ w.notice_contact }{ w.colon }{ contact }{ "  " }
            { text }{ " " }
            { link("", Route::Privacy.href(), None, w.footer_notice) }
        </p>
    }
}
