//! The licences of a firm, and which of them have expired or soon will.

use std::rc::Rc;

use super::kept::{fields, said};
use crate::{
    model::{Date, Kind, Value},
    session::{FieldView, FormView},
    validate::kinds::date,
};

/// A licence that ends within so many days is named.
const SOON_DAYS: i32 = 30;

/// A licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Licence {
    pub(super) name: String,
    pub(super) number: String,
    /// Its last day as it was entered, and the days until then.
    pub(super) until: Option<(String, i32)>,
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
pub(super) fn licences(view: &FormView, today: Date) -> Vec<Licence> {
    let all = fields(view);
    let rows = all.iter().filter(|field| *field.kind == Kind::Rows).flat_map(|table| &table.rows);
    let mut found: Vec<Licence> = rows
        .map(|row| Licence {
            name: of(&row.fields, "name").map_or_else(String::new, |field| said(field).to_owned()),
            number: of(&row.fields, "number").map_or_else(String::new, |field| said(field).to_owned()),
            until: of(&row.fields, "validUntil").and_then(|field| until(field, today)),
        })
        .filter(|licence| !licence.name.is_empty() || !licence.number.is_empty() || licence.until.is_some())
        .collect();
    found.sort_by_key(|licence| licence.until.as_ref().map_or(i32::MAX, |(_, days)| *days));
    found
}

fn of<'a>(fields: &'a [Rc<FieldView>], name: &str) -> Option<&'a FieldView> {
    fields.iter().map(|field| &**field).find(|field| field.path.as_str().rsplit('.').next() == Some(name))
}

/// A day that can not be read is none.
fn until(field: &FieldView, today: Date) -> Option<(String, i32)> {
    let Some(Value::Date(day)) = date::read(&field.raw).value else { return None };
    Some((said(field).to_owned(), today.days_until(day)))
}
