//! Two drafts of one form side by side: the resident's own, and the same draft as it came back from a helper or another device.
//!
//! **Invariant:** what is not accepted stays as it is. A consent is the resident's own act, so none is ever taken over. Where both drafts say
//! what they began from, what only the resident changed since is no difference.

use crate::model::{Answers, Draft, Entry, Form, Kind, Path, Place, RowId, Rows, SortedSet};

use super::migrate::settle;

/// One thing in which the other draft differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The question (an address as a whole); a row, `family#3`, that only one of the drafts has; a table whose rows stand in another order.
    pub path: Path,
    /// What became of it there.
    pub change: Change,
    /// It was changed here as well, since the draft was handed over.
    pub is_of_both: bool,
}

/// What became of a question or of a row in the other draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was empty, and is answered.
    Added,
    /// It was answered, and is empty.
    Removed,
    /// It is answered otherwise.
    Changed,
    /// The row is new.
    RowAdded,
    /// The row is gone.
    RowRemoved,
    /// The rows stand in another order.
    Moved,
}

/// Answers that may be compared: the questions of a form that are asked, an address as a whole.
struct Side<'a> {
    answers: &'a Answers,
    rows: Rows,
}

impl<'a> Side<'a> {
    fn new(form: &Form, answers: &'a Answers) -> Self {
        Self { answers, rows: Rows::of(form, answers) }
    }

    /// What is entered at a question, with the parts of an address.
    fn at(&self, path: &Path) -> Vec<(&'a Path, &'a Entry)> {
        let within = self
            .answers
            .entries
            .from_key(path)
            .take_while(|(entered, _)| entered.as_str().starts_with(path.as_str()));
        within.filter(|(entered, entry)| entered.is_within(path) && !is_empty(entry)).collect()
    }

    fn has_row(&self, row: &Path) -> bool {
        self.rows.idx(row).is_some()
    }

    /// What stands in a row, by what the questions are called in it.
    fn row(&self, row: &Path) -> Vec<(String, &'a Entry)> {
        let name = |path: &Path| path.as_str().strip_prefix(row.as_str()).unwrap_or_default().to_owned();
        self.at(row).into_iter().map(|(path, entry)| (name(path), entry)).collect()
    }
}

fn is_empty(entry: &Entry) -> bool {
    match entry {
        Entry::Text(text) | Entry::Choice(text) => text.is_empty(),
        Entry::Rows(rows) => rows.is_empty(),
        Entry::YesNo(_) => false,
    }
}

/// How another draft of the same form differs from one's own, in the order of the form.
#[must_use]
pub fn compare(form: &Form, mine: &Draft, theirs: &Draft) -> Vec<Difference> {
    // Only what both have come from is a base.
    let base = match (&mine.handover, &theirs.handover) {
        (Some(own), Some(other)) if own.id == other.id => other.base.as_ref(),
        (Some(_) | None, Some(_) | None) => None,
    };
    let (mine, theirs) = (Side::new(form, &mine.answers), Side::new(form, &theirs.answers));
    let base = base.map(|base| Side::new(form, base));
    let mut found = Vec::new();
    for place in theirs.rows.places(form).iter().filter(|place| is_asked(place)) {
        if place.is_row {
            found.extend(new_row(&place.path, &mine, &theirs, base.as_ref()));
        } else if place.field.kind == Kind::Rows {
            found.extend(lost_rows(&place.path, &mine, &theirs, base.as_ref()));
            found.extend(order(&place.path, &mine, &theirs, base.as_ref()));
        } else if is_shared(&place.path, &mine, base.as_ref()) {
            found.extend(question(&place.path, &mine, &theirs, base.as_ref()));
        }
    }
    found
}

fn is_asked(place: &Place<'_>) -> bool {
    place.field.kind != Kind::Group && !place.field.is_read_only
}

/// Whether a question of theirs is one of mine: in the same row, where it is in one.
fn is_shared(path: &Path, mine: &Side<'_>, base: Option<&Side<'_>>) -> bool {
    path.row_path().is_none_or(|row| mine.has_row(&row) && !is_of_each(&row, mine, base))
}

/// Whether a row of both was added by each for itself, so that it only looks like one row.
fn is_of_each(row: &Path, mine: &Side<'_>, base: Option<&Side<'_>>) -> bool {
    base.is_some_and(|base| !base.has_row(row)) && mine.has_row(row)
}

fn question(path: &Path, mine: &Side<'_>, theirs: &Side<'_>, base: Option<&Side<'_>>) -> Option<Difference> {
    let (own, other) = (mine.at(path), theirs.at(path));
    let began = base.map(|base| base.at(path));
    if own == other || began.as_ref() == Some(&other) {
        return None;
    }
    let change = match (own.is_empty(), other.is_empty()) {
        (true, _) => Change::Added,
        (false, true) => Change::Removed,
        (false, false) => Change::Changed,
    };
    Some(Difference { path: path.clone(), change, is_of_both: began.is_some_and(|began| began != own) })
}

/// A row that only theirs has.
fn new_row(row: &Path, mine: &Side<'_>, theirs: &Side<'_>, base: Option<&Side<'_>>) -> Option<Difference> {
    let added = |is_of_both| Difference { path: row.clone(), change: Change::RowAdded, is_of_both };
    if is_of_each(row, mine, base) {
        return (mine.row(row) != theirs.row(row)).then(|| added(true));
    }
    if mine.has_row(row) {
        return None;
    }
    match base.filter(|base| base.has_row(row)) {
        // It was taken away here since: only where it was changed there is there something to decide.
        Some(base) => (base.row(row) != theirs.row(row)).then(|| added(true)),
        None => Some(added(false)),
    }
}

/// The rows that only mine has.
fn lost_rows(table: &Path, mine: &Side<'_>, theirs: &Side<'_>, base: Option<&Side<'_>>) -> Vec<Difference> {
    let rows = mine.rows.table(table).iter().map(|id| table.row(*id)).filter(|row| !theirs.has_row(row));
    let lost = rows.filter_map(|row| {
        let is_of_both = match base {
            // It was added here since.
            Some(base) if !base.has_row(&row) => return None,
            Some(base) => base.row(&row) != mine.row(&row),
            None => false,
        };
        Some(Difference { path: row, change: Change::RowRemoved, is_of_both })
    });
    lost.collect()
}

fn order(table: &Path, mine: &Side<'_>, theirs: &Side<'_>, base: Option<&Side<'_>>) -> Option<Difference> {
    let common: SortedSet<RowId> = theirs
        .rows
        .table(table)
        .iter()
        .filter(|id| mine.has_row(&table.row(**id)) && !is_of_each(&table.row(**id), mine, base))
        .copied()
        .collect();
    let of = |side: &Side<'_>| -> Vec<RowId> {
        side.rows.table(table).iter().copied().filter(|id| common.contains(id)).collect()
    };
    let (own, other) = (of(mine), of(theirs));
    let began = base.map(of);
    if own == other || began.as_ref() == Some(&other) {
        return None;
    }
    let is_of_both = began.is_some_and(|began| began != own);
    Some(Difference { path: table.clone(), change: Change::Moved, is_of_both })
}

/// One's own draft with what was accepted of the other. Where the person stands, what was consented to and what was accepted of nothing stay.
#[must_use]
pub fn accept(form: &Form, mine: &Draft, theirs: &Draft, accepted: &[Difference]) -> Draft {
    let mut draft = mine.clone();
    let other = Side::new(form, &theirs.answers);
    for Difference { path, change, .. } in accepted {
        match change {
            Change::Added | Change::Removed | Change::Changed => {
                draft.answers.entries.retain(|entered, _| !entered.is_within(path));
                put(form, &mut draft, &other, path, path);
            }
            Change::RowRemoved => {
                if let Some((table, id)) = path.in_table() {
                    let mut rows = rows_of(form, &draft, &table);
                    rows.retain(|row| *row != id);
                    set_rows(&mut draft, &table, rows);
                    draft.answers.entries.retain(|entered, _| !entered.is_within(path));
                }
            }
            Change::RowAdded => add_row(form, &mut draft, &other, path),
            // Once the rows are there, below.
            Change::Moved => {}
        }
        // What was confirmed was about the answer as it stood.
        draft.confirmed.retain(|(confirmed, _)| !confirmed.is_within(path));
    }
    for Difference { path: table, .. } in accepted.iter().filter(|found| found.change == Change::Moved) {
        let now = rows_of(form, &draft, table);
        let mut rows: Vec<RowId> =
            other.rows.table(table).iter().copied().filter(|id| now.contains(id)).collect();
        let rest: Vec<RowId> = now.into_iter().filter(|id| !rows.contains(id)).collect();
        rows.extend(rest);
        set_rows(&mut draft, table, rows);
    }
    draft
}

/// Takes over what stands at or below a path of the other draft, as its questions keep it.
fn put(form: &Form, draft: &mut Draft, other: &Side<'_>, from: &Path, to: &Path) {
    for (path, entry) in other.at(from) {
        let rest = path.as_str().strip_prefix(from.as_str()).unwrap_or_default();
        let path = Path::new(&[to.as_str(), rest].concat());
        let Some(field) = form.field(&path) else { continue };
        // Rows stand in tables and nowhere else.
        if field.is_read_only || matches!(entry, Entry::Rows(_)) {
            continue;
        }
        draft.answers.entries.insert(path.clone(), entry.clone());
        if field.path == path.template() {
            settle(&mut draft.answers, &path, &field.kind);
        }
        draft.touched.insert(path);
    }
}

/// A row of theirs, behind the one behind which it stands there; under an id of its own where mine has one of that id.
fn add_row(form: &Form, draft: &mut Draft, other: &Side<'_>, row: &Path) {
    let Some((table, id)) = row.in_table() else { return };
    let mut rows = rows_of(form, draft, &table);
    let id_here = if rows.contains(&id) {
        let largest = rows.iter().chain(other.rows.table(&table)).map(|row| row.0).max().unwrap_or_default();
        RowId(largest.saturating_add(1))
    } else {
        id
    };
    if rows.len() >= Kind::ROW_LIMIT || rows.contains(&id_here) {
        return;
    }
    let before: Vec<&RowId> = other.rows.table(&table).iter().take_while(|other| **other != id).collect();
    let behind = before.iter().rev().find_map(|before| rows.iter().position(|row| row == *before));
    rows.insert(behind.map_or(0, |behind| behind + 1), id_here);
    set_rows(draft, &table, rows);
    let here = table.row(id_here);
    // What an older row of the id left behind is not part of this one.
    draft.answers.entries.retain(|entered, _| !entered.is_within(&here));
    put(form, draft, other, row, &here);
}

fn rows_of(form: &Form, draft: &Draft, table: &Path) -> Vec<RowId> {
    Rows::of(form, &draft.answers).table(table).to_vec()
}

fn set_rows(draft: &mut Draft, table: &Path, rows: Vec<RowId>) {
    if rows.is_empty() {
        draft.answers.entries.remove(table);
    } else {
        draft.answers.entries.insert(table.clone(), Entry::Rows(rows));
    }
}

/// A draft of whatever make with each answer as its question keeps it.
#[must_use]
pub fn settled(form: &Form, mut draft: Draft) -> Draft {
    let paths: Vec<Path> = draft.answers.entries.keys().cloned().collect();
    for path in paths {
        if let Some(field) = form.field(&path).filter(|field| field.path == path.template()) {
            settle(&mut draft.answers, &path, &field.kind);
        }
    }
    draft
}

/// A draft that came by file, to go on with here: of consents only those that stood when it was handed over, for nobody consents in another's
/// place; and what it begins from here.
#[must_use]
pub fn taken_in(mut draft: Draft) -> Draft {
    if let Some(handover) = &mut draft.handover {
        if let Some(base) = &handover.base {
            draft.answers.consents.retain(|consent| base.consents.contains(consent));
        }
        handover.base = Some(draft.answers.clone());
    }
    draft
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::tests::form, *};
    use crate::model::{Consent, FormId, Handover, Purpose, SortedMap};

    fn draft(entries: &[(&str, &str)], rows: &[u32]) -> Draft {
        let mut draft = Draft::new(FormId::new("T1"), 2);
        let text = |(path, text): &(&str, &str)| (Path::new(path), Entry::Text((*text).to_owned()));
        draft.answers.entries = entries.iter().map(text).collect();
        set_rows(&mut draft, &Path::new("kin"), rows.iter().map(|id| RowId(*id)).collect());
        draft
    }

    /// The same with what it began from.
    fn from(base: &Draft, draft: Draft) -> Draft {
        let base = Some(base.answers.clone());
        Draft { handover: Some(Handover { id: "a".to_owned(), base }), ..draft }
    }

    fn own(draft: Draft) -> Draft {
        Draft { handover: Some(Handover { id: "a".to_owned(), base: None }), ..draft }
    }

    fn check(mine: &Draft, theirs: &Draft, want: &[&str]) -> Vec<Difference> {
        let found = compare(&form(), mine, theirs);
        let spelled: Vec<String> = found
            .iter()
            .map(|found| {
                format!("{} {:?}{}", found.path, found.change, if found.is_of_both { " of both" } else { "" })
            })
            .collect();
        assert_eq!(spelled, want);
        found
    }

    #[test]
    fn an_address_is_one_question() {
        let mine = draft(&[("who.name", "王"), ("who.home.detail", "1"), ("n", "3")], &[]);
        let theirs = draft(
            &[("who.name", "王"), ("who.home.detail", "2"), ("who.home.place", "x"), ("tier", "a")],
            &[],
        );
        let found = check(&mine, &theirs, &["who.home Changed", "n Removed", "tier Added"]);
        let some = accept(&form(), &mine, &theirs, found.get(..1).unwrap());
        assert_eq!(some.answers.raw(&Path::new("who.home.place")), "x");
        assert_eq!((some.answers.raw(&Path::new("n")), some.answers.raw(&Path::new("tier"))), ("3", ""));
        // A choice comes back as a choice, whatever the file had.
        let all = accept(&form(), &mine, &theirs, &found);
        assert_eq!(all.answers.entries.get(&Path::new("tier")), Some(&Entry::Choice("a".to_owned())));
        assert!(all.touched.contains(&Path::new("tier")));
    }

    #[test]
    fn rows_are_known_again_by_their_id() {
        let mine = draft(&[("kin#1.name", "甲"), ("kin#2.name", "乙")], &[1, 2]);
        let theirs = draft(&[("kin#3.name", "丙"), ("kin#2.name", "乙乙")], &[3, 2]);
        let found = check(&mine, &theirs, &["kin#1 RowRemoved", "kin#3 RowAdded", "kin#2.name Changed"]);
        let all = accept(&form(), &mine, &theirs, &found);
        assert_eq!(all.answers, theirs.answers);
        check(&draft(&[], &[1, 2]), &draft(&[], &[2, 1]), &["kin Moved"]);
    }

    #[test]
    fn what_only_one_changed_since_is_no_difference() {
        let began = draft(&[("who.name", "王"), ("n", "1"), ("kin#1.name", "甲")], &[1]);
        let mine = own(draft(
            &[("who.name", "王"), ("n", "2"), ("kin#1.name", "甲"), ("kin#2.name", "乙")],
            &[1, 2],
        ));
        // They left the number alone, answered another question and added a person, who has the id that mine has.
        let theirs = from(
            &began,
            draft(&[("who.name", "王小"), ("n", "1"), ("kin#1.name", "甲"), ("kin#2.name", "丁")], &[1, 2]),
        );
        let found = check(&mine, &theirs, &["who.name Changed", "kin#2 RowAdded of both"]);
        let all = accept(&form(), &mine, &theirs, &found);
        assert_eq!(all.answers.raw(&Path::new("n")), "2");
        assert_eq!(
            all.answers.entries.get(&Path::new("kin")),
            Some(&Entry::Rows(vec![RowId(1), RowId(3), RowId(2)]))
        );
        assert_eq!(
            (all.answers.raw(&Path::new("kin#2.name")), all.answers.raw(&Path::new("kin#3.name"))),
            ("乙", "丁")
        );
        // Both changed one answer.
        let theirs = from(&began, draft(&[("who.name", "王"), ("n", "5"), ("kin#1.name", "甲")], &[1]));
        check(&mine, &theirs, &["n Changed of both"]);
        // A draft that began elsewhere says nothing about this one.
        let other = Draft { handover: None, ..mine.clone() };
        check(&other, &theirs, &["n Changed", "kin#2 RowRemoved"]);
    }

    #[test]
    fn a_row_taken_away_here_comes_back_only_where_it_was_changed_there() {
        let began = draft(&[("kin#1.name", "甲")], &[1]);
        let mine = own(draft(&[], &[]));
        check(&mine, &from(&began, began.clone()), &[]);
        check(&mine, &from(&began, draft(&[("kin#1.name", "甲甲")], &[1])), &["kin#1 RowAdded of both"]);
        let changed = own(draft(&[("kin#1.name", "乙")], &[1]));
        check(&changed, &from(&began, draft(&[], &[])), &["kin#1 RowRemoved of both"]);
    }

    #[test]
    fn nobody_consents_for_another() {
        let consent = |purpose: &str| Consent {
            purpose: Purpose::new(purpose),
            at: "2026-11-23T08:30:00+08:00".to_owned(),
        };
        let mut began = draft(&[], &[]);
        began.answers.consents.push(consent("bank"));
        let mut theirs = from(&began, draft(&[("n", "1")], &[]));
        theirs.answers.consents = vec![consent("bank"), consent("health")];
        let mine = own(draft(&[], &[]));
        assert_eq!(accept(&form(), &mine, &theirs, &compare(&form(), &mine, &theirs)).answers.consents, []);
        let taken = taken_in(theirs);
        assert_eq!(taken.answers.consents, [consent("bank")]);
        assert_eq!(taken.handover.unwrap().base.unwrap(), taken.answers);
    }

    #[test]
    fn what_the_form_does_not_ask_is_neither_compared_nor_lost() {
        let mine = draft(&[("tel@1", "12"), ("age", "3")], &[]);
        let theirs = draft(&[("tel@1", "13"), ("age", "4"), ("x", "y")], &[]);
        let found = check(&mine, &theirs, &[]);
        assert_eq!(accept(&form(), &mine, &theirs, &found), mine);
    }

    fn any_draft() -> impl Strategy<Value = Draft> {
        let text = prop::option::of("[ab]");
        let rows = Just(vec![1, 2, 3, 4]).prop_shuffle().prop_flat_map(|rows| (Just(rows), 0..4_usize));
        let paths = [
            "who.name",
            "who.home.detail",
            "who.home.place",
            "n",
            "kin#1.name",
            "kin#2.name",
            "kin#3.home.detail",
            "kin#4.name",
        ];
        (prop::collection::vec(text, paths.len()), rows).prop_map(move |(texts, (rows, n_rows))| {
            let rows = rows.get(..n_rows).unwrap();
            let is_there = |path: &str| {
                rows.iter().all(|_| true) && !path.starts_with("kin#")
                    || rows.iter().any(|row| path.starts_with(&format!("kin#{row}.")))
            };
            let entries: Vec<(&str, &str)> = paths
                .iter()
                .zip(&texts)
                .filter_map(|(path, text)| Some((*path, text.as_deref()?)))
                .filter(|(path, _)| is_there(path))
                .collect();
            draft(&entries, rows)
        })
    }

    fn plain(draft: &Draft) -> SortedMap<Path, Entry> {
        draft.answers.entries.clone()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn all_of_it_is_theirs_and_nothing_of_it_is_mine(mine in any_draft(), theirs in any_draft(), has_base in any::<bool>()) {
            let theirs = if has_base { from(&mine, theirs) } else { theirs };
            let mine = own(mine);
            let found = compare(&form(), &mine, &theirs);
            prop_assert_eq!(plain(&accept(&form(), &mine, &theirs, &found)), plain(&theirs));
            prop_assert_eq!(&accept(&form(), &mine, &theirs, &[]), &mine);
            prop_assert_eq!(compare(&form(), &theirs, &theirs), []);
        }

        /// Each change can be taken by itself: afterwards it is no difference, and the others still are.
        #[test]
        fn one_change_leaves_the_others(mine in any_draft(), theirs in any_draft(), at in any::<prop::sample::Index>()) {
            let found = compare(&form(), &mine, &theirs);
            prop_assume!(!found.is_empty());
            let one = at.get(&found).clone();
            let left = compare(&form(), &accept(&form(), &mine, &theirs, std::slice::from_ref(&one)), &theirs);
            prop_assert!(!left.iter().any(|other| other.path == one.path && one.change != Change::Moved));
            for other in found.iter().filter(|other| **other != one && other.change != Change::Moved) {
                prop_assert!(left.contains(other), "{other:?} of {found:?}, left {left:?}");
            }
        }

        #[test]
        fn three_drafts_are_compared_without_a_panic(began in any_draft(), mine in any_draft(), theirs in any_draft()) {
            let (mine, theirs) = (own(mine), from(&began, theirs));
            let found = compare(&form(), &mine, &theirs);
            prop_assert_eq!(accept(&form(), &mine, &theirs, &found).answers.consents, mine.answers.consents);
        }
    }
}
