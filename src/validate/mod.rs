//! What answers are worth: values, what is shown and needed, and what is wrong.
//!
//! **Invariant:** pure; the day and the tables are arguments. No sentence is made here, see `text::say`.

mod issue;
mod state;

pub use issue::{Issue, IssueKind, Severity};
pub use state::{FieldState, Knowledge, Offer, State, Submission, Survey};
