//! The spelling of JSON: bytes to a tree within the limits, and the tables of what may stand where.
//!
//! **Invariant:** nothing here knows what a form means; that is `lower`'s business.

mod check;
mod node;
mod read;
mod spelling;

pub(super) use check::{check, near};
pub(super) use node::{Fault, Pointer, escaped, list, localized, text, texts, whole};
pub(super) use read::{LIMIT_BYTES, LIMIT_DEPTH, read};
pub(super) use spelling::{
    CASE, CATALOG, CODES, DOCUMENTS, ELEMENTS, FORM, GUIDES, KINDS, Key, PARAM_ROW, SCHEMA, SETTINGS, Table,
    Type,
};
