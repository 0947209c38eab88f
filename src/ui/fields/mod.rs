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
mod veiled;
mod yes_no;

pub(crate) use signature::picture;
use std::rc::Rc;
use text_input::look;
pub(super) use veiled::veiled;

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use crate::{
    model::{Kind, Locale, Path, Rows, Sensitivity, SortedMap, Tables},
    session::{Action, FieldView},
    text::page::{numbered, words},
    ui::{
        hooks::{focus, pointer},
        island::{keyed, part},
        later,
        parts::{field_id, frame_class},
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

/// What an answer is called, with the row of a table it stands in.
pub(crate) fn name_of(path: &Path, rows: &Rows, asking: &Asking) -> String {
    // A part of an address is called as its question is.
    let whole = |path: &Path| asking.labels.get(&Path::new(path.as_str().rsplit_once('.')?.0));
    let label = |path: &Path| asking.labels.get(path).or_else(|| whole(path)).map_or("", String::as_str);
    let own = label(&path.template());
    match (path.in_table(), rows.idx(path)) {
        (Some((table, _)), Some(idx)) => {
            [&numbered(label(&table), idx + 1, asking.locale), words(asking.locale).colon, own].concat()
        }
        (Some(_) | None, _) => own.to_owned(),
    }
}

/// What a question that is not typed needs.
#[derive(PartialEq)]
struct Props {
    view: Rc<FieldView>,
}

part!(Props, use_field);

/// A question of any kind.
pub(crate) fn field(view: &Rc<FieldView>) -> Html {
    if *view.kind == Kind::Rows {
        return rows::rows(view);
    }
    let path = view.path.as_str();
    match look(&view.kind) {
        Some(look) => keyed("text", path, text_input::Props { view: view.clone(), look }),
        None => keyed("field", path, Props { view: view.clone() }),
    }
}

/// A question that is chosen.
#[hook]
fn use_field(props: &Props) -> Html {
    let view = &props.view;
    let question = use_question(view);
    let asking = &question.asking;
    question.frame(view, &|| match &*view.kind {
        Kind::Date | Kind::Month => date::date(view, asking),
        Kind::Choice(_) => choice::choice(view, asking),
        Kind::Choices(_) => choices::choices(view, asking),
        Kind::YesNo => yes_no::yes_no(view, asking),
        Kind::Address => address::address(view, asking),
        // These wait for the engine, and for a file of their own.
        Kind::Signature | Kind::Attachment(_) => hand::by_hand(view),
        // A page lists questions, never groups; a table and what is typed are parts of their own.
        Kind::Group
        | Kind::Rows
        | Kind::Text { .. }
        | Kind::Name
        | Kind::Integer
        | Kind::Decimal
        | Kind::Money
        | Kind::Phone
        | Kind::Email
        | Kind::CitizenId
        | Kind::BankCard
        | Kind::Document(_) => Html::default(),
    })
}

/// What every question has.
struct Question {
    asking: Asking,
    /// How often it was drawn, for the test that one key draws one question.
    n_renders: u32,
    /// A value from another answer is to be typed anew.
    is_opened: UseStateHandle<bool>,
    /// Whether a sensitive answer is to be seen, where others can see the screen.
    bare: UseStateHandle<Bare>,
}

/// Why a sensitive answer is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bare {
    /// It is not.
    No,
    /// The focus is in the question.
    Within,
    /// It was asked for, so that the focus has to go there.
    Asked,
}

/// Begins to draw a question.
#[hook]
fn use_question(view: &FieldView) -> Question {
    let asking = use_context::<Asking>().unwrap_or_default();
    let n_renders = use_mut_ref(|| 0_u32);
    let is_opened = use_state_eq(|| false);
    let bare = use_state_eq(|| Bare::No);
    {
        let path = view.path.clone();
        use_effect_with((*is_opened, *bare), move |(is_opened, bare)| {
            if *is_opened || *bare == Bare::Asked {
                focus::by_id(&field_id(&path));
            }
        });
    }
    *n_renders.borrow_mut() += 1;
    let n_renders = *n_renders.borrow();
    Question { asking, n_renders, is_opened, bare }
}

impl Question {
    /// The question with its widget, or with the value that another answer gave it.
    fn frame(&self, view: &FieldView, widget: &dyn Fn() -> Html) -> Html {
        let is_known = view.is_derived && view.raw.is_empty() && !view.shown.is_empty();
        let inner = if is_known && (view.offer.is_none() || !*self.is_opened) {
            let is_opened = self.is_opened.setter();
            derived::derived(view, &self.asking, Callback::from(move |_| is_opened.set(true)))
        } else if let Some(later) = later::here().filter(|_| self.is_veiled(view)) {
            let bare = self.bare.setter();
            (later.veiled)(view, &self.asking, Callback::from(move |_| bare.set(Bare::Asked)))
        } else {
            widget()
        };
        let (onfocusin, onfocusout) = self.watch(view);
        html! {
            <div class={frame_class(view)} data-field={view.path.as_str().to_owned()} data-renders={self.n_renders.to_string()}
                {onfocusin} {onfocusout}>
                { inner }
            </div>
        }
    }

    /// What stands in place of a widget: a sensitive answer that was left, where others can see the screen. What is typed
    /// is masked in its own line; what is wrong stays to be seen.
    fn is_veiled(&self, view: &FieldView) -> bool {
        self.hides(view) && *self.bare == Bare::No && view.issues.is_empty() && view.masked.is_some()
    }

    fn hides(&self, view: &FieldView) -> bool {
        self.asking.is_shared && view.sensitivity != Sensitivity::General && look(&view.kind).is_none()
    }

    /// Where a widget may be veiled: what notices that the focus is in it, and no longer.
    fn watch(&self, view: &FieldView) -> (Option<Callback<FocusEvent>>, Option<Callback<FocusEvent>>) {
        // The button of the veil may take the focus without lifting it.
        if !self.hides(view) || self.is_veiled(view) {
            return (None, None);
        }
        let (bare, now) = (self.bare.setter(), *self.bare);
        let come = Callback::from(move |_: FocusEvent| {
            if now != Bare::Within {
                bare.set(Bare::Within);
            }
        });
        let bare = self.bare.setter();
        let left = Callback::from(move |event: FocusEvent| {
            let bare = bare.clone();
            once_outside(&event, "[data-field]", Box::new(move || bare.set(Bare::No)));
        });
        // The button that lifted the veil goes with it, and the focus is on its way.
        (Some(come), (now == Bare::Within).then_some(left))
    }
}

/// The action of leaving a question.
fn leave(view: &FieldView, asking: &Asking) -> Callback<FocusEvent> {
    let (act, path) = (asking.act.clone(), view.path.clone());
    Callback::from(move |_| left(&act, &path))
}

fn left(act: &Callback<Action>, path: &Path) {
    let (act, path) = (act.clone(), path.clone());
    pointer::after_release(move || act.emit(Action::Leave(path)));
}

/// Leaving a group of controls: only where the focus goes outside of it. A group is what stands in the `fieldset` of its frame.
fn leave_group(view: &FieldView, asking: &Asking) -> Callback<FocusEvent> {
    let (act, path) = (asking.act.clone(), view.path.clone());
    Callback::from(move |event: FocusEvent| {
        let (act, path) = (act.clone(), path.clone());
        once_outside(&event, "fieldset > div", Box::new(move || act.emit(Action::Leave(path))));
    })
}

/// Does something once the focus went out of what a selector names. A press on a label takes the focus away until its click, a
/// dialog until it closes.
fn once_outside(event: &FocusEvent, of: &'static str, done: Box<dyn FnOnce()>) {
    let element = |target: Option<EventTarget>| target?.dyn_into::<Element>().ok();
    let around = |element: Option<Element>, of| element?.closest(of).ok()?;
    // Yew hears events at its root, so the event does not say whose they are.
    let from = around(element(event.target()), of);
    let is_out =
        move |now: Option<Element>| from != around(now.clone(), of) && around(now, "dialog").is_none();
    if is_out(element(event.related_target())) {
        pointer::after_release(move || {
            if is_out(gloo::utils::document().active_element()) {
                done();
            }
        });
    }
}
