//! What is derived from the answers: values, visibility, issues; and the two ways to close a form.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Consent, Datum, FormId, Path, Purpose, Value};

use super::Issue;

/// What an empty field counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knowledge {
    /// Not asked yet: unknown.
    Unasked,
    /// Asked and left empty, or skipped: absent.
    Left,
}

/// Everything derived from the answers of a form.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// By path, groups and rows included.
    pub fields: BTreeMap<Path, FieldState>,
    /// Consents that are wanted now: some shown field has that purpose.
    pub consents: Vec<Purpose>,
}

/// What is derived for one field.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldState {
    /// Whether it is shown; a hidden group hides its members.
    pub is_shown: bool,
    /// Whether it must be answered now.
    pub is_required: bool,
    /// What it is worth for rules and papers: hidden is absent.
    pub datum: Datum,
    /// The value was computed or derived, not entered.
    pub is_derived: bool,
    /// What is wrong with it, in form order and then by code; `required` stands here too.
    pub issues: Vec<Issue>,
    /// A value that could be taken over.
    pub offer: Option<Offer>,
}

/// A value derived from another answer, offered for an empty field.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Where it comes from.
    pub from: Path,
    /// The value as it would be typed.
    pub raw: String,
}

/// A form without errors. Only [`super::finish`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    /// Which form.
    pub form: FormId,
    /// Which version.
    pub version: u32,
    /// Every value that is shown and there, by path; derived ones too.
    pub values: BTreeMap<Path, Value>,
    /// Which of them were derived or computed.
    pub derived: BTreeSet<Path>,
    /// Consents given.
    pub consents: Vec<Consent>,
    /// What can be confirmed or signed on paper.
    pub warnings: Vec<Issue>,
}

/// What is good, open and wrong in a form that is not finished.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survey {
    /// Every value that is shown, there and right.
    pub values: BTreeMap<Path, Value>,
    /// Which of them were derived or computed.
    pub derived: BTreeSet<Path>,
    /// Shown and empty, though required.
    pub open: Vec<Path>,
    /// Shown, entered and wrong; printed as open cells.
    pub wrong: Vec<Issue>,
    /// Warnings.
    pub warnings: Vec<Issue>,
    /// Consents given.
    pub consents: Vec<Consent>,
}
