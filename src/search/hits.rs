//! The best of what was found, and what is told of it.

use std::{borrow::Cow, ops::Range};

use super::{
    Fit, Hit, Index,
    index::{Bearer, Record, Row},
};
use crate::model::sort;

/// What was found, not told yet.
#[derive(Clone, Copy)]
pub(super) enum Candidate<'a> {
    Record(&'a Record),
    Row(&'a Row, &'a Bearer, usize),
}

/// The same, with what it costs and how the query was taken.
pub(super) struct Found<'a> {
    pub(super) cost: u32,
    pub(super) way: usize,
    pub(super) what: Candidate<'a>,
}

/// The best so far, the best first.
pub(super) struct Best<'a> {
    limit: usize,
    pub(super) found: Vec<Found<'a>>,
}

impl<'a> Best<'a> {
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, found: Vec::new() }
    }

    /// What costs so much is not wanted any more.
    pub(super) fn bound(&self) -> u32 {
        if self.found.len() < self.limit {
            u32::MAX
        } else {
            self.found.last().map_or(u32::MAX, |last| last.cost)
        }
    }

    /// Of two that cost the same the first one stands first; of the two ways to take a query the cheaper one counts.
    pub(super) fn offer(&mut self, cost: u32, way: usize, what: Candidate<'a>) {
        if cost >= self.bound() {
            return;
        }
        if way > 0
            && let Some(same) = self.found.iter().position(|found| is_same(&found.what, &what))
        {
            if self.found.get(same).is_some_and(|found| found.cost <= cost) {
                return;
            }
            self.found.remove(same);
        }
        let place = self.found.iter().take_while(|found| found.cost <= cost).count();
        self.found.insert(place, Found { cost, way, what });
        self.found.truncate(self.limit);
    }
}

fn is_same(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    match (a, b) {
        (Candidate::Record(a), Candidate::Record(b)) => std::ptr::eq(*a, *b),
        (Candidate::Row(a, ..), Candidate::Row(b, ..)) => std::ptr::eq(*a, *b),
        (Candidate::Record(_), Candidate::Row(..)) | (Candidate::Row(..), Candidate::Record(_)) => false,
    }
}

/// A candidate as a hit.
pub(super) fn hit<'a>(
    index: &'a Index,
    what: Candidate<'a>,
    matched: Vec<Range<usize>>,
    matched_en: Vec<Range<usize>>,
    synonym: Option<usize>,
    fit: Fit,
) -> Hit<'a> {
    match what {
        Candidate::Record(record) => Hit {
            entry: Cow::Borrowed(&record.entry),
            n_alike: 0,
            matched,
            matched_en,
            synonym: synonym.and_then(|idx| record.entry.synonyms.get(idx)).map(String::as_str),
            fit,
        },
        Candidate::Row(row, bearer, n_alike) => Hit {
            entry: Cow::Owned(index.guide(row, bearer)),
            n_alike,
            matched,
            matched_en,
            synonym: None,
            fit,
        },
    }
}

/// Ranges in order, those that touch made one.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    sort(&mut ranges, |a, b| a.start > b.start);
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            Some(_) | None => merged.push(range),
        }
    }
    merged
}
