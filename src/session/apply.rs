//! What each action does.

use std::rc::Rc;

use crate::{
    model::{Consent, Draft, Entry, Kind, PageId, Path, Purpose},
    validate::Severity,
};

use super::{Action, Session, outline::address_of};

impl Session {
    /// The session after an action. An action that does not fit (a path the form does not have, an offer that is gone)
    /// changes nothing.
    #[must_use]
    pub fn apply(&self, action: &Action) -> Self {
        let next = match action {
            Action::Enter { path, raw } => self.enter(path, raw),
            Action::Leave(path) => self.leave(path),
            Action::TakeOffer(path) => {
                match self.derived.fields.get(path).and_then(|field| field.offer.as_ref()) {
                    Some(offer) => self.enter(path, &offer.raw.clone()),
                    None => None,
                }
            }
            Action::DeclineOffer(path) => self.edit(|draft| draft.declined.insert(path.clone())),
            Action::AddRow(table) => self.add_row(table),
            Action::RemoveRow(row) => self.remove_row(row),
            Action::RestoreRow(table) => self.restore_row(table),
            Action::MoveRow { row, to } => self.move_row(row, *to),
            Action::Confirm { path, code } => {
                self.edit(|draft| draft.confirmed.insert((path.clone(), code.clone())))
            }
            Action::Consent { purpose, at } => self.consent(purpose, at),
            Action::Withdraw(purpose) => self.edit(|draft| {
                let n_before = draft.answers.consents.len();
                draft.answers.consents.retain(|consent| consent.purpose != *purpose);
                draft.answers.consents.len() != n_before
            }),
            Action::Next => self.next(),
            Action::Skip => self.skip(),
            Action::Back => self.back(),
            Action::GoTo(page) => self.go_to(page.as_ref()),
        };
        match next {
            Some(mut next) => {
                next.revision = self.revision + 1;
                next
            }
            None => self.clone(),
        }
    }

    /// A changed draft, or `None` where the change says that it changed nothing. Nothing is worked out again.
    pub(super) fn edit(&self, change: impl FnOnce(&mut Draft) -> bool) -> Option<Self> {
        let mut draft = (*self.draft).clone();
        change(&mut draft).then(|| Self { draft: Rc::new(draft), ..self.clone() })
    }

    fn enter(&self, path: &Path, raw: &str) -> Option<Self> {
        let question = self.outline.question(path)?;
        let field = self.form.fields.get(question.field_idx)?;
        let is_part = field.path != path.template();
        let takes_text = !question.kind.is_frame() && (is_part || *question.kind != Kind::Address);
        if field.is_read_only || !takes_text || self.draft.answers.raw(path) == raw {
            return None;
        }
        let whole = if is_part { address_of(path)? } else { path.clone() };
        // A row that is not there takes nothing.
        self.derived.fields.get(&whole)?;
        let offered: Vec<Path> = self
            .derived
            .fields
            .iter()
            .filter_map(|(to, field)| {
                field.offer.as_ref().filter(|offer| offer.from == whole).map(|_| to.clone())
            })
            .collect();
        let next = self.edit(|draft| {
            if raw.is_empty() {
                draft.answers.entries.remove(path);
            } else {
                draft.answers.entries.insert(path.clone(), entry(&question.kind, raw));
            }
            // What was confirmed or declined was about the answer as it stood.
            draft.confirmed.retain(|(confirmed, _)| !confirmed.is_within(&whole));
            draft.declined.retain(|declined| !offered.contains(declined));
            true
        })?;
        Some(next.derive().on_a_shown_page())
    }

    fn leave(&self, path: &Path) -> Option<Self> {
        self.outline.question(path)?;
        if path.in_table().is_some() && self.derived.rows.idx(path).is_none() {
            return None;
        }
        self.edit(|draft| draft.touched.insert(path.clone()))
    }

    fn consent(&self, purpose: &Purpose, at: &str) -> Option<Self> {
        if !self.form.consents.iter().any(|consent| consent.purpose == *purpose)
            || self.draft.answers.has_consent(purpose)
        {
            return None;
        }
        self.edit(|draft| {
            draft.answers.consents.push(Consent { purpose: purpose.clone(), at: at.to_owned() });
            true
        })
    }

    fn next(&self) -> Option<Self> {
        let open = self.draft.page.as_ref()?;
        if self.issues_of(open).all(|issue| issue.severity != Severity::Error) {
            return self.skip();
        }
        let mut next = self.clone();
        Rc::make_mut(&mut next.draft).touched.extend(self.fields_of(open));
        next.is_attempted = true;
        Some(next)
    }

    /// The open page counts as left; its empty fields are absent from now on, which may show or hide later pages.
    fn skip(&self) -> Option<Self> {
        let open = self.draft.page.clone()?;
        let mut left = self.clone();
        let draft = Rc::make_mut(&mut left.draft);
        draft.left.insert(open.clone());
        let left = left.derive();
        let is_new = |page: &&PageId| !left.is_change || !left.draft.left.contains(page);
        let page = left.after(&open).find(is_new).cloned();
        Some(left.with_page(page))
    }

    fn back(&self) -> Option<Self> {
        let page = match &self.draft.page {
            None => self.shown_pages().next_back().cloned()?,
            Some(open) => self.shown_pages().take_while(|page| *page != open).last().cloned()?,
        };
        Some(self.clone().with_page(Some(page)))
    }

    fn go_to(&self, page: Option<&PageId>) -> Option<Self> {
        if self.draft.page.as_ref() == page || page.is_some_and(|page| !self.asks(page)) {
            return None;
        }
        let mut next = self.clone();
        next.is_change = self.is_change || self.draft.page.is_none();
        Some(next.with_page(page.cloned()))
    }

    /// The shown pages after one.
    fn after<'a>(&'a self, open: &'a PageId) -> impl Iterator<Item = &'a PageId> {
        let rest = self.form.pages.iter().map(|page| &page.id).skip_while(move |page| *page != open).skip(1);
        rest.filter(|page| self.asks(page))
    }
}

/// How an entry is kept. What is no yes or no is kept as typed, and refused by `validate`.
fn entry(kind: &Kind, raw: &str) -> Entry {
    match (kind, raw) {
        (Kind::Choice(_), _) => Entry::Choice(raw.to_owned()),
        (Kind::YesNo, "true") => Entry::YesNo(true),
        (Kind::YesNo, "false") => Entry::YesNo(false),
        (
            Kind::Group
            | Kind::Rows
            | Kind::Text { .. }
            | Kind::Name
            | Kind::Integer
            | Kind::Decimal
            | Kind::Money
            | Kind::Date
            | Kind::Month
            | Kind::Choices(_)
            | Kind::YesNo
            | Kind::Phone
            | Kind::Email
            | Kind::CitizenId
            | Kind::BankCard
            | Kind::Document(_)
            | Kind::Address
            | Kind::Signature
            | Kind::Attachment(_),
            _,
        ) => Entry::Text(raw.to_owned()),
    }
}
