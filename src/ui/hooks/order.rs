//! What is ordered from the worker.

use std::rc::Rc;

use crate::{
    model::{Date, Draft, FormId, Locale},
    ui::PaperKind,
};

/// What is wanted.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    /// Which form.
    pub form: FormId,
    /// The form's pack.
    pub pack: Rc<Vec<u8>>,
    /// What was entered.
    pub draft: Option<Draft>,
    /// Which paper.
    pub kind: PaperKind,
    /// It is complete: a packet, not a draft paper.
    pub is_complete: bool,
    /// The day.
    pub today: Date,
    /// The language of the paper.
    pub locale: Locale,
}
