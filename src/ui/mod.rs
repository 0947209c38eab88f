//! The page: what a person sees and does.
//!
//! One `use_reducer` at the form's root holds the session; each part gets its slice and a callback for actions.
//!
//! **Invariant:** nothing is decided here about an answer; `session` decides and `text` makes the sentences. No inline
//! style, no storage of our own, no request outside the page's own folder.

mod apart;
mod app;
mod author;
mod embed;
mod fields;
mod hooks;
mod island;
mod later;
mod pages;
mod parts;
mod route;
mod same;

pub use apart::{Apart, FetchApart};
pub use app::App;
use app::World;
pub use author::AUTHOR;
pub use embed::{Embedded, embed, embed_hand};
pub use fields::hand::{FetchHand, HAND, Hand};
pub use later::{Fetch, LATER, Later, NotHere, Work};
pub use pages::ENTITLED;
pub use route::{By, PaperKind, Route};
use same::Same;

/// Starts the page in the element `#app`, which keeps a static message until then. `gate` fetches the second file, `author` that
/// of the author's page, `entitled` that of "What am I entitled to?", `hand` that of signatures and attachments.
pub fn start(gate: Fetch, author: FetchApart, entitled: FetchApart, hand: FetchHand) {
    later::set_gate(gate);
    apart::set_gates(author, entitled);
    hooks::pointer::watch();
    fields::hand::set_gate(hand);
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    root.set_inner_html("");
    yew::Renderer::<App>::with_root(root).render();
}
