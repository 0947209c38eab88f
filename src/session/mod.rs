//! A form being filled: the door for every client (page, scenario test, bundle).
//!
//! **Invariant:** pure; `apply` returns a new session and never panics; `view` equals itself whatever the previous view.

mod action;
mod apply;
mod basis;
mod first;
mod matching;
mod outline;
mod places;
mod question;
mod rows;
mod state;
#[cfg(test)]
mod tests;
mod view;
mod viewing;

pub use action::Action;
pub use first::first;
pub use matching::{Suggestion, suggested};
pub use state::Session;
pub use view::{ConsentView, FieldView, FormView, PageStatus, PageView, RowView, SectionView};
pub use viewing::view;
