//! What happens when another page opens: the title, and the focus on the heading.

use std::cell::Cell;

use yew::prelude::*;

use super::focus;
use crate::{model::Locale, text::page::words, ui::World};

thread_local! {
    /// The first page of a visit leaves the focus where the browser puts it.
    static HAS_TURNED: Cell<bool> = const { Cell::new(false) };
}

/// Sets the document's title; on each new `key` moves the focus to the heading and goes to the top.
#[hook]
pub(crate) fn use_page_turn(title: &str, key: String) {
    let locale = use_context::<World>().map_or(Locale::Zh, |world| world.prefs.locale);
    let full = [title, " - ", words(locale).product].concat();
    use_effect_with(full, |full| gloo::utils::document().set_title(full));
    use_effect_with(key, |_| {
        if HAS_TURNED.replace(true) {
            focus::heading();
        }
    });
}
