//! What a firm or a person keeps of its own on this device, and offers to the forms that ask for it (docs/adr/0026). A file of the program
//! of its own.

use yew::prelude::*;

use super::{Whose, World, parts::main_area};

/// That file, as functions.
pub struct Own {
    /// The page.
    pub(super) page: fn(&World, Whose) -> Html,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static OWN: Own = Own { page: |_, _| main_area("own", "".into(), "", Html::default()) };
