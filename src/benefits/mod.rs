//! Whether a person, household or firm may have a benefit: yes, no and why, or not to be told until something is answered.
//!
//! [`check`] looks at one benefit over a profile; [`next_question`] chooses over all that are open. A profile is plain data
//! (`rules::Data`), the answers to the profile form ([`Profile`]), or those to the benefit's own form ([`Asked`]).
//!
//! **Invariant:** pure; never a promise. Whether the office grants it is for the office.

mod asked;
mod handed;
mod member;
mod next;
mod outcome;
mod profile;
mod threshold;
mod waits;

pub use asked::{Asked, questions};
pub use handed::handed;
pub use next::{next_question, question_of};
pub use outcome::{Finding, Held, Outcome, Test, check};
pub use profile::{Profile, contradictions, empty, state};
pub use threshold::{is_for_firm, thresholds};
