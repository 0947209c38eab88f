//! The guide of a form (实施清单): what to know, what to bring, where to go.

use yew::prelude::*;

use super::form::Opened;
use crate::{
    model::{FormKind, Guide as Facts, Limit, LimitUnit, Locale, Localized, Material},
    text::page::{Words, day, with_number, words},
    ui::{
        PaperKind, Route, World,
        hooks::keep,
        parts::{Icon, button, heading, icon, leaf, link, main_area, said},
    },
};

/// The guide.
pub(crate) fn guide(world: &World, opened: &Opened) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let form = &opened.form;
    let guide = &form.guide;
    let has_draft = opened.draft.is_some() || keep::recall(&form.id).is_some();
    let paper = |kind| Route::Papers(form.id.clone(), kind).href();
    let minutes = with_number(w.guide_minutes, usize::try_from(form.minutes).unwrap_or_default());
    let print = Callback::from(|_: MouseEvent| {
        // Where printing is missing (in-app browsers) nothing happens; the page itself can be shown.
        let _ = gloo::utils::window().print();
    });
    let benefits = related(opened, w);
    let body = html! {
        <>
            { link("yt-back", Route::Home.href(), Some(Icon::Back), w.footer_home) }
            <div class="yt-guide">
                    <div class="yt-guide__head yt-stack">
                        <p>
                            { said("span", "yt-tag yt-tag--plain", form.department.get(locale)) }{ " " }
                            <span class="yt-tag yt-tag--accent">{ minutes.clone() }</span>{ " " }
                            if guide.is_sample { { leaf("span", "yt-tag yt-tag--warn", w.sample_title) } }
                        </p>
                        { heading(form.title.get(locale)) }
                        { said("p", "yt-lead", guide.summary.get(locale)) }
                        if let FormKind::Benefit(benefit) = &form.kind {
                            <p><strong>{ w.guide_standard }{ w.colon }</strong>{ benefit.standard.get(locale) }</p>
                        }
                    </div>
                <div class="yt-guide__side yt-panel yt-stack yt-no-print">
                    <p class="yt-saved">{ icon(Icon::Clock) }{ minutes }</p>
                    <div class="yt-actions">
                        <a class="yt-button yt-button--primary yt-button--large" href={Route::Fill(form.id.clone(), None).href()}>
                            { if has_draft { w.guide_resume } else { w.guide_start } }
                        </a>
                    </div>
                    <ul class="yt-links">
                        { for benefits }
                        <li>{ link("", paper(PaperKind::Blank), Some(Icon::Document), w.guide_blank) }</li>
                        <li>{ link("", paper(PaperKind::Sample), Some(Icon::Document), w.guide_sample) }</li>
                        <li>{ button("yt-linklike", Some(Icon::Print), w.guide_print, print) }</li>
                    </ul>
                </div>
                <div class="yt-guide__body yt-stack--wide">
                    { materials(&guide.materials, locale) }
                    { sentences(w.guide_conditions, &guide.conditions, locale) }
                    { steps(guide, locale) }
                    { facts(guide, locale) }
                </div>
            </div>
        </>
    };
    main_area("guide", form.title.get(locale).to_owned().into(), "", body)
}

/// Links to benefit checks: the form's own, or those that people call by the same names.
fn related(opened: &Opened, w: &Words) -> Vec<Html> {
    let form = &opened.form;
    let own = matches!(form.kind, FormKind::Benefit(_)).then_some(&form.id);
    own.into_iter()
        .chain(&form.benefits)
        .map(|id| {
            html! {
                <li key={id.as_str()}>{ link("", Route::Benefit(id.clone()).href(), Some(Icon::Benefit), w.guide_check) }</li>
            }
        })
        .collect()
}

fn materials(materials: &[Material], locale: Locale) -> Html {
    if materials.is_empty() {
        return Html::default();
    }
    let w = words(locale);
    let rows = materials.iter().map(|material| {
        let mut notes: Vec<String> = Vec::new();
        notes.extend(material.form.as_ref().map(|form| form.get(locale).to_owned()));
        notes.push(with_number(w.copies, usize::try_from(material.copies).unwrap_or_default()));
        notes.extend(material.note.as_ref().map(|note| note.get(locale).to_owned()));
        let (class, mark) = match (material.is_required, material.is_deferrable) {
            (_, true) => ("yt-tag yt-tag--accent", w.deferrable_mark),
            (true, false) => ("yt-tag yt-tag--good", w.required_mark),
            (false, false) => ("yt-tag yt-tag--plain", w.optional_mark),
        };
        html! {
            <li>
                <span class="yt-materials__tick" aria-hidden="true"></span>
                <span class="yt-materials__text">
                    { material.title.get(locale) }{ " " }<span {class}>{ mark }</span>
                    <span class="yt-materials__note">{ notes.join(w.list_comma) }</span>
                </span>
            </li>
        }
    });
    html! {
        <section class="yt-panel yt-stack">
            { leaf("h2", "", w.guide_materials) }
            { leaf("p", "yt-field__hint", w.guide_materials_hint) }
            <ul class="yt-materials">{ for rows }</ul>
        </section>
    }
}

fn sentences(title: &'static str, sentences: &[Localized], locale: Locale) -> Html {
    if sentences.is_empty() {
        return Html::default();
    }
    html! {
        <section class="yt-stack">
            <h2>{ title }</h2>
            <ul>{ for sentences.iter().map(|sentence| html! { { said("li", "", sentence.get(locale)) } }) }</ul>
        </section>
    }
}

fn steps(guide: &Facts, locale: Locale) -> Html {
    if guide.steps.is_empty() {
        return Html::default();
    }
    html! {
        <section class="yt-stack">
            <h2>{ words(locale).guide_steps }</h2>
            <ol class="yt-steps">{ for guide.steps.iter().map(|step| html! { { said("li", "", step.get(locale)) } }) }</ol>
        </section>
    }
}

/// Where, how long, what it costs, who decides, and where all this comes from. What is not known says so.
fn facts(guide: &Facts, locale: Locale) -> Html {
    let w = words(locale);
    let limit = |limit: &Option<Limit>| limit.as_ref().map(|limit| spell(limit, w));
    let places = guide.places.iter().map(|office| office.name.get(locale)).collect::<Vec<_>>().join("\n");
    let localized = |text: &Option<Localized>| text.as_ref().map(|text| text.get(locale).to_owned());
    let rows = [
        (w.guide_where, (!places.is_empty()).then_some(places)),
        (w.guide_legal, limit(&guide.legal_limit)),
        (w.guide_promised, limit(&guide.promised_limit)),
        (w.guide_fees, localized(&guide.fees)),
        (w.guide_authority, localized(&guide.authority)),
        (w.guide_phone, guide.phone.clone()),
        (w.guide_code, guide.base_code.clone()),
        (w.guide_source, guide.source.clone()),
        (w.guide_checked, guide.checked_on.map(|date| day(date, locale))),
    ];
    let rows = rows.into_iter().map(|(name, text)| {
        html! {
            <div class="yt-facts__row">
                <dt>{ name }</dt>
                <dd>
                    if let Some(text) = text { { text } } else { { leaf("span", "yt-tag yt-tag--warn", w.to_be_confirmed) } }
                </dd>
            </div>
        }
    });
    html! {
        <section class="yt-stack">
            <h2>{ w.guide_where }{ w.list_comma }{ w.guide_limits }</h2>
            <dl class="yt-facts yt-facts--wide">{ for rows }</dl>
        </section>
    }
}

fn spell(limit: &Limit, w: &Words) -> String {
    let n = usize::try_from(limit.n).unwrap_or_default();
    match limit.unit {
        LimitUnit::Workday => with_number(w.workdays, n),
        LimitUnit::Day => with_number(w.days, n),
        LimitUnit::Month => with_number(w.months, n),
    }
}
