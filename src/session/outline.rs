//! What a session looks up in its form again and again: which page asks what, and the parts of a view that never change.

use std::rc::Rc;

use crate::model::{Choice, Field, Form, Kind, Path, Shape, SortedMap, SortedSet};

/// A form's questions by path.
#[derive(Debug)]
pub(super) struct Outline {
    /// Every question and group, by path without rows.
    questions: SortedMap<Path, Question>,
}

/// One question or group.
#[derive(Debug)]
pub(super) struct Question {
    /// Where it stands in the form's list of fields.
    pub(super) field_idx: usize,
    /// The pages that ask it; a group's are those of its members.
    pub(super) pages: SortedSet<usize>,
    /// What it takes, shared by every view.
    pub(super) kind: Rc<Kind>,
    /// Its limits, shared by every view.
    pub(super) limits: Rc<Shape>,
    /// Its choices, shared by every view.
    pub(super) choices: Rc<Vec<Choice>>,
}

impl Outline {
    /// Reads a form once.
    pub(super) fn new(form: &Form) -> Self {
        let mut questions: SortedMap<Path, Question> = form
            .fields
            .iter()
            .enumerate()
            .map(|(idx, field)| (field.path.clone(), question(idx, field)))
            .collect();
        for (page_idx, page) in form.pages.iter().enumerate() {
            for path in page.sections.iter().flat_map(|section| &section.fields) {
                for name in lineage(path) {
                    if let Some(question) = questions.get_mut(&name) {
                        question.pages.insert(page_idx);
                    }
                }
            }
        }
        Self { questions }
    }

    /// The question at a path, whatever its row; of a part of an address the address.
    pub(super) fn question(&self, path: &Path) -> Option<&Question> {
        let template = path.template();
        match self.questions.get(&template) {
            Some(question) => Some(question),
            None => self.questions.get(&address_of(&template)?).filter(|whole| *whole.kind == Kind::Address),
        }
    }
}

/// The address that a path would be a part of.
pub(super) fn address_of(path: &Path) -> Option<Path> {
    let (whole, part) = path.as_str().rsplit_once('.')?;
    Kind::ADDRESS_PARTS.contains(&part).then(|| Path::new(whole))
}

/// A path and the groups it stands in.
fn lineage(path: &Path) -> Vec<Path> {
    let text = path.as_str();
    let groups = text.match_indices('.').filter_map(|(idx, _)| text.get(..idx)).map(Path::new);
    groups.chain([path.clone()]).collect()
}

fn question(field_idx: usize, field: &Field) -> Question {
    let choices = field.kind.choices().unwrap_or_default().to_vec();
    Question {
        field_idx,
        pages: SortedSet::new(),
        kind: Rc::new(field.kind.clone()),
        limits: Rc::new(field.shape.clone()),
        choices: Rc::new(choices),
    }
}
