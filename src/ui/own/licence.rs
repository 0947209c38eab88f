//! The licences of a firm, and which of them have expired or soon will. Read from what was typed, so that the home page needs no engine.

use crate::{
    model::{Answers, Date, Entry, Path, Value},
    validate::kinds::date,
};

/// A licence that ends within so many days is named.
const SOON_DAYS: i32 = 30;

/// A licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Licence {
    pub(super) name: String,
    pub(super) number: String,
    /// Its last day, and the days until then; `None` where none was entered, or it can not be read.
    pub(super) until: Option<(Date, i32)>,
}

/// How urgent a licence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// Its last day has passed.
    Lapsed,
    /// It ends within a month.
    Soon,
    /// Later, never, or that was not entered.
    Good,
}

impl Licence {
    pub(super) fn due(&self) -> Due {
        match self.until {
            Some((_, days)) if days < 0 => Due::Lapsed,
            Some((_, days)) if days <= SOON_DAYS => Due::Soon,
            Some(_) | None => Due::Good,
        }
    }
}

/// The licences, those that end first in front; a row in which nothing was entered is none.
pub(super) fn licences(answers: &Answers, today: Date) -> Vec<Licence> {
    let table = Path::new("licences");
    let Some(Entry::Rows(rows)) = answers.entries.get(&table) else { return Vec::new() };
    let mut found: Vec<Licence> = rows
        .iter()
        .map(|row| {
            let raw = |name: &str| answers.raw(&table.row(*row).child(name)).trim().to_owned();
            Licence { name: raw("name"), number: raw("number"), until: until(&raw("validUntil"), today) }
        })
        .filter(|licence| !licence.name.is_empty() || !licence.number.is_empty() || licence.until.is_some())
        .collect();
    found.sort_by_key(|licence| licence.until.map_or(i32::MAX, |(_, days)| days));
    found
}

fn until(raw: &str, today: Date) -> Option<(Date, i32)> {
    let Some(Value::Date(day)) = date::read(raw).value else { return None };
    Some((day, today.days_until(day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RowId;

    fn of(days: &[&str]) -> Vec<(String, Due)> {
        let table = Path::new("licences");
        let ids: Vec<RowId> = (1..).take(days.len()).map(RowId).collect();
        let mut answers = Answers::default();
        for (id, day) in ids.iter().zip(days) {
            let row = table.row(*id);
            answers.entries.insert(row.child("name"), Entry::Text((*day).to_owned()));
            answers.entries.insert(row.child("validUntil"), Entry::Text((*day).to_owned()));
        }
        answers.entries.insert(table, Entry::Rows(ids));
        let found = licences(&answers, Date::new(2026, 11, 23).unwrap());
        found.iter().map(|licence| (licence.name.clone(), licence.due())).collect()
    }

    #[test]
    fn the_last_day_counts_and_what_ends_first_stands_first() {
        let expect = [
            ("2026-11-22", Due::Lapsed),
            ("2026-11-23", Due::Soon),
            ("2026年12月23日", Due::Soon),
            ("2026-12-24", Due::Good),
            ("2026-13-", Due::Good),
        ];
        let found = of(&["2026-12-24", "2026-13-", "2026-11-23", "", "2026年12月23日", "2026-11-22"]);
        assert_eq!(found, expect.map(|(day, due)| (day.to_owned(), due)));
    }

    #[test]
    fn no_table_has_no_licence() {
        assert_eq!(licences(&Answers::default(), Date::new(2026, 11, 23).unwrap()), []);
    }
}
