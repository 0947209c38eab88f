//! The door to a file of the program that is fetched when it is first needed (docs/adr/0011). There is one for each such file.
//!
//! **Invariant:** what lies behind a door is had through it alone, and only once the file is there.

use std::{cell::Cell, thread::LocalKey};

use super::later::{NotHere, Work};

/// Fetches a file: a gate of `bin/app.rs`.
pub type Fetch<T> = fn() -> Work<Result<&'static T, NotHere>>;

/// A door, and what came through it: the file's functions as a table.
pub(super) struct Door<T: 'static> {
    fetch: Cell<Option<Fetch<T>>>,
    here: Cell<Option<&'static T>>,
}

impl<T: 'static> Door<T> {
    /// A door without a gate: nothing comes.
    pub(super) const fn new() -> Self {
        Self { fetch: Cell::new(None), here: Cell::new(None) }
    }

    /// Names the gate, once, before the page starts.
    pub(super) fn set_gate(&self, gate: Fetch<T>) {
        self.fetch.set(Some(gate));
    }

    /// Hands over a file that is linked beside the first, so that there is nothing to fetch.
    pub(super) fn bring(&self, table: &'static T) {
        self.here.set(Some(table));
    }

    /// What came, where it has come.
    pub(super) fn here(&self) -> Option<&'static T> {
        self.here.get()
    }
}

/// What lies behind a door, fetched where it is not here.
pub(super) async fn fetched<T>(door: &'static LocalKey<Door<T>>) -> Result<&'static T, NotHere> {
    if let Some(table) = door.with(Door::here) {
        return Ok(table);
    }
    let gate = door.with(|door| door.fetch.get()).ok_or(NotHere)?;
    let table = gate().await?;
    door.with(|door| door.bring(table));
    Ok(table)
}
