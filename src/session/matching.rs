//! What a firm or a person keeps of its own, matched with the questions of another form: by whom a question is about and what it
//! is called there, never by its words.
//!
//! **Invariant:** nothing is entered here. A question that has an answer, takes a signature or a file, or stands in a table gets
//! nothing, and neither does one of somebody else's.

use std::rc::Rc;

use crate::{
    model::{Field, Form, Kind, Path, Sensitivity},
    validate::Severity,
};

use super::FieldView;

/// An answer that a person may take over into an empty question.
#[derive(Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The question.
    pub path: Path,
    /// What it is called in its form.
    pub label: String,
    /// The answer as people read it, covered where it is sensitive.
    pub shown: String,
    /// What would be typed, and where: an address has parts.
    pub entries: Vec<(Path, String)>,
}

/// No answer ever reaches a log.
impl std::fmt::Debug for Suggestion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Suggestion({:?}, {} entries)", self.path, self.entries.len())
    }
}

/// What stands for a sensitive answer that has no cover of its own.
const COVER: &str = "****";

/// What of `kept` answers the empty ones among `asked`, in their order.
#[must_use]
pub fn suggested(
    own: &Form,
    kept: &[Rc<FieldView>],
    form: &Form,
    asked: &[Rc<FieldView>],
) -> Vec<Suggestion> {
    let kept: Vec<(Place<'_>, &FieldView)> = kept
        .iter()
        .filter(|view| is_entered(view) && is_single(view))
        .filter(|view| view.issues.iter().all(|issue| issue.severity != Severity::Error))
        .filter_map(|view| Some((place(own, &view.path)?, &**view)))
        .collect();
    let suggest = |view: &Rc<FieldView>| {
        let place = place(form, &view.path)?;
        let (_, from) = kept.iter().find(|(other, _)| *other == place)?;
        let is_open = !form.field(&view.path)?.is_read_only
            && is_single(view)
            && !is_entered(view)
            && view.shown.is_empty();
        (is_open && takes(view, from)).then(|| Suggestion {
            path: view.path.clone(),
            label: view.label.clone(),
            shown: said(view, from),
            entries: entries(view, from),
        })
    };
    asked.iter().filter_map(suggest).collect()
}

/// Where a question stands: whom it is about, and what it is called there.
#[derive(PartialEq, Eq)]
struct Place<'a> {
    role: &'a str,
    name: &'a str,
}

/// The place of a question; `None` where it is about nobody.
fn place<'a>(form: &'a Form, path: &Path) -> Option<Place<'a>> {
    let field = form.field(path)?;
    let above = || form.fields.iter().filter(|other| field.path.is_within(&other.path));
    if let Some(owner) = &field.owner {
        // What is owned may be a group; the outermost one gives the name.
        let whole = above().find(|other| other.owner.as_ref() == Some(owner))?;
        let role = &form.field(owner)?.role.as_ref()?.0;
        return Some(Place { role: one_of(role), name: from_last(field, whole) });
    }
    let group = above().rfind(|other| other.role.is_some())?;
    let name = field.path.as_str().strip_prefix(group.path.as_str())?.strip_prefix('.')?;
    Some(Place { role: one_of(&group.role.as_ref()?.0), name })
}

/// Whoever applies is the person that a form is about.
fn one_of(role: &str) -> &str {
    if role == "applicant" { "person" } else { role }
}

/// The path from the last name of `whole` on.
fn from_last<'a>(field: &'a Field, whole: &Field) -> &'a str {
    let n_before = whole.path.as_str().rfind('.').map_or(0, |dot| dot + 1);
    field.path.as_str().get(n_before..).unwrap_or_default()
}

/// Whether it is a question with one answer that is typed or chosen.
fn is_single(view: &FieldView) -> bool {
    view.path.in_table().is_none()
        && !matches!(*view.kind, Kind::Group | Kind::Rows | Kind::Signature | Kind::Attachment(_))
}

fn is_entered(view: &FieldView) -> bool {
    !view.raw.is_empty() || view.parts.iter().any(|part| !part.is_empty())
}

/// Whether a question takes another one's answer.
fn takes(view: &FieldView, from: &FieldView) -> bool {
    let n_most = view.limits.max_length.unwrap_or(usize::MAX);
    let is_same = match (view.kind.choices(), from.kind.choices()) {
        (Some(choices), Some(_)) => {
            let is_there = |code: &str| choices.iter().any(|choice| choice.code == code);
            std::mem::discriminant(&*view.kind) == std::mem::discriminant(&*from.kind)
                && from.raw.split(Kind::BETWEEN_CODES).all(is_there)
        }
        (_, _) => view.kind == from.kind,
    };
    is_same && from.raw.chars().count() <= n_most
}

/// The answer as it is offered.
fn said(view: &FieldView, from: &FieldView) -> String {
    let is_sensitive = view.sensitivity != Sensitivity::General;
    match &from.masked {
        Some(masked) => masked.clone(),
        None if is_sensitive => COVER.to_owned(),
        None if from.shown.is_empty() => from.raw.clone(),
        None => from.shown.clone(),
    }
}

/// What is to be typed.
fn entries(view: &FieldView, from: &FieldView) -> Vec<(Path, String)> {
    let parts = from.parts.iter().zip(Kind::ADDRESS_PARTS);
    let parts = parts.map(|(part, name)| (view.path.child(name), part.clone()));
    let own = [(view.path.clone(), from.raw.clone())];
    own.into_iter().chain(parts).filter(|(_, raw)| !raw.is_empty()).collect()
}
