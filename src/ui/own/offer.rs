//! Over the questions of a page: what the person's own details answer of them, to be taken over by a press or declined.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::kept::{Kept, fields};
use crate::{
    model::{Form, FormId, PageId},
    session::{Action, FieldView, FormView, PageView, Suggestion, suggested},
    text::own::{counted, words},
    ui::{
        Same, Whose, World,
        fields::Asking,
        hooks::{Gate, focus, keep, use_later},
        island::{island, part},
        parts::{Icon, button, icon},
    },
};

thread_local! {
    /// The pages on which somebody's own was declined, until the page is closed.
    static DECLINED: RefCell<Vec<(FormId, PageId, Whose)>> = const { RefCell::new(Vec::new()) };
}

/// What it needs.
#[derive(PartialEq)]
struct Props {
    form: Same<Form>,
    page: Rc<PageView>,
}

part!(Props, use_offer);

/// Draws it; nothing where nothing fits.
pub(super) fn offer(form: &Same<Form>, page: &Rc<PageView>) -> Html {
    island("own-offer", Props { form: form.clone(), page: page.clone() })
}

#[hook]
fn use_offer(props: &Props) -> Html {
    let Props { form, page } = props;
    let asking = use_context::<Asking>().unwrap_or_default();
    let world = use_context::<World>();
    let redraw = use_force_update();
    let found = use_state_eq(|| Same::new(Vec::<Kept>::new()));
    // How many answers were taken over, and on which page.
    let taken = use_state_eq(|| None::<(PageId, usize)>);
    // What is kept is read by the engine.
    let gate = use_later(true, 0);
    {
        let (found, catalogue) = (found.setter(), world.map(|world| world.catalogue));
        use_effect_with((), move |()| {
            let Some(catalogue) = catalogue else { return };
            spawn_local(async move {
                let mut all = Vec::new();
                for whose in keep::own() {
                    all.extend(Kept::load(&catalogue, whose).await.filter(|kept| !kept.is_empty()));
                }
                found.set(Same::new(all));
            });
        });
    }
    let is_here = matches!(gate, Gate::Open(_));
    let views = {
        let of = ((*found).clone(), Same(asking.tables.clone()), asking.locale, is_here);
        use_memo(of, |(found, tables, locale, is_here)| -> Vec<Rc<FormView>> {
            let kept = found.iter().filter(|_| *is_here);
            kept.map(|kept| kept.view(tables, *locale)).collect()
        })
    };
    let w = words(asking.locale);
    let asked: Vec<Rc<FieldView>> =
        page.sections.iter().flat_map(|section| section.fields.iter().cloned()).collect();
    let panels = found.iter().zip(views.iter()).filter_map(|(kept, view)| {
        let own = (form.id.clone(), page.id.clone(), kept.whose);
        if DECLINED.with_borrow(|declined| declined.contains(&own)) {
            return None;
        }
        let found = suggested(&kept.form, &fields(view), form, &asked);
        let decline = {
            let redraw = redraw.clone();
            Callback::from(move |_: MouseEvent| {
                DECLINED.with_borrow_mut(|declined| declined.push(own.clone()));
                redraw.force_update();
                focus::heading();
            })
        };
        let take = |some: Vec<Suggestion>| {
            let (act, taken, page) = (asking.act.clone(), taken.setter(), page.id.clone());
            Callback::from(move |_: MouseEvent| {
                for (path, raw) in some.iter().flat_map(|one| &one.entries) {
                    act.emit(Action::Enter { path: path.clone(), raw: raw.clone() });
                }
                taken.set(Some((page.clone(), some.len())));
                focus::heading();
            })
        };
        (!found.is_empty()).then(|| panel(kept.whose, &found, &take, decline, &asking))
    });
    let panels: Vec<Html> = panels.collect();
    let said = match &*taken {
        Some((on, n)) if *on == page.id => counted(w.taken_one, w.taken, *n),
        Some(_) | None => String::new(),
    };
    html! {
        <>
            <div role="status">if !said.is_empty() { <p class="yt-panel yt-panel--good">{ said }</p> }</div>
            { panels }
        </>
    }
}

/// What is offered, question by question.
fn panel(
    whose: Whose,
    found: &[Suggestion],
    take: &dyn Fn(Vec<Suggestion>) -> Callback<MouseEvent>,
    decline: Callback<MouseEvent>,
    asking: &Asking,
) -> Html {
    let w = words(asking.locale);
    let (title, id) = match whose {
        Whose::Firm => (w.offer_firm, "own-offer-firm"),
        Whose::Me => (w.offer_me, "own-offer-me"),
    };
    let rows = found.iter().map(|one| {
        let onclick = take(vec![one.clone()]);
        html! {
            <div class="yt-answers__row" key={one.path.as_str()}>
                <dt>{ &one.label }</dt>
                <dd class="yt-answers__value">{ &one.shown }</dd>
                <dd class="yt-answers__act">
                    <button type="button" class="yt-button yt-button--quiet yt-button--small" {onclick}>
                        { w.take }<span class="yt-hidden">{ &one.label }</span>
                    </button>
                </dd>
            </div>
        }
    });
    html! {
        <section class="yt-panel yt-panel--accent yt-stack yt-column" key={id} aria-labelledby={id}>
            <h2 class="yt-panel__title" {id}>{ icon(Icon::Document) }{ title }</h2>
            <p>{ counted(w.offer_one, w.offer_lead, found.len()) }</p>
            <dl class="yt-answers">{ for rows }</dl>
            <div class="yt-actions">
                { button("yt-button yt-button--primary", None, w.take, take(found.to_vec())) }
                { button("yt-button", None, w.decline, decline) }
            </div>
        </section>
    }
}
