//! Handing over (云帮办): a draft as a file, a printed request for help, and a file taken in again, compared with what is here. A file of the
//! program of its own, fetched with its two pages alone (docs/adr/0023).
//!
//! **Invariant:** only the door leads here; what lies inside a file is read by the courier alone. Nothing that is here is lost by taking a file in.

mod compare;
mod form;
mod hand;
mod helpers;
mod lock;
mod request;
mod resume;
mod share;
mod take;

use yew::prelude::*;

use super::{World, pages::Opened};

/// That file, as functions.
pub struct Carry {
    /// Hands a draft over.
    pub(crate) hand: fn(&World, Opened) -> Html,
    /// Takes one in.
    pub(crate) resume: fn(&World) -> Html,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static CARRY: Carry = Carry { hand: hand::hand, resume: resume::resume };
