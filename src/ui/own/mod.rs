//! What a firm or a person keeps of its own on this device, and offers to the forms that ask for it (docs/adr/0026). A file of the program
//! of its own.
//!
//! **Invariant:** nothing gets into a form without a press of the person; where strangers share the device nothing is kept or shown.

mod edit;
mod facts;
mod kept;
mod licence;
mod offer;
mod page;
mod tile;

use std::rc::Rc;

use yew::prelude::*;

use super::{Same, Whose, World};
use crate::{model::Form, session::PageView};

/// That file, as functions.
pub struct Own {
    /// The page.
    pub(super) page: fn(&World, Whose) -> Html,
    /// What is offered to the empty questions of a page.
    pub(super) offer: fn(&Same<Form>, &Rc<PageView>) -> Html,
    /// The tile of the home page that tells what a firm keeps.
    pub(super) tile: fn(&World) -> Html,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static OWN: Own = Own { page: page::page, offer: offer::offer, tile: tile::tile };
