//! Sentences: an issue, a diagnostic, an error, and a language, in; words, out.
//!
//! **Invariant:** the only room (besides the forms and the paper's fixed words) that holds people's words. No answer is
//! repeated in a sentence, so that none can reach a log or another person's eyes.

pub mod aid;
pub mod author;
pub mod carry;
pub mod counter;
mod diagnostic;
pub mod drafts;
pub mod entitled;
pub mod fault;
mod fixed;
pub mod guide;
pub mod hand;
#[cfg(feature = "cli")]
pub mod intake;
mod issue;
pub mod kiosk;
pub mod leaflet;
mod lint;
mod note;
pub mod own;
pub mod page;
pub mod papers;
pub mod privacy;
pub mod upkeep;

pub use diagnostic::{diagnose, not_a_pack, severity};
pub use issue::say;
pub use note::{Note, note};
