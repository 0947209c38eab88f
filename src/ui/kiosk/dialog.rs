//! Opening and closing a dialog.

use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// Opens it before all others.
pub(in crate::ui) fn show(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        // Fails only where it is open already.
        let _ = dialog.show_modal();
    }
}

/// Closes it.
pub(in crate::ui) fn close(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}
