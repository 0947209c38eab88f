//! Why a draft can not be kept or brought back.

use thiserror::Error;

use crate::record::RecordError;

/// Why a draft can not be kept or brought back.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The page was not opened over https, so the browser lends no encryption.
    #[error("no encryption outside a secure context")]
    Insecure,
    /// The browser is set to keep nothing here.
    #[error("storage is blocked")]
    Blocked,
    /// The window is a private one that keeps nothing.
    #[error("a private window without storage")]
    Private,
    /// The browser has no database, or it does not open.
    #[error("no database: {reason}")]
    Unavailable {
        /// What the browser said.
        reason: String,
    },
    /// The device has no room left for this page.
    #[error("no room left")]
    Full,
    /// The draft is larger than one that could be read again.
    #[error("a draft of too many bytes")]
    TooLarge,
    /// A kept draft can not be decrypted: its key was deleted, or the bytes were changed.
    #[error("a draft that can not be decrypted")]
    Unreadable,
    /// A kept draft can be decrypted, and is not one.
    #[error("a draft that can not be read")]
    Record(#[from] RecordError),
    /// The browser closed the database; it can be opened again.
    #[error("the database was closed")]
    Closed,
    /// The store was wiped, here or in another tab, and keeps nothing more.
    #[error("the store was wiped")]
    Wiped,
    /// The browser failed in another way.
    #[error("the browser failed: {reason}")]
    Browser {
        /// What it said.
        reason: String,
    },
}

impl StoreError {
    /// Of the name of a browser's error.
    #[cfg(feature = "web")]
    pub(super) fn named(name: &str) -> Self {
        match name {
            "QuotaExceededError" => Self::Full,
            // A closed connection refuses a transaction; one that is under way is aborted.
            "InvalidStateError" | "AbortError" => Self::Closed,
            // A key that can not be stored: private windows of older browsers.
            "DataCloneError" => Self::Private,
            "SecurityError" | "NotAllowedError" => Self::Blocked,
            name => Self::Browser { reason: name.to_owned() },
        }
    }

    /// Whether the same may succeed a little later.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Full | Self::Unavailable { .. } | Self::Closed | Self::Browser { .. } => true,
            Self::Insecure
            | Self::Blocked
            | Self::Private
            | Self::TooLarge
            | Self::Unreadable
            | Self::Record(_)
            | Self::Wiped => false,
        }
    }
}
