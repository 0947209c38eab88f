//! The author's page: form files in, and everything there is to say and show about them. A file of the program of its own,
//! fetched with this page alone (ADR 12).
//!
//! **Invariant:** the page opens packs and never reads a form file itself; the helper does. Nothing is kept and nothing is sent.

mod bring;
mod desk;
mod faults;
mod files;
mod form;
mod live;
mod paper;
mod runs;

use super::Apart;

/// The one table of the author's file. Only the gate in `bin/app.rs` names it, so that it lies there as well.
pub static AUTHOR: Apart = Apart { draw: desk::desk, benefit: |_, _| yew::Html::default() };
