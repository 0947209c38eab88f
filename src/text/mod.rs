//! The only room that talks to people: data in, a sentence out.
//!
//! **Invariant:** no answer is repeated in a sentence, so that none can reach a log or another person's eyes.

mod issue;

pub use issue::say;
