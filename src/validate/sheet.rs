//! The answers of a form while they are worked out: what was typed, derived and computed, field by field.
//!
//! **Invariant:** what was typed wins over what is derived. What is hidden, or on no page, is absent, and keeps its text
//! in the answers.

use std::borrow::Cow;

use crate::{
    model::{
        Answers, Date, Datum, DocumentKind, Entry, EvalError, Field, Form, FormKind, Kind, Path, SortedMap,
        SortedSet, Tables, Value,
    },
    rules::Scope,
};

use super::{
    Issue, Knowledge, Severity, fold,
    kinds::{self, Reading, address},
    plan::{Frame, Plan},
    shape,
};

/// What is known of one field.
#[derive(Default)]
pub(super) struct Cell {
    /// How much was typed.
    pub(super) entered: Entered,
    /// What its kind made of that.
    pub(super) typed: Option<Value>,
    /// What another answer says it is, and which.
    pub(super) derived: Option<(Value, usize)>,
    /// What a rule says it is.
    pub(super) computed: Option<Value>,
    /// The field its rule reads first.
    pub(super) computed_from: Option<Path>,
    /// A `show` rule of its own is not true.
    pub(super) is_hidden: bool,
    /// What the `show` rules that hide it wait for. In a profile, whose questions come in any order, what may still be shown is
    /// unknown and not absent.
    pub(super) hidden_until: SortedSet<String>,
    /// A `require` rule is true.
    pub(super) is_required: bool,
    /// What its kind and its rules find wrong.
    pub(super) issues: Vec<Issue>,
}

/// How much was typed.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Entered {
    /// Nothing.
    #[default]
    Nothing,
    /// Only what can not be seen.
    Blanks,
    /// Something.
    Something,
}

/// The answers while they are worked out.
pub(super) struct Sheet<'a> {
    pub(super) form: &'a Form,
    pub(super) plan: &'a Plan,
    pub(super) cells: Vec<Cell>,
    tables: &'a Tables,
    today: Date,
    knowledge: &'a dyn Fn(&Path) -> Knowledge,
}

impl<'a> Sheet<'a> {
    /// Reads each answer by its kind.
    pub(super) fn new(
        form: &'a Form,
        plan: &'a Plan,
        answers: &Answers,
        knowledge: &'a dyn Fn(&Path) -> Knowledge,
        tables: &'a Tables,
        today: Date,
    ) -> Self {
        let cell = |idx: usize| match (plan.field(form, idx), plan.path(idx)) {
            (Some(field), Some(path))
                if plan.is_asked(idx) && !field.is_read_only && plan.frame(idx) != Frame::Row =>
            {
                read(form, field, path, answers, tables, today)
            }
            _ => Cell::default(),
        };
        let cells = (0..plan.len()).map(cell).collect();
        Self { form, plan, cells, tables, today, knowledge }
    }

    /// The field at a place; of a row its table.
    pub(super) fn field(&self, idx: usize) -> Option<&'a Field> {
        self.plan.field(self.form, idx)
    }

    pub(super) fn cell(&self, idx: usize) -> Option<&Cell> {
        self.cells.get(idx)
    }

    pub(super) fn cell_mut(&mut self, idx: usize) -> Option<&mut Cell> {
        self.cells.get_mut(idx)
    }

    /// Whether neither the field nor a group around it is hidden.
    pub(super) fn is_visible(&self, idx: usize) -> bool {
        let mut at = Some(idx);
        while let Some(idx) = at {
            if self.cell(idx).is_none_or(|cell| cell.is_hidden) {
                return false;
            }
            at = self.plan.parent(idx);
        }
        true
    }

    /// What another answer says the field is, while that one is shown.
    pub(super) fn derived(&self, idx: usize) -> Option<(&Value, usize)> {
        let (value, from) = self.cell(idx)?.derived.as_ref()?;
        self.is_visible(*from).then_some((value, *from))
    }

    /// The value of a visible field: typed, else derived, else computed.
    pub(super) fn value(&self, idx: usize) -> Option<&Value> {
        let cell = self.cell(idx)?;
        if cell.entered == Entered::Something {
            return cell.typed.as_ref();
        }
        self.derived(idx).map(|(value, _)| value).or(cell.computed.as_ref())
    }

    /// What a field or group is worth for a rule.
    pub(super) fn datum(&self, idx: usize) -> Datum {
        if !self.is_visible(idx) {
            return self.unseen(idx);
        }
        match self.plan.frame(idx) {
            Frame::Group => self.group(idx),
            Frame::Table => self.table(idx),
            // A row counts as soon as it was added.
            Frame::Row => Datum::Value(Value::Map(self.members(idx).map)),
            Frame::None => match self.value(idx) {
                Some(value) => Datum::Value(value.clone()),
                None => self.nothing(idx),
            },
        }
    }

    /// What is worth what is hidden: nothing, unless it may still be shown.
    fn unseen(&self, idx: usize) -> Datum {
        let mut waits = SortedSet::new();
        let mut at = Some(idx);
        while let Some(idx) = at {
            let Some(cell) = self.cell(idx) else { break };
            if cell.is_hidden && cell.hidden_until.is_empty() {
                return Datum::Absent;
            }
            waits.extend(cell.hidden_until.iter().cloned());
            at = self.plan.parent(idx);
        }
        if waits.is_empty() { Datum::Absent } else { Datum::Unknown(waits) }
    }

    /// What a field without a value is: unknown while it, or the answer it is derived from, is still to be asked.
    fn nothing(&self, idx: usize) -> Datum {
        let Some(field) = self.field(idx) else { return Datum::Absent };
        let waits_for = if self.plan.is_asked(idx) && !field.is_read_only {
            self.plan.path(idx)
        } else {
            super::derive::source(self, idx)
                .filter(|from| self.is_visible(*from) && self.plan.is_asked(*from))
                .and_then(|from| self.plan.path(from))
        };
        match waits_for {
            Some(path) if (self.knowledge)(path) == Knowledge::Unasked => Datum::unknown(path.as_str()),
            Some(_) | None => Datum::Absent,
        }
    }

    /// A table is the list of its rows; without any it is unknown while some may come.
    fn table(&self, idx: usize) -> Datum {
        let Some(path) = self.plan.path(idx) else { return Datum::Absent };
        let rows = self.plan.rows().table(path).iter();
        let rows: Vec<Datum> =
            rows.filter_map(|id| self.plan.find(path.row(*id).as_str())).map(|row| self.datum(row)).collect();
        if rows.is_empty() { self.nothing(idx) } else { Datum::Value(Value::List(rows)) }
    }

    /// A group is there as soon as something in it is; it is unknown while nothing is and something may come.
    fn group(&self, idx: usize) -> Datum {
        let Members { map, waits, is_there } = self.members(idx);
        if is_there {
            Datum::Value(Value::Map(map))
        } else if waits.is_empty() {
            Datum::Absent
        } else {
            Datum::Unknown(waits)
        }
    }

    /// What stands directly below a group or row.
    fn members(&self, idx: usize) -> Members {
        let mut members = Members::default();
        let Some(group) = self.plan.path(idx) else { return members };
        let stem = group.as_str().len() + 1;
        for (path, idx) in self.plan.below(group.as_str()) {
            let name = path.get(stem..).unwrap_or_default();
            if name.contains(['.', '#']) {
                continue;
            }
            let datum = self.datum(idx);
            members.is_there |= datum.value().is_some();
            if let Datum::Unknown(paths) = &datum {
                members.waits.extend(paths.iter().cloned());
            }
            members.map.insert(name.to_owned(), datum);
        }
        members
    }

    /// A computed value as the field's kind has it.
    pub(super) fn fit(&self, idx: usize, datum: &Datum) -> Option<Value> {
        let field = self.field(idx)?;
        kinds::read(&field.kind, &kinds::canonical(datum.value()?), self.tables, self.today).value
    }
}

impl Scope for Sheet<'_> {
    fn get(&self, path: &str) -> Datum {
        if let Some(idx) = self.plan.find(path) {
            return self.datum(idx);
        }
        // A part of an address stands below a field.
        let Some((above, name)) = path.rsplit_once('.') else { return Datum::Error(EvalError::Name) };
        let address = self.plan.find(above).filter(|idx| {
            self.field(*idx).is_some_and(|field| field.kind == Kind::Address)
                && Kind::ADDRESS_PARTS.contains(&name)
        });
        match address.map(|idx| self.datum(idx)) {
            Some(Datum::Value(Value::Map(mut parts))) => parts.remove(name).unwrap_or(Datum::Absent),
            Some(datum @ (Datum::Absent | Datum::Unknown(_) | Datum::Error(_))) => datum,
            Some(Datum::Value(_)) | None => Datum::Error(EvalError::Name),
        }
    }

    fn param(&self, name: &str) -> Datum {
        let row = self.form.params.row(name, self.today);
        row.and_then(|row| row.value.clone()).map_or(Datum::Absent, Datum::Value)
    }

    fn today(&self) -> Date {
        self.today
    }
}

/// What stands directly below a group or row.
#[derive(Default)]
struct Members {
    map: SortedMap<String, Datum>,
    waits: SortedSet<String>,
    is_there: bool,
}

/// A rule's view from within a row: the table's own fields are those of this row.
pub(super) struct InRow<'s, 'a> {
    pub(super) sheet: &'s Sheet<'a>,
    pub(super) table: Path,
    pub(super) row: Path,
}

impl InRow<'_, '_> {
    /// Where a path of the form stands, seen from this row.
    pub(super) fn at(&self, path: &str) -> Path {
        Path::new(path).in_row(&self.table, &self.row)
    }
}

impl Scope for InRow<'_, '_> {
    fn get(&self, path: &str) -> Datum {
        self.sheet.get(self.at(path).as_str())
    }

    fn param(&self, name: &str) -> Datum {
        self.sheet.param(name)
    }

    fn today(&self) -> Date {
        self.sheet.today()
    }
}

/// Reads one answer.
fn read(form: &Form, field: &Field, path: &Path, answers: &Answers, tables: &Tables, today: Date) -> Cell {
    let kind = &*kind_of(field, path, answers);
    let (entered, reading) = match kind {
        Kind::Group => return Cell::default(),
        Kind::Rows => return of_table(field, path, answers),
        Kind::Address => {
            let paths = Kind::ADDRESS_PARTS.map(|part| path.child(part));
            let parts = paths.each_ref().map(|path| answers.raw(path));
            let is_profile = form.kind == FormKind::Profile;
            let detail = if is_profile { address::Detail::Spared } else { address::Detail::Needed };
            (entered(&parts), address::read_as(parts, tables, detail))
        }
        Kind::Text { .. }
        | Kind::Name
        | Kind::Integer
        | Kind::Decimal
        | Kind::Money
        | Kind::Date
        | Kind::Month
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::YesNo
        | Kind::Phone
        | Kind::Email
        | Kind::CitizenId
        | Kind::BankCard
        | Kind::Document(_)
        | Kind::Signature
        | Kind::Attachment(_) => {
            let raw = answers.raw(path);
            match entered(&[raw]) {
                Entered::Something => (Entered::Something, kinds::read(kind, raw, tables, today)),
                none @ (Entered::Nothing | Entered::Blanks) => (none, Reading::default()),
            }
        }
    };
    let mut issues: Vec<Issue> = reading
        .faults
        .into_iter()
        .map(|fault| Issue {
            field: fault.part.map_or_else(|| path.clone(), |part| path.child(part)),
            kind: fault.kind,
            severity: fault.severity,
        })
        .collect();
    if let Some(value) = &reading.value {
        issues.extend(of_shape(field, path, value));
    }
    Cell { entered, typed: reading.value, issues, ..Cell::default() }
}

/// What a field takes. A person's document is of the kind that the answer beside it says.
fn kind_of<'a>(field: &'a Field, path: &Path, answers: &Answers) -> Cow<'a, Kind> {
    if field.kind == Kind::Document(DocumentKind::Personal) {
        let code = answers.raw(&path.beside(DocumentKind::TYPE));
        if let Some(kind) = kinds::document::personal(code) {
            return Cow::Owned(kind);
        }
    }
    Cow::Borrowed(&field.kind)
}

/// What the schema's keywords find wrong with a value.
pub(super) fn of_shape(field: &Field, path: &Path, value: &Value) -> Vec<Issue> {
    // A signature, or what stands for a file, is as long as its kind allows.
    if matches!(field.kind, Kind::Signature | Kind::Attachment(_)) {
        return Vec::new();
    }
    let issue = |kind| Issue { field: path.clone(), kind, severity: Severity::Error };
    shape::check(&field.shape, value).into_iter().map(issue).collect()
}

/// A table that was entered, if only as an empty one, has limits.
fn of_table(field: &Field, path: &Path, answers: &Answers) -> Cell {
    let Some(Entry::Rows(rows)) = answers.entries.get(path) else { return Cell::default() };
    let kinds = shape::check_rows(&field.shape, rows.len(), field.is_required);
    let issue = |kind| Issue { field: path.clone(), kind, severity: Severity::Error };
    Cell { issues: kinds.into_iter().map(issue).collect(), ..Cell::default() }
}

fn entered(parts: &[&str]) -> Entered {
    if parts.iter().all(|raw| raw.is_empty()) {
        Entered::Nothing
    } else if parts.iter().all(|raw| fold::is_empty(raw)) {
        Entered::Blanks
    } else {
        Entered::Something
    }
}
