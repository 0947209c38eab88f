//! Why a paper was not made.

use thiserror::Error;

/// Why a paper was not made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorkerError {
    /// The browser starts no worker, or its program did not come.
    #[error("the worker can not be started")]
    Unavailable,
    /// The worker broke off.
    #[error("the worker broke off")]
    Broken,
    /// It took too long.
    #[error("the worker took too long")]
    Late,
    /// A file that the paper needs did not come: the network is down, or the file is gone.
    #[error("{file} did not come")]
    Missing {
        /// Its address within the page's folder.
        file: String,
    },
    /// The answers do not make this paper, or the form's file is at fault.
    #[error("refused for {} reasons", .0.len())]
    Refused(Vec<Note>),
    /// The program made a mistake; please report it.
    #[error("failed: {code}")]
    Failed {
        /// For the report.
        code: String,
    },
    /// The handle was ended, as when everything is wiped.
    #[error("ended")]
    Ended,
}

/// A fault as it crosses the border.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which answer, or where in the form's file.
    pub place: String,
    /// The published code.
    pub code: String,
    /// `error` or `warning`.
    pub severity: String,
    /// What a person is told; empty where nobody but an author is.
    pub sentence: String,
}
