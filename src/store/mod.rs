//! Where drafts are kept: encrypted in the browser's database, or in memory where it has none.
//!
//! **Invariant:** nothing but the form's id and the time stands in clear; no draft gets into an error; once wiped, a store
//! keeps nothing more.

mod envelope;
mod error;
pub mod memory;
#[cfg(feature = "web")]
mod indexed_db;
#[cfg(feature = "web")]
mod keeper;
#[cfg(feature = "web")]
mod vault;

pub use error::StoreError;
#[cfg(feature = "web")]
pub use keeper::Store;

use crate::model::FormId;

/// A draft that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which form it belongs to.
    pub form: FormId,
    /// When it was saved, in milliseconds since 1970 (UTC).
    pub saved_at: u64,
}
