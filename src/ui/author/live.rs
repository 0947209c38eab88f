//! The form's questions as a resident sees them: the ordinary session and the ordinary fields. Nothing typed here is kept.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    model::{Date, Form, PageId, Path},
    session::{Action, PageView},
    text::{author::words, page::words as page_words},
    ui::{
        Same, World,
        fields::Asking,
        hooks::{Filling, Step, fetch},
        island::{keyed, part},
        later,
        pages::{labels, section},
        parts::{answers, button, consent, error_summary, leaf},
    },
};

#[derive(PartialEq)]
struct Props {
    world: World,
    form: Same<Form>,
    today: Date,
}

part!(Props, use_live);

/// The questions; begun anew with each reading of the file.
pub(super) fn live(world: &World, form: &Same<Form>, today: Date) -> Html {
    // The address of what was opened is new each time.
    let key = format!("{:p}", Rc::as_ptr(&form.0));
    keyed("live", &key, Props { world: world.clone(), form: form.clone(), today })
}

#[hook]
fn use_live(props: &Props) -> Html {
    let locale = props.world.prefs.locale;
    let form = &props.form;
    let filling = use_reducer(|| Filling::open(&form.0, None, props.today, locale, None, Rc::default()));
    let step = filling.dispatcher();
    {
        let step = step.clone();
        use_effect_with(locale, move |locale| step.dispatch(Step::Speak(*locale)));
    }
    {
        let (step, catalogue) = (step.clone(), props.world.catalogue.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let Some(later) = later::here() else { return };
                for (name, open) in [("streets", later.streets), ("regions", later.regions)] {
                    // Without a table a code is not checked.
                    let Some(url) = catalogue.table_url(name) else { continue };
                    if let Ok(bytes) = fetch::bytes(&url).await {
                        step.dispatch(Step::Tables(open(&bytes)));
                    }
                }
            });
        });
    }
    let act = {
        let step = step.clone();
        use_callback((), move |action: Action, ()| step.dispatch(Step::Do(action)))
    };
    let asking = {
        let district = props.world.catalogue.settings.district.get(locale).to_owned();
        let labels = use_memo((form.clone(), locale), |(form, locale)| labels(form, *locale));
        use_memo((labels, locale, filling.tables.clone()), move |(labels, locale, tables)| Asking {
            locale: *locale,
            act,
            labels: labels.clone(),
            tables: tables.clone(),
            district: district.into(),
            ..Asking::default()
        })
    };
    let w = words(locale);
    let view = &filling.view;
    let open = view.current.and_then(|idx| view.pages.get(idx));
    let inner = match open {
        Some(page) => questions(page, &filling, &asking),
        None if view.pages.is_empty() => leaf("p", "", w.fields_none),
        None => {
            let step = step.clone();
            let change = Callback::from(move |(page, path): (PageId, Path)| {
                step.dispatch(Step::Change(Action::GoTo(Some(page)), path));
            });
            html! { <div class="yt-stack--wide">{ for view.pages.iter().map(|page| answers(page, &asking, &change)) }</div> }
        }
    };
    html! {
        <ContextProvider<Asking> context={(*asking).clone()}>
            <section class="yt-panel yt-stack" aria-labelledby="live-title">
                <h3 id="live-title">{ w.fields_title }</h3>
                { leaf("p", "yt-field__hint", w.fields_lead) }
                { pages(&filling, &asking) }
                { inner }
            </section>
        </ContextProvider<Asking>>
    }
}

/// The way about the pages: those that are shown, and "check answers" after them.
fn pages(filling: &Filling, asking: &Asking) -> Html {
    let w = words(asking.locale);
    let go = |page: Option<PageId>| {
        let act = asking.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::GoTo(page.clone())))
    };
    let view = &filling.view;
    let one = |idx: Option<usize>, text: &str, page: Option<PageId>| {
        let is_here = view.current == idx;
        let class = if is_here {
            "yt-button yt-button--small yt-button--primary"
        } else {
            "yt-button yt-button--small"
        };
        let here = is_here.then_some("page");
        html! { <button type="button" {class} aria-current={here} onclick={go(page)}>{ text }</button> }
    };
    html! {
        <nav class="yt-actions" aria-label={w.fields_pages}>
            { for view.pages.iter().enumerate().map(|(idx, page)| one(Some(idx), &page.title, Some(page.id.clone()))) }
            { one(None, w.fields_check, None) }
        </nav>
    }
}

/// The open page.
fn questions(page: &PageView, filling: &Filling, asking: &Asking) -> Html {
    let w = words(asking.locale);
    let act = asking.act.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        act.emit(Action::Next);
    });
    let act = asking.act.clone();
    let skip = Callback::from(move |_: MouseEvent| act.emit(Action::Skip));
    html! {
        <form class="yt-stack--wide" novalidate=true autocomplete="off" {onsubmit}>
            { error_summary(&page.summary, &filling.view.rows, filling.attempt, false) }
            <div>{ for page.sections.iter().enumerate().map(section) }</div>
            <div>{ for page.consents.iter().map(|view| consent(view, asking)) }</div>
            <div class="yt-actions">
                <button type="submit" class="yt-button yt-button--primary">{ w.fields_next }</button>
                { button("yt-button", None, page_words(asking.locale).skip, skip) }
            </div>
        </form>
    }
}
