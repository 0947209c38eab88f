//! The rest of a guide, folded, and its printed sheet with the QR code: a file of the program of its own, fetched when a
//! fold opens or the guide is to be printed (docs/adr/0018).
//!
//! **Invariant:** only the door leads here.

pub(in crate::ui) mod fit;
mod rest;
pub(in crate::ui) mod sheet;

use yew::prelude::*;

use crate::model::{FormId, Guide, Locale, Settings};

/// That file, as functions.
pub struct Leaflet {
    /// What stands in a fold.
    pub(in crate::ui) rest: fn(Fold, &Guide, Locale) -> Html,
    /// One sheet of A4; paper shows it in place of the page.
    pub(in crate::ui) sheet: fn(&Sheet<'_>, Locale) -> Html,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static LEAFLET: Leaflet = Leaflet { rest: rest::rest, sheet: sheet::sheet };

/// A part of a guide that opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Fold {
    /// What one gets.
    Result,
    /// Questions people ask.
    Faq,
    /// Rights and duties.
    Rights,
    /// Codes, kinds, law, source.
    About,
}

/// What stands on a sheet.
pub(in crate::ui) struct Sheet<'a> {
    /// `SQ031`, `G00001`.
    pub(in crate::ui) id: &'a FormId,
    /// What the item is called.
    pub(in crate::ui) title: &'a str,
    /// The department.
    pub(in crate::ui) department: &'a str,
    /// The guide.
    pub(in crate::ui) facts: &'a Guide,
    /// The materials that are ticked, a bit each.
    pub(in crate::ui) ticked: u64,
    /// The deployment.
    pub(in crate::ui) settings: &'a Settings,
}

/// The bit of a material; past the sixty-fourth there is none, and its box can not be ticked.
pub(in crate::ui) fn bit(idx: usize) -> u64 {
    u32::try_from(idx).ok().and_then(|idx| 1_u64.checked_shl(idx)).unwrap_or_default()
}
