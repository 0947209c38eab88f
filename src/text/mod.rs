//! Sentences: an issue, a diagnostic, an error, and a language, in; words, out.
//!
//! **Invariant:** the only room (besides the forms and the paper's fixed words) that holds people's words.

mod diagnostic;
mod note;

pub use diagnostic::{diagnose, severity};
pub use note::{Note, note};
