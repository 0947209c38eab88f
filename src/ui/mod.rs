//! The page: what a person sees and does.
//!
//! One `use_reducer` at the form's root holds the session; each part gets its slice and a callback for actions.
//!
//! **Invariant:** nothing is decided here about an answer; `session` decides and `text` makes the sentences. No inline
//! style, no storage of our own, no request outside the page's own folder.

mod app;
mod author;
mod door;
mod embed;
mod fields;
mod hooks;
mod island;
mod later;
mod leaflet;
mod pages;
mod parts;
mod route;
mod same;

pub use app::App;
use app::World;
pub use author::{AUTHOR, Author};
pub use door::Fetch;
pub use embed::{Embedded, embed, embed_hand};
pub use fields::hand::{HAND, Hand};
pub use later::{LATER, Later, NotHere, Work};
pub use leaflet::{LEAFLET, Leaflet};
pub use route::{PaperKind, Route};
use same::Same;

/// The files of the program besides the first, each by what fetches it.
#[derive(Debug, Clone, Copy)]
pub struct Gates {
    /// The second file.
    pub later: Fetch<Later>,
    /// The author's page.
    pub author: Fetch<Author>,
    /// What takes signatures and attachments.
    pub hand: Fetch<Hand>,
    /// The rest of a guide, and its sheet.
    pub leaflet: Fetch<Leaflet>,
}

/// Starts the page in the element `#app`, which keeps a static message until then.
pub fn start(gates: Gates) {
    later::DOOR.with(|door| door.set_gate(gates.later));
    author::DOOR.with(|door| door.set_gate(gates.author));
    fields::hand::DOOR.with(|door| door.set_gate(gates.hand));
    leaflet::DOOR.with(|door| door.set_gate(gates.leaflet));
    hooks::pointer::watch();
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    root.set_inner_html("");
    yew::Renderer::<App>::with_root(root).render();
}
