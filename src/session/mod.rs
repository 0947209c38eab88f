//! A form being filled: the door for every client (page, scenario test, bundle).
//!
//! **Invariant:** pure; `apply` returns a new session and never panics; `view` equals itself whatever the previous view.

mod action;
mod view;

pub use action::Action;
pub use view::{ConsentView, FieldView, FormView, PageStatus, PageView, SectionView};
