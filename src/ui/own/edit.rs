//! All questions about somebody's own, one under the other. What is typed is saved by itself, as everywhere.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::kept::Kept;
use crate::{
    model::Tables,
    session::{Action, Session},
    text::own::words,
    ui::{
        Same, World,
        drafts::Typed,
        fields::Asking,
        hooks::{Filling, Step, keep, use_autosave},
        island::{island, part},
        pages::{labels, section},
        parts::{leaf, saved},
    },
};

/// What it needs.
#[derive(PartialEq)]
struct Props {
    world: World,
    kept: Kept,
    tables: Same<Tables>,
    done: Callback<()>,
}

part!(Props, use_edit);

/// The questions; `done` is told once everything is saved, or can not be.
pub(super) fn edit(world: &World, kept: &Kept, tables: &Same<Tables>, done: Callback<()>) -> Html {
    island("own-edit", Props { world: world.clone(), kept: kept.clone(), tables: tables.clone(), done })
}

#[hook]
fn use_edit(props: &Props) -> Html {
    let Props { world, kept, tables, done } = props;
    let locale = world.prefs.locale;
    let w = words(locale);
    let filling = use_reducer(|| {
        let draft = kept.draft.as_ref().map(|draft| draft.0.clone());
        Filling::open(&kept.form.0, draft, kept.today, locale, None, Rc::default())
    });
    let step = filling.dispatcher();
    let (state, _) = use_autosave(&filling, &step);
    {
        let step = step.clone();
        use_effect_with(locale, move |locale| step.dispatch(Step::Speak(*locale)));
    }
    {
        let step = step.clone();
        use_effect_with(tables.clone(), move |tables| step.dispatch(Step::Tables((**tables).clone())));
    }
    let act = use_callback((), move |action: Action, ()| step.dispatch(Step::Do(action)));
    let settings = &world.catalogue.settings;
    let asking = Asking {
        locale,
        act,
        labels: use_memo(locale, |locale| labels(&kept.form, *locale)),
        tables: filling.tables.clone(),
        district: settings.district.get(locale).into(),
        is_shared: settings.mode.is_shared(),
    };
    let onsubmit = {
        let (filling, done) = (filling.clone(), done.clone());
        let is_new = kept.draft.is_none();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let draft = filling.session.as_ref().map(Session::shared);
            // Where nothing was entered, nothing is kept.
            let draft = draft.filter(|draft| !is_new || !draft.answers.is_empty());
            let (form, progress, done) = (filling.shared_form(), filling.view.progress, done.clone());
            spawn_local(async move {
                if let (Some(draft), Some(drafts)) = (draft, keep::drafts().await) {
                    (drafts.put)(Typed { draft, form, progress }).await;
                }
                done.emit(());
            });
        })
    };
    let pages = filling.view.pages.iter().map(|page| {
        html! { <div key={page.id.as_str()}>{ for page.sections.iter().enumerate().map(section) }</div> }
    });
    html! {
        <ContextProvider<Asking> context={asking}>
            <p class="yt-field__hint">{ w.done_hint }{ " " }{ saved(locale, state) }</p>
            <form class="yt-stack--wide" novalidate=true spellcheck="false" autocapitalize="off" {onsubmit}>
                { for pages }
                <div class="yt-actions">
                    <button type="submit" class="yt-button yt-button--primary yt-button--large">{ w.done }</button>
                </div>
            </form>
            { leaf("p", "yt-field__hint", w.kept) }
        </ContextProvider<Asking>>
    }
}
