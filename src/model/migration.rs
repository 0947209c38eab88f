//! How drafts and exported files of an older version of a form are brought to this one.

use super::Path;

/// One step, which brings version `from` to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// The older version.
    pub from: u32,
    /// What it does.
    pub step: Step,
}

/// The steps there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A question or group stands elsewhere.
    Move {
        /// Where it stood.
        from: Path,
        /// Where it stands.
        to: Path,
    },
    /// A choice's code, or another answer, is spelled differently.
    Rename {
        /// The question, as this step finds it.
        path: Path,
        /// Old and new spelling.
        values: Vec<(String, String)>,
    },
    /// A question or group is no longer asked.
    Drop {
        /// Where it stood.
        path: Path,
    },
    /// One text becomes several.
    Split {
        /// Where it stood.
        from: Path,
        /// What stands between the parts.
        at: String,
        /// Where the parts go.
        to: Vec<Path>,
    },
    /// A new question has an answer already.
    Default {
        /// The question.
        path: Path,
        /// Its answer as typed; a choice's code, `true` or `false`.
        value: String,
    },
}
