//! The head of every page: the name, the language, the text size.

use yew::prelude::*;

use super::{Icon, TextSize, icon};
use crate::{
    model::Locale,
    text::page::words,
    ui::{Route, hooks::Prefs},
};

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What is chosen.
    pub prefs: Prefs,
    /// Called with a new choice.
    pub set: Callback<Prefs>,
}

/// The head.
#[component]
pub(crate) fn Header(props: &Props) -> Html {
    let w = words(props.prefs.locale);
    let (set, prefs) = (props.set.clone(), props.prefs);
    let (other, other_lang) = match prefs.locale {
        Locale::Zh => (Locale::En, "en"),
        Locale::En => (Locale::Zh, "zh-CN"),
    };
    let onclick = Callback::from(move |_| set.emit(Prefs { locale: other, ..prefs }));
    html! {
        <header class="yt-header">
            <div class="yt-wrap yt-header__row">
                <a class="yt-brand" href={Route::Home.href()}>
                    { icon(Icon::Brand) }
                    <span>{ w.product }</span>
                    <span class="yt-brand__line">{ w.product_line }</span>
                </a>
                <div class="yt-header__tools">
                    <TextSize prefs={props.prefs} set={props.set.clone()} />
                    <button type="button" class="yt-button yt-button--quiet" lang={other_lang} {onclick}>
                        { w.other_language }
                    </button>
                </div>
            </div>
        </header>
    }
}
