//! The three papers as content, before any measuring: what stands where, in which order.
//!
//! - [`Blank`] is the empty official table.
//! - [`Draft`] leaves open cells for the pen and lists on its cover what is missing; it is never called complete.
//! - [`Packet`] is made from a [`Submission`] and from nothing less.
//!
//! The official table, the letter and what is signed stand in Chinese whatever the locale, since the office takes no
//! other; covers and notices speak the person's language.
//!
//! **Invariant:** no coordinates, no fonts, no JSON. `layout` measures, `render` draws.

mod compose;
mod document;
mod fill;
mod label;
mod picture;
mod texts;
pub mod words;
mod write;

pub use document::{
    Block, BlockCell, BlockContent, BlockRow, Checkbox, Document, Drawing, FormTable, Open, Paper, TextBlock,
    TextRole,
};
pub use label::label;
pub use picture::{Attachment, Files, Picture};

use crate::{
    model::{Date, Form, Locale, Path, Rows, Settings, SortedMap, Value},
    validate::{Issue, Submission, Survey},
};

/// What every paper is made with.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The form.
    pub form: &'a Form,
    /// The deployment's settings.
    pub settings: &'a Settings,
    /// The language of covers and notices.
    pub locale: Locale,
    /// The day that the paper bears.
    pub today: Date,
    /// The files that the answers name, as far as they are there.
    pub files: &'a Files,
    /// Who filled it in together with the applicant, as given.
    pub helper: Option<&'a str>,
}

/// Makes the sentence for an issue, given the label of its field; `text::say` is one.
pub type Say<'a> = dyn Fn(&Issue, &str, Locale) -> String + 'a;

/// The empty official table (空白表).
#[derive(Debug, Clone, PartialEq)]
pub struct Blank(Paper);

/// A form half filled, with open cells and a list of what is missing (草稿).
#[derive(Debug, Clone, PartialEq)]
pub struct Draft(Paper);

/// Everything the window needs, from a form without errors (申请材料).
#[derive(Debug, Clone, PartialEq)]
pub struct Packet(Paper);

/// The table filled with the form's `full` example (示例样表).
#[derive(Debug, Clone, PartialEq)]
pub struct Sample(Paper);

macro_rules! paper {
    ($($name:ident)*) => {
        $(
            impl $name {
                /// Its content.
                #[must_use]
                pub fn paper(&self) -> &Paper {
                    &self.0
                }
            }

            impl From<$name> for Paper {
                fn from(paper: $name) -> Self {
                    paper.0
                }
            }
        )*
    };
}

paper!(Blank Draft Packet Sample);

/// The files that values name, in form order; whether they are there is another matter.
#[must_use]
pub fn attachments(ctx: Context<'_>, values: &SortedMap<Path, Value>, rows: &Rows) -> Vec<Attachment> {
    compose::attachments(ctx, values, rows)
}

/// The empty official table.
#[must_use]
pub fn blank(ctx: Context<'_>) -> Blank {
    Blank(compose::blank(ctx))
}

/// What is there so far: a cover that lists what is open or wrong, and the table with open cells.
#[must_use]
pub fn draft(ctx: Context<'_>, survey: &Survey, say: &Say<'_>) -> Draft {
    Draft(compose::draft(ctx, survey, say))
}

/// Cover, table, commitments and consents, one-time notice, and a letter of authority where an agent acts.
#[must_use]
pub fn packet(
    ctx: Context<'_>,
    submission: &Submission,
    digest: &str,
    reference: &str,
    say: &Say<'_>,
) -> Packet {
    Packet(compose::packet(ctx, submission, digest, reference, say))
}

/// The table filled with an example, marked as one.
#[must_use]
pub fn sample(ctx: Context<'_>, submission: &Submission) -> Sample {
    Sample(compose::sample(ctx, submission))
}

#[cfg(test)]
mod tests;
