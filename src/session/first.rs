//! What a form looks like before anything was entered, from its questions alone: what the page shows at once, while the
//! engine is still on its way.
//!
//! **Invariant:** for a form that [`Form::is_plain`] this is what [`super::view()`] makes of a new session, but for the
//! issues, which nobody sees yet. A test holds the two side by side for the whole catalogue.

use std::rc::Rc;

use super::{
    ConsentView, FieldView, FormView, PageStatus, PageView, SectionView, outline::Outline, question::blank,
};
use crate::model::{Form, Kind, Locale, Page, Path, RuleKind};

/// A form in which nothing was entered, on its first page.
#[must_use]
pub fn first(form: &Form, locale: Locale) -> FormView {
    let outline = Outline::new(form);
    let shown = |path: &Path| {
        let question = outline.question(path)?;
        let field = form.fields.get(question.field_idx)?;
        let is_asked = !field.is_read_only && !is_conditional(form, path) && !is_in_row(form, path);
        is_asked.then_some((question, field))
    };
    let fields_of = |page: &Page| -> Vec<Path> {
        let fields = page.sections.iter().flat_map(|section| &section.fields);
        fields.filter(|path| shown(path).is_some()).cloned().collect()
    };
    let asked: Vec<(&Page, Vec<Path>)> = form
        .pages
        .iter()
        .map(|page| (page, fields_of(page)))
        .filter(|(_, fields)| !fields.is_empty())
        .collect();
    let mut n_asked = 0;
    let mut pages = Vec::new();
    for (page_idx, (page, fields)) in asked.iter().enumerate() {
        n_asked += fields.len();
        let sections = page.sections.iter().filter_map(|section| {
            let fields: Vec<Rc<FieldView>> = section
                .fields
                .iter()
                .filter_map(|path| {
                    let (question, field) = shown(path)?;
                    Some(Rc::new(FieldView {
                        is_required: field.is_required,
                        ..blank(question, field, locale)
                    }))
                })
                .collect();
            (!fields.is_empty()).then(|| {
                Rc::new(SectionView {
                    title: section.title.as_ref().map(|text| text.get(locale).to_owned()),
                    note: section.note.as_ref().map(|text| text.get(locale).to_owned()),
                    fields,
                })
            })
        });
        // A consent is asked on the first page that has its purpose.
        let has = |fields: &[Path], purpose| {
            fields.iter().filter_map(shown).any(|(_, field)| field.purpose.as_ref() == Some(purpose))
        };
        let consents = form.consents.iter().filter(|consent| {
            asked.iter().position(|(_, fields)| has(fields, &consent.purpose)) == Some(page_idx)
        });
        pages.push(Rc::new(PageView {
            id: page.id.clone(),
            title: page.title.get(locale).to_owned(),
            consents: consents
                .map(|consent| ConsentView {
                    purpose: consent.purpose.clone(),
                    text: consent.text.get(locale).to_owned(),
                    given_at: None,
                })
                .collect(),
            sections: sections.collect(),
            status: if page_idx == 0 { PageStatus::Incomplete } else { PageStatus::NotStarted },
            summary: Vec::new(),
        }));
    }
    FormView {
        title: form.title.get(locale).to_owned(),
        current: (!pages.is_empty()).then_some(0),
        pages,
        progress: (0, n_asked),
        ..FormView::empty(locale)
    }
}

/// Whether a question stands in the rows of a table, of which there are none yet.
fn is_in_row(form: &Form, path: &Path) -> bool {
    let mut tables = form.fields.iter().filter(|field| field.kind == Kind::Rows);
    tables.any(|table| table.path != *path && path.is_within(&table.path))
}

/// Whether a rule shows a question, or a group that it stands in.
fn is_conditional(form: &Form, path: &Path) -> bool {
    let path = path.template();
    form.rules.iter().any(|rule| rule.kind == RuleKind::Show && path.is_within(&rule.on))
}
