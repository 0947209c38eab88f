//! What answers are worth: values, what is shown and needed, and what is wrong.
//!
//! [`state()`] works everything out for a session, at every keystroke; [`finish()`] and [`survey`] close a form. Each kind of
//! question has its file in [`kinds`]; [`identifier()`] checks one number alone.
//!
//! **Invariant:** pure; the day and the tables are arguments. No sentence is made here, see `text::say`.

pub mod fold;
pub mod kinds;
pub mod shape;
mod cross;
mod derive;
mod finish;
mod identifier;
mod issue;
mod plan;
mod sheet;
mod state;
mod tried;

pub use finish::{finish, issues, survey};
pub use identifier::{Verdict, identifier};
pub use issue::{Issue, IssueKind, Severity};
pub use plan::Plan;
pub use state::{FieldState, Knowledge, Offer, State, Submission, Survey, state, state_on};
pub use tried::{Tried, tried};
