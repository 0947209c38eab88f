//! The head of every page: the name, the language, the text size.

use yew::prelude::*;

use super::{Icon, icon, leaf, text_size};
use crate::{
    model::Locale,
    text::page::words,
    ui::{
        Route,
        hooks::{Prefs, focus},
    },
};

/// The head.
pub(crate) fn header(prefs: Prefs, is_elder: bool, change: &Callback<Prefs>, here: &Route) -> Html {
    let w = words(prefs.locale);
    let set = change.clone();
    let (other, other_lang) = match prefs.locale {
        Locale::Zh => (Locale::En, "en"),
        Locale::En => (Locale::Zh, "zh-CN"),
    };
    let onclick = Callback::from(move |_| set.emit(Prefs { locale: other, ..prefs }));
    let restyle = {
        let set = change.clone();
        Callback::from(move |_| set.emit(Prefs { is_elder: Some(!is_elder), ..prefs }))
    };
    let skip = Callback::from(|event: MouseEvent| {
        // The address is the route, so the link moves the focus itself.
        event.prevent_default();
        focus::by_id("main");
    });
    html! {
        <header class="yt-header">
            <a class="yt-skip" href={here.href()} onclick={skip}>{ w.skip_to_content }</a>
            <div class="yt-wrap yt-header__row">
                <a class="yt-brand" href={Route::Home.href()}>
                    { icon(Icon::Brand) }
                    { leaf("span", "", w.product) }
                    { leaf("span", "yt-brand__line", w.product_line) }
                </a>
                <div class="yt-header__tools">
                    <button type="button" class="yt-button yt-button--small" onclick={restyle}>
                        { if is_elder { w.style_standard } else { w.style_elder } }
                    </button>
                    { text_size(prefs, change) }
                    <button type="button" class="yt-button yt-button--quiet" lang={other_lang} {onclick}>
                        { w.other_language }
                    </button>
                </div>
            </div>
        </header>
    }
}
