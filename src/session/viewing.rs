//! Makes a [`FormView`] of a session.
//!
//! **Invariant:** the previous view gives shared parts only, never content.

use std::rc::Rc;

use crate::{
    model::{DocumentKind, Field, Kind, Locale, Page, Path, Purpose, Section, Sensitivity, SortedMap},
    validate::{FieldState, Issue, IssueKind, Severity, kinds},
};

use super::{
    ConsentView, FieldView, FormView, PageStatus, PageView, RowView, SectionView, Session, outline::Question,
};

/// What a client sees. Parts equal to those of `previous` are its very parts, so that they compare by pointer.
#[must_use]
pub fn view(session: &Session, previous: Option<&FormView>, locale: Locale) -> FormView {
    let old = Old::new(previous);
    let consents_by_page = consents_by_page(session);
    let mut pages = Vec::new();
    for (page_idx, page) in session.form.pages.iter().enumerate() {
        if session.asks(&page.id) {
            let purposes = consents_by_page.get(&page_idx).map_or(&[][..], Vec::as_slice);
            pages.push(page_view(session, page, purposes, &old, locale));
        }
    }
    let issues = session.open_issues();
    let issues = match previous {
        Some(previous) if *previous.issues == issues => previous.issues.clone(),
        Some(_) | None => Rc::new(issues),
    };
    FormView {
        title: session.form.title.get(locale).to_owned(),
        locale,
        current: session.draft.page.as_ref().and_then(|open| pages.iter().position(|page| page.id == *open)),
        pages,
        is_complete: session.is_complete(),
        issues,
        progress: progress(session),
        rows: match previous {
            Some(previous) if *previous.rows == session.derived.rows => previous.rows.clone(),
            Some(_) | None => Rc::new(session.derived.rows.clone()),
        },
    }
}

/// The parts of the previous view.
struct Old<'a> {
    pages: &'a [Rc<PageView>],
    fields: SortedMap<&'a Path, &'a Rc<FieldView>>,
    rows: SortedMap<&'a Path, &'a Rc<RowView>>,
}

impl<'a> Old<'a> {
    fn new(previous: Option<&'a FormView>) -> Self {
        let pages = previous.map_or(&[][..], |previous| &previous.pages);
        let sections = pages.iter().flat_map(|page| &page.sections);
        let mut old = Self { pages, fields: SortedMap::new(), rows: SortedMap::new() };
        for field in sections.flat_map(|section| &section.fields) {
            old.fields.insert(&field.path, field);
            for row in &field.rows {
                old.rows.insert(&row.path, row);
                for field in &row.fields {
                    old.fields.insert(&field.path, field);
                }
            }
        }
        old
    }

    fn row(&self, new: RowView) -> Rc<RowView> {
        match self.rows.get(&new.path) {
            Some(old) if ***old == new => (*old).clone(),
            Some(_) | None => Rc::new(new),
        }
    }

    fn field(&self, new: FieldView) -> Rc<FieldView> {
        match self.fields.get(&new.path) {
            Some(old) if ***old == new => (*old).clone(),
            Some(_) | None => Rc::new(new),
        }
    }

    fn section(&self, page: &Page, new: SectionView) -> Rc<SectionView> {
        let sections = self.pages.iter().filter(|old| old.id == page.id).flat_map(|old| &old.sections);
        sections.into_iter().find(|old| ***old == new).cloned().unwrap_or_else(|| Rc::new(new))
    }

    fn page(&self, new: PageView) -> Rc<PageView> {
        self.pages.iter().find(|old| ***old == new).cloned().unwrap_or_else(|| Rc::new(new))
    }
}

fn page_view(
    session: &Session,
    page: &Page,
    purposes: &[Purpose],
    old: &Old<'_>,
    locale: Locale,
) -> Rc<PageView> {
    let is_open = session.draft.page.as_ref() == Some(&page.id);
    let is_attempted = is_open && session.is_attempted;
    let sections = page.sections.iter().filter_map(|section| {
        let new = section_view(session, section, is_attempted, old, locale)?;
        Some(old.section(page, new))
    });
    let consents = purposes.iter().filter_map(|purpose| {
        let consent = session.form.consents.iter().find(|consent| consent.purpose == *purpose)?;
        let given = session.draft.answers.consents.iter().find(|given| given.purpose == *purpose);
        Some(ConsentView {
            purpose: purpose.clone(),
            text: consent.text.get(locale).to_owned(),
            given_at: given.map(|given| given.at.clone()),
        })
    });
    let issues: Vec<Issue> =
        session.issues_of(&page.id).filter(|issue| !session.is_confirmed(issue)).cloned().collect();
    old.page(PageView {
        id: page.id.clone(),
        title: page.title.get(locale).to_owned(),
        sections: sections.collect(),
        consents: consents.collect(),
        status: status(session, page, &issues, is_open),
        summary: if is_attempted { issues } else { Vec::new() },
    })
}

fn section_view(
    session: &Session,
    section: &Section,
    is_attempted: bool,
    old: &Old<'_>,
    locale: Locale,
) -> Option<SectionView> {
    let mut fields = Vec::new();
    let mut rest = section.fields.as_slice();
    let one = |path: &Path, rows| {
        let question = session.outline.question(path)?;
        let state = session.derived.fields.get(path).filter(|state| state.is_shown)?;
        Some(old.field(field_view(session, question, path, state, rows, is_attempted, locale)?))
    };
    while let Some((path, after)) = rest.split_first() {
        let columns = session.columns_of(path, after);
        rest = after.get(columns.len()..).unwrap_or_default();
        let row = |id: &_| {
            let row = path.row(*id);
            let fields = columns.iter().filter_map(|column| one(&column.in_row(path, &row), Vec::new()));
            old.row(RowView { fields: fields.collect(), path: row })
        };
        let rows = session.derived.rows.table(path).iter().map(row).collect();
        fields.extend(one(path, rows));
    }
    let text = |text: &Option<crate::model::Localized>| text.as_ref().map(|text| text.get(locale).to_owned());
    (!fields.is_empty()).then(|| SectionView {
        title: text(&section.title),
        note: text(&section.note),
        fields,
    })
}

fn field_view(
    session: &Session,
    question: &Question,
    path: &Path,
    state: &FieldState,
    rows: Vec<Rc<RowView>>,
    is_attempted: bool,
    locale: Locale,
) -> Option<FieldView> {
    let field = session.form.fields.get(question.field_idx)?;
    let draft = &session.draft;
    let raw_of = |path: &Path| draft.answers.raw(path).to_owned();
    let parts = if field.kind == Kind::Address {
        Kind::ADDRESS_PARTS.iter().map(|part| raw_of(&path.child(part))).collect()
    } else {
        Vec::new()
    };
    let value = state.datum.value();
    let is_declined = draft.declined.contains(path);
    let is_sensitive = field.sensitivity != Sensitivity::General;
    let shown = value.filter(|_| !field.kind.is_frame());
    Some(FieldView {
        path: path.clone(),
        raw: raw_of(path),
        parts,
        shown: shown.map_or_else(String::new, |value| kinds::shown(&field.kind, value, locale)),
        is_required: state.is_required,
        is_derived: state.is_derived && !is_declined,
        issues: state.issues.clone(),
        show_issues: is_attempted || is_touched(session, path),
        confirmed: draft
            .confirmed
            .iter()
            .filter(|(on, _)| on.is_within(path))
            .map(|(_, code)| code.clone())
            .collect(),
        offer: state.offer.clone().filter(|_| !is_declined),
        rows,
        masked: value.filter(|_| is_sensitive).and_then(|value| kinds::masked(&field.kind, value)),
        ..blank(question, field, locale)
    })
}

/// A question as nobody has touched it.
pub(super) fn blank(question: &Question, field: &Field, locale: Locale) -> FieldView {
    let text = |text: &Option<crate::model::Localized>| text.as_ref().map(|text| text.get(locale).to_owned());
    let is_address = field.kind == Kind::Address;
    FieldView {
        path: field.path.clone(),
        kind: question.kind.clone(),
        label: field.label.get(locale).to_owned(),
        hint: text(&field.hint),
        help: text(&field.help),
        raw: String::new(),
        parts: if is_address { Kind::ADDRESS_PARTS.map(|_| String::new()).to_vec() } else { Vec::new() },
        shown: String::new(),
        is_required: false,
        is_derived: false,
        issues: Vec::new(),
        show_issues: false,
        confirmed: Vec::new(),
        offer: None,
        rows: Vec::new(),
        choices: question.choices.clone(),
        autocomplete: match &field.autocomplete {
            Some(token) if field.sensitivity == Sensitivity::General => token.clone(),
            Some(_) | None => String::from("off"),
        },
        inputmode: inputmode(&field.kind),
        limits: question.limits.clone(),
        sensitivity: field.sensitivity,
        masked: None,
    }
}

/// Whether a field, or a part of it, was left once.
fn is_touched(session: &Session, path: &Path) -> bool {
    let touched = &session.draft.touched;
    touched.contains(path) || Kind::ADDRESS_PARTS.iter().any(|part| touched.contains(&path.child(part)))
}

/// Which keys a phone shows. An identity number may end in X, so it gets all of them.
fn inputmode(kind: &Kind) -> &'static str {
    match kind {
        Kind::Integer
        | Kind::Date
        | Kind::Month
        | Kind::BankCard
        | Kind::Document(
            DocumentKind::Postcode | DocumentKind::BusinessRegistration | DocumentKind::TwTravelPermit,
        ) => "numeric",
        Kind::Decimal | Kind::Money => "decimal",
        Kind::Phone => "tel",
        Kind::Email => "email",
        Kind::Group
        | Kind::Rows
        | Kind::Text { .. }
        | Kind::Name
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::YesNo
        | Kind::CitizenId
        | Kind::Document(_)
        | Kind::Address
        | Kind::Signature
        | Kind::Attachment(_) => "text",
    }
}

/// The shown fields of a page in order.
fn shown_fields<'a>(
    session: &'a Session,
    page: &'a Page,
) -> impl Iterator<Item = (Path, &'a Field, &'a FieldState)> {
    page.sections.iter().flat_map(|section| session.places_of(section)).filter_map(|path| {
        let state = session.derived.fields.get(&path).filter(|state| state.is_shown)?;
        let field = session.field(&path)?;
        Some((path, field, state))
    })
}

fn status(session: &Session, page: &Page, issues: &[Issue], is_open: bool) -> PageStatus {
    let is_left = session.draft.left.contains(&page.id);
    let is_begun = is_left || shown_fields(session, page).any(|(path, ..)| is_entered(session, &path));
    let mut errors = issues.iter().filter(|issue| issue.severity == Severity::Error).peekable();
    let has_error = errors.peek().is_some();
    if errors.any(|issue| issue.kind != IssueKind::Required) {
        PageStatus::Wrong
    } else if !is_begun && !is_open {
        PageStatus::NotStarted
    } else if has_error || !is_begun {
        PageStatus::Incomplete
    } else {
        PageStatus::Complete
    }
}

/// Whether something was entered at a field or at a part of it.
fn is_entered(session: &Session, path: &Path) -> bool {
    let answers = &session.draft.answers;
    let has = |path: &Path| !answers.raw(path).is_empty() || !session.derived.rows.table(path).is_empty();
    has(path) || Kind::ADDRESS_PARTS.iter().any(|part| has(&path.child(part)))
}

/// Which consents each page asks: those whose purpose its shown fields are the first to have.
fn consents_by_page(session: &Session) -> SortedMap<usize, Vec<Purpose>> {
    let mut by_page: SortedMap<usize, Vec<Purpose>> = SortedMap::new();
    for consent in &session.form.consents {
        let purpose = &consent.purpose;
        if !session.derived.consents.contains(purpose) {
            continue;
        }
        let asks = |page: &Page| {
            session.asks(&page.id)
                && shown_fields(session, page).any(|(_, field, _)| field.purpose.as_ref() == Some(purpose))
        };
        if let Some(page_idx) = session.form.pages.iter().position(asks) {
            by_page.alter(page_idx, |of| of.push(purpose.clone()));
        }
    }
    by_page
}

/// Questions settled and questions asked. Settled is answered without an error, or left empty where that is allowed.
fn progress(session: &Session) -> (usize, usize) {
    let (mut n_settled, mut n_asked) = (0, 0);
    for page in &session.form.pages {
        let is_left = session.draft.page.is_none() || session.draft.left.contains(&page.id);
        for (path, field, state) in shown_fields(session, page) {
            if field.is_read_only {
                continue;
            }
            n_asked += 1;
            let has_error = state.issues.iter().any(|issue| issue.severity == Severity::Error);
            if !has_error && (is_left || state.is_derived || is_entered(session, &path)) {
                n_settled += 1;
            }
        }
    }
    (n_settled, n_asked)
}
