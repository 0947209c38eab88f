//! What touches the outside: the address, files beside the page, the clock, focus, the store and the worker. One job each.

pub(crate) mod blob;
pub(crate) mod carried;
pub(crate) mod catalogue;
pub(crate) mod clock;
pub(crate) mod composition;
pub(crate) mod fetch;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod json;
pub(crate) mod keep;
pub(crate) mod leave;
mod order;
pub(crate) mod photo;
pub(crate) mod pointer;
pub(crate) mod press;
pub(crate) mod recent;
pub(crate) mod shelf;
mod use_autosave;
mod use_edition;
mod use_filling;
mod use_later;
mod use_page_turn;
mod use_prefs;
mod use_route;

pub(crate) use carried::Carried;
pub(crate) use order::Order;
pub(crate) use use_autosave::use_autosave;
pub(crate) use use_edition::use_edition;
pub(crate) use use_filling::{Filling, Step};
pub(in crate::ui) use use_later::use_gate;
pub(crate) use use_later::{Gate, use_later};
pub(crate) use use_page_turn::use_page_turn;
pub(crate) use use_prefs::{Prefs, use_prefs};
pub(crate) use use_route::use_route;
