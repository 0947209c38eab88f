//! Where drafts are kept: encrypted in the browser's database, or not at all; at a station under a helper's passphrase (`counter`).
//!
//! **Invariant:** nothing but a draft's random id, a sequence number and the time stands in clear; no draft gets into an error; a
//! draft is written over only where it still is what the writer saw last; once wiped, a store keeps nothing more.

mod desk;
mod envelope;
mod error;
mod news;
#[cfg(feature = "web")]
mod connection;
#[cfg(feature = "web")]
pub mod counter;
#[cfg(feature = "web")]
mod indexed_db;
#[cfg(feature = "web")]
mod keeper;
#[cfg(feature = "web")]
mod transaction;
#[cfg(feature = "web")]
mod vault;
mod way;

pub use desk::{LEAST, MOST_NAME, Unfit, unfit};
pub use error::StoreError;
#[cfg(feature = "web")]
pub use keeper::{Store, new_id, now};
pub use news::News;
pub use way::{Way, way};

use crate::model::{Draft, DraftHead, DraftId};

/// A draft of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub id: DraftId,
    /// Its sequence number: one saved later, of whatever form and whatever the clock says, has a higher one.
    pub seq: u64,
    /// When it was saved, in milliseconds since 1970 (UTC).
    pub saved_at: u64,
    /// What is known of it; `None` where it can not be opened.
    pub head: Option<DraftHead>,
}

/// A whole draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its sequence number.
    pub seq: u64,
    /// When it was saved.
    pub saved_at: u64,
    /// What is known of it.
    pub head: DraftHead,
    /// The draft.
    pub draft: Draft,
}

/// What came of saving over what one saw last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// Saved, under this number.
    Done(u64),
    /// Not saved: somebody else saved it in between.
    Newer,
    /// Not saved: somebody else deleted it in between.
    Gone,
}

/// When a draft goes by itself; `None` where it stays.
#[must_use]
pub fn expiry(saved_at: u64, is_lasting: bool, days: u32) -> Option<u64> {
    (!is_lasting).then(|| saved_at.saturating_add(u64::from(days) * DAY_MS))
}

/// A day in milliseconds.
const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// A gap that nobody's absence explains: the clock was put right meanwhile.
const JUMP_MS: u64 = 366 * DAY_MS;

/// What to do with a draft when the store is opened. A clock may have been wrong when it was saved, or is now: where the two can not
/// be told apart, the draft stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Age {
    Young,
    /// Past its time.
    Old,
    /// Saved by a clock that stood years ago: it is dated anew.
    Anew,
    /// Dated after now by more than a day: its days are counted from when that was first seen.
    Ahead,
}

#[cfg_attr(not(any(feature = "web", test)), expect(dead_code, reason = "the browser's store alone uses it"))]
fn lapsed(saved_at: u64, ahead_since: Option<u64>, is_lasting: bool, days: u32, now: u64) -> Age {
    let is_past = |from: u64| expiry(from, is_lasting, days).is_some_and(|end| end < now);
    if saved_at > now.saturating_add(DAY_MS) {
        return match ahead_since {
            Some(since) if is_past(since) => Age::Old,
            Some(since) if since <= now => Age::Young,
            Some(_) | None => Age::Ahead,
        };
    }
    match now.saturating_sub(saved_at) > JUMP_MS {
        _ if !is_past(saved_at) => Age::Young,
        true => Age::Anew,
        false => Age::Old,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_goes_after_its_days_unless_it_is_to_stay() {
        let now = 1000 * DAY_MS;
        let check = |saved_at: u64, is_lasting: bool, expect: Age| {
            assert_eq!(lapsed(saved_at, None, is_lasting, 30, now), expect, "{saved_at} {is_lasting}");
        };
        check(now, false, Age::Young);
        check(now - 30 * DAY_MS, false, Age::Young);
        check(now - 30 * DAY_MS - 1, false, Age::Old);
        check(now - 90 * DAY_MS, true, Age::Young);
        // A clock a little off, or another zone.
        check(now + DAY_MS, false, Age::Young);
    }

    #[test]
    fn a_wrong_clock_makes_no_draft_old() {
        let now = 3000 * DAY_MS;
        let check = |saved_at: u64, ahead_since: Option<u64>, expect: Age| {
            assert_eq!(lapsed(saved_at, ahead_since, false, 30, now), expect, "{saved_at} {ahead_since:?}");
        };
        // Saved years ago by the clock, which was put right.
        check(now - 400 * DAY_MS, None, Age::Anew);
        // Saved later than now: the clock was set back, or stood ahead.
        check(now + 2 * DAY_MS, None, Age::Ahead);
        check(now + 2 * DAY_MS, Some(now), Age::Young);
        check(now + 900 * DAY_MS, Some(now - 30 * DAY_MS), Age::Young);
        check(now + 900 * DAY_MS, Some(now - 31 * DAY_MS), Age::Old);
        // Seen ahead by a clock that was itself ahead of now.
        check(now + 2 * DAY_MS, Some(now + DAY_MS), Age::Ahead);
    }
}
