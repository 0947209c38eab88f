//! What a person can do to a form.

use crate::model::{PageId, Path, Purpose};

/// One thing a person does.
#[derive(Debug, Clone, PartialEq, Eq)]
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
