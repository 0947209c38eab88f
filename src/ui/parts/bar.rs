//! The bar that stays in sight: whether the answers are kept, and the ways out. On a phone it takes one row.

use yew::prelude::*;

use super::{leaf, wipe};
use crate::{
    model::Locale,
    text::page::words,
    ui::{Counter, Route, door, hooks::keep},
};

/// The looks of what is pressed there.
pub(crate) const BAR_BUTTON: &str = "yt-button yt-button--quiet yt-button--small";

/// The bar, with "clear and leave" at its end; at a helper's counter, with what the helper has there.
pub(crate) fn bar(locale: Locale, inner: Html) -> Html {
    let end = match door::here::<Counter>().filter(|_| keep::at_counter()) {
        Some(counter) => (counter.bar)(locale),
        None => wipe(locale),
    };
    html! {
        <aside class="yt-bar" aria-label={words(locale).bar}>
            <div class="yt-wrap yt-bar__row">{ inner }{ end }</div>
        </aside>
    }
}

/// A way to another page.
pub(crate) fn bar_link(to: Route, name: &'static str, part: &'static str) -> Html {
    html! { <a class={BAR_BUTTON} href={to.href()} aria-label={name}>{ shortened(name, part) }</a> }
}

/// A name of which a narrow screen shows a part. Whatever bears it says the whole of it in `aria-label`.
pub(crate) fn shortened(name: &'static str, part: &'static str) -> Html {
    let (before, after) = name.split_once(part).unwrap_or_default();
    let more = |text| leaf("span", "yt-bar__more", text);
    html! { <span>{ more(before) }{ part }{ more(after) }</span> }
}
