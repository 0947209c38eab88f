//! How a session begins: with an empty form, or with a draft on the first page that needs something. Had through the second file.

use std::rc::Rc;

use crate::{
    model::{Date, Draft, Form, PageId, Path},
    record,
    session::{Action, Session},
};

/// The page to begin on, where the address names one; the inner `None` is "check answers".
pub(crate) type Start = Option<Option<PageId>>;

/// What became of a draft of an older version of its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Carried {
    /// How many answers were kept.
    pub n_kept: usize,
    /// Where answers stood that the form has no place for any more, and what was entered there.
    pub left: Vec<(Path, String)>,
    /// Questions to look at again, and the page of each.
    pub again: Vec<(PageId, Path)>,
}

/// A session, with what became of an older draft.
pub(crate) fn begin(
    form: &Rc<Form>,
    draft: Option<&Draft>,
    today: Date,
    start: &Start,
) -> (Session, Option<Carried>) {
    let at = |session: Session| match start {
        Some(page) => session.apply(&Action::GoTo(page.clone())),
        None => session,
    };
    let Some(draft) = draft else { return (at(Session::new(form.clone(), today)), None) };
    let is_older = draft.version < form.version;
    let migrated = record::migrate(form, draft.clone());
    let answers = &migrated.draft.answers;
    let text = |(path, kept): (&Path, &Path)| (path.clone(), answers.raw(kept).to_owned());
    let left: Vec<(Path, String)> = migrated.left.iter().zip(migrated.kept()).map(text).collect();
    let n_kept = answers.entries.len().saturating_sub(left.len());
    let session = Session::resume(form.clone(), migrated.draft, today);
    let again = if is_older { session.to_look_at() } else { Vec::new() };
    let session = match (again.is_empty(), start) {
        (true, Some(_)) => at(session),
        (false, _) | (true, None) => session.where_needed(),
    };
    (session, is_older.then_some(Carried { n_kept, left, again }))
}
