//! The questions for name and passphrase.
//!
//! **Invariant:** a passphrase stands in its own input and in this form's state alone; the browser is given no reason to offer to keep it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    model::Locale,
    store::{LEAST, StoreError, Unfit},
    text::{
        counter::{self, words},
        drafts::why,
        page::with_number,
    },
    ui::hooks::focus,
};

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) passphrase: String,
    pub(super) again: String,
}

/// Why it did not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refused {
    /// Name or passphrase are unfit for a new one.
    Unfit(Unfit),
    /// They open nothing.
    Wrong,
    /// The browser would not.
    Store(StoreError),
}

/// Which questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Name, and the passphrase twice.
    New,
    /// Name and passphrase.
    Known,
    /// The passphrase alone.
    Cover,
}

/// How the form stands.
pub(super) struct Standing<'a> {
    pub(super) asked: Asked,
    pub(super) typed: &'a UseStateHandle<Typed>,
    pub(super) refused: Option<&'a Refused>,
    pub(super) is_busy: bool,
}

/// The form; `submit` is what its button says.
pub(super) fn form(
    standing: &Standing<'_>,
    submit: &'static str,
    onsubmit: &Callback<()>,
    locale: Locale,
) -> Html {
    let w = words(locale);
    let Standing { asked, typed, refused, is_busy } = standing;
    let onsubmit = {
        let (onsubmit, is_busy) = (onsubmit.clone(), *is_busy);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !is_busy {
                onsubmit.emit(());
            }
        })
    };
    let of_name = matches!(refused, Some(Refused::Unfit(Unfit::Name) | Refused::Wrong));
    let of_again = matches!(refused, Some(Refused::Unfit(Unfit::Other)));
    let of_passphrase = matches!(refused, Some(Refused::Unfit(Unfit::Short | Unfit::Plain) | Refused::Wrong));
    let field = |id: &'static str,
                 label: &'static str,
                 hint: String,
                 value: &str,
                 is_wrong: bool,
                 set: fn(&mut Typed, String)| {
        let oninput = {
            let typed = (*typed).clone();
            Callback::from(move |event: InputEvent| {
                let input: HtmlInputElement = event.target_unchecked_into();
                let mut next = (*typed).clone();
                set(&mut next, input.value());
                typed.set(next);
            })
        };
        let class = if id == "counter-name" { "yt-input" } else { "yt-input yt-input--covered" };
        let hint_id = [id, "-hint"].concat();
        let described = if is_wrong { [&hint_id, " counter-error"].concat() } else { hint_id.clone() };
        html! {
            <div class="yt-field">
                <label class="yt-field__label" for={id}>{ label }</label>
                <p class="yt-field__hint" id={hint_id}>{ hint }</p>
                <input {class} {id} type="text" value={value.to_owned()} {oninput} autocomplete="off" spellcheck="false" autocapitalize="off"
                    aria-invalid={is_wrong.then_some("true")} aria-describedby={described} />
            </div>
        }
    };
    html! {
        <form class="yt-panel yt-stack" novalidate=true {onsubmit}>
            if let Some(refused) = refused {
                <p class="yt-field__error" id="counter-error" role="alert">{ said(refused, locale) }</p>
            }
            if *asked != Asked::Cover {
                { field("counter-name", w.name, if *asked == Asked::New { w.name_hint.to_owned() } else { String::new() }, &typed.name, of_name,
                    |typed, text| typed.name = text) }
            }
            { field("counter-passphrase", w.passphrase, if *asked == Asked::New { with_number(w.passphrase_hint, LEAST) } else { String::new() },
                &typed.passphrase, of_passphrase, |typed, text| typed.passphrase = text) }
            if *asked == Asked::New {
                { field("counter-again", w.again, String::new(), &typed.again, of_again, |typed, text| typed.again = text) }
            }
            <div class="yt-actions">
                <button type="submit" class="yt-button yt-button--primary yt-button--large">{ submit }</button>
            </div>
            <p role="status">{ is_busy.then_some(w.opening) }</p>
        </form>
    }
}

/// Moves the focus to what is to be mended.
pub(super) fn lead_to(refused: &Refused, asked: Asked) {
    focus::by_id(match refused {
        Refused::Unfit(Unfit::Name) => "counter-name",
        Refused::Unfit(Unfit::Other) => "counter-again",
        Refused::Wrong if asked == Asked::Known => "counter-name",
        Refused::Unfit(Unfit::Short | Unfit::Plain) | Refused::Wrong | Refused::Store(_) => {
            "counter-passphrase"
        }
    });
}

fn said(refused: &Refused, locale: Locale) -> String {
    let w = words(locale);
    match refused {
        Refused::Unfit(unfit) => counter::unfit(*unfit, w).to_owned(),
        Refused::Wrong => w.wrong.to_owned(),
        Refused::Store(error) => {
            let [zh, en] = why(error);
            [w.failed, if locale == Locale::Zh { zh } else { en }].concat()
        }
    }
}
