//! What a person can do to a form.

use std::fmt;

use crate::model::{PageId, Path, Purpose};

/// One thing a person does.
#[derive(Clone, PartialEq, Eq)]
pub enum Action {
    /// Typed or chose; an empty text clears. A choice's code, `true` and `false` come as text too. A part of an address
    /// comes with its own path below the field's (see `Kind::ADDRESS_PARTS`).
    Enter {
        /// Which field or part.
        path: Path,
        /// What stands there now.
        raw: String,
    },
    /// Left a field: its issues may show from now on.
    Leave(Path),
    /// Takes the value that is offered.
    TakeOffer(Path),
    /// Declines it.
    DeclineOffer(Path),
    /// Adds an empty row at the end of a table.
    AddRow(Path),
    /// Takes a row away, `family#3`, with everything that was typed in it.
    RemoveRow(Path),
    /// Puts the row back that was taken away from a table last on the open page.
    RestoreRow(Path),
    /// Moves a row, `family#3`, to a place counted from 0; past the end is the end.
    MoveRow {
        /// Which row.
        row: Path,
        /// Where to.
        to: usize,
    },
    /// Confirms a warning by its code.
    Confirm {
        /// Which field.
        path: Path,
        /// The warning's code.
        code: String,
    },
    /// Gives a consent at a time (ISO 8601).
    Consent {
        /// What for.
        purpose: Purpose,
        /// When.
        at: String,
    },
    /// Takes a consent back.
    Withdraw(Purpose),
    /// Wants to go on: shows the page's issues, and goes to the next page only where none is an error.
    Next,
    /// Goes on although questions are open; wrong answers stay as they are.
    Skip,
    /// Goes one page back.
    Back,
    /// Goes to a page; `None` is "check answers".
    GoTo(Option<PageId>),
}

/// No answer ever reaches a log: what was typed is printed as its length.
impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Enter { path, raw } => write!(f, "Enter({path:?}, {} chars)", raw.chars().count()),
            Self::Leave(path) => write!(f, "Leave({path:?})"),
            Self::TakeOffer(path) => write!(f, "TakeOffer({path:?})"),
            Self::DeclineOffer(path) => write!(f, "DeclineOffer({path:?})"),
            Self::AddRow(table) => write!(f, "AddRow({table:?})"),
            Self::RemoveRow(row) => write!(f, "RemoveRow({row:?})"),
            Self::RestoreRow(table) => write!(f, "RestoreRow({table:?})"),
            Self::MoveRow { row, to } => write!(f, "MoveRow({row:?}, {to})"),
            Self::Confirm { path, code } => write!(f, "Confirm({path:?}, {code})"),
            Self::Consent { purpose, .. } => write!(f, "Consent({purpose})"),
            Self::Withdraw(purpose) => write!(f, "Withdraw({purpose})"),
            Self::Next => f.write_str("Next"),
            Self::Skip => f.write_str("Skip"),
            Self::Back => f.write_str("Back"),
            Self::GoTo(page) => write!(f, "GoTo({page:?})"),
        }
    }
}
