//! What the copy of the page on this device has to say: words in `data-edition` of the `html` element, which `web/edition.js`
//! writes once the first page stands.

use gloo::events::EventListener;
use yew::prelude::*;

/// The words, `newer offline`; mostly none.
#[hook]
pub(crate) fn use_edition() -> String {
    let words = use_state_eq(said);
    let setter = words.setter();
    use_effect_with((), move |()| {
        let listener =
            EventListener::new(&gloo::utils::window(), "yuntian-edition", move |_| setter.set(said()));
        move || drop(listener)
    });
    (*words).clone()
}

fn said() -> String {
    let root = gloo::utils::document().document_element();
    root.and_then(|root| root.get_attribute("data-edition")).unwrap_or_default()
}
