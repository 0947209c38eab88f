//! The guide of an item (实施清单): who may apply, what to bring, where to go, how long it takes, what happens. The rest of it, and its printed sheet, are a file of
//! their own, [`Leaflet`].

use std::{cell::Cell, rc::Rc};

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::form::Opened;
use crate::{
    model::{FormKind, Guide as Facts, Locale, Localized, LoneGuide, Material},
    text::{
        guide,
        page::{Words, with, with_number, words},
    },
    ui::{
        PaperKind, Route, Same, World,
        hooks::{Gate, keep, use_gate},
        island::{keyed, part},
        leaflet::{self, Fold, Leaflet, Sheet},
        parts::{Icon, button, heading, icon, leaf, link, main_area, said},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    world: World,
    of: Of,
    /// Something was entered in the form already.
    has_draft: bool,
}

/// What changes while it is looked at; kept nowhere.
#[derive(Default)]
struct State {
    /// The materials that are ticked, one bit each.
    ticked: Cell<u64>,
    /// How often the rest was asked for.
    asked: Cell<usize>,
    /// It is to be printed once the sheet is there.
    wants_paper: Cell<bool>,
}

/// Whose guide it is.
#[derive(Clone, PartialEq)]
enum Of {
    Form(Opened),
    Lone(Same<LoneGuide>),
}

part!(Props, use_guide);

/// The guide of a form.
pub(crate) fn guide(world: &World, opened: &Opened) -> Html {
    let id = &opened.form.id;
    let has_draft = opened.draft.is_some() || keep::recall(id).is_some();
    keyed("guide", id.as_str(), Props { world: world.clone(), of: Of::Form(opened.clone()), has_draft })
}

/// The guide of an item that has no form.
pub(crate) fn lone_guide(world: &World, lone: &Same<LoneGuide>) -> Html {
    keyed(
        "guide",
        lone.id.as_str(),
        Props { world: world.clone(), of: Of::Lone(lone.clone()), has_draft: false },
    )
}

#[hook]
fn use_guide(props: &Props) -> Html {
    let Props { world, of, has_draft } = props;
    let state = use_memo((), |()| State::default());
    let redraw = use_force_update();
    let leaflet = use_gate::<Leaflet>(state.asked.get() > 0, state.asked.get());
    {
        let state = state.clone();
        let is_here = !matches!(leaflet, Gate::Waiting);
        use_effect_with((state.wants_paper.get(), is_here), move |now| {
            // Where the sheet does not come, the page itself is printed.
            if *now == (true, true) {
                state.wants_paper.set(false);
                // Where printing is missing (in-app browsers) nothing happens; the page itself can be shown.
                let _ = gloo::utils::window().print();
            }
        });
    }
    let ask: Rc<dyn Fn()> = {
        let (state, redraw) = (state.clone(), redraw.clone());
        Rc::new(move || {
            state.asked.set(state.asked.get() + 1);
            redraw.force_update();
        })
    };
    {
        let ask = ask.clone();
        use_effect_with((), move |()| {
            // A chord that may become "print" has the sheet fetched.
            let listener = EventListener::new(&gloo::utils::window(), "keydown", move |event| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                if matches!(key.as_deref(), Some("Control" | "Meta")) {
                    ask();
                }
            });
            move || drop(listener)
        });
    }
    let print = {
        let (state, ask) = (state.clone(), ask.clone());
        Callback::from(move |_: MouseEvent| {
            state.wants_paper.set(true);
            ask();
        })
    };
    let tick = {
        let (state, redraw) = (state.clone(), redraw.clone());
        move |bit: u64| {
            state.ticked.set(state.ticked.get() ^ bit);
            redraw.force_update();
        }
    };
    let ticked = state.ticked.get();
    let ask = Callback::from(move |_: Event| ask());
    let locale = world.prefs.locale;
    let w = words(locale);
    let (id, title, department, facts) = match of {
        Of::Form(opened) => {
            let form = &opened.form;
            (&form.id, &form.title, &form.department, &form.guide)
        }
        Of::Lone(lone) => (&lone.id, &lone.title, &lone.department, &lone.guide),
    };
    let (title, department) = (title.get(locale), department.get(locale));
    let mut tags = vec![("yt-tag yt-tag--plain", department.to_owned())];
    if let Of::Form(opened) = of {
        tags.push(("yt-tag yt-tag--accent", minutes(opened, w)));
    }
    if facts.is_sample {
        tags.push(("yt-tag yt-tag--warn", w.sample_title.to_owned()));
    }
    let sheet = Sheet { id, title, department, facts, ticked, settings: &world.catalogue.settings };
    let sheet = match leaflet {
        Gate::Open(leaflet) => (leaflet.sheet)(&sheet, locale),
        Gate::Waiting | Gate::Failed => Html::default(),
    };
    let body = html! {
        <>
            { sheet }
            { link("yt-back", Route::Home.href(), Some(Icon::Back), w.footer_home) }
            <div class="yt-guide">
                <div class="yt-guide__head yt-stack">
                    <p>{ for tags.into_iter().map(|(class, text)| html! { <>{ said("span", class, &text) }{ " " }</> }) }</p>
                    { heading(title) }
                    { said("p", "yt-lead", facts.summary.get(locale)) }
                    if let Of::Form(opened) = of {
                        if let FormKind::Benefit(benefit) = &opened.form.kind {
                            <p><strong>{ w.guide_standard }{ w.colon }</strong>{ benefit.standard.get(locale) }</p>
                        }
                    }
                </div>
                <div class="yt-guide__side yt-panel yt-stack yt-no-print">{ side(of, *has_draft, print, locale) }</div>
                <div class="yt-guide__body yt-stack--wide">
                    { sentences(w.guide_who, "ul", &facts.conditions, locale) }
                    { sentences(w.guide_bans, "ul", &facts.bans, locale) }
                    { materials(&facts.materials, matches!(of, Of::Lone(_)), ticked, &tick, locale) }
                    { essentials(facts, locale) }
                    { sentences(w.guide_how, "ol", &facts.steps, locale) }
                    <div>{ folds(facts, leaflet, &ask, locale) }</div>
                </div>
            </div>
        </>
    };
    main_area("guide", title.to_owned().into(), "", body)
}

fn minutes(opened: &Opened, w: &Words) -> String {
    with_number(w.guide_minutes, usize::try_from(opened.form.minutes).unwrap_or_default())
}

/// What one can do from here.
fn side(of: &Of, has_draft: bool, print: Callback<MouseEvent>, locale: Locale) -> Html {
    let w = words(locale);
    let print = button("yt-linklike", Some(Icon::Print), w.guide_print, print);
    let Of::Form(opened) = of else {
        return html! { <>{ leaf("p", "", w.guide_alone) }<ul class="yt-links"><li>{ print }</li></ul></> };
    };
    let id = &opened.form.id;
    let paper = |kind| Route::Papers(id.clone(), kind).href();
    let form = &opened.form;
    // The form's own check, or those of the benefits that people call by the same names.
    let own = matches!(form.kind, FormKind::Benefit(_)).then(|| (id, w.guide_check.to_owned()));
    let related = form.benefits.iter().map(|to| (&to.id, with(w.guide_check_of, to.title.get(locale))));
    let checks = own.into_iter().chain(related).map(|(id, text)| {
        let check = link("", Route::Benefit(id.clone()).href(), Some(Icon::Benefit), &text);
        html! { <li key={id.as_str()}>{ check }</li> }
    });
    html! {
        <>
            <p class="yt-saved">{ icon(Icon::Clock) }{ minutes(opened, w) }</p>
            <div class="yt-actions">
                <a class="yt-button yt-button--primary yt-button--large" href={Route::Fill(id.clone(), None).href()}>
                    { if has_draft { w.guide_resume } else { w.guide_start } }
                </a>
            </div>
            <ul class="yt-links">
                { for checks }
                <li>{ link("", paper(PaperKind::Blank), Some(Icon::Document), w.guide_blank) }</li>
                <li>{ link("", paper(PaperKind::Sample), Some(Icon::Document), w.guide_sample) }</li>
                <li>{ print }</li>
            </ul>
        </>
    }
}

/// A list to tick off.
fn materials(
    materials: &[Material],
    is_alone: bool,
    ticked: u64,
    tick: &(impl Fn(u64) + Clone + 'static),
    locale: Locale,
) -> Html {
    if materials.is_empty() {
        return Html::default();
    }
    let w = words(locale);
    let rows = materials.iter().enumerate().map(|(idx, material)| {
        let class = match (material.is_required, material.is_deferrable) {
            (_, true) => "yt-tag yt-tag--accent",
            (true, false) => "yt-tag yt-tag--good",
            (false, false) => "yt-tag yt-tag--plain",
        };
        let bit = leaflet::bit(idx);
        let tick = tick.clone();
        let onchange = Callback::from(move |_: Event| tick(bit));
        let mut notes = guide::form(material, w, locale).join(w.semicolon);
        notes.push('\n');
        notes.push_str(&guide::about(material, w, locale).join(w.semicolon));
        html! {
            <li>
                <label class="yt-materials__row">
                    <input class="yt-materials__tick" type="checkbox" checked={ticked & bit != 0} {onchange} />
                    <span class="yt-materials__text">
                        { material.title.get(locale) }{ " " }{ leaf("span", class, guide::need(material, w)) }
                        { said("span", "yt-materials__note", notes.trim()) }
                    </span>
                </label>
            </li>
        }
    });
    html! {
        <section class="yt-panel yt-stack">
            { leaf("h2", "", w.guide_materials) }
            { leaf("p", "yt-field__hint", if is_alone { w.guide_tick } else { w.guide_materials_hint }) }
            <ul class="yt-materials">{ for rows }</ul>
        </section>
    }
}

/// Where, how long, what it costs. Of what everybody asks, what is not known says so; of the rest nothing is said.
fn essentials(facts: &Facts, locale: Locale) -> Html {
    let w = words(locale);
    let venues: Vec<&str> = facts.venues.iter().map(|venue| guide::venue(*venue, w)).collect();
    let channels: Vec<&str> = facts.channels.iter().map(|channel| guide::channel(*channel, w)).collect();
    let places: Vec<String> = facts.places.iter().map(|office| guide::office(office, w, locale)).collect();
    let legal = facts.legal_limit.as_ref().map(|limit| guide::limit(limit, w, locale));
    let visits = facts.visits.as_ref().map(|visits| guide::visits(visits, w, locale));
    let fees = facts.fees.as_ref().map(|fees| fees.get(locale).to_owned());
    // What everybody asks is there in any case.
    let rows = [
        (w.guide_where, true, places.join("\n")),
        (w.guide_venues, false, venues.join(w.list_comma)),
        (w.guide_channels, false, channels.join(w.list_comma)),
        (w.guide_visits, false, visits.unwrap_or_default()),
        (w.guide_promised, true, guide::promised(facts, w, locale).unwrap_or_default()),
        (w.guide_legal, true, legal.unwrap_or_default()),
        (w.guide_fees, false, fees.unwrap_or_default()),
        (w.guide_phone, true, facts.phone.clone().unwrap_or_default()),
        (w.guide_complaints, false, facts.complaint_phone.clone().unwrap_or_default()),
    ];
    let rows = rows.into_iter().filter(|(_, is_asked, text)| *is_asked || !text.is_empty());
    let rows = rows.map(|(name, _, text)| {
        let text = if text.is_empty() {
            leaf("span", "yt-tag yt-tag--warn", w.to_be_confirmed)
        } else {
            said("span", "yt-lines", &text)
        };
        html! { <div class="yt-facts__row">{ leaf("dt", "", name) }<dd>{ text }</dd></div> }
    });
    html! {
        <section class="yt-stack">
            <h2>{ w.guide_where }{ w.list_comma }{ w.guide_limits }</h2>
            <dl class="yt-facts yt-facts--wide">{ for rows }</dl>
        </section>
    }
}

/// Sentences under a heading, where there are any.
fn sentences(title: &'static str, tag: &'static str, texts: &[Localized], locale: Locale) -> Html {
    if texts.is_empty() {
        return Html::default();
    }
    let class = (tag == "ol").then_some("yt-steps");
    html! {
        <section class="yt-stack">
            { leaf("h2", "", title) }
            <@{tag} {class}>{ for texts.iter().map(|text| said("li", "", text.get(locale))) }</@>
        </section>
    }
}

/// The rest, folded; its file comes with the first fold that opens.
fn folds(facts: &Facts, leaflet: Gate<Leaflet>, ask: &Callback<Event>, locale: Locale) -> Html {
    let w = words(locale);
    let g = facts;
    let has_rights = !(g.rights.is_empty() && g.duties.is_empty() && g.remedies.is_empty());
    let folds = [
        (Fold::Result, w.fold_result, !g.results.is_empty()),
        (Fold::Faq, w.fold_faq, !g.faq.is_empty()),
        (Fold::Rights, w.fold_rights, has_rights),
        (Fold::About, w.fold_about, true),
    ];
    let folds = folds.into_iter().filter(|(.., is_there)| *is_there).map(|(fold, title, _)| {
        let inner = match leaflet {
            Gate::Open(leaflet) => (leaflet.rest)(fold, facts, locale),
            Gate::Waiting => leaf("p", "yt-field__hint", w.loading),
            Gate::Failed => leaf("p", "yt-field__hint", w.offline_text),
        };
        html! {
            <details class="yt-fold" ontoggle={ask.clone()}>
                <summary>{ leaf("h2", "", title) }</summary>
                <div class="yt-stack">{ inner }</div>
            </details>
        }
    });
    folds.collect()
}
