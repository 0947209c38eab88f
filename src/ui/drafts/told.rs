//! What is told about a draft over its form.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    track::{self, Note},
    when,
};
use crate::{
    model::{FormId, Locale},
    text::{
        drafts::words,
        page::{with, with_number},
    },
    ui::{
        PaperKind, Route,
        fields::Asking,
        hooks::Carried,
        island::{keyed, part},
        parts::{SaveState, button, leaf, link},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    form: FormId,
    state: SaveState,
    carried: Option<Rc<Carried>>,
    asking: Asking,
}

part!(Props, use_told);

/// Draws it; nothing where there is nothing to tell.
pub(super) fn told(form: &FormId, state: SaveState, carried: Option<Rc<Carried>>, asking: &Asking) -> Html {
    let props = Props { form: form.clone(), state, carried, asking: asking.clone() };
    keyed("told", form.as_str(), props)
}

#[hook]
fn use_told(props: &Props) -> Html {
    let locale = props.asking.locale;
    let w = words(locale);
    let redraw = use_force_update();
    let has_read = use_state_eq(|| false);
    use_effect_with((), move |()| {
        track::set_redraw(Some(Rc::new(move || redraw.force_update())));
        || track::set_redraw(None)
    });
    let news = track::news(&props.form);
    let carried = props.carried.as_ref().filter(|_| !*has_read);
    let understood = {
        let (form, has_read) = (props.form.clone(), has_read.setter());
        Callback::from(move |_: MouseEvent| {
            has_read.set(true);
            track::read(&form);
        })
    };
    html! {
        <>
            { not_saved(props, locale) }
            if !news.is_empty() || carried.is_some() {
                <div class="yt-told yt-panel yt-panel--accent yt-stack">
                    { for news.iter().map(|news| line(*news, locale)) }
                    if let Some(carried) = carried {
                        { report(carried, props) }
                    }
                    <p class="yt-actions">
                        if news.iter().any(|news| *news != Note::Taken) {
                            { link("", Route::Drafts.href(), None, w.all_drafts) }
                        }
                        { button("yt-button yt-button--small", None, w.understood, understood) }
                    </p>
                </div>
            }
        </>
    }
}

fn line(news: Note, locale: Locale) -> Html {
    let w = words(locale);
    match news {
        Note::Resumed { saved_at, n_others } => html! {
            <p>
                { with(w.resumed, &when::moment(saved_at, locale)) }
                if n_others > 0 { { with_number(w.others, n_others) } }
            </p>
        },
        Note::Apart => leaf("p", "", w.apart),
        Note::Parted => leaf("p", "", w.parted),
        Note::Taken => leaf("p", "", w.taken),
        Note::Deleted => leaf("p", "", w.deleted_there),
    }
}

/// What became of an older draft: what was kept, what was not, and what to look at again.
fn report(carried: &Carried, props: &Props) -> Html {
    let w = words(props.asking.locale);
    let label = |path: &crate::model::Path| {
        let labels = &props.asking.labels;
        labels.get(&path.template()).or_else(|| labels.get(path)).cloned()
    };
    let left = carried.left.iter().map(|(path, text)| {
        // A question that the form has no more has no label either.
        let text = match label(path) {
            Some(label) => [label.as_str(), ": ", text].concat(),
            None => text.clone(),
        };
        html! { <li>{ text }</li> }
    });
    let again = carried.again.iter().map(|(page, path)| {
        let href = Route::Fill(props.form.clone(), Some(page.clone())).href();
        html! { <li>{ link("", href, None, &label(path).unwrap_or_default()) }</li> }
    });
    html! {
        <section class="yt-stack">
            { leaf("h2", "yt-panel__title", w.changed) }
            <p>{ with_number(w.changed_kept, carried.n_kept) }</p>
            if !carried.left.is_empty() {
                { leaf("p", "", w.changed_left) }
                <ul>{ for left }</ul>
            }
            if carried.again.is_empty() {
                { leaf("p", "", w.changed_good) }
            } else {
                { leaf("p", "", w.changed_again) }
                <ul>{ for again }</ul>
            }
        </section>
    }
}

/// Where nothing is saved: what to do about it.
fn not_saved(props: &Props, locale: Locale) -> Html {
    let w = words(locale);
    if !matches!(props.state, SaveState::Bad(_)) {
        return Html::default();
    }
    let papers = Route::Papers(props.form.clone(), PaperKind::Own).href();
    html! {
        <div class="yt-told yt-panel yt-panel--warn yt-stack">
            { leaf("p", "", w.not_saved) }
            <p class="yt-actions">
                { link("yt-button yt-button--small", Route::Carry(props.form.clone()).href(), None, w.as_file) }
                { link("yt-button yt-button--small", papers, None, w.print_draft) }
            </p>
        </div>
    }
}
