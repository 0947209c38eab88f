//! One of the forms: its questions, its paper and its examples.

use yew::prelude::*;

use super::{
    desk::{Bench, Shown},
    live::live,
    paper::paper,
    runs::runs,
};
use crate::{
    model::Locale,
    text::{author::words, page::with_number},
    ui::{
        World,
        parts::{Icon, panel_title},
    },
};

/// The chosen form, or the first; and the others to choose from.
pub(super) fn form(world: &World, bench: &Bench, chosen: &str, choose: &Callback<String>) -> Html {
    let locale = world.prefs.locale;
    let forms = &bench.forms;
    let Some(shown) = forms.iter().find(|form| form.file == chosen).or(forms.first()) else {
        return Html::default();
    };
    html! {
        <>
            if forms.len() > 1 { { chooser(forms, shown, choose, locale) } }
            { one(world, shown) }
        </>
    }
}

fn chooser(forms: &[Shown], shown: &Shown, choose: &Callback<String>, locale: Locale) -> Html {
    let w = words(locale);
    let choose = choose.clone();
    let onchange = Callback::from(move |event: Event| {
        choose.emit(event.target_unchecked_into::<web_sys::HtmlSelectElement>().value());
    });
    let option = |form: &Shown| {
        let title = form.opened.as_ref().map_or(w.error, |(form, _)| form.title.get(locale));
        html! {
            <option value={form.file.clone()} selected={form.file == shown.file}>{ &form.file }{ " · " }{ title }</option>
        }
    };
    html! {
        <div>
            <label class="yt-field__label" for="author-form">{ w.forms_title }</label>
            <select class="yt-input" id="author-form" {onchange}>{ for forms.iter().map(option) }</select>
        </div>
    }
}

fn one(world: &World, shown: &Shown) -> Html {
    let locale = world.prefs.locale;
    let w = words(locale);
    let Some((form, pack)) = &shown.opened else {
        return html! {
            <section class="yt-panel yt-panel--warn yt-stack">
                { panel_title(Icon::Warning, &shown.file) }
                <p>{ w.form_broken }</p>
            </section>
        };
    };
    html! {
        <>
            <div class="yt-page-head">
                <h2>{ form.title.get(locale) }</h2>
                <p class="yt-field__hint">{ form.id.as_str() }{ " · " }{ with_number(w.form_version, form.version as usize) }{ " · " }{ &shown.file }</p>
            </div>
            { live(world, form, shown.today) }
            { paper(world, form, pack, shown.sample.as_ref(), shown.today) }
            { runs(&shown.runs, locale) }
        </>
    }
}
