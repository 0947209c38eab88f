//! The second file of the program, fetched once a part needs it.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::later::{self, Later, NotHere};

/// Whether the second file is here.
#[derive(Clone, Copy)]
pub(crate) enum Gate {
    /// Not asked for, or on its way.
    Waiting,
    /// It did not come.
    Failed,
    /// It is here.
    Open(&'static Later),
}

impl PartialEq for Gate {
    fn eq(&self, other: &Self) -> bool {
        // There is one table.
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The second file; asked for as soon as it is wanted, and again with each new `attempt`. Where it is here already, the first
/// drawing has it.
#[hook]
pub(crate) fn use_later(is_wanted: bool, attempt: usize) -> Gate {
    let gate = use_state_eq(|| later::here().map_or(Gate::Waiting, Gate::Open));
    let setter = gate.setter();
    use_effect_with((is_wanted, attempt), move |(is_wanted, _)| {
        if *is_wanted && later::here().is_none() {
            spawn_local(async move {
                setter.set(match later::later().await {
                    Ok(later) => Gate::Open(later),
                    Err(NotHere) => Gate::Failed,
                });
            });
        }
    });
    // Another part may have fetched it.
    later::here().map_or(*gate, Gate::Open)
}
