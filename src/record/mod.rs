//! The spelling of an exported file, of bare answers, of a profile and of a draft; canonical form, digest, reference;
//! answers of an older version brought to this one; a draft with its files, as it is carried; and two drafts compared.
//!
//! **Invariant:** any bytes are read without a panic and within limits; nothing is checked here that `validate` checks,
//! and no value of an answer gets into an error.

mod canonical;
mod carried;
mod compare;
mod draft;
mod error;
mod export;
mod head;
mod json;
mod migrate;
mod profile;
mod read;
#[cfg(test)]
mod tests;

pub use canonical::{canonical, digest, reference};
pub use carried::{Carried, CarriedFile, read_carried, write_carried};
pub use compare::{Change, Difference, accept, compare, settled, taken_in};
pub use draft::{read_draft, write_draft};
pub use error::RecordError;
pub use export::export;
pub use head::{named_files, read_head, write_head};
pub use json::MAX_BYTES;
pub use migrate::{Migrated, migrate};
pub use profile::read_profile;
pub use read::{Entered, Export, read, read_told};
