//! Moving the focus, as a page change and an error summary must.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::NodeRef;

/// Focuses an element by its id and brings its question into view.
pub(crate) fn by_id(id: &str) {
    let document = gloo::utils::document();
    // A part of an address that has no control of its own stands in its question.
    let whole = || document.get_element_by_id(id.rsplit_once('.')?.0);
    let Some(element) = document.get_element_by_id(id).or_else(whole) else { return };
    // The label of a question stands above its control; a group has the id itself.
    if let Ok(Some(field)) = element.closest(".yt-row, .yt-rows__end, .yt-field") {
        field.scroll_into_view();
    }
    focus(element.unchecked_ref());
}

/// Focuses an element.
pub(crate) fn node(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        focus(&element);
    }
}

/// Focuses the page's heading and goes to the top.
pub(crate) fn heading() {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
    if let Ok(Some(element)) = gloo::utils::document().query_selector("h1") {
        focus(element.unchecked_ref());
    }
}

fn focus(element: &HtmlElement) {
    // An element that can not take the focus leaves it where it is.
    let _ = element.focus();
}
