//! What happens when another page opens: the title, and the focus on the heading.

use yew::prelude::*;

use super::focus;

/// Sets the document's title; on each new `key` but the first moves the focus to the heading and goes to the top.
#[hook]
pub fn use_page_turn(title: &str, product: &str, key: String) {
    let full = [title, " - ", product].concat();
    use_effect_with(full, |full| gloo::utils::document().set_title(full));
    use_effect_with(key, |_| focus::heading());
}
