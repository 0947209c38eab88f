//! The page: what a person sees and does.
//!
//! One `use_reducer` at the form's root holds the session; each part gets its slice and a callback for actions.
//!
//! **Invariant:** nothing is decided here about an answer; `session` decides and `text` makes the sentences. No inline
//! style, no storage of our own, no request outside the page's own folder.

mod apart;
mod app;
mod author;
mod carry;
mod counter;
mod door;
mod drafts;
mod embed;
mod fields;
mod finder;
mod hooks;
mod island;
mod kiosk;
mod later;
mod leaflet;
mod own;
mod pages;
mod parts;
mod route;
mod same;
mod upkeep;

pub use app::App;
use app::World;
pub use author::{AUTHOR, Author};
pub use carry::{CARRY, Carry};
pub use counter::{COUNTER, Counter};
pub use door::{Fetch, Gates};
pub use drafts::{DRAFTS, Drafts};
pub use embed::{Embedded, embed, embed_hand};
pub use fields::hand::{HAND, Hand};
pub use finder::{FINDER, Finder};
pub use kiosk::{KIOSK, Kiosk};
pub use later::{LATER, Later, NotHere, Work};
pub use leaflet::{LEAFLET, Leaflet};
pub use own::{OWN, Own};
pub use pages::{ENTITLED, Entitled};
pub use route::{By, PaperKind, Route, Whose};
use same::Same;
pub use upkeep::{UPKEEP, Upkeep};

/// Starts the page in the element `#app`, which keeps a static message until then.
pub fn start(gates: Gates) {
    door::set(gates);
    hooks::pointer::watch();
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    // Not by its HTML, which the policy forbids.
    root.set_text_content(None);
    yew::Renderer::<App>::with_root(root).render();
}
