//! What is kept: the form of its questions, and the draft that stays.

use std::rc::Rc;

use yew::prelude::Reducible;

use super::licence::{Licence, licences};
use crate::{
    catalog,
    model::{Date, Draft, Form, Locale, Tables},
    session::{FieldView, FormView},
    ui::{
        Same, Whose,
        hooks::{Filling, Step, catalogue::Catalogue, clock, fetch, keep},
    },
};

/// Somebody's own.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    pub(super) whose: Whose,
    pub(super) form: Same<Form>,
    /// What was entered; `None` where nothing ever was.
    pub(super) draft: Option<Same<Draft>>,
    pub(super) today: Date,
}

impl Kept {
    /// Fetches the questions, and what was entered; `None` where the catalogue has no such questions or they did not come.
    pub(super) async fn load(catalogue: &Catalogue, whose: Whose) -> Option<Self> {
        let pack = fetch::bytes(&catalogue.own_url(whose)?).await.ok()?;
        let form = catalog::open(&pack).0?;
        let draft = keep::load(&whose.form(), catalogue.settings.draft_days).await;
        Some(Self { whose, form: Same::new(form), draft: draft.map(Same), today: clock::today()? })
    }

    /// Whether nothing was entered, or everything was cleared again.
    pub(super) fn is_empty(&self) -> bool {
        self.draft.as_ref().is_none_or(|draft| draft.answers.is_empty())
    }

    /// The licences among it.
    pub(super) fn licences(&self) -> Vec<Licence> {
        self.draft.as_ref().map_or_else(Vec::new, |draft| licences(&draft.answers, self.today))
    }

    /// What is seen of it. The engine must be here.
    pub(super) fn view(&self, tables: &Tables, locale: Locale) -> Rc<FormView> {
        let draft = self.draft.as_ref().map(|draft| draft.0.clone());
        let filling = Filling::open(&self.form.0, draft, self.today, locale, None, Rc::default());
        Rc::new(filling).reduce(Step::Tables(tables.clone())).view.clone()
    }
}

/// Every question of a form.
pub(super) fn fields(view: &FormView) -> Vec<Rc<FieldView>> {
    let sections = view.pages.iter().flat_map(|page| &page.sections);
    sections.flat_map(|section| section.fields.iter().cloned()).collect()
}

/// An answer as people read it, covered where it is sensitive; empty where there is none.
pub(super) fn said(field: &FieldView) -> &str {
    match &field.masked {
        Some(masked) => masked,
        None if field.shown.is_empty() => &field.raw,
        None => &field.shown,
    }
}
