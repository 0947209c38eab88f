//! Files of the program, fetched once a part needs them.

use std::thread::LocalKey;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::{
    door::{Door, fetched},
    later::{self, Later, NotHere},
};

/// Whether a file is here; the second, where no other is named.
pub(crate) enum Gate<T: 'static = Later> {
    /// Not asked for, or on its way.
    Waiting,
    /// It did not come.
    Failed,
    /// It is here.
    Open(&'static T),
}

impl<T> Clone for Gate<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Gate<T> {}

impl<T> PartialEq for Gate<T> {
    fn eq(&self, other: &Self) -> bool {
        // There is one table a file.
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// A file; asked for as soon as it is wanted, and again with each new `attempt`. Where it is here already, the first
/// drawing has it.
#[hook]
pub(in crate::ui) fn use_gate<T: 'static>(
    door: &'static LocalKey<Door<T>>,
    is_wanted: bool,
    attempt: usize,
) -> Gate<T> {
    let here = || door.with(Door::here);
    let gate = use_state_eq(|| here().map_or(Gate::Waiting, Gate::Open));
    let setter = gate.setter();
    use_effect_with((is_wanted, attempt), move |(is_wanted, _)| {
        if *is_wanted && door.with(Door::here).is_none() {
            spawn_local(async move {
                setter.set(match fetched(door).await {
                    Ok(table) => Gate::Open(table),
                    Err(NotHere) => Gate::Failed,
                });
            });
        }
    });
    // Another part may have fetched it.
    here().map_or(*gate, Gate::Open)
}

/// The second file, in the same way.
#[hook]
pub(crate) fn use_later(is_wanted: bool, attempt: usize) -> Gate {
    use_gate(&later::DOOR, is_wanted, attempt)
}
