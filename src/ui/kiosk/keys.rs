//! The on-screen keys: they stand below the page while something is typed into, and never before it.
//!
//! **Invariant:** a key takes no focus from the question that it types into. Where that stands in a dialog, so do the keys:
//! what is outside of an open dialog can not be touched.

use gloo::{events::EventListener, timers::callback::Timeout, utils::document};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::{
    field::Field,
    plain::layout::{Key, Layout},
    spelling::{self, Typed, use_sounds},
};
use crate::{
    text::kiosk::{Words, words},
    ui::{
        World,
        hooks::pointer,
        island::{island, part},
    },
};

/// How high the keys stand, for the styles: the page is longer by that.
const HEIGHT: &str = "--yt-keys";

#[derive(PartialEq)]
struct Props {
    world: World,
}

part!(Props, use_keys);

/// The keys, where something is typed into.
pub(super) fn keys(world: &World) -> Html {
    island("keys", Props { world: world.clone() })
}

#[hook]
fn use_keys(props: &Props) -> Html {
    let field = use_state_eq(|| None::<Field>);
    let is_shifted = use_state_eq(|| false);
    let is_chinese = use_state_eq(|| true);
    // The letters of a passphrase were asked for.
    let is_turned = use_state_eq(|| false);
    let typed = use_state_eq(Typed::default);
    let locale = props.world.prefs.locale;
    let is_secret = field.as_ref().is_some_and(Field::is_secret);
    let layout =
        field.as_ref().map(|field| if *is_turned && is_secret { Layout::Letters } else { layout(field) });
    let sounds = use_sounds(&props.world.catalogue, layout == Some(Layout::Letters));
    let panel = use_node_ref();
    {
        let field = field.setter();
        use_effect_with((), move |()| {
            // What appears under a pressed finger would take its click; so would what goes away. A touch moves the focus when it
            // is over already, and its click comes within the same task (Chromium 156).
            let look = move || {
                let field = field.clone();
                let set = move || pointer::after_release(move || field.set(Field::active()));
                Timeout::new(0, set).forget();
            };
            let listeners = ["focusin", "focusout"].map(|name| {
                let look = look.clone();
                EventListener::new(&document(), name, move |event| {
                    // Going from one question to another is told by the second event.
                    let next = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
                    if event.type_() == "focusin" || next.is_none() {
                        look();
                    }
                })
            });
            move || drop(listeners)
        });
    }
    {
        let (typed, is_chinese, is_turned) = (typed.setter(), is_chinese.setter(), is_turned.setter());
        use_effect_with((*field).clone(), move |field| {
            typed.set(Typed::default());
            is_turned.set(false);
            // Readings find what is searched for, and neither an address of e-mail nor a passphrase is Chinese at first.
            is_chinese.set(field.as_ref().is_some_and(|field| {
                !field.is_search() && !field.is_secret() && inputmode(field) != "email"
            }));
        });
    }
    let sounds = sounds.filter(|_| layout == Some(Layout::Letters));
    let has_sounds = sounds.is_some();
    {
        let panel = panel.clone();
        use_effect_with(((*field).clone(), layout, has_sounds && *is_chinese, locale), move |(field, ..)| {
            make_room(&panel, field.as_ref())
        });
    }
    let (Some(into), Some(layout)) = ((*field).clone(), layout) else { return Html::default() };
    let w = words(locale);
    let row = sounds.filter(|_| *is_chinese).map(|sounds| {
        let pick = {
            let (into, typed) = (into.clone(), typed.setter());
            Callback::from(move |c: char| {
                into.insert(&c.to_string());
                typed.set(Typed::default());
            })
        };
        let turn = {
            let typed = typed.setter();
            Callback::from(move |to: Typed| typed.set(to))
        };
        (spelling::row(&sounds, &typed, w, &turn, &pick), sounds.starting(&typed.sound).first().copied())
    });
    let (row, first) = row.map_or((None, None), |(row, first)| (Some(row), first));
    let is_spelling = row.is_some();
    let press = {
        let (field, into, typed) = (field.setter(), into.clone(), typed.clone());
        let (is_shifted, is_chinese, is_turned) = (is_shifted.clone(), is_chinese.clone(), is_turned.clone());
        Callback::from(move |key: Key| {
            let sound = &typed.sound;
            match key {
                Key::Type(c) if is_spelling && !*is_shifted && c.is_ascii_lowercase() => {
                    typed.set(typed.with(c))
                }
                Key::Type(c) => into.insert(&shifted(c, *is_shifted).to_string()),
                // As with any input method, the blank takes the first.
                Key::Space if !sound.is_empty() => {
                    if let Some(first) = first {
                        into.insert(&first.to_string());
                        typed.set(Typed::default());
                    }
                }
                Key::Space => into.insert(" "),
                Key::Back if !sound.is_empty() => typed.set(typed.less()),
                Key::Back => into.back(),
                Key::Clear => {
                    typed.set(Typed::default());
                    into.set("");
                }
                Key::Language => {
                    typed.set(Typed::default());
                    is_chinese.set(!*is_chinese);
                }
                Key::Turn => {
                    typed.set(Typed::default());
                    is_turned.set(!*is_turned);
                }
                Key::Hide => {
                    let _ = into.element().blur();
                    field.set(None);
                }
                Key::Shift => {}
            }
            // One large letter a touch.
            is_shifted.set(key == Key::Shift && !*is_shifted);
        })
    };
    let keep_focus = Callback::from(|event: MouseEvent| event.prevent_default());
    let rows = layout.rows().into_iter().enumerate().map(|(idx, row)| {
        let row = row.into_iter().filter(|key| match key {
            Key::Language => has_sounds,
            Key::Turn => is_secret,
            Key::Type(_) | Key::Space | Key::Shift | Key::Back | Key::Clear | Key::Hide => true,
        });
        let row = row.map(|key| drawn(key, *is_shifted, is_spelling, layout, w, &press));
        html! { <div class="yt-keys__row" key={idx}>{ for row }</div> }
    });
    let class = if layout.is_pad() { "yt-keys__rows yt-keys__rows--pad" } else { "yt-keys__rows" };
    let panel = html! {
        <section class="yt-keys" aria-label={w.keys} ref={panel} onmousedown={keep_focus}>
            <div {class}>{ row }{ for rows }</div>
        </section>
    };
    match into.element().closest("dialog") {
        Ok(Some(dialog)) => create_portal(panel, dialog),
        Ok(None) | Err(_) => panel,
    }
}

/// A key. Not a stop of Tab: whoever has a keyboard needs none of these.
fn drawn(
    key: Key,
    is_shifted: bool,
    is_spelling: bool,
    layout: Layout,
    w: &Words,
    press: &Callback<Key>,
) -> Html {
    let press = press.clone();
    let onclick = Callback::from(move |_: MouseEvent| press.emit(key));
    let (class, text, name) = match key {
        Key::Type(c) => ("yt-key", shifted(c, is_shifted).to_string(), sign_name(c, w)),
        Key::Space => ("yt-key yt-key--wide", w.key_space.to_owned(), None),
        Key::Shift => ("yt-key", "⇧".to_owned(), Some(w.key_shift)),
        Key::Language => {
            let text = if is_spelling { w.key_letters } else { w.key_language };
            ("yt-key yt-key--word", text.to_owned(), None)
        }
        Key::Turn => {
            let text = if layout.is_pad() { w.key_alphabet } else { w.key_digits };
            ("yt-key yt-key--word", text.to_owned(), None)
        }
        Key::Back => ("yt-key", "⌫".to_owned(), Some(w.key_back)),
        Key::Clear => ("yt-key yt-key--word", w.key_clear.to_owned(), None),
        Key::Hide => ("yt-key yt-key--word", w.key_hide.to_owned(), None),
    };
    let pressed = (key == Key::Shift).then_some(if is_shifted { "true" } else { "false" });
    html! { <button type="button" tabindex="-1" {class} aria-label={name} aria-pressed={pressed} {onclick}>{ text }</button> }
}

fn inputmode(field: &Field) -> String {
    field.element().get_attribute("inputmode").unwrap_or_default()
}

fn layout(field: &Field) -> Layout {
    Layout::of(&inputmode(field), field.is_identity(), field.is_secret())
}

/// What a sign is called.
fn sign_name(c: char, w: &Words) -> Option<&'static str> {
    match c {
        '·' => Some(w.key_middle_dot),
        '-' => Some(w.key_hyphen),
        '_' => Some(w.key_underscore),
        '@' => Some(w.key_at),
        '.' => Some(w.key_dot),
        _ => None,
    }
}

fn shifted(c: char, is_shifted: bool) -> char {
    if is_shifted { c.to_ascii_uppercase() } else { c }
}

/// Lengthens the page by the keys, and brings the question out from under them.
fn make_room(panel: &NodeRef, field: Option<&Field>) {
    let height = panel.cast::<Element>().map_or(0.0, |panel| panel.get_bounding_client_rect().height());
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        // Where it can not be set the page is as long as it was.
        let _ = root.style().set_property(HEIGHT, &format!("{height:.0}px"));
    }
    let Some(field) = field else { return };
    let screen =
        gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let place = field.element().get_bounding_client_rect();
    // The bar stands above.
    let is_seen = place.top() >= TOP && place.bottom() <= screen - height;
    if !is_seen {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Center);
        field.element().scroll_into_view_with_scroll_into_view_options(&how);
    }
}

/// Above this lies the bar.
const TOP: f64 = 140.0;
