//! Drafts in memory, where the browser keeps nothing: gone when the page is closed.

use std::collections::BTreeMap;

use crate::model::{Draft, FormId, gather};

use super::Kept;

/// Drafts by form, with the time they were saved.
#[derive(Debug, Default)]
pub struct Memory {
    drafts: BTreeMap<FormId, (u64, Draft)>,
}

impl Memory {
    /// Keeps a draft in the place of an earlier one of the same form.
    pub fn save(&mut self, draft: &Draft, now: u64) {
        self.drafts.insert(draft.form.clone(), (now, draft.clone()));
    }

    /// The draft of a form.
    #[must_use]
    pub fn load(&self, form: &FormId) -> Option<Draft> {
        self.drafts.get(form).map(|(_, draft)| draft.clone())
    }

    /// Every draft, the newest first.
    #[must_use]
    pub fn list(&self) -> Vec<Kept> {
        let kept =
            self.drafts.iter().map(|(form, (saved_at, _))| Kept { form: form.clone(), saved_at: *saved_at });
        newest_first(kept.collect())
    }

    /// Forgets the draft of a form.
    pub fn delete(&mut self, form: &FormId) {
        self.drafts.remove(form);
    }

    /// Forgets everything.
    pub fn wipe(&mut self) {
        self.drafts.clear();
    }
}

/// Sorted by time, the newest first.
pub(super) fn newest_first(mut kept: Vec<Kept>) -> Vec<Kept> {
    gather::sort(&mut kept, |one, other| (other.saved_at, &one.form) > (one.saved_at, &other.form));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_draft_takes_the_place_of_an_earlier_one() {
        let mut memory = Memory::default();
        let (a, b) = (FormId::new("A"), FormId::new("B"));
        memory.save(&Draft::new(a.clone(), 1), 1);
        memory.save(&Draft::new(b.clone(), 1), 2);
        memory.save(&Draft::new(a.clone(), 2), 3);
        assert_eq!(memory.load(&a).map(|draft| draft.version), Some(2));
        let forms: Vec<_> = memory.list().into_iter().map(|kept| kept.form).collect();
        assert_eq!(forms, [a, b.clone()]);
        memory.wipe();
        assert_eq!(memory.load(&b), None);
    }
}
