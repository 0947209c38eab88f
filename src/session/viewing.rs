//! Makes a [`FormView`] of a session.
//!
//! **Invariant:** the previous view gives shared parts only, never content.

use std::rc::Rc;

use crate::{
    model::{Locale, Page, PageId, Path, Purpose, Section},
    validate::{Issue, IssueKind, Severity},
};

use super::{
    ConsentView, FieldView, FormView, PageStatus, PageView, RowView, SectionView, Session,
    basis::{Basis, Changes, Made},
    places::{PagePlaces, Place},
    question::field_view,
};

/// What a client sees. Parts equal to those of `previous` are its very parts, so that they compare by pointer; what
/// depends on nothing that changed since then is not made again.
#[must_use]
pub fn view(session: &Session, previous: Option<&FormView>, locale: Locale) -> FormView {
    let before = previous.and_then(|previous| previous.made.0.as_deref());
    let changes = before.and_then(|before| Changes::since(before, session, locale));
    let mut maker = Maker { session, locale, before, changes, made: Basis::of(session, locale) };
    maker.made.fields = match (&maker.changes, before, previous) {
        (Some(_), Some(before), _) => before.fields.clone(),
        (_, _, previous) => old_fields(session, previous),
    };
    let asked: Vec<bool> = (0..session.form.pages.len())
        .map(|idx| session.places.page(idx).is_some_and(|places| session.asks_at(places)))
        .collect();
    let consents = consents_by_page(session, &asked);
    let mut pages = Vec::new();
    let mut progress = (0, 0);
    for (page_idx, page) in session.form.pages.iter().enumerate() {
        let Some(places) = session.places.page(page_idx) else { continue };
        let counts = Counts::of(session, page, places);
        progress = (progress.0 + counts.n_settled, progress.1 + counts.n_asked);
        if asked.get(page_idx) != Some(&true) {
            maker.made.pages.push((Vec::new(), None));
            continue;
        }
        let purposes = consents.iter().filter(|(on, _)| *on == page_idx).map(|(_, purpose)| *purpose);
        pages.push(maker.page(page_idx, page, places, purposes.collect(), &counts));
    }
    let issues = session.open_issues();
    let issues = match previous {
        Some(previous) if *previous.issues == issues => previous.issues.clone(),
        Some(_) | None => Rc::new(issues),
    };
    // With every page done nothing is unknown any more, and these are the issues that `finish` would find.
    let is_done = session.draft.page.is_none();
    FormView {
        title: session.form.title.get(locale).to_owned(),
        locale,
        current: session.draft.page.as_ref().and_then(|open| pages.iter().position(|page| page.id == *open)),
        pages,
        is_complete: is_done && !issues.iter().any(is_error),
        issues,
        progress,
        rows: match previous {
            Some(previous) if *previous.rows == session.derived.rows => previous.rows.clone(),
            Some(_) | None => Rc::new(session.derived.rows.clone()),
        },
        made: Made(Some(Rc::new(maker.made))),
    }
}

impl Session {
    /// The same on the first page that needs something: an answer, a correction, or to be seen at all; on "check answers" where
    /// none does.
    #[must_use]
    pub fn where_needed(&self) -> Self {
        let needs = |(idx, page): (usize, &Page)| {
            let places = self.places.page(idx)?;
            let is_done = || Counts::of(self, page, places).status(false) == PageStatus::Complete;
            (self.asks_at(places) && !is_done()).then(|| page.id.clone())
        };
        let page = self.form.pages.iter().enumerate().find_map(needs);
        self.clone().with_page(page)
    }

    /// Answers that are wrong, and those that a page lacks which was left already, in form order.
    #[must_use]
    pub fn to_look_at(&self) -> Vec<(PageId, Path)> {
        let mut found = Vec::new();
        for page in &self.form.pages {
            let was_left = self.draft.left.contains(&page.id);
            for issue in self.issues_of(&page.id).filter(|issue| is_error(issue)) {
                let is_told = found.last().is_some_and(|(_, path)| *path == issue.field);
                if (was_left || issue.kind != IssueKind::Required) && !is_told {
                    found.push((page.id.clone(), issue.field.clone()));
                }
            }
        }
        found
    }
}

fn is_error(issue: &Issue) -> bool {
    issue.severity == Severity::Error
}

/// The questions of a view of other rows, or of another form, by their paths.
fn old_fields(session: &Session, previous: Option<&FormView>) -> Vec<Option<Rc<FieldView>>> {
    let states = &session.derived.fields;
    let mut fields = vec![None; states.len()];
    let pages = previous.into_iter().flat_map(|previous| &previous.pages);
    for field in pages.flat_map(|page| &page.sections).flat_map(|section| &section.fields) {
        let columns = field.rows.iter().flat_map(|row| &row.fields);
        for field in columns.chain([field]) {
            if let Some(place) = states.position(&field.path).and_then(|at| fields.get_mut(at)) {
                *place = Some(field.clone());
            }
        }
    }
    fields
}

/// Makes the parts of a view, or takes them from the previous one.
struct Maker<'a> {
    session: &'a Session,
    locale: Locale,
    /// What the previous view was made of.
    before: Option<&'a Basis>,
    /// What changed since then, where that can be said.
    changes: Option<Changes>,
    made: Basis,
}

impl Maker<'_> {
    fn page(
        &mut self,
        page_idx: usize,
        page: &Page,
        places: &PagePlaces,
        purposes: Vec<&Purpose>,
        counts: &Counts,
    ) -> Rc<PageView> {
        let session = self.session;
        let is_open = session.draft.page.as_ref() == Some(&page.id);
        let is_attempted = is_open && session.is_attempted;
        let old = self.before.and_then(|before| before.pages.get(page_idx)).cloned();
        let (old_sections, old_page) = old.unwrap_or_default();
        let mut sections = Vec::with_capacity(page.sections.len());
        for (idx, (section, places)) in page.sections.iter().zip(&places.sections).enumerate() {
            let old = old_sections.get(idx).cloned().flatten();
            sections.push(self.section(section, places, is_attempted, old));
        }
        let consents = purposes.into_iter().filter_map(|purpose| {
            let consent = session.form.consents.iter().find(|consent| consent.purpose == *purpose)?;
            let given = session.draft.answers.consents.iter().find(|given| given.purpose == *purpose);
            Some(ConsentView {
                purpose: purpose.clone(),
                text: consent.text.get(self.locale).to_owned(),
                given_at: given.map(|given| given.at.clone()),
            })
        });
        let issues = session.issues_at(places).filter(|issue| !session.is_confirmed(issue));
        let new = PageView {
            id: page.id.clone(),
            title: page.title.get(self.locale).to_owned(),
            sections: sections.iter().flatten().cloned().collect(),
            consents: consents.collect(),
            status: counts.status(is_open),
            summary: if is_attempted { issues.cloned().collect() } else { Vec::new() },
        };
        let page = same_or_new(old_page.as_ref(), new);
        self.made.pages.push((sections, Some(page.clone())));
        page
    }

    fn section(
        &mut self,
        section: &Section,
        places: &[Place],
        is_attempted: bool,
        old: Option<Rc<SectionView>>,
    ) -> Option<Rc<SectionView>> {
        if old.is_some() && !places.iter().any(|place| self.is_changed(place)) {
            return old;
        }
        let mut fields = Vec::with_capacity(places.len());
        for place in places {
            fields.extend(self.field(place, is_attempted));
        }
        let text = |text: &Option<crate::model::Localized>| {
            text.as_ref().map(|text| text.get(self.locale).to_owned())
        };
        (!fields.is_empty()).then(|| {
            let new = SectionView { title: text(&section.title), note: text(&section.note), fields };
            same_or_new(old.as_ref(), new)
        })
    }

    /// Whether something changed at a place or in its rows.
    fn is_changed(&self, place: &Place) -> bool {
        self.changes.as_ref().is_none_or(|changes| place.iter().any(|place| changes.is_changed(place.at)))
    }

    fn field(&mut self, place: &Place, is_attempted: bool) -> Option<Rc<FieldView>> {
        let old = self.made.fields.get(place.at).cloned().flatten();
        if old.is_some() && !self.is_changed(place) {
            return old;
        }
        let mut rows = Vec::with_capacity(place.rows.len());
        for (idx, row) in place.rows.iter().enumerate() {
            let old = old.as_ref().and_then(|table| table.rows.get(idx));
            let mut fields = Vec::with_capacity(row.places.len());
            for place in &row.places {
                fields.extend(self.field(place, is_attempted));
            }
            rows.push(same_or_new(old, RowView { path: row.path.clone(), fields }));
        }
        let session = self.session;
        let state = session.derived.fields.nth(place.at).filter(|state| state.is_shown);
        let new = state.and_then(|state| {
            let question = session.outline.question(&place.path)?;
            field_view(session, question, &place.path, state, rows, is_attempted, self.locale)
        });
        let new = new.map(|new| same_or_new(old.as_ref(), new));
        if let Some(made) = self.made.fields.get_mut(place.at) {
            made.clone_from(&new);
        }
        new
    }
}

fn same_or_new<T: PartialEq>(old: Option<&Rc<T>>, new: T) -> Rc<T> {
    match old {
        Some(old) if **old == new => old.clone(),
        Some(_) | None => Rc::new(new),
    }
}

/// How far a page is.
struct Counts {
    /// Questions that are asked: shown and not computed.
    n_asked: usize,
    /// Those that are answered without an error, or left empty where that is allowed.
    n_settled: usize,
    /// The page was left, or something on it was entered.
    is_begun: bool,
    /// Something is open or wrong.
    has_error: bool,
    /// Something is wrong.
    is_wrong: bool,
}

impl Counts {
    fn of(session: &Session, page: &Page, places: &PagePlaces) -> Self {
        let was_left = session.draft.left.contains(&page.id);
        let is_left = was_left || session.draft.page.is_none();
        let errors = session.issues_at(places).filter(|issue| is_error(issue));
        let (mut has_error, mut is_wrong) = (false, false);
        for issue in errors {
            has_error = true;
            is_wrong |= issue.kind != IssueKind::Required;
        }
        let mut counts = Self { n_asked: 0, n_settled: 0, is_begun: was_left, has_error, is_wrong };
        for (field, state) in places.iter().filter_map(|place| session.shown(place)) {
            counts.is_begun |= state.is_entered;
            if field.is_read_only {
                continue;
            }
            counts.n_asked += 1;
            let is_settled = is_left || state.is_derived || state.is_entered;
            counts.n_settled += usize::from(is_settled && !state.issues.iter().any(is_error));
        }
        counts
    }

    fn status(&self, is_open: bool) -> PageStatus {
        if self.is_wrong {
            PageStatus::Wrong
        } else if !self.is_begun && !is_open {
            PageStatus::NotStarted
        } else if self.has_error || !self.is_begun {
            PageStatus::Incomplete
        } else {
            PageStatus::Complete
        }
    }
}

/// Which consents are asked on which page: on the first whose shown fields have the purpose.
fn consents_by_page<'a>(session: &'a Session, asked: &[bool]) -> Vec<(usize, &'a Purpose)> {
    let wanted = session.form.consents.iter().map(|consent| &consent.purpose);
    let wanted = wanted.filter(|purpose| session.derived.consents.contains(purpose));
    let has = |page_idx: usize, purpose: &Purpose| {
        let places = session.places.page(page_idx).into_iter().flat_map(PagePlaces::iter);
        places
            .filter_map(|place| session.shown(place))
            .any(|(field, _)| field.purpose.as_ref() == Some(purpose))
    };
    let page = |purpose: &Purpose| {
        asked.iter().enumerate().position(|(idx, is_asked)| *is_asked && has(idx, purpose))
    };
    wanted.filter_map(|purpose| Some((page(purpose)?, purpose))).collect()
}
