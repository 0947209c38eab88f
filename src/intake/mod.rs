//! Tables that others made: CSV, XLSX or JSON, in UTF-8 or GB 18030; and the guides that a portal exports in them.
//!
//! ```text
//! bytes ─book─▶ Book (sheets of rows) ─guides─▶ Import (guides as written in `guides/`, and every fault by row and column)
//! ```
//!
//! **Invariant:** any bytes may come in; what is wrong with the file is an [`IntakeError`], what is wrong with a row a [`Fault`]. A good row is never lost by a bad
//! one, and a formula is never taken for what it shows.

mod book;
mod columns;
mod csv;
mod fault;
mod guides;
mod json;
mod materials;
mod text;
mod words;
mod xlsx;
mod zip;

pub use book::{Book, Cell, Row, Sheet, book};
pub use columns::Element;
pub use fault::{Fault, FaultKind, Grade};
pub use guides::{Import, Known, Taken, guides};

/// The most bytes of a file.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;
/// The most rows of a table.
pub const MOST_ROWS: usize = 200_000;
/// The most bytes that a spreadsheet may hold once unpacked.
const MOST_UNPACKED: u64 = 1024 * 1024 * 1024;
/// The most columns that are looked at.
const MOST_COLUMNS: usize = 256;

/// Why a file could not be read; for developers, and `text` has the sentences.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// More bytes than are read.
    #[error("{found} bytes, more than {MOST_BYTES}")]
    TooLarge {
        /// How many.
        found: usize,
    },
    /// More rows than are read.
    #[error("{found} rows, more than {MOST_ROWS}")]
    TooManyRows {
        /// How many there seem to be.
        found: usize,
    },
    /// An ending that says nothing of use.
    #[error("neither csv nor xlsx nor json")]
    Ending,
    /// Bytes in no encoding that is known.
    #[error("line {line} is neither UTF-8 nor GB 18030")]
    Encoding {
        /// The line.
        line: usize,
    },
    /// A file that is cut short or damaged.
    #[error("damaged at {place}: {reason}")]
    Broken {
        /// Where: a line, a sheet, a cell.
        place: String,
        /// What the reader said.
        reason: String,
    },
    /// Not one row.
    #[error("the table is empty")]
    Empty,
}
