//! The strip at the foot of the window: a newer version, a version taken back, no network.

use yew::prelude::*;

use crate::{
    model::{Date, Locale},
    text::{
        page::{day, with},
        upkeep::words,
    },
    ui::{
        island::{island, part},
        parts::button,
    },
};

/// What there is to say, and where.
#[derive(PartialEq)]
pub(super) struct Said {
    /// As `data-edition` spells it: `newer offline`.
    pub(super) words: String,
    /// The language.
    pub(super) locale: Locale,
    /// The day of the catalogue.
    pub(super) day: Option<Date>,
    /// A newer version may be taken here.
    pub(super) may_offer: bool,
    /// The page asks nothing, so that the strip may stay in sight.
    pub(super) is_told: bool,
    /// Strangers use this page one after another, and it begins anew after each.
    pub(super) is_kiosk: bool,
}

part!(Said, use_strip);

/// Says it.
pub(super) fn strip(said: Said) -> Html {
    island("strip", said)
}

/// Asks `web/edition.js` for something.
fn ask(name: &str) {
    if let Ok(event) = Event::new(name) {
        // Nobody stops this event.
        let _ = gloo::utils::window().dispatch_event(&event);
    }
}

#[hook]
fn use_strip(said: &Said) -> Html {
    let w = words(said.locale);
    // What was said when the person put it off; something new is said again.
    let put_off = use_state_eq(String::new);
    let has = |word: &str| said.words.split(' ').any(|other| other == word);
    let is_newer = has("newer");
    {
        let is_fresh = said.is_kiosk && is_newer;
        use_effect_with(is_fresh, move |is_fresh| {
            if *is_fresh {
                ask("yuntian-fresh");
            }
        });
    }
    let asking = |event: &'static str| Callback::from(move |_: MouseEvent| ask(event));
    let later = {
        let (put_off, words) = (put_off.setter(), said.words.clone());
        Callback::from(move |_: MouseEvent| put_off.set(words.clone()))
    };
    if *put_off == said.words {
        return Html::default();
    }
    let note = |text: Html| {
        html! {
            <div class="yt-wrap yt-upkeep__row">
                <p>{ text }</p>
                { button("yt-button yt-button--quiet yt-button--small", None, w.seen, later.clone()) }
            </div>
        }
    };
    let offer = |text: Html, take: &'static str, event: &'static str| {
        html! {
            <div class="yt-wrap yt-upkeep__row">
                <p>{ text }</p>
                { button("yt-button yt-button--primary yt-button--small", None, take, asking(event)) }
                { button("yt-button yt-button--quiet yt-button--small", None, w.later, later.clone()) }
            </div>
        }
    };
    let mut rows = Vec::new();
    if has("offline") {
        let of = said.day.map(|made| with(w.offline_day, &day(made, said.locale))).unwrap_or_default();
        rows.push(note(html! { <>{ w.offline }{ of }</> }));
    }
    if has("taken") {
        rows.push(note(w.taken_back.into()));
    }
    if said.may_offer && !said.is_kiosk {
        if is_newer {
            rows.push(offer(w.newer.into(), w.newer_take, "yuntian-take"));
        }
        if let Some(size) = said.words.split(' ').find_map(|word| word.strip_prefix("saving:")) {
            rows.push(offer(with(w.saving, size).into(), w.saving_take, "yuntian-keep"));
        }
    }
    if rows.is_empty() {
        return Html::default();
    }
    let class = if said.is_told { "yt-upkeep yt-upkeep--seen" } else { "yt-upkeep" };
    html! { <aside {class} aria-label={w.label}>{ rows }</aside> }
}
