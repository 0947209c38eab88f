//! Files of the program, fetched once a part needs them.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::{
    door::{self, Behind, File},
    later::Later,
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
pub(in crate::ui) fn use_gate<T: Behind>(is_wanted: bool, attempt: usize) -> Gate<T> {
    let has_failed = use_file(T::FILE, is_wanted, attempt);
    match door::here() {
        Some(table) => Gate::Open(table),
        None if has_failed => Gate::Failed,
        None => Gate::Waiting,
    }
}

/// Fetches a file and draws again once it is here, or failed to come: whether it failed.
#[hook]
fn use_file(file: File, is_wanted: bool, attempt: usize) -> bool {
    // How often something came of it, and whether the last was a failure.
    let came = use_state_eq(|| (0_usize, false));
    let setter = came.setter();
    use_effect_with((is_wanted, attempt), move |(is_wanted, attempt)| {
        let n = *attempt;
        if *is_wanted && !door::is_here(file) {
            spawn_local(async move { setter.set((n + 1, door::fetch(file).await.is_err())) });
        }
    });
    came.1
}

/// The second file, in the same way.
#[hook]
pub(crate) fn use_later(is_wanted: bool, attempt: usize) -> Gate {
    use_gate(is_wanted, attempt)
}
