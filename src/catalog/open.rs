//! Opens a pack: what the page, the workers and the command line use. Lean on purpose.

use super::codec;
use crate::{
    diag::{Code, Diagnostic},
    model::{Form, LoneGuide},
};

/// The benefits of the file that [`super::conditions`] makes; `None` for any other bytes.
#[must_use]
pub fn open_conditions(bytes: &[u8]) -> Option<Vec<Form>> {
    codec::read_all(bytes)
}

/// The form of a pack; `None`, and one diagnostic, where the bytes are not a whole pack of this version.
#[must_use]
pub fn open(pack: &[u8]) -> (Option<Form>, Vec<Diagnostic>) {
    match codec::read(pack) {
        Some(form) => (Some(form), Vec::new()),
        None => (None, vec![Diagnostic::new(Code::NotAPack, "", "")]),
    }
}

/// The guides of a file of guides; `None` where the bytes are not a whole one of this version.
#[must_use]
pub fn open_guides(file: &[u8]) -> Option<Vec<LoneGuide>> {
    codec::read_guides(file)
}
