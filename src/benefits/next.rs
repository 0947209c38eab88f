//! Which question comes next, over all benefits that are still open.
//!
//! The measure of a question is the number of benefits that its answer is expected to settle, if each answer makes a condition
//! hold as often as not. A condition that waits for `n` questions is decided by one of them once in `n` times, and then fails
//! half of the time, which settles the benefit; where a benefit waits for nothing but this question, the answer settles it
//! either way. What no open condition waits for is never asked.

use super::{
    Held, Outcome,
    outcome::{Finding, Test},
};
use crate::model::{Form, Kind, Path, SortedSet};

/// One benefit, in parts.
const WHOLE: u64 = 1 << 20;

/// The question of the profile form that is asked next, of those that `may` be asked. Of equal ones the first of the form.
#[must_use]
pub fn next_question<'a>(
    outcomes: &[&Outcome],
    form: &'a Form,
    may: &dyn Fn(&Path) -> bool,
) -> Option<&'a Path> {
    let open: Vec<Vec<Vec<SortedSet<&Path>>>> = outcomes.iter().map(|outcome| waits(outcome, form)).collect();
    let mut best: Option<(&Path, u64)> = None;
    for field in form.fields.iter().filter(|field| field.kind != Kind::Group && may(&field.path)) {
        let score = open.iter().map(|tests| gain(tests, &field.path)).sum();
        if score > best.map_or(0, |(_, score)| score) {
            best = Some((&field.path, score));
        }
    }
    best.map(|(path, _)| path)
}

/// The question that gives a path of the profile; a table is asked as a whole.
#[must_use]
pub fn question_of<'a>(form: &'a Form, path: &str) -> Option<&'a Path> {
    // Rows are left out: `household[0].birthDate`.
    let mut bare = String::new();
    for part in path.split('[') {
        bare.push_str(if bare.is_empty() { part } else { part.split_once(']').map_or("", |(_, rest)| rest) });
    }
    let at = Path::new(&bare);
    let fields = form.fields.iter().filter(|field| field.kind != Kind::Group);
    fields.map(|field| &field.path).find(|field| at.is_within(field))
}

/// What a benefit's open conditions wait for, by test and condition.
fn waits<'a>(outcome: &Outcome, form: &'a Form) -> Vec<Vec<SortedSet<&'a Path>>> {
    if outcome.result != Finding::Unknown {
        return Vec::new();
    }
    let of = |held: &Held| match held {
        Held::Open(paths) => Some(paths.iter().filter_map(|path| question_of(form, path)).collect()),
        Held::Yes | Held::No => None,
    };
    let tests = outcome.tests.iter().filter(|test| test.result() == Finding::Unknown);
    tests.map(|test: &Test| test.conditions.iter().filter_map(of).collect()).collect()
}

/// How much of a benefit a question is expected to settle: of its rows, the one that it settles most of.
fn gain(tests: &[Vec<SortedSet<&Path>>], question: &Path) -> u64 {
    let of_test = |conditions: &Vec<SortedSet<&Path>>| {
        let mut stays = WHOLE;
        let mut is_all = true;
        for waits in conditions {
            let n_waits = waits.len() as u64;
            if waits.contains(question) {
                stays = stays * (2 * n_waits - 1) / (2 * n_waits);
            }
            is_all &= n_waits == 1 && waits.contains(question);
        }
        if is_all { WHOLE } else { WHOLE - stays }
    };
    tests.iter().map(of_test).max().unwrap_or(0)
}
