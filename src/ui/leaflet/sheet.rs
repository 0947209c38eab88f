//! A guide on one sheet of A4: what to bring, who may apply, what happens, where and how long, and the code that leads back here.

use yew::prelude::*;

use super::{
    Sheet, bit,
    fit::{Content, Detail, fit},
};
use crate::{
    catalog,
    model::{FormId, Locale, Localized},
    qr,
    text::{
        guide,
        leaflet::words,
        page::{self, day, with_number},
    },
    ui::{
        Route,
        parts::{leaf, said},
    },
};

/// The sheet. On the screen it is not there.
pub(super) fn sheet(sheet: &Sheet<'_>, locale: Locale) -> Html {
    let (w, page) = (words(locale), page::words(locale));
    let facts = sheet.facts;
    let content = fit(&|detail| content(sheet, detail, locale));
    let [materials, conditions, steps] = content.left;
    let more =
        |n: usize| (n > 0).then(|| html! { { said("li", "yt-sheet__more", &with_number(w.more, n)) } });
    let list = |texts: &[String]| -> Html { texts.iter().map(|text| said("li", "", text)).collect() };
    let class = if content.is_small { "yt-sheet yt-sheet--small" } else { "yt-sheet" };
    let mut foot = vec![w.window_decides.to_owned()];
    if facts.is_sample {
        foot.insert(0, [page.sample_title, page.colon].concat());
    }
    foot.extend(facts.source.as_ref().map(|source| [w.source, page.colon, source].concat()));
    foot.extend(facts.checked_on.map(|date| [w.checked, page.colon, &day(date, locale)].concat()));
    html! {
        <div {class} aria-hidden="true">
            <div class="yt-sheet__head">
                <div>
                    <p>{ sheet.settings.district.get(locale) }{ " " }{ sheet.department }{ " " }{ sheet.id.as_str() }</p>
                    { said("p", "yt-sheet__title", sheet.title) }
                    { said("p", "", facts.summary.get(locale)) }
                </div>
                { code(sheet.id, if catalog::is_lone_id(sheet.id.as_str()) { w.scan } else { w.scan_fill }) }
            </div>
            if !content.materials.is_empty() {
                { leaf("p", "yt-sheet__name", page.guide_materials) }
                <ul class="yt-sheet__materials">
                    { for content.materials.iter().map(|(idx, text)| {
                        let box_ = if sheet.ticked & bit(*idx) == 0 { "☐" } else { "☑" };
                        html! { <li><b>{ box_ }</b>{ text }</li> }
                    }) }
                    { for more(materials) }
                </ul>
            }
            <div class="yt-sheet__half">
                if !content.conditions.is_empty() {
                    <div>{ leaf("p", "yt-sheet__name", page.guide_who) }<ul>{ list(&content.conditions) }{ for more(conditions) }</ul></div>
                }
                if !content.steps.is_empty() {
                    <div>{ leaf("p", "yt-sheet__name", page.guide_how) }<ol>{ list(&content.steps) }{ for more(steps) }</ol></div>
                }
            </div>
            <dl class="yt-sheet__facts">
                { for content.facts.iter().map(|(name, text)| html! { <div><dt>{ *name }</dt><dd>{ text }</dd></div> }) }
            </dl>
            { said("p", "yt-sheet__foot", &foot.join(" ")) }
        </div>
    }
}

fn content(sheet: &Sheet<'_>, detail: Detail, locale: Locale) -> Content {
    let page = page::words(locale);
    let facts = sheet.facts;
    let materials = facts.materials.iter().enumerate().map(|(idx, material)| {
        let mut notes = vec![guide::need(material, page).to_owned()];
        notes.extend(guide::form(material, page, locale));
        if detail == Detail::Full {
            notes.extend(guide::about(material, page, locale));
        }
        (idx, [material.title.get(locale), page.colon, &notes.join(page.semicolon)].concat())
    });
    let said = |texts: &[Localized]| texts.iter().map(|text| text.get(locale).to_owned()).collect();
    let places: Vec<String> = facts.places.iter().map(|office| guide::office(office, page, locale)).collect();
    let venues: Vec<&str> = facts.venues.iter().map(|venue| guide::venue(*venue, page)).collect();
    let known = |text: Option<String>| text.unwrap_or_else(|| page.to_be_confirmed.to_owned());
    let limit = |limit: &Option<_>| known(limit.as_ref().map(|limit| guide::limit(limit, page, locale)));
    let mut rows = vec![
        (page.guide_where, known((!places.is_empty()).then(|| places.join("\n")))),
        (page.guide_promised, known(guide::promised(facts, page, locale))),
        (page.guide_legal, limit(&facts.legal_limit)),
        (page.guide_phone, known(facts.phone.clone())),
    ];
    if !venues.is_empty() {
        rows.insert(1, (page.guide_venues, venues.join(page.list_comma)));
    }
    rows.extend(facts.fees.as_ref().map(|fees| (page.guide_fees, fees.get(locale).to_owned())));
    rows.extend(facts.visits.as_ref().map(|visits| (page.guide_visits, guide::visits(visits, page, locale))));
    Content {
        materials: materials.collect(),
        conditions: said(&facts.conditions),
        steps: said(&facts.steps),
        facts: rows,
        ..Content::default()
    }
}

/// The code of a guide's address as it is served.
pub(in crate::ui) fn code(id: &FormId, caption: &'static str) -> Html {
    let location = gloo::utils::window().location();
    let (Ok(origin), Ok(path)) = (location.origin(), location.pathname()) else { return Html::default() };
    let address = [origin, path, Route::Guide(id.clone()).href()].concat();
    let Some(code) = qr::code(&address) else { return Html::default() };
    let whole = code.whole().to_string();
    html! {
        <div class="yt-sheet__code">
            <svg viewBox={["0 0 ", &whole, " ", &whole].concat()} shape-rendering="crispEdges"><path d={code.path()} /></svg>
            { leaf("p", "", caption) }
        </div>
    }
}
