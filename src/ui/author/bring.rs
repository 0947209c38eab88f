//! Where files come in: by the buttons, with the keyboard too; a drop may land anywhere on the page.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::files::Brought;
use crate::{
    model::Locale,
    text::author::words,
    ui::parts::{Icon, button, icon, leaf},
};

/// The panel; `again` reads again what was brought, where that is possible.
pub(super) fn bring(
    locale: Locale,
    is_over: bool,
    take: &Callback<Brought>,
    again: Option<Callback<MouseEvent>>,
) -> Html {
    let w = words(locale);
    let class = if is_over { "yt-panel yt-stack yt-drop yt-drop--over" } else { "yt-panel yt-stack yt-drop" };
    html! {
        <section {class} aria-labelledby="bring-title">
            <h2 class="yt-panel__title" id="bring-title">{ icon(Icon::Document) }{ w.drop_title }</h2>
            { leaf("p", "", w.drop_text) }
            <div class="yt-actions">
                { chooser(w.choose_files, false, take) }
                { chooser(w.choose_folder, true, take) }
                if let Some(again) = again {
                    { button("yt-button yt-button--primary", None, w.read_again, again) }
                }
            </div>
            { leaf("p", "yt-field__hint", w.drop_again) }
        </section>
    }
}

/// A file input that looks like a button; the input itself takes the focus.
fn chooser(text: &'static str, is_folder: bool, take: &Callback<Brought>) -> Html {
    let take = take.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(files) = input.files().filter(|files| files.length() > 0) {
            take.emit(Brought::chosen(&files));
        }
        // So that the same file can be chosen once more after it was changed.
        input.set_value("");
    });
    let accept = (!is_folder).then_some(".json,application/json");
    html! {
        <label class="yt-button yt-chooser">
            { text }<input type="file" class="yt-hidden" multiple=true {accept} webkitdirectory={is_folder} {onchange} />
        </label>
    }
}
