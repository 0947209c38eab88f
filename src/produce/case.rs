//! A profile that was told whole, and what a boundary case of a benefit comes to, as `lint` wants it.

use crate::{
    benefits::{self, Outcome, Profile},
    catalog::{CaseComes, Tried},
    model::{Answers, Date, Datum, Form, Path, Rows, SortedMap},
    record::{self, RecordError},
    rules::Data,
    validate::{Issue, State},
};

/// A profile that was read.
pub enum Told<'a> {
    /// As answers to the profile form, with what follows from them and the tables that were told to have no row.
    Answers(&'a Form, Answers, State, Vec<Path>),
    /// As plain data, where the catalogue has no profile form.
    Data(SortedMap<String, Datum>),
}

impl<'a> Told<'a> {
    /// Reads a profile.
    ///
    /// # Errors
    /// Where the bytes are no profile.
    pub fn read(bytes: &[u8], form: Option<&'a Form>, today: Date) -> Result<Self, RecordError> {
        let Some(form) = form else { return record::read_profile(bytes).map(Self::Data) };
        let (answers, absent) = record::read_told(bytes, form)?;
        let state = benefits::state(form, &answers, &absent, today);
        Ok(Self::Answers(form, answers, state, benefits::empty(form, &absent)))
    }

    /// What a benefit comes to.
    #[must_use]
    pub fn check(&self, benefit: &Form, today: Date) -> Outcome {
        let params = &benefit.params;
        match self {
            Self::Answers(_, _, state, empty) => {
                benefits::check(benefit, &Profile { state, empty, params, today })
            }
            Self::Data(root) => benefits::check(benefit, &Data { root, params, today }),
        }
    }

    /// What contradicts itself, in the order of the profile form, with the form and the rows that were told.
    #[must_use]
    pub fn contradictions(&self) -> Option<(&Form, Rows, Vec<Issue>)> {
        match self {
            Self::Answers(form, answers, state, _) => {
                Some((form, Rows::of(form, answers), benefits::contradictions(form, answers, state)))
            }
            Self::Data(_) => None,
        }
    }
}

/// What a boundary case comes to.
///
/// # Errors
/// In words, why the bytes are no profile.
pub fn case(benefit: &Form, profile: Option<&Form>, bytes: &[u8], today: Date) -> Result<CaseComes, String> {
    let outcome = Told::read(bytes, profile, today).map_err(|error| error.to_string())?.check(benefit, today);
    Ok(CaseComes {
        result: outcome.result.as_str().to_owned(),
        because: outcome.failed(),
        tried: outcome.tried().into_iter().map(|(holds, fails)| Tried { holds, fails }).collect(),
        amount: outcome.amount.map(|amount| amount.to_string()),
        missing: outcome.missing,
    })
}
