//! A profile out of the answers to the profile form, `person`, `household`, `firm`.
//!
//! **Invariant:** nothing is guessed. What was not answered is unknown, and so is an answer that contradicts another: who
//! looks at the profile names it ([`contradictions`]).

use crate::{
    model::{Answers, Date, Datum, Entry, Form, Kind, Params, Path, Rows, SortedSet, Tables, Value},
    rules::Scope,
    validate::{self, Issue, IssueKind, Knowledge, Severity, State},
};

/// The answers to the profile form, as the rules of one benefit read them.
#[derive(Clone, Copy)]
pub struct Profile<'a> {
    /// What follows from the answers.
    pub state: &'a State,
    /// Tables that were answered with no row.
    pub empty: &'a [Path],
    /// The benefit's parameters.
    pub params: &'a Params,
    /// The day.
    pub today: Date,
}

/// What follows from a profile that was told whole: `absent` was asked, and there is none.
#[must_use]
pub fn state(form: &Form, told: &Answers, absent: &[Path], today: Date) -> State {
    let knowledge = |path: &Path| {
        // Of an address the division is all that is asked.
        let division = path.child("division");
        let is_told = absent.iter().any(|absent| path.is_within(absent) || *absent == division)
            || matches!(told.entries.get(path), Some(Entry::Rows(_)));
        if is_told { Knowledge::Left } else { Knowledge::Unasked }
    };
    // The tables know the streets of one district; a profile may be from anywhere.
    validate::state(form, told, &knowledge, &Tables::default(), today)
}

/// The tables that were told to have no row.
#[must_use]
pub fn empty(form: &Form, absent: &[Path]) -> Vec<Path> {
    let is_absent = |path: &&Path| absent.iter().any(|absent| path.is_within(absent));
    let tables = form.fields.iter().filter(|field| field.kind == Kind::Rows).map(|field| &field.path);
    tables.filter(is_absent).cloned().collect()
}

/// What is wrong with a profile, in the form's order. An answer that is missing is no fault.
#[must_use]
pub fn contradictions(form: &Form, told: &Answers, state: &State) -> Vec<Issue> {
    let places = Rows::of(form, told).places(form);
    let issues =
        places.iter().filter_map(|place| state.fields.get(&place.path)).flat_map(|state| &state.issues);
    issues.filter(|issue| is_contradiction(issue)).cloned().collect()
}

fn is_contradiction(issue: &Issue) -> bool {
    issue.severity == Severity::Error && issue.kind != IssueKind::Required
}

impl Profile<'_> {
    /// What stands at a place, with rows counted from 0 in what it waits for.
    fn clean(&self, path: &Path, datum: &Datum) -> Datum {
        let state = self.state.fields.get(path);
        if state.is_some_and(|state| state.issues.iter().any(is_contradiction)) {
            return Datum::unknown(&self.state.rows.border(path));
        }
        match datum {
            Datum::Value(Value::Map(parts)) => {
                let part =
                    |(name, part): (&String, &Datum)| (name.clone(), self.clean(&path.child(name), part));
                Datum::Value(Value::Map(parts.iter().map(part).collect()))
            }
            Datum::Value(Value::List(items)) if !self.state.rows.table(path).is_empty() => {
                let ids = self.state.rows.table(path).iter();
                let rows = ids.zip(items).map(|(id, row)| self.clean(&path.row(*id), row));
                Datum::Value(Value::List(rows.collect()))
            }
            Datum::Unknown(paths) => {
                let border = |path: &String| self.state.rows.border(&Path::new(path));
                Datum::Unknown(paths.iter().map(border).collect::<SortedSet<String>>())
            }
            Datum::Value(_) | Datum::Absent | Datum::Error(_) => datum.clone(),
        }
    }
}

impl Scope for Profile<'_> {
    fn get(&self, path: &str) -> Datum {
        let at = Path::new(path);
        if self.empty.contains(&at) {
            return Datum::Value(Value::List(Vec::new()));
        }
        if let Some(state) = self.state.fields.get(&at) {
            return self.clean(&at, &state.datum);
        }
        // A part of an address stands below its question.
        let whole = path.rsplit_once('.').and_then(|(above, name)| {
            let above = Path::new(above);
            Some((self.clean(&above, &self.state.fields.get(&above)?.datum), name))
        });
        match whole {
            Some((Datum::Value(Value::Map(mut parts)), name)) => parts.remove(name).unwrap_or(Datum::Absent),
            Some((Datum::Absent, _)) => Datum::Absent,
            Some((Datum::Value(_) | Datum::Unknown(_) | Datum::Error(_), _)) | None => Datum::unknown(path),
        }
    }

    fn param(&self, name: &str) -> Datum {
        let row = self.params.row(name, self.today);
        row.and_then(|row| row.value.clone()).map_or(Datum::Absent, Datum::Value)
    }

    fn today(&self) -> Date {
        self.today
    }
}
