//! Whether a person may have a benefit: yes, no and why, or not to be told until something is answered.
//!
//! **Invariant:** pure; never a promise. Whether the office grants it is for the office.

mod asked;
mod outcome;

pub use asked::{Asked, questions};
pub use outcome::{Finding, Outcome, check};
