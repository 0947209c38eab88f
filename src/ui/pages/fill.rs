//! One page of questions.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    model::{FormId, Path},
    session::{Action, PageView, SectionView},
    text::page::words,
    ui::{
        Route,
        fields::{Asking, Field},
        hooks::focus,
        parts::{Consent, ErrorSummary, Icon, MainArea, Progress, field_id, icon},
    },
};

/// What it needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The form's id.
    pub form: AttrValue,
    /// The form's title.
    pub form_title: AttrValue,
    /// The page.
    pub page: Rc<PageView>,
    /// Which it is, from 1.
    pub step: usize,
    /// How many there are.
    pub steps: usize,
    /// Counts the attempts to go on.
    pub attempt: u32,
    /// A question to focus.
    pub target: Option<Path>,
    /// The page was opened to change an answer; going on leads back to "check answers".
    pub is_change: bool,
}

/// The page.
#[component]
pub(crate) fn Fill(props: &Props) -> Html {
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
            <a class="yt-back" href={Route::Check(FormId::new(&props.form)).href()}>{ icon(Icon::Back) }{ w.back }</a>
        }
    } else if props.step > 1 {
        html! {
            <button type="button" class="yt-back" onclick={act(Action::Back)}>{ icon(Icon::Back) }{ w.back }</button>
        }
    } else {
        html! {
            <a class="yt-back" href={Route::Guide(FormId::new(&props.form)).href()}>{ icon(Icon::Back) }{ w.back }</a>
        }
    };
    html! {
        <MainArea title={page.title.clone()} turn={page.id.as_str().to_owned()}>
            { back }
            <div class="yt-stack">
                <ErrorSummary issues={page.summary.clone()} attempt={props.attempt} />
                <div class="yt-page-head">
                    <p class="yt-field__hint">{ &props.form_title }</p>
                    <h1 tabindex="-1">{ &page.title }</h1>
                    <Progress locale={asking.locale} step={props.step} steps={props.steps} />
                </div>
                <form class="yt-stack--wide" novalidate=true autocomplete="on" {onsubmit}>
                    <div>{ for page.sections.iter().enumerate().map(|(idx, section)| html! { <Section key={idx} view={section.clone()} /> }) }</div>
                    <div>{ for page.consents.iter().map(|view| html! { <Consent key={view.purpose.as_str()} view={view.clone()} /> }) }</div>
                    <div class="yt-actions yt-column">
                        <button type="submit" class="yt-button yt-button--primary yt-button--large">
                            { if props.is_change { w.next_change } else { w.next } }
                        </button>
                        <button type="button" class="yt-button" onclick={act(Action::Skip)} aria-describedby="skip-hint">{ w.skip }</button>
                        <span class="yt-field__hint" id="skip-hint">{ w.skip_hint }</span>
                    </div>
                </form>
            </div>
        </MainArea>
    }
}

#[derive(Properties, PartialEq)]
struct SectionProps {
    view: Rc<SectionView>,
}

/// A part of a page. Its keyed questions have an element of their own, or a question that appears would remake the others.
/// Drawn again only where one of its questions changed, and then each question decides for itself.
#[component]
fn Section(props: &SectionProps) -> Html {
    let view = &props.view;
    html! {
        <section class="yt-section">
            if let Some(title) = &view.title { <h2 class="yt-section__title">{ title }</h2> }
            if let Some(note) = &view.note { <p class="yt-section__note">{ note }</p> }
            <div>{ for view.fields.iter().map(|field| html! { <Field key={field.path.as_str()} view={field.clone()} /> }) }</div>
        </section>
    }
}
