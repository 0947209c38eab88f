//! What touches the outside: the address, files beside the page, the clock, focus, the store and the worker. One job each.

pub mod blob;
pub mod catalogue;
pub mod clock;
pub mod fetch;
pub mod focus;
mod json;
pub mod keep;
pub mod press;
mod use_autosave;
mod use_filling;
mod use_page_turn;
mod use_prefs;
mod use_route;

pub use use_autosave::use_autosave;
pub use use_filling::{Filling, Step};
pub use use_page_turn::use_page_turn;
pub use use_prefs::{Prefs, use_prefs};
pub use use_route::use_route;
