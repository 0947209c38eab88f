//! Why a draft can not be kept or brought back.

use thiserror::Error;

use crate::record::RecordError;

/// Why a draft can not be kept or brought back.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The page was not opened over https, so the browser lends no encryption.
    #[error("no encryption outside a secure context")]
    Insecure,
    /// The browser has no database, or refuses it here.
    #[error("no database: {reason}")]
    Unavailable {
        /// What the browser said.
        reason: String,
    },
    /// The device has no room left for this page.
    #[error("no room left")]
    Full,
    /// A kept draft can not be decrypted: its key was deleted, or the bytes were changed.
    #[error("a draft that can not be decrypted")]
    Unreadable,
    /// A kept draft can be decrypted, and is not one.
    #[error("a draft that can not be read")]
    Record(#[from] RecordError),
    /// Nothing may be kept here: strangers use the device one after another.
    #[error("nothing may be kept here")]
    Unwanted,
    /// The store was wiped, here or in another tab.
    #[error("the store was closed")]
    Closed,
    /// The browser failed in another way.
    #[error("the browser failed: {reason}")]
    Browser {
        /// What it said.
        reason: String,
    },
}
