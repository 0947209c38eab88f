//! What a kiosk decides without a browser: how long it waits, what a scanner said, which keys a question gets.
//!
//! **Invariant:** nothing of a browser is named here, so the tests run with the others.

pub(crate) mod burst;
pub(crate) mod layout;
pub(crate) mod patience;
pub(crate) mod scanned;
pub(crate) mod sounds;
