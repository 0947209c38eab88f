//! What is derived from the answers: values, visibility, issues; and the two ways to close a form.

use crate::model::{
    Answers, Consent, Date, Datum, Field, Form, FormId, Path, Purpose, Rows, SortedMap, SortedSet, Tables,
    Value, sort,
};

use super::{
    Issue, IssueKind, Severity, cross, derive, kinds,
    plan::{Frame, Plan},
    sheet::{Cell, Entered, Sheet, of_shape},
};

/// What an empty field counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knowledge {
    /// Not asked yet: unknown.
    Unasked,
    /// Asked and left empty, or skipped: absent.
    Left,
}

/// Everything derived from the answers of a form.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// By path, groups and rows included: each place of the form's [`Plan`], where its `rank` says.
    pub fields: SortedMap<Path, FieldState>,
    /// The rows of tables in order.
    pub rows: Rows,
    /// Consents that are wanted now: some shown field has that purpose.
    pub consents: Vec<Purpose>,
}

/// What is derived for one field.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldState {
    /// Whether it is shown; a hidden group hides its members.
    pub is_shown: bool,
    /// Whether it must be answered now.
    pub is_required: bool,
    /// What it is worth for rules and papers: hidden is absent.
    pub datum: Datum,
    /// The value was computed or derived, not entered.
    pub is_derived: bool,
    /// What is wrong with it, in form order and then by code; `required` stands here too.
    pub issues: Vec<Issue>,
    /// Something was typed or chosen here, if only blanks; a table has rows.
    pub is_entered: bool,
    /// A value that could be taken over.
    pub offer: Option<Offer>,
}

/// A value derived from another answer, offered for an empty field. Until it is taken or something else is typed, the
/// field counts as having it, marked as derived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Where it comes from.
    pub from: Path,
    /// The value as it would be typed.
    pub raw: String,
}

/// A form without errors. Only [`super::finish()`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    /// Which form.
    pub form: FormId,
    /// Which version.
    pub version: u32,
    /// Every value that is shown and there, by path; derived ones too.
    pub values: SortedMap<Path, Value>,
    /// The rows of the tables that are shown, in order.
    pub rows: Rows,
    /// Which of them were derived or computed.
    pub derived: SortedSet<Path>,
    /// Consents given.
    pub consents: Vec<Consent>,
    /// What can be confirmed or signed on paper.
    pub warnings: Vec<Issue>,
}

/// What is good, open and wrong in a form that is not finished.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survey {
    /// Every value that is shown, there and right.
    pub values: SortedMap<Path, Value>,
    /// The rows of the tables that are shown, in order.
    pub rows: Rows,
    /// Which of them were derived or computed.
    pub derived: SortedSet<Path>,
    /// Shown and empty, though required.
    pub open: Vec<Path>,
    /// Shown, entered and wrong; printed as open cells.
    pub wrong: Vec<Issue>,
    /// Warnings.
    pub warnings: Vec<Issue>,
    /// Consents given.
    pub consents: Vec<Consent>,
}

/// Works out everything that follows from the answers: values, visibility, requirements, issues.
///
/// `knowledge` says what an empty field counts as, still unknown or absent for good.
#[must_use]
pub fn state(
    form: &Form,
    answers: &Answers,
    knowledge: &dyn Fn(&Path) -> Knowledge,
    tables: &Tables,
    today: Date,
) -> State {
    state_on(&Plan::new(form, answers), form, answers, knowledge, tables, today)
}

/// As [`state()`], on a plan that was made of the form and of answers with the same rows.
#[must_use]
pub fn state_on(
    plan: &Plan,
    form: &Form,
    answers: &Answers,
    knowledge: &dyn Fn(&Path) -> Knowledge,
    tables: &Tables,
    today: Date,
) -> State {
    let mut sheet = Sheet::new(form, plan, answers, knowledge, tables, today);
    derive::run(&mut sheet);
    cross::run(&mut sheet);

    let issues: Vec<Vec<Issue>> =
        sheet.cells.iter_mut().map(|cell| std::mem::take(&mut cell.issues)).collect();
    let mut states = Vec::with_capacity(issues.len());
    for (idx, issues) in issues.into_iter().enumerate() {
        let (Some(field), Some(path)) = (sheet.field(idx), sheet.plan.path(idx)) else { continue };
        states.push(match sheet.plan.frame(idx) {
            Frame::None => of_leaf(&sheet, idx, field, path, issues),
            Frame::Table => of_table(&sheet, idx, field, path, issues),
            Frame::Group | Frame::Row => of_group(&sheet, idx, field, issues),
        });
    }
    require_groups(&sheet, &mut states);

    let consents = form.consents.iter().map(|consent| &consent.purpose).filter(|purpose| {
        let mut fields = (0..sheet.plan.len()).filter_map(|idx| sheet.field(idx)).zip(&states);
        fields.any(|(field, state)| state.is_shown && field.purpose.as_ref() == Some(purpose))
    });
    let consents = consents.cloned().collect();
    State { fields: by_path(&sheet, states), rows: plan.rows().clone(), consents }
}

/// The states in the order of paths, so that each goes to the end of the map.
fn by_path(sheet: &Sheet<'_>, states: Vec<FieldState>) -> SortedMap<Path, FieldState> {
    let mut states: Vec<Option<FieldState>> = states.into_iter().map(Some).collect();
    let mut fields = SortedMap::new();
    for idx in sheet.plan.order() {
        if let (Some(path), Some(state)) = (sheet.plan.path(idx), states.get_mut(idx).and_then(Option::take))
        {
            fields.insert(path.clone(), state);
        }
    }
    fields
}

fn hidden() -> FieldState {
    FieldState {
        is_shown: false,
        is_required: false,
        datum: Datum::Absent,
        is_derived: false,
        issues: Vec::new(),
        is_entered: false,
        offer: None,
    }
}

fn of_leaf(sheet: &Sheet<'_>, idx: usize, field: &Field, path: &Path, issues: Vec<Issue>) -> FieldState {
    let hidden = hidden();
    let Some(cell) = sheet.cell(idx).filter(|_| sheet.is_visible(idx)) else {
        return FieldState { datum: sheet.datum(idx), ..hidden };
    };
    let is_asked = sheet.plan.is_asked(idx);
    let datum = sheet.datum(idx);
    // What is computed shows once there is something to show.
    if (!is_asked || field.is_read_only) && datum.value().is_none() {
        return hidden;
    }

    let mut state =
        FieldState { is_shown: true, datum, issues, is_entered: cell.entered != Entered::Nothing, ..hidden };
    state.is_required = is_asked && !field.is_read_only && (field.is_required || cell.is_required);
    let issue = |kind, severity| Issue { field: path.clone(), kind, severity };
    match (state.datum.value(), cell.entered) {
        (Some(value), Entered::Something) => {
            if let Some(with) = conflict(sheet, idx, cell, value) {
                state.issues.push(issue(IssueKind::Conflict { with }, Severity::Warning));
            }
        }
        (Some(value), Entered::Nothing | Entered::Blanks) => {
            state.is_derived = true;
            state.issues.extend(of_shape(field, path, value));
            state.offer = offer(sheet, idx, field);
        }
        (None, Entered::Something) => {}
        (None, Entered::Nothing) if state.is_required => {
            state.issues.push(issue(IssueKind::Required, Severity::Error));
        }
        (None, Entered::Blanks) if state.is_required => {
            state.issues.push(issue(IssueKind::Empty, Severity::Error));
        }
        (None, Entered::Nothing | Entered::Blanks) => {}
    }
    by_code(&mut state.issues);
    state
}

fn by_code(issues: &mut Vec<Issue>) {
    sort(issues, |a, b| a.kind.code() > b.kind.code());
}

/// The other answer, where it says something else than what was typed.
fn conflict(sheet: &Sheet<'_>, idx: usize, cell: &Cell, typed: &Value) -> Option<Path> {
    match sheet.derived(idx) {
        Some((value, from)) if value != typed => sheet.plan.path(from).cloned(),
        Some(_) => None,
        None => {
            let is_other = cell.computed.as_ref().is_some_and(|value| value != typed);
            cell.computed_from.clone().filter(|_| is_other)
        }
    }
}

fn offer(sheet: &Sheet<'_>, idx: usize, field: &Field) -> Option<Offer> {
    let (value, from) = sheet.derived(idx).filter(|_| !field.is_read_only)?;
    Some(Offer { from: sheet.plan.path(from)?.clone(), raw: kinds::canonical(value) })
}

fn of_group(sheet: &Sheet<'_>, idx: usize, field: &Field, mut issues: Vec<Issue>) -> FieldState {
    let is_shown = sheet.is_visible(idx);
    let is_row = sheet.plan.frame(idx) == Frame::Row;
    let is_wanted = !is_row && (field.is_required || sheet.cell(idx).is_some_and(|cell| cell.is_required));
    by_code(&mut issues);
    FieldState {
        is_shown,
        is_required: is_shown && is_wanted,
        datum: sheet.datum(idx),
        is_derived: false,
        issues,
        is_entered: false,
        offer: None,
    }
}

/// A table is asked as a whole: without a row it is open.
fn of_table(sheet: &Sheet<'_>, idx: usize, field: &Field, path: &Path, mut issues: Vec<Issue>) -> FieldState {
    let Some(cell) = sheet.cell(idx).filter(|_| sheet.is_visible(idx)) else {
        return FieldState { datum: sheet.datum(idx), ..hidden() };
    };
    let datum = sheet.datum(idx);
    let is_asked = sheet.plan.is_asked(idx);
    if !is_asked && datum.value().is_none() {
        return hidden();
    }
    let is_required = is_asked && (field.is_required || cell.is_required);
    if is_required && datum.value().is_none() {
        issues.push(Issue { field: path.clone(), kind: IssueKind::Required, severity: Severity::Error });
    }
    by_code(&mut issues);
    let is_entered = datum.value().is_some();
    FieldState { is_shown: true, is_required, datum, issues, is_entered, ..hidden() }
}

/// A required group with nothing in it is an issue of its own only where none of its members says so already.
fn require_groups(sheet: &Sheet<'_>, states: &mut [FieldState]) {
    for idx in 0..sheet.plan.len() {
        let is_open = |state: &FieldState| state.is_required && state.datum.value().is_none();
        let Some(path) = sheet.plan.path(idx).filter(|_| sheet.plan.frame(idx) == Frame::Group) else {
            continue;
        };
        if !states.get(idx).is_some_and(is_open) {
            continue;
        }
        let says_so = |idx: usize| states.get(idx).is_some_and(|state| !state.issues.is_empty());
        if sheet.plan.below(path.as_str()).any(|(_, below)| says_so(below)) {
            continue;
        }
        if let Some(state) = states.get_mut(idx) {
            let field = path.clone();
            state.issues.push(Issue { field, kind: IssueKind::Required, severity: Severity::Error });
            by_code(&mut state.issues);
        }
    }
}
