//! What touches the outside: the address, files beside the page, the clock, focus, the store and the worker. One job each.

pub mod clock;
pub mod fetch;
pub mod focus;
mod use_prefs;
mod use_route;

pub use use_prefs::{Prefs, use_prefs};
pub use use_route::use_route;
