//! The benefits in three groups: may qualify, does not and why, can not be told yet.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Opened;
use crate::{
    benefits::{self, Finding, Outcome},
    catalog,
    model::{Confirm, Form, FormKind, Locale, Path},
    session::{Action, Session},
    text::{
        entitled,
        page::{day, with, words},
    },
    ui::{
        Route, World,
        hooks::{catalogue::Listed, fetch, keep},
        parts::{Icon, button, icon, leaf, link, said},
    },
};

/// The groups, and how many there are of each, said politely.
pub(super) fn found(
    world: &World,
    opened: &Opened,
    session: &Session,
    outcomes: &[(&Form, Outcome)],
) -> Html {
    let locale = world.prefs.locale;
    let t = entitled::words(locale);
    let group = |result: Finding| outcomes.iter().filter(move |(_, outcome)| outcome.result == result);
    let titled = |form: &Form| link("", Route::Guide(form.id.clone()).href(), None, form.title.get(locale));
    let names = [
        (Finding::Eligible, t.benefit_yes),
        (Finding::NotEligible, t.entitled_no),
        (Finding::Unknown, t.benefit_unknown),
    ];
    let counts: Vec<String> = names
        .iter()
        .map(|(result, name)| [*name, " (", &group(*result).count().to_string(), ")"].concat())
        .collect();
    let [may, no, open] = [0, 1, 2].map(|idx| counts.get(idx).cloned().unwrap_or_default());
    html! {
        <section class="yt-stack">
            <div class="yt-panel yt-panel--good yt-stack">
                <h2 class="yt-panel__title">{ icon(Icon::Tick) }{ may }</h2>
                <ul>{ for group(Finding::Eligible).map(|(form, outcome)| html! {
                    <li key={form.id.as_str()} class="yt-stack">
                        <p><b>{ titled(form) }</b></p>
                        { facts(form, outcome, opened, locale) }
                        { confirm(world, opened, session, form, outcome) }
                    </li>
                }) }</ul>
                if group(Finding::Eligible).next().is_some() { { leaf("p", "yt-field__hint", t.benefit_yes_text) } }
            </div>
            <details class="yt-panel">
                <summary>{ no }</summary>
                <ul>{ for group(Finding::NotEligible).map(|(form, outcome)| html! {
                    <li key={form.id.as_str()}>
                        { titled(form) }
                        { for outcome.reasons.iter().map(|(_, reason)| said("p", "yt-field__hint", reason.get(locale))) }
                    </li>
                }) }</ul>
            </details>
            <details class="yt-panel">
                <summary>{ open }</summary>
                <ul>{ for group(Finding::Unknown).map(|(form, _)| html! { <li key={form.id.as_str()}>{ titled(form) }</li> }) }</ul>
            </details>
            <p class="yt-hidden" role="status">{ counts.join("; ") }</p>
        </section>
    }
}

/// The standard, the amount, and since when the thresholds hold, with their sources.
fn facts(form: &Form, outcome: &Outcome, opened: &Opened, locale: Locale) -> Html {
    let (w, t) = (words(locale), entitled::words(locale));
    let benefit = match &form.kind {
        FormKind::Benefit(benefit) => benefit,
        FormKind::Item | FormKind::Profile => return Html::default(),
    };
    let amount = outcome.amount.zip(benefit.amount.as_ref());
    let amount = amount.map(|(number, amount)| [&number.to_string(), " ", amount.unit.get(locale)].concat());
    let thresholds = benefits::thresholds(form, opened.today);
    let last = thresholds.iter().filter_map(|(_, row)| row.map(|row| row.valid_from)).max();
    let rows = thresholds.iter().filter_map(|(_, row)| *row).map(|row| {
        let note = if row.value.is_none() { w.to_be_confirmed } else { "" };
        let source = row.source.as_deref().unwrap_or_default();
        html! { <li>{ day(row.valid_from, locale) }{ w.colon }{ source }{ " " }{ note }</li> }
    });
    html! {
        <>
            { said("p", "", benefit.standard.get(locale)) }
            if let Some(amount) = amount { <p><b>{ amount }</b></p> }
            if let Some(last) = last {
                <details class="yt-field__hint">
                    <summary>{ with(t.entitled_since, &day(last, locale)) }</summary>
                    <ul>{ for rows }</ul>
                </details>
            }
        </>
    }
}

/// The way on to the benefit's own form, with what was answered here entered.
fn confirm(world: &World, opened: &Opened, session: &Session, form: &Form, outcome: &Outcome) -> Html {
    let t = entitled::words(world.prefs.locale);
    if matches!(&form.kind, FormKind::Benefit(benefit) if benefit.confirm == Confirm::None) {
        return Html::default();
    }
    let id = form.id.clone();
    let (catalogue, profile, session) = (world.catalogue.clone(), opened.profile.clone(), session.clone());
    // The first row that may qualify is the one that the form is about.
    let table = match &form.kind {
        FormKind::Benefit(benefit) => benefit.each.as_ref().map(|each| each.table.clone()),
        FormKind::Item | FormKind::Profile => None,
    };
    let idx = outcome.tests.iter().position(|test| test.result() == Finding::Eligible).unwrap_or_default();
    let row: Option<Path> =
        table.and_then(|table| Some(table.row(*session.state().rows.table(&table).get(idx)?)));
    let onclick = Callback::from(move |_: MouseEvent| {
        let (id, catalogue, profile, session, row) =
            (id.clone(), catalogue.clone(), profile.clone(), session.clone(), row.clone());
        spawn_local(async move {
            let days = catalogue.settings.draft_days;
            let draft = keep::load(&id, days).await;
            if let Ok(Listed::Form { pack, .. }) = catalogue.look_up(&id).await
                && let Ok(pack) = fetch::bytes(&pack).await
                && let Some(form) = catalog::open(&pack).0
            {
                let handed = benefits::handed(&profile, session.answers(), row.as_ref(), &form);
                // What was entered there before stays.
                let is_new =
                    |path: &Path| draft.as_ref().is_none_or(|draft| draft.answers.raw(path).is_empty());
                let enter = handed.into_iter().filter(|(path, _)| is_new(path));
                let actions = enter.map(|(path, raw)| Action::Enter { path, raw }).collect();
                keep::wait(&id, &Rc::new(actions));
            }
            Route::Fill(id, None).go();
        });
    });
    button("yt-button yt-button--primary", None, t.benefit_confirm, onclick)
}
