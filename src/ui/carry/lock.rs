//! The passphrase of a new file: offered, or a person's own.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    carry,
    model::Locale,
    text::{carry::words, page::with_number},
    ui::parts::{button, leaf},
};

/// The passphrase as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passphrase {
    /// The one that is offered.
    offered: String,
    /// The person's own, as typed, where one was wanted.
    own: Option<String>,
}

impl Passphrase {
    /// One that was drawn.
    pub(super) fn drawn() -> Self {
        Self { offered: carry::offered(std::array::from_fn(|_| random())), own: None }
    }

    /// The one to close the file with.
    pub(super) fn chosen(&self) -> &str {
        self.own.as_deref().unwrap_or(&self.offered)
    }

    /// Whether it may close a file.
    pub(super) fn is_good(&self) -> bool {
        self.own.as_ref().is_none_or(|own| own.trim().chars().count() >= carry::LEAST)
    }
}

/// A random number of the browser's.
fn random() -> u32 {
    let mut bytes = [0; 4];
    // Every browser that runs the page has it; without it each number is 0, and the file's own lock refuses as well.
    if let Ok(crypto) = gloo::utils::window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    u32::from_le_bytes(bytes)
}

/// A name by which drafts that began as one know each other.
pub(super) fn name() -> String {
    format!("{:08x}{:08x}", random(), random())
}

/// The passphrase, large, with the ways to another one.
pub(super) fn passphrase(
    now: &Passphrase,
    is_tried: bool,
    set: &Callback<Passphrase>,
    locale: Locale,
) -> Html {
    let w = words(locale);
    let to = |next: Passphrase| {
        let set = set.clone();
        Callback::from(move |_: MouseEvent| set.emit(next.clone()))
    };
    let Some(own) = &now.own else {
        let other = {
            let set = set.clone();
            Callback::from(move |_: MouseEvent| set.emit(Passphrase::drawn()))
        };
        return html! {
            <div class="yt-stack">
                <p>{ w.passphrase }</p>
                <p class="yt-passphrase" translate="no">{ &now.offered }</p>
                { leaf("p", "yt-field__hint", w.passphrase_text) }
                <div class="yt-actions">
                    { button("yt-button yt-button--small", None, w.passphrase_other, other) }
                    { button("yt-button yt-button--small", None, w.passphrase_own, to(Passphrase { own: Some(String::new()), ..now.clone() })) }
                </div>
            </div>
        };
    };
    let oninput = {
        let (set, now) = (set.clone(), now.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            set.emit(Passphrase { own: Some(input.value()), ..now.clone() });
        })
    };
    let is_short = is_tried && !now.is_good();
    html! {
        <div class="yt-stack">
            <div class="yt-field">
                <label class="yt-field__label" for="own-passphrase">{ w.own_label }</label>
                <p class="yt-field__hint" id="own-hint">{ with_number(w.own_hint, carry::LEAST) }</p>
                if is_short {
                    <p class="yt-field__error" id="own-error" role="alert">{ with_number(w.own_short, carry::LEAST) }</p>
                }
                <input class="yt-input" id="own-passphrase" type="text" value={own.clone()} {oninput} autocomplete="off" spellcheck="false"
                    autocapitalize="off" aria-invalid={is_short.then_some("true")}
                    aria-describedby={if is_short { "own-hint own-error" } else { "own-hint" }} />
            </div>
            <p>{ button("yt-button yt-button--small", None, w.passphrase_given, to(Passphrase { own: None, ..now.clone() })) }</p>
        </div>
    }
}
