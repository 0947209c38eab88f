//! Answers of an older version of a form, brought to the form as it is.
//!
//! **Invariant:** nothing is lost. What can not be carried is named, and its text stays in the answers: at its own path where the
//! form has no such question any more, else aside, at `path@version`, which no form can have.

use crate::model::{Answers, Draft, Entry, Form, Handover, Kind, Path, SortedSet, Step};

/// A draft of the form as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// The draft.
    pub draft: Draft,
    /// Where answers stood that the form does not take over. Their texts are still in the draft, at [`Migrated::kept`].
    pub left: Vec<Path>,
    kept: Vec<Path>,
}

impl Migrated {
    /// Where the texts of `left` are now, in the same order.
    #[must_use]
    pub fn kept(&self) -> &[Path] {
        &self.kept
    }
}

/// Brings a draft of an older version to the form as it is, by the form's own steps; one of this version comes back as it is.
#[must_use]
pub fn migrate(form: &Form, draft: Draft) -> Migrated {
    let mut migrated = Migrated { draft, left: Vec::new(), kept: Vec::new() };
    let version = migrated.draft.version;
    if version >= form.version {
        return migrated;
    }
    for migration in &form.migrate {
        if migration.from >= version {
            migrated.step(&migration.step, migration.from);
        }
    }
    let paths: Vec<Path> = migrated.draft.answers.entries.keys().cloned().collect();
    for path in paths {
        if path.as_str().contains('@') {
            continue;
        }
        match form.field(&path) {
            Some(field) if field.path == path.template() => {
                settle(&mut migrated.draft.answers, &path, &field.kind)
            }
            // A part of an address is a text already.
            Some(_) => {}
            None => migrated.leave(&path, path.clone()),
        }
    }
    migrated.draft.version = form.version;
    // What it began from is compared with it later, so it goes the same way.
    if let Some(Handover { base: Some(base), .. }) = &mut migrated.draft.handover {
        let began = Draft { answers: std::mem::take(base), ..Draft::new(form.id.clone(), version) };
        *base = migrate(form, began).draft.answers;
    }
    migrated
}

impl Migrated {
    fn step(&mut self, step: &Step, version: u32) {
        match step {
            Step::Move { from, to } => {
                for path in self.within(from) {
                    if let Some(target) = path.moved(from, to) {
                        self.carry(&path, target, version);
                    }
                }
                self.rename_marks(from, to);
            }
            Step::Rename { path, values } => {
                for path in self.within(path) {
                    let raw = self.draft.answers.raw(&path);
                    if let Some((_, new)) = values.iter().find(|(old, _)| old == raw) {
                        let entry = Entry::Text(new.clone());
                        self.draft.answers.entries.insert(path, entry);
                    }
                }
            }
            Step::Drop { path } => {
                for path in self.within(path) {
                    self.put_aside(&path, version);
                }
            }
            Step::Split { from, at, to } => {
                for path in self.within(from) {
                    self.split(&path, from, at, to, version);
                }
            }
            Step::Default { path, value } => {
                if self.draft.answers.raw(path).is_empty() {
                    self.draft.answers.entries.insert(path.clone(), Entry::Text(value.clone()));
                }
            }
        }
    }

    /// The paths of what is entered at or below a path of the form.
    fn within(&self, path: &Path) -> Vec<Path> {
        let entries = self.draft.answers.entries.keys();
        entries.filter(|entered| entered.template().is_within(path)).cloned().collect()
    }

    fn carry(&mut self, path: &Path, target: Path, version: u32) {
        if self.draft.answers.entries.contains_key(&target) {
            self.put_aside(path, version);
        } else if let Some(entry) = self.draft.answers.entries.remove(path) {
            self.draft.answers.entries.insert(target, entry);
        }
    }

    fn split(&mut self, path: &Path, from: &Path, at: &str, to: &[Path], version: u32) {
        let raw = self.draft.answers.raw(path).to_owned();
        let parts: Vec<&str> = raw.splitn(to.len(), at).map(str::trim).collect();
        let targets: Vec<Path> = to.iter().filter_map(|to| path.moved(from, to)).collect();
        let is_free = |target: &Path| target == path || !self.draft.answers.entries.contains_key(target);
        let fits = parts.len() == to.len() && parts.iter().all(|part| !part.is_empty());
        if !fits || path.template() != *from || !targets.iter().all(is_free) {
            return self.put_aside(path, version);
        }
        self.draft.answers.entries.remove(path);
        for (target, part) in targets.into_iter().zip(parts) {
            self.draft.answers.entries.insert(target, Entry::Text(part.to_owned()));
        }
    }

    /// Out of the way of questions that have the path now or later.
    fn put_aside(&mut self, path: &Path, version: u32) {
        if let Some(entry) = self.draft.answers.entries.remove(path) {
            let aside = Path::new(&[path.as_str(), "@", &version.to_string()].concat());
            self.draft.answers.entries.insert(aside.clone(), entry);
            self.leave(path, aside);
        }
    }

    fn leave(&mut self, path: &Path, kept: Path) {
        self.left.push(path.clone());
        self.kept.push(kept);
    }

    /// What was left once, declined or confirmed goes with its answer.
    fn rename_marks(&mut self, from: &Path, to: &Path) {
        let rename = |path: &Path| path.moved(from, to).unwrap_or_else(|| path.clone());
        let all = |paths: &SortedSet<Path>| paths.iter().map(rename).collect::<SortedSet<Path>>();
        self.draft.touched = all(&self.draft.touched);
        self.draft.declined = all(&self.draft.declined);
        self.draft.confirmed =
            self.draft.confirmed.iter().map(|(path, code)| (rename(path), code.clone())).collect();
    }
}

/// An answer as its question keeps it.
pub(super) fn settle(answers: &mut Answers, path: &Path, kind: &Kind) {
    if matches!(answers.entries.get(path), Some(Entry::Rows(_)) | None) {
        return;
    }
    let raw = answers.raw(path).to_owned();
    let entry = match (kind.choices(), raw.as_str()) {
        (Some(_), _) => Entry::Choice(raw),
        (None, "true" | "false") if *kind == Kind::YesNo => Entry::YesNo(raw == "true"),
        (None, _) => Entry::Text(raw),
    };
    answers.entries.insert(path.clone(), entry);
}
