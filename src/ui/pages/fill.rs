//! One page of questions.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    model::{Form, Path, Rows},
    session::{Action, PageView, SectionView, Session},
    text::page::words,
    ui::{
        Route, Same,
        fields::{Asking, field},
        hooks::{Filling, focus, keep},
        island::{island, keyed, part},
        later,
        parts::{Icon, button, consent, error_summary, field_id, heading, link, main_area, progress},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    /// The form.
    form: Same<Form>,
    /// The form's title.
    form_title: String,
    /// The page.
    page: Rc<PageView>,
    /// The rows of tables.
    rows: Rc<Rows>,
    /// Which it is, from 1.
    step: usize,
    /// How many there are.
    steps: usize,
    /// Counts the attempts to go on.
    attempt: u32,
    /// A question to focus.
    target: Option<Path>,
    /// The page was opened to change an answer; going on leads back to "check answers".
    is_change: bool,
    /// Something of the person's own is kept, and the engine is here to read it.
    has_own: bool,
}

part!(Props, use_fill);

/// The page.
pub(crate) fn fill(filling: &Filling, page: &Rc<PageView>) -> Html {
    let props = Props {
        form: Same(filling.shared_form()),
        form_title: filling.view.title.clone(),
        page: page.clone(),
        rows: filling.view.rows.clone(),
        step: filling.view.current.unwrap_or_default() + 1,
        steps: filling.view.pages.len(),
        attempt: filling.attempt,
        target: filling.target.clone(),
        is_change: filling.session.as_ref().is_some_and(Session::is_change),
        has_own: filling.session.is_some() && keep::has_own(),
    };
    island("fill", props)
}

/// Draws it.
#[hook]
fn use_fill(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let w = words(asking.locale);
    let page = &props.page;
    use_effect_with(props.target.clone(), |target| {
        if let Some(path) = target {
            focus::by_id(&field_id(path));
        }
    });
    let act = |action: Action| {
        let act = asking.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let onsubmit = {
        let act = asking.act.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            act.emit(Action::Next);
        })
    };
    let back = if props.is_change {
        html! {
            { link("yt-back", Route::Check(props.form.id.clone()).href(), Some(Icon::Back), w.back) }
        }
    } else if props.step > 1 {
        html! {
            { button("yt-back", Some(Icon::Back), w.back, act(Action::Back)) }
        }
    } else {
        html! {
            { link("yt-back", Route::Guide(props.form.id.clone()).href(), Some(Icon::Back), w.back) }
        }
    };
    let sections: Vec<Html> = page.sections.iter().enumerate().map(section).collect();
    let consents: Vec<Html> = page.consents.iter().map(|view| consent(view, &asking)).collect();
    let body = html! {
        <>
            { back }
            <div class="yt-stack">
                { error_summary(&page.summary, &props.rows, props.attempt, true) }
                <div class="yt-page-head">
                    <p class="yt-field__hint">{ &props.form_title }</p>
                    { heading(&page.title) }
                    { progress(asking.locale, props.step, props.steps) }
                </div>
                if let Some(later) = later::here().filter(|_| props.has_own) { { (later.offer)(&props.form, page) } }
                <form class="yt-stack--wide" novalidate=true autocomplete={if asking.is_shared { "off" } else { "on" }} spellcheck="false" autocapitalize="off" {onsubmit}>
                    <div>{ sections }</div>
                    <div>{ consents }</div>
                    <div class="yt-actions yt-column">
                        <button type="submit" class="yt-button yt-button--primary yt-button--large">
                            { if props.is_change { w.next_change } else { w.next } }
                        </button>
                        <button type="button" class="yt-button" onclick={act(Action::Skip)} aria-describedby="skip-hint">{ w.skip }</button>
                        <span class="yt-field__hint" id="skip-hint">{ w.skip_hint }</span>
                    </div>
                </form>
            </div>
        </>
    };
    main_area("fill", page.title.clone().into(), page.id.as_str(), body)
}

#[derive(PartialEq)]
struct SectionProps {
    view: Rc<SectionView>,
}

part!(SectionProps, use_section);

/// A section with more questions than this is laid out by the browser only once it comes near the screen.
const MANY: usize = 20;

/// A part of a page, with its place on it.
pub(crate) fn section((idx, view): (usize, &Rc<SectionView>)) -> Html {
    keyed("section", &idx.to_string(), SectionProps { view: view.clone() })
}

/// A part of a page. Its keyed questions have an element of their own, or a question that appears would remake the others.
/// Drawn again only where one of its questions changed, and then each question decides for itself.
#[hook]
fn use_section(props: &SectionProps) -> Html {
    let view = &props.view;
    let class = if view.fields.len() > MANY { "yt-section yt-section--long" } else { "yt-section" };
    html! {
        <section {class}>
            if let Some(title) = &view.title { <h2 class="yt-section__title">{ title }</h2> }
            if let Some(note) = &view.note { <p class="yt-section__note">{ note }</p> }
            <div>{ for view.fields.iter().map(field) }</div>
        </section>
    }
}
