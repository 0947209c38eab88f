//! Questions: one widget a kind, each in the frame of `parts::field_frame`.

mod address;
mod attachment;
mod choice;
mod choices;
mod date;
mod derived;
pub(in crate::ui) mod hand;
mod rows;
mod signature;
mod text_input;
mod yes_no;

pub(crate) use signature::picture;
use std::rc::Rc;
use text_input::{Look, text_input};

use yew::prelude::*;

use crate::{
    model::{Kind, Locale, Path, Rows, SortedMap, Tables},
    session::{Action, FieldView},
    text::page::{numbered, words},
    ui::{
        hooks::focus,
        island::{keyed, part},
        parts::field_id,
    },
};

/// What every question of a form shares and what seldom changes: a context, so that it is not handed down.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Asking {
    /// The language.
    pub locale: Locale,
    /// Takes what the person does.
    pub act: Callback<Action>,
    /// The question at each path.
    pub labels: Rc<SortedMap<Path, String>>,
    /// The tables that have come.
    pub tables: Rc<Tables>,
    /// The district's name, for "outside …".
    pub district: Rc<str>,
    /// Others can see the screen: sensitive answers are masked when left.
    pub is_shared: bool,
}

/// What it needs.
#[derive(PartialEq)]
struct Props {
    view: Rc<FieldView>,
}

/// What an answer is called, with the row of a table it stands in.
pub(crate) fn name_of(path: &Path, rows: &Rows, asking: &Asking) -> String {
    let label = |path: &Path| asking.labels.get(path).map_or("", String::as_str);
    let own = label(&path.template());
    match (path.in_table(), rows.idx(path)) {
        (Some((table, _)), Some(idx)) => {
            [&numbered(label(&table), idx + 1, asking.locale), words(asking.locale).colon, own].concat()
        }
        (Some(_) | None, _) => own.to_owned(),
    }
}

part!(Props, use_field);

/// A question of any kind.
pub(crate) fn field(view: &Rc<FieldView>) -> Html {
    if *view.kind == Kind::Rows {
        return rows::rows(view);
    }
    keyed("field", view.path.as_str(), Props { view: view.clone() })
}

/// Draws a question. `data-renders` counts how often it was drawn, for the test that one key draws one question.
#[hook]
fn use_field(props: &Props) -> Html {
    let asking = use_context::<Asking>().unwrap_or_default();
    let n_renders = use_mut_ref(|| 0_u32);
    let view = &props.view;
    let is_opened = use_state_eq(|| false);
    {
        let id = field_id(&view.path);
        use_effect_with(*is_opened, move |is_opened| {
            if *is_opened {
                focus::by_id(&id);
            }
        });
    }
    *n_renders.borrow_mut() += 1;
    let is_known = view.is_derived && view.raw.is_empty() && !view.shown.is_empty();
    let inner = if is_known && (view.offer.is_none() || !*is_opened) {
        let is_opened = is_opened.setter();
        derived::derived(view, &asking, Callback::from(move |_| is_opened.set(true)))
    } else {
        match &*view.kind {
            // A page lists questions, never groups; a table is a part of its own.
            Kind::Group | Kind::Rows => Html::default(),
            Kind::Text { is_long } => {
                text_input(view, &asking, Look { is_long: *is_long, ..Look::default() })
            }
            Kind::Name => {
                text_input(view, &asking, Look { class: "yt-input yt-input--name", ..Look::default() })
            }
            Kind::Integer => text_input(view, &asking, Look::grouped("yt-input yt-input--number")),
            Kind::Decimal | Kind::Money => {
                text_input(view, &asking, Look::grouped("yt-input yt-input--number"))
            }
            Kind::Email => text_input(view, &asking, Look::default()),
            Kind::Document(_) => text_input(view, &asking, Look::grouped("yt-input yt-input--id")),
            Kind::Phone => text_input(view, &asking, Look::grouped("yt-input yt-input--phone")),
            Kind::CitizenId => text_input(view, &asking, Look::grouped("yt-input yt-input--id")),
            Kind::BankCard => text_input(view, &asking, Look::grouped("yt-input yt-input--card")),
            Kind::Date | Kind::Month => date::date(view, &asking),
            Kind::Choice(_) => choice::choice(view, &asking),
            Kind::Choices(_) => choices::choices(view, &asking),
            Kind::YesNo => yes_no::yes_no(view, &asking),
            Kind::Address => address::address(view, &asking),
            // These wait for the engine, and for a file of their own.
            Kind::Signature | Kind::Attachment(_) => hand::by_hand(view),
        }
    };
    html! {
        <div class="yt-field" data-field={view.path.as_str().to_owned()} data-renders={n_renders.borrow().to_string()}>
            { inner }
        </div>
    }
}

/// The action of leaving a question.
fn leave(view: &FieldView, asking: &Asking) -> Callback<FocusEvent> {
    let (act, path) = (asking.act.clone(), view.path.clone());
    Callback::from(move |_| act.emit(Action::Leave(path.clone())))
}

/// Leaving a group of controls: only where the focus goes outside of it.
fn leave_group(view: &FieldView, asking: &Asking) -> Callback<FocusEvent> {
    use wasm_bindgen::JsCast;
    let (act, path) = (asking.act.clone(), view.path.clone());
    Callback::from(move |event: FocusEvent| {
        let group = event.current_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let stays = group.is_some_and(|group| next.is_some_and(|next| group.contains(Some(&next))));
        if !stays {
            act.emit(Action::Leave(path.clone()));
        }
    })
}
