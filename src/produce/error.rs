//! What can keep a paper from being made.

use crate::{diag::Diagnostic, fonts::FontError, record::RecordError, render::RenderError, validate::Issue};

/// What can keep a paper from being made.
#[derive(Debug, thiserror::Error)]
pub enum ProduceError {
    /// The pack or the settings can not be used.
    #[error("the pack or the settings can not be used")]
    Form(Vec<Diagnostic>),
    /// The answers can not be read.
    #[error("the answers can not be read")]
    Record(#[from] RecordError),
    /// The paper needs answers and there are none.
    #[error("no answers")]
    NoAnswers,
    /// A packet needs answers without errors.
    #[error("the answers have {} errors and warnings", .0.len())]
    Refused(Vec<Issue>),
    /// A later version makes this.
    #[error("{0} is not made yet")]
    NotYet(&'static str),
    /// A table or shard that [`super::plan`] named was not loaded.
    #[error("not loaded: {}", .0.join(", "))]
    NotLoaded(Vec<String>),
    /// The font shards can not be used.
    #[error("the font can not be used")]
    Font(#[from] FontError),
    /// The drawing library refuses.
    #[error("the paper can not be drawn")]
    Render(#[from] RenderError),
}
