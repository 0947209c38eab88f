//! Papers, made by the worker.

use std::rc::Rc;

use crate::{
    model::{Date, Draft, Locale},
    ui::PaperKind,
};

/// What is wanted.
#[derive(Debug, Clone)]
pub(crate) struct Order {
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

/// What was made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Made {
    /// Pages as SVG.
    pub pages: Vec<Vec<u8>>,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The exported data.
    pub json: Option<Vec<u8>>,
    /// The reference number of a packet.
    pub reference: Option<String>,
    /// Characters to write in by hand.
    pub missing: String,
}

/// Starts the worker, so that it is warm when it is needed.
pub(crate) fn warm() {}

/// Makes a paper; a code for staff where it fails.
pub(crate) async fn make(_order: Order) -> Result<Made, String> {
    Err("press-missing".to_owned())
}
