//! The rest of a guide: what one gets, rights, questions, and what an office wants to know. Nothing that is
//! empty.

use yew::prelude::*;

use super::Fold;
use crate::{
    model::{Guide, Issued, Locale, Localized},
    text::{
        guide as told,
        leaflet::{self, words},
        page::{self, day, with},
    },
    ui::parts::{leaf, said},
};

/// What stands in a fold.
pub(super) fn rest(fold: Fold, guide: &Guide, locale: Locale) -> Html {
    let w = words(locale);
    let parts = match fold {
        Fold::Result => {
            let results: Vec<String> = guide.results.iter().map(|result| issued(result, locale)).collect();
            vec![list("", "ul", &results)]
        }
        Fold::Faq => {
            let faq = guide.faq.iter().map(|faq| {
                html! { <div class="yt-facts__row"><dt>{ faq.asked.get(locale) }</dt><dd>{ faq.answer.get(locale) }</dd></div> }
            });
            vec![Some(html! { <dl class="yt-facts">{ for faq }</dl> })]
        }
        Fold::Rights => vec![
            list(w.right, "ul", &said_all(&guide.rights, locale)),
            list(w.duty, "ul", &said_all(&guide.duties, locale)),
            list(w.remedy, "ul", &said_all(&guide.remedies, locale)),
        ],
        Fold::About => about(guide, locale),
    };
    html! { <>{ for parts.into_iter().flatten() }</> }
}

/// What one gets, how long it holds and how it comes.
fn issued(result: &Issued, locale: Locale) -> String {
    let w = words(locale);
    let mut parts = vec![result.title.get(locale).to_owned()];
    parts.extend(result.validity.as_ref().map(|text| with(w.validity, text.get(locale))));
    parts.extend(result.delivery.as_ref().map(|text| with(w.delivery, text.get(locale))));
    parts.join(page::words(locale).semicolon)
}

/// Codes, kinds, law, source.
fn about(guide: &Guide, locale: Locale) -> Vec<Option<Html>> {
    let w = words(locale);
    let comma = page::words(locale).list_comma;
    let levels: Vec<&str> = guide.levels.iter().map(|level| leaflet::level(*level, locale)).collect();
    let lists: Vec<&str> = guide.lists.iter().map(|list| told::list(*list, page::words(locale))).collect();
    let basis = guide.legal_basis.iter().map(|basis| {
        html! {
            <li>
                { basis.title.get(locale) }{ basis.article.iter().map(|article| [" ", article].concat()).collect::<String>() }
                if basis.is_unconfirmed { { " " }{ leaf("span", "yt-tag yt-tag--warn", w.unconfirmed) } }
            </li>
        }
    });
    let joined = |words: &[&str]| (!words.is_empty()).then(|| words.join(comma));
    let basis = (!guide.legal_basis.is_empty()).then(|| {
        html! { <>{ leaf("h3", "", w.basis) }<ul>{ for basis }</ul></> }
    });
    vec![
        row(w.audience, guide.audience.as_ref(), locale),
        row(w.quota, guide.quota.as_ref(), locale),
        list(w.special, "ul", &said_all(&guide.special, locale)),
        row(w.intermediary, guide.intermediary.as_ref(), locale),
        row(w.authority, guide.authority.as_ref(), locale),
        fact(w.matter, guide.matter.map(|matter| leaflet::matter(matter, locale))),
        fact(w.handling, guide.handling.map(|handling| leaflet::handling(handling, locale))),
        fact(w.mode, guide.mode.map(|mode| leaflet::mode(mode, locale))),
        fact(w.levels, joined(&levels).as_deref()),
        fact(w.cross_area, guide.cross_area.map(|area| leaflet::cross_area(area, locale))),
        fact(w.lists, joined(&lists).as_deref()),
        basis,
        fact(w.base_code, guide.base_code.as_deref()),
        fact(w.impl_code, guide.impl_code.as_deref()),
        fact(w.source, guide.source.as_deref()),
        fact(w.checked, guide.checked_on.map(|date| day(date, locale)).as_deref()),
    ]
}

fn said_all(texts: &[Localized], locale: Locale) -> Vec<String> {
    texts.iter().map(|text| text.get(locale).to_owned()).collect()
}

/// A list under its heading, where it has one.
fn list(title: &'static str, tag: &'static str, texts: &[String]) -> Option<Html> {
    if texts.is_empty() {
        return None;
    }
    let class = (tag == "ol").then_some("yt-steps");
    Some(html! {
        <>
            if !title.is_empty() { { leaf("h3", "", title) } }
            <@{tag} {class}>{ for texts.iter().map(|text| said("li", "", text)) }</@>
        </>
    })
}

fn row(name: &'static str, text: Option<&Localized>, locale: Locale) -> Option<Html> {
    fact(name, text.map(|text| text.get(locale)))
}

fn fact(name: &'static str, text: Option<&str>) -> Option<Html> {
    text.map(|text| html! { <p>{ leaf("strong", "", name) }<br />{ text }</p> })
}
